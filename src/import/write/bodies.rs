//! The bodies that sources name: found in `data/bodies.toml`, or added at its end.

use super::disk::Folder;
use super::toml_text::string;
use super::{Fate, Mode};
use crate::finding::Finding;
use crate::import::NamedBody;
use crate::import::codes::{BODIES, error};
use crate::model::{BodyId, Place};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

const PATH: &str = "data/bodies.toml";

/// The bodies that are declared, by what they can be named.
#[derive(Debug)]
pub(super) struct Bodies {
    old: Result<Option<String>, Box<Finding>>,
    ids: BTreeMap<String, String>,
}

#[derive(Debug, Default, Deserialize)]
struct File {
    #[serde(default)]
    body: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    id: String,
    name: Option<String>,
    short: Option<String>,
}

impl Bodies {
    /// Reads the file, if there is one.
    pub(super) fn read(root: &Path) -> Self {
        let old = Folder { root, mode: Mode::Preview }.read(PATH);
        let old = old.and_then(|old| match &old {
            Some(text) => entries(text).map(|entries| (old, entries)),
            None => Ok((None, Vec::new())),
        });
        let mut ids = BTreeMap::new();
        let old = old.map(|(old, entries)| {
            for entry in entries {
                let names = [entry.name, entry.short, Some(entry.id.clone())];
                for name in names.into_iter().flatten() {
                    ids.entry(plain(&name)).or_insert_with(|| entry.id.clone());
                }
            }
            old
        });
        Self { old, ids }
    }

    /// The id of a body: the one it is declared with, or its own.
    pub(super) fn id<'b>(&'b self, body: &'b NamedBody) -> &'b str {
        self.find(&body.id, &body.name).unwrap_or(body.id.as_str())
    }

    fn find(&self, id: &BodyId, name: &str) -> Option<&str> {
        self.ids.get(&plain(name)).or_else(|| self.ids.get(&plain(id.as_str()))).map(String::as_str)
    }

    /// Adds the bodies that are not declared. Nothing that is there is touched.
    pub(super) fn add(
        &self,
        folder: &Folder<'_>,
        named: &BTreeSet<(BodyId, String)>,
    ) -> Result<Option<Fate>, Box<Finding>> {
        let mut new: BTreeMap<&BodyId, &str> = BTreeMap::new();
        for (id, name) in named.iter().filter(|(id, name)| self.find(id, name).is_none()) {
            new.entry(id).or_insert(name);
        }
        if new.is_empty() {
            return Ok(None);
        }
        let old = self.old.as_ref().map_err(Clone::clone)?;
        let mut text = old.clone().unwrap_or_else(|| "format = 1\n".to_owned());
        if !text.ends_with('\n') {
            text.push('\n');
        }
        for (id, name) in new {
            let _ = write!(text, "\n[[body]]\nid = {}\nname = {}\n", string(id.as_str()), string(name));
        }
        entries(&text)?;
        match old {
            Some(old) => folder.extend(PATH, old, &text).map(Some),
            None => folder.put(PATH, &text, |_, _| false).map(Some),
        }
    }
}

fn entries(text: &str) -> Result<Vec<Entry>, Box<Finding>> {
    toml::from_str::<File>(text).map(|file| file.body).map_err(|fault| {
        let message = format!("“{PATH}” cannot be read, so no body is added to it: {}", fault.message());
        let help = "run onrecord check, mend the file, and import again";
        Box::new(error(&BODIES, Place::file(&PATH.into()), message, help))
    })
}

/// A name but for capitals, signs and “the”.
fn plain(name: &str) -> String {
    let slug = crate::import::clean::slug(name).unwrap_or_else(|| name.to_lowercase());
    slug.strip_prefix("the-").unwrap_or(&slug).to_owned()
}
