//! The search for conflicts: first some that share nothing, then those that decide on the culprits, then all the rest.

use super::judge::{Judge, Oracle, Refuted};
use super::map::{Map, Next};
use super::shrink::{shrink, union};
use super::{Cap, Completeness, Conflicts, SMALL};
use crate::constraint::StatementId;
use crate::constraint::corrections::light;

/// How much work a search may take. Counts and never a clock, so that the answer is the same everywhere.
#[derive(Debug, Clone)]
pub(super) struct Caps {
    /// The most conflicts that are listed.
    pub(super) conflicts: usize,
    /// What the questions about one part may cost, see [`Judge::ask`].
    pub(super) checks: u64,
    /// The steps in which open sets are looked for in one part.
    pub(super) steps: u32,
}

impl Default for Caps {
    fn default() -> Self {
        Self { conflicts: 20, checks: 4_000, steps: 20_000 }
    }
}

/// A search through statements, part by part.
pub(super) struct Search<'a> {
    oracle: &'a mut dyn Oracle,
    weight: &'a dyn Fn(StatementId) -> Option<u64>,
    caps: &'a Caps,
    sets: Vec<Vec<StatementId>>,
    met: Option<Cap>,
    settled: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        oracle: &'a mut dyn Oracle,
        weight: &'a dyn Fn(StatementId) -> Option<u64>,
        caps: &'a Caps,
    ) -> Self {
        Self { oracle, weight, caps, sets: Vec::new(), met: None, settled: true }
    }

    /// Looks through one part: statements in the order of adding.
    pub(super) fn part(&mut self, statements: &[StatementId]) {
        let most = self.caps.conflicts.saturating_sub(self.sets.len());
        let wanted = self.in_order_of_doubt(statements);
        let judge = Judge::new(self.oracle, self.caps.checks);
        let mut part = Part { statements, wanted, judge, found: Vec::new(), most, weight: self.weight };
        let met = match part.judge.ask(statements) {
            Refuted::No => return,
            Refuted::Yes => {
                part.disjoint();
                self.settled &= part.settle();
                part.all(self.caps.steps)
            }
            Refuted::Undecided => {
                self.settled = false;
                part.all(self.caps.steps)
            }
        };
        let undecided = part.judge.has_undecided().then_some(Cap::Undecided);
        self.met = self.met.max(met).max(undecided);
        self.sets.append(&mut part.found);
    }

    /// What was found.
    pub(super) fn conflicts(mut self) -> Conflicts {
        self.sets.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        let completeness = self.met.map_or(Completeness::Complete, Completeness::Capped);
        Conflicts { sets: self.sets, completeness, settled: self.settled }
    }

    /// The least reliable first; what is never at fault comes last.
    fn in_order_of_doubt(&self, statements: &[StatementId]) -> Vec<StatementId> {
        let mut wanted = statements.to_vec();
        wanted.sort_by_key(|id| ((self.weight)(*id).unwrap_or(u64::MAX), *id));
        wanted
    }
}

struct Part<'a> {
    statements: &'a [StatementId],
    /// The same in the order in which they are wanted in a conflict.
    wanted: Vec<StatementId>,
    judge: Judge<'a>,
    found: Vec<Vec<StatementId>>,
    most: usize,
    weight: &'a dyn Fn(StatementId) -> Option<u64>,
}

impl Part<'_> {
    /// Conflicts that share no statement, one after the other.
    fn disjoint(&mut self) {
        let mut rest = self.wanted.clone();
        while self.has_room() && self.judge.ask(&union(&rest, &[])) == Refuted::Yes {
            let Some(set) = shrink(&mut self.judge, &rest) else { return };
            rest.retain(|id| !set.contains(id));
            self.add(set);
        }
    }

    /// Further conflicts, until what is left by each of the lightest corrections does not conflict. True where it
    /// came to that.
    fn settle(&mut self) -> bool {
        loop {
            let light = light(&self.found, self.weight);
            let whole = self.statements;
            let mut left = light.corrections.iter().map(|correction| less(whole, &correction.statements));
            let Some(left) = left.find(|left| self.judge.ask(left) != Refuted::No) else {
                return !light.capped && !light.corrections.is_empty();
            };
            let wanted: Vec<StatementId> =
                self.wanted.iter().copied().filter(|id| left.binary_search(id).is_ok()).collect();
            if !self.has_room() || self.judge.ask(&left) != Refuted::Yes {
                return false;
            }
            let Some(set) = shrink(&mut self.judge, &wanted) else { return false };
            self.add(set);
        }
    }

    /// Every conflict, the smallest first. Returns the limit that was met, if any.
    fn all(&mut self, mut steps: u32) -> Option<Cap> {
        let mut map = Map::default();
        self.found.iter().for_each(|set| map.conflict(set));
        while self.has_room() {
            let open = match map.next(&mut steps) {
                Next::Nothing => return None,
                Next::Open(open) => open,
                Next::Unknown => return Some(stopped(&map)),
            };
            if self.judge.ask(&open) == Refuted::Yes {
                let Some(set) = shrink(&mut self.judge, &open) else { return Some(stopped(&map)) };
                map.conflict(&set);
                self.add(set);
            } else {
                let held = self.grown(open);
                map.can_hold_without(less(self.statements, &held));
            }
            if self.judge.is_spent() {
                return Some(stopped(&map));
            }
        }
        Some(Cap::Number)
    }

    /// A largest set with these statements that can hold, what is relied on most added first.
    fn grown(&mut self, set: Vec<StatementId>) -> Vec<StatementId> {
        let others: Vec<StatementId> =
            self.wanted.iter().rev().copied().filter(|id| set.binary_search(id).is_err()).collect();
        let mut grown = set;
        self.add_all(&mut grown, &others);
        grown
    }

    fn add_all(&mut self, set: &mut Vec<StatementId>, others: &[StatementId]) {
        let with = union(set, others);
        if self.judge.ask(&with) == Refuted::No {
            *set = with;
        } else if others.len() > 1 {
            let (first, second) = others.split_at(others.len() / 2);
            self.add_all(set, first);
            self.add_all(set, second);
        }
    }

    fn has_room(&self) -> bool {
        self.found.len() < self.most
    }

    fn add(&mut self, set: Vec<StatementId>) {
        self.judge.learn(&set);
        self.found.push(set);
    }
}

/// What is not listed where a search stopped before its end.
fn stopped(map: &Map) -> Cap {
    if map.decided_below() > SMALL { Cap::Size } else { Cap::Checks }
}

/// The statements of one set that are not in the other, both in order.
fn less(whole: &[StatementId], part: &[StatementId]) -> Vec<StatementId> {
    whole.iter().copied().filter(|id| part.binary_search(id).is_err()).collect()
}
