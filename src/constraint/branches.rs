//! Claims that can be read in several ways: looks into the combinations, each cut off as soon as it cannot hold.

use super::domains::{Domains, Emptied, Local};
use super::limits::{Budget, Limit};
use super::net::Net;
use super::propagate::{self, Rest};
use crate::quantity::{Alpha, Interval};
use std::ops::ControlFlow;

/// What the variables may be under one choice of readings, and the limits that were met on the way.
pub(super) struct Leaf {
    pub(super) domains: Domains,
    pub(super) met: Option<Limit>,
}

/// Propagates under each combination of readings, and hands on those that are not refuted by it.
pub(super) fn leaves(
    net: &Net<'_>,
    alpha: Alpha,
    budget: &mut Budget,
    leaf: &mut dyn FnMut(Leaf, &mut Budget) -> ControlFlow<()>,
) {
    let Ok(mut domains) = net.domains(alpha) else { return };
    let Ok(rest) = propagate::all(net, &mut domains, budget) else { return };
    let mut walk = Walk { net, leaf };
    let _ended = walk.on(domains, &net.choices(alpha), met(rest), budget);
}

fn met(rest: Rest) -> Option<Limit> {
    match rest {
        Rest::Still => None,
        Rest::Spent => Some(Limit::Revisions),
    }
}

struct Walk<'a, 'n> {
    net: &'a Net<'n>,
    leaf: &'a mut dyn FnMut(Leaf, &mut Budget) -> ControlFlow<()>,
}

impl Walk<'_, '_> {
    fn on(
        &mut self,
        mut domains: Domains,
        choices: &[(Local, Vec<Interval>)],
        mut met: Option<Limit>,
        budget: &mut Budget,
    ) -> ControlFlow<()> {
        let mut later = choices;
        while let Some(((local, readings), rest)) = later.split_first() {
            later = rest;
            let open = |reading: &&Interval| domains[*local].intersect(reading).is_some();
            let open: Vec<Interval> = readings.iter().filter(open).cloned().collect();
            if open.iter().any(|reading| domains[*local].is_within(reading)) {
                continue;
            }
            let [only] = open.as_slice() else {
                return self.each(&domains, *local, &open, (later, met), budget);
            };
            let Ok((next, rest)) = self.choose(&domains, *local, only, budget) else {
                return ControlFlow::Continue(());
            };
            (domains, met) = (next, met.or(rest));
        }
        (self.leaf)(Leaf { domains, met }, budget)
    }

    fn each(
        &mut self,
        domains: &Domains,
        local: Local,
        readings: &[Interval],
        (later, met): (&[(Local, Vec<Interval>)], Option<Limit>),
        budget: &mut Budget,
    ) -> ControlFlow<()> {
        for reading in readings {
            if !budget.branch() {
                let met = met.or(Some(Limit::Branches));
                return (self.leaf)(Leaf { domains: domains.clone(), met }, budget);
            }
            if let Ok((domains, rest)) = self.choose(domains, local, reading, budget) {
                self.on(domains, later, met.or(rest), budget)?;
            }
        }
        ControlFlow::Continue(())
    }

    fn choose(
        &self,
        domains: &Domains,
        local: Local,
        reading: &Interval,
        budget: &mut Budget,
    ) -> Result<(Domains, Option<Limit>), Emptied> {
        let mut domains = domains.clone();
        domains.narrow(local, reading)?;
        let rest = propagate::from(self.net, local, &mut domains, budget)?;
        Ok((domains, met(rest)))
    }
}
