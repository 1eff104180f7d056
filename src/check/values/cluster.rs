//! Figures that may be held against one another: of one measure and breakdown, for the same time.

use crate::finding::Verdict;
use crate::model::{Code, DimensionId, Figure, Measure};
use crate::period::{Timing, TimingMatch};
use crate::reconcile::{Record, Scale, Status};
use std::collections::BTreeMap;

/// Figures of one measure and breakdown that speak of the same time.
pub(super) type Cluster<'a> = Vec<&'a Figure>;

/// What the figures of a cluster share: breakdown, scale, time. 80% and “up 80” are not held against one another.
pub(super) type Key<'a> = (Group<'a>, &'a Timing);

pub(super) type Group<'a> = (&'a BTreeMap<DimensionId, Code>, Scale);

/// So many figures for one time, none of which repeats another, are held against one another; any further are not,
/// and it is said.
pub(super) const MOST_FOR_ONE_TIME: usize = 200;

/// A time of one breakdown, with the figures for it that repeat no other.
struct Moment<'a> {
    timing: &'a Timing,
    roots: Vec<&'a Figure>,
}

/// Live values only: what was superseded or withdrawn is history, and a demand is no measurement.
pub(super) fn clusters<'a>(record: &'a Record, measure: &Measure) -> BTreeMap<Key<'a>, Cluster<'a>> {
    let mut groups: BTreeMap<Key<'a>, Cluster<'a>> = BTreeMap::new();
    for figure in record.dataset().figures_of(&measure.id) {
        let Some(amount) = figure.reading().amount() else { continue };
        if figure.basis.states_a_fact() && is_live(record, figure) {
            let scale = Scale::of(amount.form(), measure.quantity);
            let key = ((&figure.key.dimensions, scale), record.lineage().timing(figure));
            groups.entry(key).or_default().push(figure);
        }
    }
    groups
}

/// Figures of different origin whose dates may be the same and are not said to be.
pub(super) fn assumed_pairs<'a>(
    record: &Record,
    groups: &BTreeMap<Key<'a>, Cluster<'a>>,
) -> Vec<(&'a Figure, &'a Figure)> {
    let mut breakdowns: BTreeMap<Group<'a>, Vec<Moment<'a>>> = BTreeMap::new();
    for ((breakdown, timing), cluster) in groups {
        let roots = cluster.iter().copied().filter(|figure| record.root(figure).id == figure.id);
        let roots = roots.take(MOST_FOR_ONE_TIME).collect();
        breakdowns.entry(*breakdown).or_default().push(Moment { timing, roots });
    }
    breakdowns.into_values().flat_map(|moments| pairs(record, moments)).collect()
}

fn pairs<'a>(record: &Record, moments: Vec<Moment<'a>>) -> Vec<(&'a Figure, &'a Figure)> {
    let (mut dated, undated): (Vec<_>, Vec<_>) =
        moments.into_iter().partition(|moment| moment.timing.latest().is_some());
    dated.sort_by_key(|moment| (moment.timing.earliest(), std::cmp::Reverse(moment.timing.latest())));
    let mut pairs = Vec::new();
    for (at, moment) in dated.iter().enumerate() {
        // Sorted by their first day, so that those that may be the same follow at once.
        let within = dated
            .iter()
            .skip(at + 1)
            .take_while(|other| other.timing.earliest() <= moment.timing.latest())
            .filter(|other| moment.timing.compare(other.timing) == TimingMatch::Overlapping);
        let within: Vec<&Moment<'a>> = within.collect();
        for figure in &moment.roots {
            pairs.extend(any_of(record, figure, &within));
        }
    }
    for figure in undated.iter().flat_map(|moment| &moment.roots) {
        let latest = latest_when_said(record, figure, &dated);
        pairs.extend(latest.into_iter().flat_map(|moment| &moment.roots).map(|other| (*figure, *other)));
    }
    pairs
}

/// “In 2024” is true of a figure for any of its months. Only where none agrees is it held against the latest.
fn any_of<'a>(record: &Record, figure: &'a Figure, within: &[&Moment<'a>]) -> Vec<(&'a Figure, &'a Figure)> {
    let agrees = |other: &&Figure| {
        record.held_together(figure, other).is_some_and(|held| {
            matches!(held.verdict, Verdict::Consistent | Verdict::ConsistentAfterRounding)
        })
    };
    if within.iter().flat_map(|moment| &moment.roots).any(agrees) {
        return Vec::new();
    }
    let latest = within.iter().rev().find(|moment| !moment.roots.is_empty());
    latest.into_iter().flat_map(|moment| &moment.roots).map(|other| (figure, *other)).collect()
}

/// An undated figure is held against the latest dated ones that there were when it became public: against every
/// period of a series it would differ from most.
fn latest_when_said<'a, 'b>(
    record: &Record,
    figure: &Figure,
    dated: &'b [Moment<'a>],
) -> Option<&'b Moment<'a>> {
    let said = record.dataset().source(&figure.source).and_then(|source| source.public_date());
    dated
        .iter()
        .filter(|moment| !moment.roots.is_empty())
        .filter(|moment| said.is_none_or(|said| moment.timing.earliest() <= Some(said.latest())))
        .max_by_key(|moment| (moment.timing.latest(), std::cmp::Reverse(moment.timing.earliest())))
}

fn is_live(record: &Record, figure: &Figure) -> bool {
    !matches!(record.standings().status(figure), Status::Superseded | Status::Withdrawn)
}
