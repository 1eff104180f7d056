//! Figures that may be held against one another: of one measure and breakdown, for the same time.

use crate::model::{Code, DimensionId, Figure, Measure};
use crate::period::{Timing, TimingMatch};
use crate::quantity::Form;
use crate::reconcile::{Record, Standing, Status};
use std::collections::BTreeMap;

/// Figures of one measure and breakdown that speak of the same time.
pub(super) type Cluster<'a> = Vec<&'a Figure>;

/// What the figures of a cluster share: breakdown, kind of number, time.
type Key<'a> = ((&'a BTreeMap<DimensionId, Code>, Kind), &'a Timing);

/// Kinds of number that can be set against one another as they stand. 80% and "three-quarters" cannot: they
/// are read on different scales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Number,
    Percent,
    Proportion,
    PercentagePoints,
    Change,
    Difference,
}

fn kind(form: &Form) -> Kind {
    match form {
        Form::Number | Form::Money(_) => Kind::Number,
        Form::Percent => Kind::Percent,
        Form::Proportion => Kind::Proportion,
        Form::PercentagePoints => Kind::PercentagePoints,
        Form::Change => Kind::Change,
        Form::Difference => Kind::Difference,
    }
}

/// Live values only: what was superseded or withdrawn is history, and a demand is no measurement.
pub(super) fn clusters<'a>(record: &'a Record, measure: &Measure) -> BTreeMap<Key<'a>, Cluster<'a>> {
    let mut groups: BTreeMap<Key<'a>, Cluster<'a>> = BTreeMap::new();
    for figure in record.dataset().figures_of(&measure.id) {
        let Some(amount) = figure.reading().amount() else { continue };
        if figure.basis.states_a_fact() && is_live(record, figure) {
            let key = ((&figure.key.dimensions, kind(amount.form())), record.lineage().timing(figure));
            groups.entry(key).or_default().push(figure);
        }
    }
    groups
}

/// Figures of different origin whose dates may be the same and are not said to be. An undated figure is held
/// against the latest dated ones only: against every period of a series it would differ from most.
pub(super) fn assumed_pairs<'a>(
    record: &Record,
    groups: &BTreeMap<Key<'a>, Cluster<'a>>,
) -> Vec<(&'a Figure, &'a Figure)> {
    let mut pairs = Vec::new();
    for (at, ((breakdown, timing), cluster)) in groups.iter().enumerate() {
        let others: Vec<_> = groups
            .iter()
            .skip(at + 1)
            .filter(|((other, _), _)| other == breakdown)
            .filter(|((_, other), _)| match timing.compare(other) {
                TimingMatch::Overlapping => true,
                TimingMatch::Unknown => is_latest(groups, breakdown, timing),
                TimingMatch::Same | TimingMatch::Different => false,
            })
            .collect();
        for (_, other) in others {
            let roots = |figures: &[&'a Figure]| -> Vec<&'a Figure> {
                figures.iter().copied().filter(|figure| record.root(figure).id == figure.id).collect()
            };
            for a in roots(cluster) {
                pairs.extend(roots(other).into_iter().map(|b| (a, b)));
            }
        }
    }
    pairs
}

/// No later date is on record for the breakdown. What is not dated sorts last.
fn is_latest(
    groups: &BTreeMap<Key<'_>, Cluster<'_>>,
    breakdown: &(&BTreeMap<DimensionId, Code>, Kind),
    timing: &Timing,
) -> bool {
    groups.keys().filter(|(other, _)| other == breakdown).all(|(_, other)| other.latest() <= timing.latest())
}

fn is_live(record: &Record, figure: &Figure) -> bool {
    !matches!(record.standings().standing(figure), Standing::Verified(Status::Superseded | Status::Withdrawn))
}
