//! Narrows what the variables may be, relation by relation, until nothing moves: the HC4 algorithm, in rationals.
//!
//! What is cut away cannot be; so where nothing is left, the statements cannot all hold. Stopping early is sound. That
//! something is left proves nothing where relations form a circle.

mod linear;
mod percentage;
mod product;
mod shares;

pub(super) use shares::Shares;

use super::domains::{Domains, Emptied, Local, Moved};
use super::limits::Budget;
use super::net::Net;
use super::row::Row;
use crate::quantity::Interval;
use std::collections::VecDeque;

/// How often each row is worked through at most, on average, before propagation gives up: values that still move then
/// move towards somewhere without end.
const EACH: usize = 100;

/// How propagation ended, where values are left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// Nothing moves any more.
    Still,
    /// The budget was spent while values were still moving.
    Spent,
}

/// Works through every row, and again through those whose variables moved.
pub(super) fn all(net: &Net<'_>, domains: &mut Domains, budget: &mut Budget) -> Result<Rest, Emptied> {
    let mut queue = Queue::empty(net);
    (0..).zip(net.rows()).for_each(|(row, _)| queue.add(row));
    queue.work(net, domains, budget)
}

/// Works through the rows of one variable, which was narrowed, and what follows from them.
pub(super) fn from(
    net: &Net<'_>,
    local: Local,
    domains: &mut Domains,
    budget: &mut Budget,
) -> Result<Rest, Emptied> {
    let mut queue = Queue::empty(net);
    net.rows_of(local).iter().for_each(|row| queue.add(*row));
    queue.work(net, domains, budget)
}

/// The rows that are still to be worked through, first come first served, each at most once.
struct Queue {
    waiting: VecDeque<u32>,
    waits: Vec<bool>,
}

impl Queue {
    fn empty(net: &Net<'_>) -> Self {
        let count = net.rows().len();
        Self { waiting: VecDeque::with_capacity(count), waits: vec![false; count] }
    }

    fn add(&mut self, row: u32) {
        if let Some(waits) = self.waits.get_mut(row as usize).filter(|waits| !**waits) {
            *waits = true;
            self.waiting.push_back(row);
        }
    }

    fn work(mut self, net: &Net<'_>, domains: &mut Domains, budget: &mut Budget) -> Result<Rest, Emptied> {
        let counted = budget.limits.counted;
        let mut left = net.rows().len().saturating_mul(EACH);
        let mut narrowing = Narrowing { domains, moved: Vec::new(), counted };
        while let Some(at) = self.waiting.pop_front() {
            if left == 0 || !budget.revise() {
                return Ok(Rest::Spent);
            }
            left -= 1;
            self.waits.iter_mut().skip(at as usize).take(1).for_each(|waits| *waits = false);
            let Some(row) = net.rows().get(at as usize) else { continue };
            narrowing.revise(row)?;
            let again = narrowing.gains_from_itself(row);
            for local in narrowing.moved.drain(..) {
                let others = net.rows_of(local).iter().filter(|row| again || **row != at);
                others.for_each(|row| self.add(*row));
            }
        }
        Ok(Rest::Still)
    }
}

/// One revision under way: the domains, and which of them moved.
struct Narrowing<'a> {
    domains: &'a mut Domains,
    moved: Vec<Local>,
    counted: u32,
}

impl Narrowing<'_> {
    fn revise(&mut self, row: &Row) -> Result<(), Emptied> {
        match row {
            Row::Linear { terms, sense, constant } => self.linear(terms, *sense, constant),
            Row::Product { product, left, right, slack } => self.product(*product, *left, *right, slack),
            Row::Percentage { part, whole, percent, decimals } => {
                self.percentage(*part, *whole, *percent, *decimals)
            }
        }
    }

    fn narrow(&mut self, local: Local, to: &Interval) -> Result<(), Emptied> {
        if self.domains.narrow(local, to)? == Moved::Well {
            self.moved.push(local);
        }
        Ok(())
    }

    /// Whether the row may narrow more on a second time. A weighted sum of divisible variables does not.
    fn gains_from_itself(&self, row: &Row) -> bool {
        match row {
            Row::Linear { .. } => self.moved.iter().any(|local| self.domains.is_whole(*local)),
            Row::Product { .. } | Row::Percentage { .. } => true,
        }
    }
}
