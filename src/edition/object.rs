//! An object: one part of a dataset as canonical text, named by the digest of its bytes.
//!
//! One measure with its figures, one source, the relations or the positions of one source, all bodies, all
//! reviews, the change notes of one month: what did not change from one edition to the next is the same object and costs nothing. A list is
//! written one item a line, so that version control stores and shows only the lines that changed.

use super::canon::canonical;
use super::digest::Digest;
use crate::model::{ChangeNote, Dataset, Figure, Measure, Review, Source, SourceId};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The format of the objects that this version writes and reads.
pub(super) const FORMAT: u32 = 1;

/// What an object holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// All bodies.
    Bodies,
    /// One measure and its figures.
    Measure,
    /// One source.
    Source,
    /// What one source asserts between figures.
    Relations,
    /// The positions taken in one source.
    Positions,
    /// The publisher's words on findings.
    Reviews,
    /// The change notes of one month.
    Changes,
}

impl Kind {
    /// The kind as it is written in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bodies => "bodies",
            Self::Measure => "measure",
            Self::Source => "source",
            Self::Relations => "relations",
            Self::Positions => "positions",
            Self::Reviews => "reviews",
            Self::Changes => "changes",
        }
    }
}

/// A frozen part of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Object {
    /// What it holds.
    pub(super) kind: Kind,
    /// Of which measure, source or month; none for what there is once.
    pub(super) id: Option<String>,
    /// Its text.
    pub(super) text: String,
    /// The digest of its text.
    pub(super) digest: Digest,
}

impl Object {
    fn new(kind: Kind, id: Option<&str>, text: String) -> Self {
        Self { kind, id: id.map(str::to_owned), digest: Digest::of(text.as_bytes()), text }
    }

    fn list(kind: Kind, id: Option<&str>, items: &[impl Serialize]) -> Self {
        Self::new(kind, id, Text::new(kind).list(kind.name(), items).end())
    }
}

/// Freezes a dataset: its objects, by kind and id.
pub(super) fn freeze(dataset: &Dataset) -> Vec<Object> {
    let mut objects: Vec<Object> = Vec::new();
    objects.push(Object::list(Kind::Bodies, None, &dataset.bodies().collect::<Vec<_>>()));
    let measures: Vec<&Measure> = dataset.measures().collect();
    objects.par_extend(measures.par_iter().map(|measure| freeze_measure(measure, dataset)));
    objects.extend(dataset.sources().map(freeze_source));
    objects.extend(by_source(Kind::Relations, dataset.relations(), |relation| &relation.source));
    objects.extend(by_source(Kind::Positions, dataset.positions(), |position| &position.source));
    objects.push(freeze_reviews(dataset.reviews()));
    objects.extend(freeze_change_notes(dataset));
    objects
}

/// Freezes a measure with the records of its figures.
pub(super) fn freeze_measure(measure: &Measure, dataset: &Dataset) -> Object {
    let figures: Vec<_> = dataset.figures_of(&measure.id).iter().map(Figure::record).collect();
    let text = Text::new(Kind::Measure).value("measure", measure).list("figures", &figures).end();
    Object::new(Kind::Measure, Some(measure.id.as_str()), text)
}

fn freeze_source(source: &Source) -> Object {
    let text = Text::new(Kind::Source).value("source", source).end();
    Object::new(Kind::Source, Some(source.id.as_str()), text)
}

fn by_source<'a, T: Serialize + 'a>(
    kind: Kind,
    items: impl Iterator<Item = &'a T>,
    source: impl Fn(&T) -> &SourceId,
) -> Vec<Object> {
    let mut groups: BTreeMap<&SourceId, Vec<&T>> = BTreeMap::new();
    for item in items {
        groups.entry(source(item)).or_default().push(item);
    }
    groups.into_iter().map(|(id, items)| Object::list(kind, Some(id.as_str()), &items)).collect()
}

/// The notes of a month that is over stay the same object.
fn freeze_change_notes(dataset: &Dataset) -> Vec<Object> {
    let mut months: BTreeMap<String, Vec<&ChangeNote>> = BTreeMap::new();
    for note in dataset.change_notes() {
        months.entry(note.month()).or_default().push(note);
    }
    months.into_iter().map(|(month, notes)| Object::list(Kind::Changes, Some(&month), &notes)).collect()
}

/// Reviews have no identifier, so their order is that of their text.
fn freeze_reviews(reviews: &[Review]) -> Object {
    let mut items: Vec<(&str, String, &Review)> =
        reviews.iter().map(|review| (review.finding.as_str(), canonical(review), review)).collect();
    items.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    Object::list(Kind::Reviews, None, &items.into_iter().map(|(_, _, review)| review).collect::<Vec<_>>())
}

/// The text of an object as it is put together.
struct Text(String);

impl Text {
    fn new(kind: Kind) -> Self {
        Self(format!("{{\"format\":{FORMAT},\"kind\":\"{}\"", kind.name()))
    }

    fn value(mut self, key: &str, value: &impl Serialize) -> Self {
        let _ = write!(self.0, ",\n\"{key}\":{}", canonical(value));
        self
    }

    fn list(mut self, key: &str, items: &[impl Serialize]) -> Self {
        let lines: Vec<String> = items.iter().map(|item| format!("\n{}", canonical(item))).collect();
        let _ = write!(self.0, ",\n\"{key}\":[{}\n]", lines.join(","));
        self
    }

    fn end(mut self) -> String {
        self.0.push_str("}\n");
        self.0
    }
}
