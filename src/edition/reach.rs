//! How far a change reaches: the measures that changed, and all that relations and positions tie to them.
//!
//! What stands outside cannot have changed, nor can anything that is worked out from it. So the history of a
//! record costs what changed in it, not what it holds.

use super::canon::canonical;
use super::digest::Digest;
use super::draft::entries;
use super::manifest::Entry;
use super::object::{Kind, freeze};
use crate::model::{Body, Dataset, FigureId, MeasureId, Position, Relation, SourceId};
use crate::quantity::HedgeWidths;
use std::collections::{BTreeMap, BTreeSet};

/// How much of a record two states of it have to be compared on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// All of it.
    Everything,
    /// These measures, and these sources besides those that the measures speak of.
    Part {
        /// No relation and no position ties one of them to a measure outside.
        measures: BTreeSet<MeasureId>,
        /// The sources that differ.
        sources: BTreeSet<SourceId>,
    },
}

/// A state of the record as digests, with what ties its measures together.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    pub(super) entries: Vec<Entry>,
    /// What is on record of the bodies.
    pub(super) bodies: Digest,
    pub(super) hedges: HedgeWidths,
    /// The measures that one relation or position speaks of together.
    pub(super) ties: Vec<Vec<MeasureId>>,
}

impl Outline {
    /// The outline of a dataset that was read with these widths.
    #[must_use]
    pub fn of(dataset: &Dataset, hedges: &HedgeWidths) -> Self {
        let place =
            |id: &FigureId| dataset.figure(id).map(|figure| &figure.key.measure).into_iter().collect();
        let related = dataset.relations().map(|relation| tied_by_relation(relation, place));
        let spoken_of = dataset.positions().map(|position| tied_by_position(position, place));
        Self {
            entries: entries(dataset, &freeze(dataset)),
            bodies: on_record(dataset.bodies()),
            hedges: hedges.clone(),
            ties: related.chain(spoken_of).collect(),
        }
    }

    /// The two states tell the same. How a body is asked for more is no part of what they tell.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let told = |outline: &Self| {
            let told = |entry: &&Entry| entry.kind != Kind::Bodies;
            outline.entries.iter().filter(told).cloned().collect::<Vec<_>>()
        };
        (self.bodies, &self.hedges) == (other.bodies, &other.hedges) && told(self) == told(other)
    }

    fn of_kind(&self, kind: Kind) -> BTreeMap<Option<&str>, &Entry> {
        let entries = self.entries.iter().filter(|entry| entry.kind == kind);
        entries.map(|entry| (entry.id.as_deref(), entry)).collect()
    }
}

impl Reach {
    /// How far the change from one state to another reaches.
    #[must_use]
    pub fn between(before: &Outline, after: &Outline) -> Self {
        let reviews = |outline: &Outline| digests(&outline.of_kind(Kind::Reviews));
        if before.hedges != after.hedges || reviews(before) != reviews(after) {
            return Self::Everything;
        }
        let ties = before.ties.iter().chain(&after.ties);
        let differ = |kind, told| differing(&before.of_kind(kind), &after.of_kind(kind), told);
        let changed = differ(Kind::Measure, |entry| entry.content.unwrap_or(entry.sha256));
        Self::Part {
            measures: tied_to(changed.iter().filter_map(|id| MeasureId::new(id).ok()).collect(), ties),
            sources: differ(Kind::Source, |entry| entry.sha256)
                .iter()
                .filter_map(|id| SourceId::new(id).ok())
                .collect(),
        }
    }

    /// Measures, and all that any of some states of the record ties to them.
    #[must_use]
    pub fn around<'a>(measures: BTreeSet<MeasureId>, states: impl Iterator<Item = &'a Outline>) -> Self {
        let ties: Vec<&Vec<MeasureId>> = states.flat_map(|state| &state.ties).collect();
        Self::Part { measures: tied_to(measures, ties.into_iter()), sources: BTreeSet::new() }
    }

    /// Something within the other's reach is within this one's.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Everything, _) | (_, Self::Everything) => true,
            (Self::Part { measures: a, .. }, Self::Part { measures: b, .. }) => !a.is_disjoint(b),
        }
    }

    /// The measure is within reach.
    #[must_use]
    pub fn holds(&self, measure: &MeasureId) -> bool {
        match self {
            Self::Everything => true,
            Self::Part { measures, .. } => measures.contains(measure),
        }
    }

    /// The source differs, or everything is within reach.
    pub(super) fn holds_source(&self, source: &SourceId) -> bool {
        match self {
            Self::Everything => true,
            Self::Part { sources, .. } => sources.contains(source),
        }
    }
}

/// The digest of what is on record of bodies.
pub(super) fn on_record<'a>(bodies: impl Iterator<Item = &'a Body>) -> Digest {
    let texts: Vec<String> = bodies.map(|body| canonical(&body.on_record())).collect();
    Digest::of_parts(texts.iter().map(String::as_bytes))
}

fn digests(entries: &BTreeMap<Option<&str>, &Entry>) -> Vec<Digest> {
    entries.values().map(|entry| entry.sha256).collect()
}

/// The ids of what one side lacks or tells otherwise.
fn differing<'a>(
    before: &BTreeMap<Option<&'a str>, &'a Entry>,
    after: &BTreeMap<Option<&'a str>, &'a Entry>,
    told: fn(&Entry) -> Digest,
) -> BTreeSet<&'a str> {
    let on = |side: &BTreeMap<_, &'a Entry>, id| side.get(id).map(|entry| told(entry));
    let both = before.keys().chain(after.keys());
    both.filter(|id| on(before, id) != on(after, id)).copied().flatten().collect()
}

/// The measures from which a chain of ties leads to one of those that changed.
fn tied_to<'a>(
    changed: BTreeSet<MeasureId>,
    ties: impl Iterator<Item = &'a Vec<MeasureId>>,
) -> BTreeSet<MeasureId> {
    let mut beside: BTreeMap<&MeasureId, Vec<&[MeasureId]>> = BTreeMap::new();
    for tie in ties.filter(|tie| tie.len() > 1) {
        for measure in tie {
            beside.entry(measure).or_default().push(tie);
        }
    }
    let mut waiting: Vec<MeasureId> = changed.iter().cloned().collect();
    let mut reached = changed;
    while let Some(measure) = waiting.pop() {
        for other in beside.remove(&measure).into_iter().flatten().flatten() {
            if reached.insert(other.clone()) {
                waiting.push(other.clone());
            }
        }
    }
    reached
}

/// The measures that a relation speaks of together, by where its figures are.
pub(super) fn tied_by_relation<'a>(
    relation: &Relation,
    place: impl Fn(&FigureId) -> Vec<&'a MeasureId>,
) -> Vec<MeasureId> {
    let named: BTreeSet<&MeasureId> = relation.asserted.figures().into_iter().flat_map(place).collect();
    named.into_iter().cloned().collect()
}

/// The measures that a position speaks of together, by where its figures are.
pub(super) fn tied_by_position<'a>(
    position: &Position,
    place: impl Fn(&FigureId) -> Vec<&'a MeasureId>,
) -> Vec<MeasureId> {
    let named: BTreeSet<MeasureId> =
        position.figures().flat_map(place).cloned().chain(position.measures.iter().cloned()).collect();
    named.into_iter().collect()
}
