//! Looks for numbers that satisfy everything: settles one variable after another, and lets the rest follow.
//!
//! It does not go back on a choice except to try another number for the same variable, so finding none proves nothing.

use super::domains::{Domains, Local};
use super::limits::Budget;
use super::net::Net;
use super::propagate;
use crate::quantity::{End, Interval, Rational};

/// Numbers for all variables that are worth a check, where some are found. A hint, if there is one, is tried first.
pub(super) fn propose(
    net: &Net<'_>,
    domains: &Domains,
    hints: Option<&[Rational]>,
    budget: &mut Budget,
) -> Option<Vec<Rational>> {
    let mut settled = domains.clone();
    for local in settled.locals() {
        if settled[local].as_point().is_none() {
            let hint = hints.and_then(|hints| hints.get(local.index()));
            settled = settle(net, &settled, local, hint, budget)?;
        }
    }
    settled.points()
}

fn settle(
    net: &Net<'_>,
    domains: &Domains,
    local: Local,
    hint: Option<&Rational>,
    budget: &mut Budget,
) -> Option<Domains> {
    let mut candidates = candidates(&domains[local], domains.is_whole(local), hint);
    candidates.retain(|value| domains[local].contains(value));
    candidates.dedup();
    candidates.into_iter().find_map(|value| {
        let mut next = domains.clone();
        next.narrow(local, &Interval::point(value)).ok()?;
        propagate::from(net, local, &mut next, budget).ok()?;
        Some(next)
    })
}

/// A few numbers to try: the hint, one well inside, and the ends.
fn candidates(interval: &Interval, whole: bool, hint: Option<&Rational>) -> Vec<Rational> {
    let mut candidates = Vec::with_capacity(5);
    for inside in hint.cloned().into_iter().chain([inner(interval)]) {
        if whole {
            candidates.extend([inside.floor(), inside.ceil()]);
        } else {
            candidates.push(inside);
        }
    }
    let ends = [interval.lo(), interval.hi()];
    candidates.extend(ends.into_iter().filter(|end| end.is_closed()).filter_map(|end| end.value().cloned()));
    candidates
}

/// The middle of an interval, or a little beyond its only end.
fn inner(interval: &Interval) -> Rational {
    let half = Rational::new(1, 2).unwrap_or_default();
    let one = Rational::from(1);
    match (interval.lo(), interval.hi()) {
        (End::Open(lo) | End::Closed(lo), End::Open(hi) | End::Closed(hi)) => (lo + hi) * half,
        (End::Open(lo) | End::Closed(lo), End::Unbounded) => lo + one,
        (End::Unbounded, End::Open(hi) | End::Closed(hi)) => hi - one,
        (End::Unbounded, End::Unbounded) => one,
    }
}
