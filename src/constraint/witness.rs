//! Looks for numbers that satisfy everything: settles one variable after another, and lets the rest follow.
//!
//! It does not go back on a choice except to try another number for the same variable, so finding none proves nothing.

use super::domains::{Domains, Local};
use super::limits::Budget;
use super::net::Net;
use super::propagate;
use crate::quantity::{End, Interval, Rational};

/// Numbers for all variables that are worth a check, where some are found.
pub(super) fn propose(net: &Net<'_>, domains: &Domains, budget: &mut Budget) -> Option<Vec<Rational>> {
    let mut settled = domains.clone();
    for local in settled.locals() {
        if settled[local].as_point().is_none() {
            settled = settle(net, &settled, local, budget)?;
        }
    }
    settled.points()
}

fn settle(net: &Net<'_>, domains: &Domains, local: Local, budget: &mut Budget) -> Option<Domains> {
    candidates(&domains[local], domains.is_whole(local)).into_iter().find_map(|value| {
        let mut next = domains.clone();
        next.narrow(local, &Interval::point(value)).ok()?;
        propagate::from(net, local, &mut next, budget).ok()?;
        Some(next)
    })
}

/// A few numbers of an interval: one well inside, and its ends.
fn candidates(interval: &Interval, whole: bool) -> Vec<Rational> {
    let inner = inner(interval);
    let inner = if whole { inner.floor() } else { inner };
    let ends = [interval.lo(), interval.hi()];
    let mut candidates = vec![inner];
    candidates.extend(ends.into_iter().filter(|end| end.is_closed()).filter_map(|end| end.value().cloned()));
    candidates.retain(|value| interval.contains(value));
    candidates.dedup();
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
