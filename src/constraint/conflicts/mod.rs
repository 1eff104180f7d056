//! Minimal sets of statements that cannot all hold.
//!
//! One set is found by QuickXplain (Junker 2004). All of them are listed by the search of what is not yet decided
//! (MARCO, Liffiton and Malik 2013), the smallest sets first (Ignatiev and others 2015): whatever hits every set of
//! statements that was left out of one that can hold is looked at next, and the fewest statements that do so either
//! cannot all hold, or show the next set that can.

mod judge;
mod map;
mod search;
mod shrink;
#[cfg(test)]
mod tests;

use super::components::Groups;
use super::{Doubt, Holds, Limits, StatementId, System};
use crate::quantity::Alpha;
use judge::Refuted;
use search::{Caps, Search};
use std::collections::BTreeMap;

/// Minimal sets of statements that cannot all hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflicts {
    /// The sets: the smallest first, the statements of each in the order of adding. Each loses its conflict when any
    /// of its statements goes.
    pub sets: Vec<Vec<StatementId>>,
    /// Whether these are all.
    pub completeness: Completeness,
    /// Whatever their least corrections leave was seen not to conflict, even if there are more conflicts.
    pub(super) settled: bool,
}

/// Whether all that there is was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    /// All of it.
    Complete,
    /// There may be more, as a limit was met.
    Capped(Cap),
}

/// The limit that was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cap {
    /// All that are small are listed: [`SMALL`] statements at most. There may be larger ones.
    Size,
    /// The most that are listed were found.
    Number,
    /// The most questions that are asked of one part were asked.
    Checks,
    /// Whether some sets can hold was not decided.
    Undecided,
}

/// Conflicts of so many statements are small.
pub const SMALL: usize = 8;

impl System {
    /// One minimal set among these statements that cannot all hold, of those relied on least if there is a choice.
    /// None where they are not shown to conflict, or a limit was met before the set was minimal.
    #[must_use]
    pub fn conflict(&self, among: &[StatementId], alpha: Alpha, limits: &Limits) -> Option<Vec<StatementId>> {
        let one = Caps { conflicts: 1, ..Caps::default() };
        self.search(among, alpha, limits, &one).sets.into_iter().next()
    }

    /// The minimal sets among these statements that cannot all hold, at a cut.
    #[must_use]
    pub fn conflicts(&self, among: &[StatementId], alpha: Alpha, limits: &Limits) -> Conflicts {
        self.search(among, alpha, limits, &Caps::default())
    }

    fn search(&self, among: &[StatementId], alpha: Alpha, limits: &Limits, caps: &Caps) -> Conflicts {
        let weight = |id| self.weight(id);
        let mut oracle = |set: &[StatementId]| match self.holds(set, alpha, limits) {
            Holds::No => Refuted::Yes,
            Holds::Yes | Holds::NotRefuted => Refuted::No,
            Holds::Undecided(_) => Refuted::Undecided,
        };
        let mut search = Search::new(&mut oracle, &weight, caps);
        for part in self.parts_of(among) {
            search.part(&part);
        }
        search.conflicts()
    }

    /// What it costs to suppose that a statement is at fault; none where it cannot be.
    pub(super) fn weight(&self, id: StatementId) -> Option<u64> {
        match self.doubt(id)? {
            Doubt::Weighs(weight) => Some(u64::from(weight)),
            Doubt::Never => None,
        }
    }

    /// Some statements, apart where they share no variable. No minimal conflict spans two parts.
    fn parts_of(&self, among: &[StatementId]) -> Vec<Vec<StatementId>> {
        let mut ids = among.to_vec();
        ids.sort_unstable();
        ids.dedup();
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        let mut groups = Groups::new(ids.len());
        for (at, id) in ids.iter().enumerate() {
            let Some(statement) = self.statement(*id) else { continue };
            statement.each_variable(|variable| {
                let first = *places.entry(variable.index()).or_insert(at);
                groups.join(first, at);
            });
        }
        let mut parts: BTreeMap<usize, Vec<StatementId>> = BTreeMap::new();
        for (at, id) in ids.into_iter().enumerate() {
            parts.entry(groups.root(at)).or_default().push(id);
        }
        parts.into_values().collect()
    }
}
