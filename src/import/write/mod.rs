//! A draft becomes files, as a person would have written them.

mod bodies;
mod claims;
mod disk;
mod figures;
mod source;
mod toml_text;

pub(in crate::import) use toml_text::string;

use super::codes::{OTHER_CONTENT, error};
use super::{Draft, DraftSource, Standing};
use crate::finding::Finding;
use crate::model::{Place, SourceId};
use bodies::Bodies;
use disk::Folder;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Whether anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// What is new is written.
    Write,
    /// Only what would happen is said.
    Preview,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It was not there.
    New,
    /// It was there, and something was added at its end.
    Extended,
    /// It was there, with this content.
    Same,
    /// It was there with other content, and is left as it is.
    Differs,
}

/// What became of a draft.
#[derive(Debug, Default)]
pub struct Written {
    /// Every file by its path from the root, and what became of it.
    pub files: BTreeMap<String, Fate>,
    /// What was found while writing.
    pub findings: Vec<Finding>,
}

/// Writes a draft into the repository at a root.
#[must_use]
pub fn write(root: &Path, draft: &Draft, mode: Mode) -> Written {
    let folder = Folder { root, mode };
    let mut written = Written::default();
    let bodies = Bodies::read(root);
    let links = known(&folder, draft);
    let mut left = BTreeSet::new();
    let mut in_use = BTreeSet::new();
    for source in &draft.sources {
        let text = source::text(source, &bodies, &links);
        match written.put(&folder, &path_of(source), &text, source::is_same) {
            Fate::Differs => {
                left.insert(&source.source.id);
            }
            Fate::New => in_use.extend(source.body.clone().map(|body| (body.id.clone(), body.name))),
            Fate::Same | Fate::Extended => {}
        }
    }
    let extended = bodies.add(&folder, &in_use);
    written.take("data/bodies.toml", extended);
    let sound = |id: &SourceId| !left.contains(id);
    for (path, text) in figures::texts(draft, sound).into_iter().chain(claims::texts(draft, sound)) {
        written.put(&folder, &path, &text, |old, new| old == new);
    }
    written
}

/// Writes a mapping that was proposed into `proposed/imports/`.
#[must_use]
pub fn write_proposal(root: &Path, name: &str, text: &str, mode: Mode) -> Written {
    let mut written = Written::default();
    let path = format!("proposed/imports/{name}.toml");
    written.put(&Folder { root, mode }, &path, text, |old, new| old == new);
    written
}

impl Written {
    fn put(&mut self, folder: &Folder<'_>, path: &str, text: &str, same: fn(&str, &str) -> bool) -> Fate {
        let fate = folder.put(path, text, same);
        let made = matches!(self.files.get(path), Some(Fate::New | Fate::Extended));
        match fate {
            // Two parts of one draft with the same content are one file.
            Ok(Fate::Same) if made => Fate::Same,
            Ok(Fate::Differs) => {
                self.findings.push(differs(path));
                self.files.entry(path.to_owned()).or_insert(Fate::Differs);
                Fate::Differs
            }
            fate => self.take(path, fate.map(Some)).unwrap_or(Fate::Differs),
        }
    }

    fn take(&mut self, path: &str, fate: Result<Option<Fate>, Box<Finding>>) -> Option<Fate> {
        match fate {
            Ok(fate) => {
                fate.map(|fate| self.files.insert(path.to_owned(), fate));
                fate
            }
            Err(finding) => {
                self.findings.push(*finding);
                None
            }
        }
    }
}

fn path_of(source: &DraftSource) -> String {
    match source.standing {
        Standing::Whole => format!("data/sources/{}.md", source.source.id),
        Standing::Cut | Standing::Superseded => format!("proposed/sources/{}.md", source.source.id),
    }
}

/// The sources that can be named by others: those of the draft, and those named that are in the repository.
fn known(folder: &Folder<'_>, draft: &Draft) -> BTreeSet<SourceId> {
    let whole = draft.sources.iter().filter(|source| source.standing == Standing::Whole);
    let mut known: BTreeSet<SourceId> = whole.map(|source| source.source.id.clone()).collect();
    for id in draft.sources.iter().flat_map(|source| source.source.leads_to()) {
        if folder.has(&format!("data/sources/{id}.md")) {
            known.insert(id.clone());
        }
    }
    known
}

fn differs(path: &str) -> Finding {
    let message = format!("“{path}” is there already and holds something else; it is left as it is");
    let help = "compare the two; to take the new one, move the old file away and import again";
    error(&OTHER_CONTENT, Place::file(&path.into()), message, help)
}

/// The values of many by a key.
fn grouped<K: Ord, V>(all: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, Vec<V>> {
    let mut groups: BTreeMap<K, Vec<V>> = BTreeMap::new();
    all.into_iter().for_each(|(key, value)| groups.entry(key).or_default().push(value));
    groups
}

#[cfg(test)]
mod tests;
