//! The values each variable of a part may still have, and how they are narrowed.

use crate::quantity::{End, Interval, Rational};
use std::ops::Index;

/// A variable of a part, by its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Local(pub(super) u32);

impl Local {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// There are no values left: what was stated cannot all hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Emptied;

/// How far the ends of a domain moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    Not,
    /// By no more than a millionth of what was there: kept, but not worth telling others.
    Little,
    Well,
}

/// What one variable may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Domain {
    pub(super) values: Interval,
    pub(super) whole: bool,
}

/// What the variables may be. It is made for one part and asked for the variables of that part only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Domains(Vec<Domain>);

impl Domains {
    pub(super) fn new(domains: Vec<Domain>) -> Self {
        Self(domains)
    }

    pub(super) fn locals(&self) -> impl ExactSizeIterator<Item = Local> + use<> {
        (0..self.0.len()).map(|at| Local(u32::try_from(at).unwrap_or(u32::MAX)))
    }

    pub(super) fn is_whole(&self, local: Local) -> bool {
        self.0.get(local.index()).is_some_and(|domain| domain.whole)
    }

    /// Keeps only the values that also lie in an interval.
    pub(super) fn narrow(&mut self, local: Local, to: &Interval) -> Result<Moved, Emptied> {
        let Some(domain) = self.0.get_mut(local.index()) else { return Ok(Moved::Not) };
        let mut next = domain.values.intersect(to).ok_or(Emptied)?;
        if next == domain.values {
            return Ok(Moved::Not);
        }
        if domain.whole {
            next = next.to_integers().ok_or(Emptied)?;
        }
        let next = super::coarsen::outwards(next).intersect(&domain.values).ok_or(Emptied)?;
        let moved = moved(&domain.values, &next);
        if moved != Moved::Not {
            domain.values = next;
        }
        Ok(moved)
    }

    /// Every variable's one value, where each has just one.
    pub(super) fn points(&self) -> Option<Vec<Rational>> {
        self.0.iter().map(|domain| domain.values.as_point().cloned()).collect()
    }
}

impl Index<Local> for Domains {
    type Output = Interval;

    #[expect(clippy::indexing_slicing, reason = "locals and domains are made together, by the part")]
    fn index(&self, local: Local) -> &Interval {
        &self.0[local.index()].values
    }
}

fn moved(old: &Interval, new: &Interval) -> Moved {
    if old == new {
        return Moved::Not;
    }
    if new.as_point().is_some() || end_moved(old, old.lo(), new.lo()) || end_moved(old, old.hi(), new.hi()) {
        return Moved::Well;
    }
    Moved::Little
}

/// Whether an end moved by more than a millionth of the interval's width, or of the end where there is no width.
fn end_moved(old: &Interval, from: &End, to: &End) -> bool {
    match (from.value(), to.value()) {
        (Some(a), Some(b)) if a == b => from.is_closed() != to.is_closed(),
        (Some(a), Some(b)) => {
            let scale = old.width().unwrap_or_else(|| a.abs());
            (b - a).abs() * Rational::from(1_000_000) > scale
        }
        (None, None) => false,
        (None, Some(_)) | (Some(_), None) => true,
    }
}
