//! Longer periods and the shorter ones within them. Only flows add up over time.

use super::super::Scale;
use super::Tie;
use super::build::{Builder, Variables, adds_up, is_never_negative};
use super::quantity::Scope;
use crate::constraint::{Doubt, Variable};
use crate::model::{Code, DimensionId, Measure, StockOrFlow};
use crate::period::Timing;
use jiff::civil::Date;
use std::collections::{BTreeMap, VecDeque};

/// A period with its variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    start: Date,
    end: Date,
    variable: Variable,
}

type Series<'a> = (BTreeMap<&'a DimensionId, &'a Code>, Scope<'a>);

pub(super) fn add(builder: &mut Builder<'_>, measure: &Measure, variables: &Variables<'_>) {
    if measure.stock_or_flow != StockOrFlow::Flow {
        return;
    }
    let mut series: BTreeMap<Series<'_>, Vec<Span>> = BTreeMap::new();
    for (quantity, variable) in variables {
        if let Timing::During(period) = quantity.timing
            && quantity.scope.scale == Scale::OfTheMeasure
        {
            let span = Span { start: period.start(), end: period.end(), variable: *variable };
            series.entry((quantity.codes.clone(), quantity.scope)).or_default().push(span);
        }
    }
    for spans in series.values_mut() {
        // The longest first among those that start together.
        spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        tie(builder, measure, spans);
    }
}

fn tie(builder: &mut Builder<'_>, measure: &Measure, spans: &[Span]) {
    for whole in spans {
        let within = inside(spans, whole);
        let tiles = if adds_up(measure) { tiles(&within, whole) } else { None };
        match tiles {
            Some(parts) => builder.tie(Tie::Periods, whole.variable, &parts, Doubt::Never),
            None if !is_never_negative(measure) || within.is_empty() => {}
            None if adds_up(measure) => {
                builder.tie(Tie::WithinPeriod, whole.variable, &apart(&within), Doubt::Never);
            }
            None => {
                for part in direct(&within) {
                    builder.tie(Tie::WithinPeriod, whole.variable, &[part], Doubt::Never);
                }
            }
        }
    }
}

/// The periods that lie within another, in the order of their start.
fn inside(spans: &[Span], whole: &Span) -> Vec<Span> {
    let from = spans.partition_point(|span| span.start < whole.start);
    let started = spans.iter().skip(from).take_while(|span| span.start <= whole.end);
    started.filter(|span| span.end <= whole.end && span.variable != whole.variable).copied().collect()
}

/// The fewest periods that follow on one another and make up the whole.
fn tiles(within: &[Span], whole: &Span) -> Option<Vec<Variable>> {
    let mut reached: BTreeMap<Date, Option<(Date, Variable)>> = BTreeMap::from([(whole.start, None)]);
    let mut queue = VecDeque::from([whole.start]);
    let after = whole.end.tomorrow().ok()?;
    while let Some(at) = queue.pop_front() {
        if at == after {
            return Some(walk_back(&reached, at));
        }
        let from = within.partition_point(|span| span.start < at);
        for span in within.iter().skip(from).take_while(|span| span.start == at) {
            let Ok(next) = span.end.tomorrow() else { continue };
            reached.entry(next).or_insert_with(|| {
                queue.push_back(next);
                Some((at, span.variable))
            });
        }
    }
    None
}

fn walk_back(reached: &BTreeMap<Date, Option<(Date, Variable)>>, end: Date) -> Vec<Variable> {
    let mut parts = Vec::new();
    let mut at = end;
    while let Some(Some((before, variable))) = reached.get(&at) {
        parts.push(*variable);
        at = *before;
    }
    parts.reverse();
    parts
}

/// Periods of which none overlap, the longest of those that start together.
fn apart(within: &[Span]) -> Vec<Variable> {
    let mut parts = Vec::new();
    let mut covered: Option<Date> = None;
    for span in within {
        if covered.is_none_or(|day| span.start > day) {
            parts.push(span.variable);
            covered = Some(span.end);
        }
    }
    parts
}

/// Periods that lie within no other of them.
fn direct(within: &[Span]) -> Vec<Variable> {
    let mut furthest: Option<Date> = None;
    let mut parts = Vec::new();
    for span in within {
        if furthest.is_none_or(|day| span.end > day) {
            parts.push(span.variable);
            furthest = Some(span.end);
        }
    }
    parts
}
