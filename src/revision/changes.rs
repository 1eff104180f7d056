//! Everything that changed between two datasets.

use super::kind::Restated;
use super::{Class, FieldChange, FigureChange, FindingChanges, PartChange};
use crate::model::{BodyId, ChangeNote, ChangeNoteId, MeasureId, PositionId, RelationId, SourceId};
use serde::Serialize;
use std::collections::BTreeMap;

/// What changed, each list by identifier. Only what differs is in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Changes {
    /// Measures that differ, or that have figures that do.
    pub measures: Vec<MeasureChange>,
    /// Sources.
    pub sources: Vec<PartChange<SourceId>>,
    /// Bodies.
    pub bodies: Vec<PartChange<BodyId>>,
    /// Relations asserted between figures.
    pub relations: Vec<PartChange<RelationId>>,
    /// Positions taken on figures.
    pub positions: Vec<PartChange<PositionId>>,
    /// What was found.
    pub findings: FindingChanges,
    /// The publisher's notes that are new, by date.
    pub notes: Vec<ChangeNote>,
}

/// A measure that differs, or that has figures that do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeasureChange {
    /// Its identifier.
    pub id: MeasureId,
    /// Its title now, or the last it had.
    pub title: String,
    /// Whether it came, went or stayed.
    pub presence: Presence,
    /// What its declaration says otherwise, where it stayed.
    pub fields: Vec<FieldChange>,
    /// The publisher's note on all that changed in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<ChangeNoteId>,
    /// Its figures that differ, in the order of a dataset. One that moved to it from another measure is here.
    pub figures: Vec<FigureChange>,
}

/// Whether something came, went or stayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It was not there before.
    Added,
    /// It is no longer there.
    Removed,
    /// It is on both sides.
    Kept,
}

/// Fields that say what is counted. Where one of them changes, its figures no longer mean the same.
const DEFINING: [&str; 8] =
    ["unit", "quantity", "stock_or_flow", "population", "coverage", "definition", "includes", "dimensions"];

impl MeasureChange {
    /// What it counts is said otherwise, so that old and new figures do not mean the same.
    #[must_use]
    pub fn is_restated(&self) -> bool {
        self.fields.iter().any(|change| DEFINING.contains(&change.root()))
    }

    /// What of the declaration is said otherwise, in words; none where its figures mean what they meant.
    #[must_use]
    pub fn restatement(&self) -> Option<&'static str> {
        let defining = self.fields.iter().filter(|change| DEFINING.contains(&change.root()));
        let of_the_breakdown = |change: &&FieldChange| change.root() == "dimensions";
        match (
            defining.clone().any(|change| !of_the_breakdown(&change)),
            defining.clone().any(|c| of_the_breakdown(&c)),
        ) {
            (true, _) => Some("what it counts is said otherwise"),
            (false, true) => Some("its breakdown is said otherwise"),
            (false, false) => None,
        }
    }

    pub(super) fn restated(&self) -> Restated {
        if self.is_restated() { Restated::Yes } else { Restated::No }
    }
}

impl Changes {
    /// Nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.measures.is_empty()
            && self.sources.is_empty()
            && self.bodies.is_empty()
            && self.relations.is_empty()
            && self.positions.is_empty()
            && self.findings.is_empty()
            && self.notes.is_empty()
    }

    /// Every figure that differs, by measure.
    pub fn figures(&self) -> impl Iterator<Item = &FigureChange> {
        self.measures.iter().flat_map(|measure| &measure.figures)
    }

    /// The change of a measure, if it differs.
    #[must_use]
    pub fn measure(&self, id: &MeasureId) -> Option<&MeasureChange> {
        self.measures.binary_search_by(|measure| measure.id.cmp(id)).ok().and_then(|at| self.measures.get(at))
    }

    /// The note that says why a figure changed.
    #[must_use]
    pub fn note_on(&self, change: &FigureChange) -> Option<&ChangeNote> {
        let id = change.note.as_ref()?;
        self.notes.iter().find(|note| note.id == *id)
    }

    /// How many figures changed, by class; each is counted once. Classes without figures are left out.
    #[must_use]
    pub fn counts(&self) -> Vec<(Class, usize)> {
        let mut counts: BTreeMap<Class, usize> = BTreeMap::new();
        for figure in self.measures.iter().flat_map(MeasureChange::told) {
            *counts.entry(figure.class()).or_default() += 1;
        }
        let repeated: usize =
            self.measures.iter().flat_map(MeasureChange::repeated).map(|each| each.count).sum();
        counts.into_iter().chain((repeated > 0).then_some((Class::Repeated, repeated))).collect()
    }
}
