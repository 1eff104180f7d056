//! Files of lists of entries: what sources claim, and the publisher's reviews and change notes.

mod change_note;
mod position;
mod relation;
mod review;

use super::document::{Document, Noticed};
use super::faults::Faults;
use super::table::{Table, read_file};
use super::text;
use crate::model::{ChangeNote, Position, Relation, Review};
use std::path::Path;
use std::sync::Arc;

/// What a file of `data/claims/`, `data/reviews/` or `data/changes/` holds.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) relations: Vec<Relation>,
    pub(super) positions: Vec<Position>,
    pub(super) reviews: Vec<Review>,
    pub(super) change_notes: Vec<ChangeNote>,
}

impl Entries {
    /// Takes the entries of another file.
    pub(super) fn absorb(&mut self, mut other: Self) {
        self.relations.append(&mut other.relations);
        self.positions.append(&mut other.positions);
        self.reviews.append(&mut other.reviews);
        self.change_notes.append(&mut other.change_notes);
    }
}

/// Reads a file of `data/claims/`.
pub(super) fn read_claims(root: &Path, path: &Arc<str>) -> (Entries, Noticed) {
    read(root, path, |entries, table| {
        entries.relations = all(table, "relation", relation::read);
        entries.positions = all(table, "position", position::read);
    })
}

/// Reads a file of `data/reviews/`.
pub(super) fn read_reviews(root: &Path, path: &Arc<str>) -> (Entries, Noticed) {
    read(root, path, |entries, table| entries.reviews = all(table, "review", review::read))
}

/// Reads a file of `data/changes/`.
pub(super) fn read_change_notes(root: &Path, path: &Arc<str>) -> (Entries, Noticed) {
    read(root, path, |entries, table| entries.change_notes = all(table, "change", change_note::read))
}

fn read(root: &Path, path: &Arc<str>, fill: fn(&mut Entries, &Table<'_>)) -> (Entries, Noticed) {
    let mut faults = Faults::default();
    let text = text::text(root, path, text::PROSE, &mut faults);
    let readable = text.is_some();
    let document = Document::new(path, text.unwrap_or_default(), faults);
    let mut entries = Entries::default();
    if readable {
        read_file(&document, |table| fill(&mut entries, table));
    }
    (entries, document.into_noticed())
}

/// Every entry under a key. None of those with mistakes need be complete, since nothing is built from them.
fn all<T>(table: &Table<'_>, key: &'static str, read: fn(&Table<'_>) -> Option<T>) -> Vec<T> {
    let entries = table.get(key).map(|value| value.tables()).unwrap_or_default();
    let read_one = |entry: &Table<'_>| {
        let value = read(entry);
        entry.finish();
        value
    };
    entries.iter().filter_map(read_one).collect()
}
