//! What the files say of one another: ids that must be declared, ids that must be one of a kind, and circles.

mod circles;
mod duplicates;
mod mentions;

pub(super) use mentions::Missing;

use super::claims::Entries;
use super::declare::Declared;
use super::document::Mention;
use super::faults::Faults;
use super::figures::Figures;
use crate::finding::Finding;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that was read, before it is put together.
#[derive(Debug)]
pub(super) struct Gathered {
    pub(super) declared: Declared,
    pub(super) figures: Vec<Figures>,
    pub(super) entries: Entries,
}

/// Holds the files against one another.
pub(super) fn check(gathered: &Gathered, mentions: &[Mention]) -> Vec<Finding> {
    let mut found = Found::default();
    mentions::check(gathered, mentions, &mut found);
    duplicates::check(gathered, &mut found);
    circles::check(&gathered.declared, mentions, &mut found);
    found.files.into_values().flat_map(Faults::into_findings).collect()
}

/// Findings by the file they are in.
#[derive(Debug, Default)]
struct Found {
    files: BTreeMap<Arc<str>, Faults>,
}

impl Found {
    fn add(&mut self, finding: Finding) {
        if let Some(place) = finding.locations.first() {
            self.files.entry(Arc::clone(&place.path)).or_default().add(finding);
        }
    }
}
