//! The three questions to a system: can these statements all hold, what do they imply, and how sharply can they be read.

use super::branches;
use super::domains::Local;
use super::limits::{Budget, Limit, Limits};
use super::net::Net;
use super::search::Search;
use super::{Level, StatementId, System, Variable};
use crate::quantity::{Alpha, Interval};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// Whether some statements can all hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// They can: numbers were found that satisfy every one of them, and checked exactly.
    Yes,
    /// Nothing speaks against it, as far as propagation and linear arithmetic show.
    NotRefuted,
    /// They cannot: it was proven.
    No,
    /// A limit was met before it was decided.
    Undecided(Limit),
}

impl System {
    /// Whether all of these statements can hold together, at a cut.
    #[must_use]
    pub fn holds(&self, among: &[StatementId], alpha: Alpha, limits: &Limits) -> Holds {
        holds(&Net::new(self, among), alpha, limits)
    }

    /// The tightest interval proven for a variable where all of these statements hold, at a cut. None where they
    /// cannot all hold.
    #[must_use]
    pub fn implied(
        &self,
        among: &[StatementId],
        variable: Variable,
        alpha: Alpha,
        limits: &Limits,
    ) -> Option<Interval> {
        let net = Net::new(self, among);
        let own = || self.domain(variable).map_or_else(Interval::all, |(domain, _)| domain.clone());
        match net.local(variable) {
            Some(local) => ranges(&net, &[local], alpha, limits)?.pop(),
            None => (holds(&net, alpha, limits) != Holds::No).then(own),
        }
    }

    /// The same as [`System::implied`] for every variable that these statements speak of, at little more than the
    /// cost of one.
    #[must_use]
    pub fn implied_of_all(
        &self,
        among: &[StatementId],
        alpha: Alpha,
        limits: &Limits,
    ) -> Option<BTreeMap<Variable, Interval>> {
        let net = Net::new(self, among);
        let locals: Vec<Local> = net.variables().iter().filter_map(|variable| net.local(*variable)).collect();
        let ranges = ranges(&net, &locals, alpha, limits)?;
        Some(net.variables().iter().copied().zip(ranges).collect())
    }

    /// The sharpest cut at which all of these statements can hold together.
    #[must_use]
    pub fn level(&self, among: &[StatementId], limits: &Limits) -> Level {
        let net = Net::new(self, among);
        for alpha in Alpha::ALL {
            match holds(&net, alpha, limits) {
                Holds::Yes | Holds::NotRefuted => return Level::At(alpha),
                Holds::Undecided(limit) => return Level::Undecided(alpha, limit),
                Holds::No => {}
            }
        }
        Level::Nowhere
    }
}

fn search<'a>(net: &'a Net<'a>, alpha: Alpha, budget: &'a Budget) -> Search<'a> {
    Search { net, alpha, budget, splits: budget.limits.splits }
}

/// What all readings together leave of some variables; none where every reading is refuted.
fn ranges(net: &Net<'_>, locals: &[Local], alpha: Alpha, limits: &Limits) -> Option<Vec<Interval>> {
    let mut budget = Budget::new(limits, net.rows().len());
    let mut hulls: Option<Vec<Interval>> = None;
    branches::leaves(net, alpha, &mut budget, &mut |leaf, budget| {
        if let Some(ranges) = search(net, alpha, budget).ranges(&leaf, locals) {
            hulls = Some(match hulls.take() {
                None => ranges,
                Some(hulls) => hulls.iter().zip(&ranges).map(|(hull, range)| hull.hull(range)).collect(),
            });
        }
        ControlFlow::Continue(())
    });
    hulls
}

fn holds(net: &Net<'_>, alpha: Alpha, limits: &Limits) -> Holds {
    let mut budget = Budget::new(limits, net.rows().len());
    let mut verdict = Holds::No;
    branches::leaves(net, alpha, &mut budget, &mut |leaf, budget| {
        verdict = better(verdict, search(net, alpha, budget).holds(&leaf));
        if verdict == Holds::Yes { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    verdict
}

/// The verdict of two ways to read the claims, one of which has to hold.
pub(super) fn better(a: Holds, b: Holds) -> Holds {
    let rank = |holds: Holds| match holds {
        Holds::Yes => 0,
        Holds::NotRefuted => 1,
        Holds::Undecided(_) => 2,
        Holds::No => 3,
    };
    if rank(b) < rank(a) { b } else { a }
}
