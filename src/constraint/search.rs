//! Whether one choice of readings can hold, and what it implies: a witness, a proof that there is none, or neither.
//!
//! Where counts are left that neither propagation nor linear arithmetic settles, they are split in two, a few times.

use super::branches::Leaf;
use super::domains::{Domains, Local};
use super::limits::{Budget, Limit};
use super::linear_program::{Model, has_circle};
use super::net::Net;
use super::oracle::{Holds, better};
use super::{propagate, satisfied, witness};
use crate::quantity::{Alpha, End, Interval, Rational};

/// Of what is left of the revisions, what goes into each search for a witness and into each half.
const ONE_IN: usize = 8;

/// One choice of readings under examination.
pub(super) struct Search<'a> {
    pub(super) net: &'a Net<'a>,
    pub(super) alpha: Alpha,
    pub(super) budget: &'a Budget,
    /// How often counts may still be split.
    pub(super) splits: u32,
}

impl Search<'_> {
    /// Whether everything holds under these readings.
    pub(super) fn holds(&mut self, leaf: &Leaf) -> Holds {
        let Leaf { domains, met } = leaf;
        if self.has_witness(domains, None) {
            return Holds::Yes;
        }
        let model = match model(self.net, domains, self.budget) {
            Ok(model) => model,
            Err(limit) => return Holds::Undecided(met.unwrap_or(limit)),
        };
        if model.as_ref().is_some_and(Model::refutes) {
            return Holds::No;
        }
        let points = model.map_or_else(Vec::new, |model| model.points());
        if points.iter().any(|point| self.has_witness(domains, Some(point))) {
            return Holds::Yes;
        }
        match self.by_halves(domains, &points) {
            Some(decided @ (Holds::Yes | Holds::No)) => decided,
            _ => met.map_or(Holds::NotRefuted, Holds::Undecided),
        }
    }

    /// What these readings leave of some variables; none where they are refuted.
    pub(super) fn ranges(&mut self, leaf: &Leaf, locals: &[Local]) -> Option<Vec<Interval>> {
        if self.holds(leaf) == Holds::No {
            return None;
        }
        let domains = &leaf.domains;
        match model(self.net, domains, self.budget) {
            Ok(Some(model)) => locals.iter().map(|local| range(&model, domains, *local)).collect(),
            Ok(None) | Err(_) => Some(locals.iter().map(|local| domains[*local].clone()).collect()),
        }
    }

    fn has_witness(&self, domains: &Domains, hints: Option<&[Rational]>) -> bool {
        let proposed = witness::propose(self.net, domains, hints, &mut self.budget.share(ONE_IN));
        proposed.is_some_and(|values| satisfied::by(self.net, self.alpha, &values))
    }

    /// Splits a count in two and decides each half.
    fn by_halves(&mut self, domains: &Domains, points: &[Vec<Rational>]) -> Option<Holds> {
        let (local, at) = split(domains, points)?;
        self.splits = self.splits.checked_sub(1)?;
        let halves = [Interval::at_most(at.clone()), Interval::at_least(at + Rational::from(1))];
        Some(halves.iter().fold(Holds::No, |verdict, half| {
            if verdict == Holds::Yes { verdict } else { better(verdict, self.half(domains, local, half)) }
        }))
    }

    fn half(&mut self, domains: &Domains, local: Local, half: &Interval) -> Holds {
        let mut domains = domains.clone();
        if domains.narrow(local, half).is_err() {
            return Holds::No;
        }
        match propagate::from(self.net, local, &mut domains, &mut self.budget.share(ONE_IN)) {
            Ok(_) => self.holds(&Leaf { domains, met: None }),
            Err(_) => Holds::No,
        }
    }
}

/// A count to split, and the end of its lower half: one that linear arithmetic puts between two whole numbers, or
/// else the one with the fewest values.
fn split(domains: &Domains, points: &[Vec<Rational>]) -> Option<(Local, Rational)> {
    let counts = || domains.locals().filter(|local| domains.is_whole(*local));
    for point in points {
        let between = |local: &Local| point.get(local.index()).filter(|value| !value.is_integer()).cloned();
        if let Some((local, value)) = counts().find_map(|local| Some((local, between(&local)?))) {
            return Some((local, value.floor()));
        }
    }
    let width = |local: Local| Some((domains[local].width()?, local));
    let (_, local) = counts().filter_map(width).filter(|(width, _)| width.signum() > 0).min()?;
    let (End::Closed(lo), End::Closed(hi)) = (domains[local].lo(), domains[local].hi()) else { return None };
    Some((local, ((lo + hi) * Rational::new(1, 2)?).floor()))
}

fn range(model: &Model<'_>, domains: &Domains, local: Local) -> Option<Interval> {
    if domains[local].as_point().is_some() {
        return Some(domains[local].clone());
    }
    let range = model.range(local)?;
    if domains.is_whole(local) { range.to_integers() } else { Some(range) }
}

/// The linear model, where it can tell more than propagation did.
fn model<'a>(net: &Net<'_>, domains: &'a Domains, budget: &Budget) -> Result<Option<Model<'a>>, Limit> {
    if !has_circle(net, domains) {
        return Ok(None);
    }
    let most = budget.limits.linear_size as usize;
    if net.rows().len().max(domains.locals().len()) > most {
        return Err(Limit::LinearSize);
    }
    let model = Model::new(net, domains);
    if model.size() > most.saturating_mul(4) { Err(Limit::LinearSize) } else { Ok(Some(model)) }
}
