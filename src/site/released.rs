//! An edition as the site shows it.

use crate::disclose::{Cleared, Publication};
use crate::model::MeasureId;
use crate::period::PartialDate;
use crate::revision::Changes;
use std::collections::BTreeSet;

/// An edition with everything its pages show: what changed with it, and not the whole of what it holds.
#[derive(Debug)]
pub struct Released {
    /// Its number, from 1.
    pub number: u32,
    /// When it was released.
    pub date: PartialDate,
    /// The date up to which it reads, where it is an edition as it was known.
    pub known_on: Option<PartialDate>,
    /// The publisher's note.
    pub note: String,
    /// What it says of all that changed with it, and of what is tied to that.
    pub publication: Cleared<Publication>,
    /// The same part of the edition before; none for the first.
    pub before: Option<Cleared<Publication>>,
    /// How much it holds as a whole.
    pub counts: Counts,
    /// The digest of its manifest.
    pub digest: String,
    /// The digest of the manifest before it.
    pub previous: Option<String>,
    /// What changed since the edition before; none for the first.
    pub changes: Option<Changes>,
    /// The measures whose pages changed with it.
    pub changed: BTreeSet<MeasureId>,
}

/// How much an edition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Measures.
    pub measures: usize,
    /// Reported figures.
    pub figures: usize,
    /// Sources.
    pub sources: usize,
    /// What was found in it for readers when it was released.
    pub findings: usize,
}
