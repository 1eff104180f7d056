//! An edition: a dataset as it was released, numbered, dated and tied to the edition before it.

use super::digest::Digest;
use super::manifest::{Counts, Entry, Manifest};
use super::number::EditionNumber;
use super::object::Kind;
use super::recorded::RecordedFinding;
use super::store::Store;
use crate::model::MeasureId;
use crate::period::PartialDate;
use crate::quantity::HedgeWidths;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A frozen edition. What it says of itself is in memory; what it holds is read when it is asked for.
#[derive(Debug, Clone)]
pub struct Edition {
    manifest: Manifest,
    digest: Digest,
    store: Store,
}

impl Edition {
    pub(super) fn new(manifest: Manifest, digest: Digest, store: Store) -> Self {
        Self { manifest, digest, store }
    }

    /// Its number.
    #[must_use]
    pub fn number(&self) -> EditionNumber {
        self.manifest.number
    }

    /// The day on which it was released.
    #[must_use]
    pub fn released(&self) -> Date {
        self.manifest.released
    }

    /// The date up to which it tells what was known; none where it tells everything there was.
    #[must_use]
    pub fn known_on(&self) -> Option<PartialDate> {
        self.manifest.known_on
    }

    /// What changed with it, in the publisher's words.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.manifest.note
    }

    /// The version of onrecord that froze it.
    #[must_use]
    pub fn tool(&self) -> &str {
        &self.manifest.tool
    }

    /// The digest of its manifest, and so of everything in it.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The digest of the manifest before; none for the first edition.
    #[must_use]
    pub fn previous(&self) -> Option<Digest> {
        self.manifest.previous
    }

    /// How much it holds.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.manifest.counts
    }

    /// What was found in it when it was released, by code and fingerprint.
    #[must_use]
    pub fn findings(&self) -> &[RecordedFinding] {
        &self.manifest.findings
    }

    /// How wide each hedge was read when it was released, so that it reads the same ever after.
    #[must_use]
    pub fn hedges(&self) -> &HedgeWidths {
        &self.manifest.hedges
    }

    /// The digest of all that the page of a measure tells in this edition; none where it has no such measure.
    #[must_use]
    pub fn content(&self, measure: &MeasureId) -> Option<Digest> {
        self.measure_entry(measure).and_then(|entry| entry.content)
    }

    /// Where it is kept.
    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    pub(super) fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn measure_entry(&self, measure: &MeasureId) -> Option<&Entry> {
        let key = (Kind::Measure, Some(measure.as_str()));
        let entries = &self.manifest.entries;
        entries.binary_search_by(|entry| entry.key().cmp(&key)).ok().and_then(|index| entries.get(index))
    }
}

/// The measures whose pages tell in one edition what they did not tell in the edition before: those that have a
/// frozen page of it. A measure that is gone is among them.
#[must_use]
pub fn changed_since(before: Option<&Edition>, after: &Edition) -> BTreeSet<MeasureId> {
    let contents = |edition: &Edition| -> BTreeSet<(String, Option<Digest>)> {
        let measures = edition.manifest.entries.iter().filter(|entry| entry.kind == Kind::Measure);
        measures.filter_map(|entry| Some((entry.id.clone()?, entry.content))).collect()
    };
    let (before, after) = (before.map(contents).unwrap_or_default(), contents(after));
    let differ = before.symmetric_difference(&after);
    differ.filter_map(|(id, _)| MeasureId::new(id).ok()).collect()
}
