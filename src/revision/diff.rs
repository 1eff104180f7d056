//! The difference of two cleared datasets.

use super::aspect::Aspect;
use super::changes::{Changes, MeasureChange, Presence};
use super::compare::compare;
use super::fields::fields;
use super::figure_change::{FigureChange, FigureState};
use super::findings::findings;
use super::kind::Said;
use super::noted::Noted;
use super::pairs::{Pair, pairs};
use super::parts::{PartChange, parts, sides};
use super::predecessor::Predecessor;
use crate::disclose::{Cleared, Publication};
use crate::finding::Finding;
use crate::model::{Body, BodyId, Dataset, FigureId, Measure, MeasureId};
use crate::reconcile::Record;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What changed from an older dataset to a newer one.
#[must_use]
pub fn diff(before: &Cleared<Publication>, after: &Cleared<Publication>) -> Changes {
    let shielded = before.shielded.union(&after.shielded).cloned().collect();
    between((&before.record, &before.findings), (&after.record, &after.findings), &shielded)
}

/// What the first edition brings: all of it is new.
#[must_use]
pub fn first(after: &Cleared<Publication>) -> Changes {
    between((&Record::new(Dataset::default()), &[]), (&after.record, &after.findings), &after.shielded)
}

/// What changed between two records and what was found in them.
/// The figures that are shielded are withheld somewhere: what they were and are is not told.
pub(super) fn between(
    before: (&Record, &[Finding]),
    after: (&Record, &[Finding]),
    shielded: &BTreeSet<FigureId>,
) -> Changes {
    let (old, new) = (before.0.dataset(), after.0.dataset());
    let noted = Noted::between(old, new);
    Changes {
        measures: measures(before.0, after.0, &noted, shielded),
        sources: parts(old.sources(), new.sources(), |source| &source.id),
        bodies: bodies(old, new),
        relations: parts(old.relations(), new.relations(), |relation| &relation.id),
        positions: parts(old.positions(), new.positions(), |position| &position.id),
        findings: findings(before.1, after.1, shielded),
        notes: noted.fresh().iter().copied().cloned().collect(),
    }
}

fn bodies(old: &Dataset, new: &Dataset) -> Vec<PartChange<BodyId>> {
    let on_record = |dataset: &Dataset| dataset.bodies().map(Body::on_record).collect::<Vec<_>>();
    parts(on_record(old).iter(), on_record(new).iter(), |body| &body.id)
}

fn measures(
    before: &Record,
    after: &Record,
    noted: &Noted<'_>,
    shielded: &BTreeSet<FigureId>,
) -> Vec<MeasureChange> {
    let (old, new) = (before.dataset(), after.dataset());
    let declared: Vec<_> =
        sides(old.measures(), new.measures(), |measure| &measure.id).into_values().collect();
    let declared =
        declared.into_par_iter().filter_map(|(old, new)| declaration(old, new)).collect::<Vec<_>>();
    let mut changes: BTreeMap<MeasureId, MeasureChange> =
        declared.into_iter().map(|change| (change.id.clone(), change)).collect();
    let said = Said::between(old, new);
    for (pair, aspects) in differing(before, after) {
        let Some(figure) = pair.1.or(pair.0) else { continue };
        let id = &figure.key.measure;
        let measure =
            changes.entry(id.clone()).or_insert_with(|| kept(id, new.measure(id).or(old.measure(id))));
        let ids = [pair.1, pair.0].map(|figure| figure.map(|figure| &figure.id));
        let note = match ids {
            [Some(new), None] => noted.on_new(new),
            _ => noted.on_figure(ids, id),
        };
        let (kind, by) = match note {
            Some(note) => (note.kind, None),
            None => said.kind(figure, &aspects, measure.restated()),
        };
        let note = note.map(|note| note.id.clone());
        let new = pair.1.filter(|_| pair.0.is_none());
        let predecessor = new.and_then(|new| Predecessor::of(new, by.as_ref(), [before, after], shielded));
        let before = pair.0.map(|figure| FigureState::of(figure, before, shielded));
        let after = pair.1.map(|figure| FigureState::of(figure, after, shielded));
        let change =
            FigureChange { figure: figure.id.clone(), kind, by, note, before, after, predecessor, aspects };
        measure.figures.push(change.without_shielded_numbers());
    }
    for change in changes.values_mut() {
        change.note = noted.on_measure(&change.id).map(|note| note.id.clone());
    }
    changes.into_values().collect()
}

/// What changed in the declaration of a measure, if anything.
fn declaration(before: Option<&Measure>, after: Option<&Measure>) -> Option<MeasureChange> {
    let measure = after.or(before)?;
    let mut change = kept(&measure.id, Some(measure));
    match (before, after) {
        (Some(before), Some(after)) => change.fields = fields(before, after),
        (None, _) => change.presence = Presence::Added,
        (_, None) => change.presence = Presence::Removed,
    }
    (change.presence != Presence::Kept || !change.fields.is_empty()).then_some(change)
}

fn kept(id: &MeasureId, measure: Option<&Measure>) -> MeasureChange {
    MeasureChange {
        id: id.clone(),
        title: measure.map_or_else(|| id.to_string(), |measure| measure.title.clone()),
        presence: Presence::Kept,
        fields: Vec::new(),
        note: None,
        figures: Vec::new(),
    }
}

/// The figures that differ, in the order of a dataset.
fn differing<'a>(before: &'a Record, after: &'a Record) -> Vec<(Pair<'a>, Vec<Aspect>)> {
    let aspects = |pair: &Pair<'_>| match *pair {
        (Some(old), Some(new)) => compare((old, before), (new, after)),
        (Some(_), None) => vec![Aspect::Removed],
        (None, _) => vec![Aspect::Added],
    };
    let pairs = pairs(before.dataset(), after.dataset()).into_par_iter();
    pairs.map(|pair| (pair, aspects(&pair))).filter(|(_, aspects)| !aspects.is_empty()).collect()
}
