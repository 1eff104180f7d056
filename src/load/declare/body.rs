//! `data/bodies.toml`.

use super::Standing;
use crate::load::document::{Document, Noticed};
use crate::load::faults::Faults;
use crate::load::table::{Table, read_file};
use crate::load::text;
use crate::model::{Body, BodyId, FoiLaw};
use std::path::Path;
use std::sync::Arc;

/// The bodies of the file.
#[derive(Debug)]
pub(in crate::load) struct Bodies {
    pub(in crate::load) bodies: Vec<Body>,
    /// Ids that entries were most likely meant to have: nobody who uses them is told that they are unknown.
    pub(in crate::load) meant: Vec<BodyId>,
    /// Broken where other bodies may be declared that could not be read.
    pub(in crate::load) standing: Standing,
}

impl Bodies {
    /// Where there is no file, there are no bodies.
    pub(super) fn none() -> Self {
        Self { bodies: Vec::new(), meant: Vec::new(), standing: Standing::Sound }
    }
}

/// Reads the file.
pub(super) fn read(root: &Path, path: &Arc<str>) -> (Bodies, Noticed) {
    let mut faults = Faults::default();
    let text = text::text(root, path, text::PROSE, &mut faults);
    let document = Document::new(path, text.unwrap_or_default(), faults);
    let mut read = Bodies { standing: Standing::Broken, ..Bodies::none() };
    if document.is_sound() {
        read_file(&document, |table| {
            read.standing = Standing::Sound;
            for entry in table.get("body").map(|value| value.tables()).unwrap_or_default() {
                body(&entry, &mut read);
            }
        });
    }
    (read, document.into_noticed())
}

fn body(table: &Table<'_>, read: &mut Bodies) {
    table.require(&[("id", "a short name, such as home-office"), ("name", "the full name of the body")]);
    let value = table.get("id");
    let id = value.and_then(|value| value.id(BodyId::new));
    let place = value.map(|value| table.document().place(value.span()));
    let (name, short) = (table.line("name").unwrap_or_default(), table.line("short"));
    let (asked_as, foi) = (table.line("asked_as"), table.choice("foi", &FoiLaw::ALL, |law| law.name()));
    table.finish();
    match (id, value.and_then(|value| value.meant(BodyId::new))) {
        (Some(id), _) => read.bodies.push(Body { id, name, short, asked_as, foi, place }),
        (None, Some(id)) => read.meant.push(id),
        (None, None) => read.standing = Standing::Broken,
    }
}
