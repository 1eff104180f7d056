//! The three questions to a system: can these statements all hold, what do they imply, and how sharply can they be read.

use super::branches::{self, Leaf};
use super::limits::{Budget, Limit, Limits};
use super::net::Net;
use super::{Level, StatementId, System, Variable, satisfied, witness};
use crate::quantity::{Alpha, Interval};
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
        let Some(local) = net.local(variable) else {
            let own = self.domain(variable).map_or_else(Interval::all, |(domain, _)| domain.clone());
            return (holds(&net, alpha, limits) != Holds::No).then_some(own);
        };
        let mut hull: Option<Interval> = None;
        let mut budget = Budget::new(limits, net.rows().len());
        branches::leaves(&net, alpha, &mut budget, &mut |leaf, _| {
            let values = &leaf.domains[local];
            hull = Some(hull.as_ref().map_or_else(|| values.clone(), |hull| hull.hull(values)));
            ControlFlow::Continue(())
        });
        hull
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

fn holds(net: &Net<'_>, alpha: Alpha, limits: &Limits) -> Holds {
    let mut budget = Budget::new(limits, net.rows().len());
    let mut verdict = Holds::No;
    branches::leaves(net, alpha, &mut budget, &mut |leaf, budget| {
        verdict = better(verdict, of_leaf(net, alpha, &leaf, budget));
        if verdict == Holds::Yes { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    verdict
}

fn of_leaf(net: &Net<'_>, alpha: Alpha, leaf: &Leaf, budget: &mut Budget) -> Holds {
    let proposed = witness::propose(net, &leaf.domains, &mut budget.share(4));
    if proposed.is_some_and(|values| satisfied::by(net, alpha, &values)) {
        return Holds::Yes;
    }
    leaf.met.map_or(Holds::NotRefuted, Holds::Undecided)
}

/// The verdict of two ways to read the claims, one of which has to hold.
fn better(a: Holds, b: Holds) -> Holds {
    let rank = |holds: Holds| match holds {
        Holds::Yes => 0,
        Holds::NotRefuted => 1,
        Holds::Undecided(_) => 2,
        Holds::No => 3,
    };
    if rank(b) < rank(a) { b } else { a }
}
