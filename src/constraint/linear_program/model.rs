//! The linear rows of a part, and the three things they are asked.

use super::certificate::{self, Aim};
use super::relaxation;
use super::scaled::Scaled;
use super::solver;
use crate::constraint::domains::{Domains, Local};
use crate::constraint::net::Net;
use crate::quantity::{End, Interval, Rational};

/// `Σ weight · variable` is at most a constant, or equals it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LinearRow {
    pub(super) terms: Vec<(Local, Rational)>,
    pub(super) equal: bool,
    pub(super) constant: Rational,
}

/// Linear rows that follow from the relations of a part, over the values that propagation left.
#[derive(Debug)]
pub(in crate::constraint) struct Model<'a> {
    domains: &'a Domains,
    rows: Vec<LinearRow>,
    /// None where there is nothing to ask a solver, or numbers beyond its reach.
    scaled: Option<Scaled>,
}

impl<'a> Model<'a> {
    pub(in crate::constraint) fn new(net: &Net<'_>, domains: &'a Domains) -> Self {
        let rows: Vec<_> = net.rows().iter().flat_map(|row| relaxation::of(row, domains)).collect();
        let scaled = Scaled::new(&rows, domains);
        Self { domains, rows, scaled }
    }

    /// How many rows and variables it has, whichever are more.
    pub(in crate::constraint) fn size(&self) -> usize {
        self.rows.len().max(self.domains.locals().len())
    }

    /// Whether the rows were proven to have no common solution.
    pub(in crate::constraint) fn refutes(&self) -> bool {
        let Some(scaled) = &self.scaled else { return false };
        let refuted = |proposal: Vec<f64>| {
            let bounds = self.bounds(&Aim::Nothing, &scaled.multipliers(&proposal, None));
            bounds.iter().any(is_below_zero)
        };
        solver::refutation(scaled).is_some_and(refuted)
            || solver::strict_refutation(scaled).is_some_and(refuted)
    }

    /// The values of a variable that the rows leave.
    pub(in crate::constraint) fn range(&self, local: Local) -> Option<Interval> {
        let hi = self.limit(&Aim::Most(local), local);
        let lo = match self.limit(&Aim::Least(local), local) {
            End::Unbounded => End::Unbounded,
            End::Open(value) => End::Open(-value),
            End::Closed(value) => End::Closed(-value),
        };
        self.domains[local].intersect(&Interval::new(lo, hi)?)
    }

    /// Points that satisfy the rows, more or less: to be checked.
    pub(in crate::constraint) fn points(&self) -> Vec<Vec<Rational>> {
        let Some(scaled) = &self.scaled else { return Vec::new() };
        let ways = [solver::Margin::AtOpenEnds, solver::Margin::Everywhere];
        let points = ways.into_iter().filter_map(|margin| solver::point(scaled, margin));
        points.map(|point| scaled.values(&point, self.domains)).collect()
    }

    /// The smallest upper end that was proven for the aim.
    fn limit(&self, aim: &Aim, local: Local) -> End {
        let Some(scaled) = &self.scaled else { return End::Unbounded };
        let Some(proposal) = solver::bound(scaled, aim) else { return End::Unbounded };
        let bounds = self.bounds(aim, &scaled.multipliers(&proposal, Some(local)));
        bounds.into_iter().reduce(lower).unwrap_or(End::Unbounded)
    }

    /// What each choice of multipliers proves.
    fn bounds(&self, aim: &Aim, choices: &[Vec<Rational>]) -> Vec<End> {
        choices
            .iter()
            .map(|multipliers| certificate::bound(aim, &self.rows, multipliers, self.domains))
            .collect()
    }
}

/// Whether zero, which is at most this end, cannot be.
fn is_below_zero(end: &End) -> bool {
    end.value().is_some_and(|value| value.signum() < 0 || (value.signum() == 0 && !end.is_closed()))
}

fn lower(a: End, b: End) -> End {
    match (a.value(), b.value()) {
        (None, _) => b,
        (_, None) => a,
        (Some(x), Some(y)) if x < y || (x == y && !a.is_closed()) => a,
        _ => b,
    }
}
