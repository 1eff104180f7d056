//! What to set aside so that no conflict is left: the lightest sets of statements that hit every conflict.
//!
//! This is how Fellegi and Holt (1976) find the fields of a record to change. Gross errors come in sets that no data
//! can tell apart, so every lightest set is given, not the first that comes.

use super::conflicts::{Completeness, Conflicts};
use super::{Cap, StatementId, System};
use std::cmp::Reverse;
use std::ops::ControlFlow;

/// Statements that could be at fault: without them, the rest is free of the conflicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The statements, in the order of adding. None of them is superfluous.
    pub statements: Vec<StatementId>,
    /// What it costs to suppose that they are at fault: the sum of their weights.
    pub cost: u64,
}

/// The lightest corrections of some conflicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrections {
    /// Every correction of the least cost. None where some conflict consists of statements that are never at fault.
    pub least: Vec<Correction>,
    /// Those that cost more, and less than twice as much: as long as there are any, no one is named alone.
    pub near: Vec<Correction>,
    /// There is one, and it costs at most half of the next best, so that it may be named.
    pub clear: bool,
    /// Whether every lightest correction is listed, and all of the conflicts were known.
    pub completeness: Completeness,
}

impl Conflicts {
    /// The lightest corrections of these conflicts, by the weights of their statements.
    #[must_use]
    pub fn corrections(&self, system: &System) -> Corrections {
        let light = light(&self.sets, &|id| system.weight(id));
        let cost = light.corrections.first().map_or(0, |correction| correction.cost);
        let only = light.corrections.len() == 1;
        let (least, near) = light.corrections.into_iter().partition(|correction| correction.cost == cost);
        let completeness = match self.completeness {
            _ if light.capped => Completeness::Capped(Cap::Number),
            Completeness::Capped(cap) if !self.settled => Completeness::Capped(cap),
            _ => Completeness::Complete,
        };
        Corrections { least, near, clear: only && completeness == Completeness::Complete, completeness }
    }
}

/// So many corrections are listed at most.
const MOST: usize = 40;

/// So many steps are taken to find them.
const STEPS: u32 = 50_000;

/// The corrections of the least cost and those that cost less than twice as much, lightest first.
pub(super) struct Light {
    pub(super) corrections: Vec<Correction>,
    /// There are more, or the search took too long.
    pub(super) capped: bool,
}

/// The lightest corrections of these conflicts. None where there is no conflict, or one consists of statements without a weight.
pub(super) fn light(sets: &[Vec<StatementId>], weight: &dyn Fn(StatementId) -> Option<u64>) -> Light {
    let weighed: Vec<Vec<(StatementId, u64)>> =
        sets.iter().map(|set| set.iter().filter_map(|id| Some((*id, weight(*id)?))).collect()).collect();
    let mut walk = Walk { sets: &weighed, chosen: Vec::new(), barred: Vec::new(), steps: STEPS };
    let Some(least) = walk.least_cost() else {
        return Light { corrections: Vec::new(), capped: walk.steps == 0 };
    };
    let mut corrections = Vec::new();
    let most = least.saturating_mul(2).saturating_sub(1).max(least);
    let more = walk.each(most, &mut |correction| {
        corrections.push(correction);
        if corrections.len() > MOST { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    corrections.sort_by(|a, b| (a.cost, &a.statements).cmp(&(b.cost, &b.statements)));
    corrections.truncate(MOST);
    Light { corrections, capped: more.is_break() || walk.steps == 0 }
}

/// A walk through the sets of statements that hit every conflict.
struct Walk<'a> {
    sets: &'a [Vec<(StatementId, u64)>],
    chosen: Vec<(StatementId, u64)>,
    /// Tried before, on the way here.
    barred: Vec<StatementId>,
    steps: u32,
}

impl Walk<'_> {
    fn least_cost(&mut self) -> Option<u64> {
        self.sets.first()?;
        // Of each set the lightest statement: a correction, though rarely the best.
        let lightest = |set: &Vec<(StatementId, u64)>| set.iter().min_by_key(|(_, weight)| *weight).copied();
        let mut some = self.sets.iter().map(lightest).collect::<Option<Vec<_>>>()?;
        some.sort_unstable();
        some.dedup();
        let mut least: u64 = some.iter().map(|(_, weight)| weight).sum();
        while let Some(below) = least.checked_sub(1) {
            let mut found = None;
            let walked = self.each(below, &mut |correction| {
                found = Some(correction.cost);
                ControlFlow::Break(())
            });
            match found {
                Some(cost) if walked.is_break() => least = cost,
                _ => break,
            }
        }
        Some(least)
    }

    /// Visits every correction that costs no more than this, once.
    fn each(&mut self, most: u64, visit: &mut dyn FnMut(Correction) -> ControlFlow<()>) -> ControlFlow<()> {
        let Some(left) = self.steps.checked_sub(1) else { return ControlFlow::Continue(()) };
        self.steps = left;
        let open = self.open();
        if self.cost().saturating_add(at_least(&open)) > most {
            return ControlFlow::Continue(());
        }
        let Some(fewest) = open.iter().min_by_key(|candidates| candidates.len()) else {
            return self.correction().map_or(ControlFlow::Continue(()), visit);
        };
        let before = self.barred.len();
        for candidate in fewest {
            self.chosen.push(*candidate);
            let walked = self.each(most, visit);
            self.chosen.pop();
            self.barred.push(candidate.0);
            if walked.is_break() {
                self.barred.truncate(before);
                return walked;
            }
        }
        self.barred.truncate(before);
        ControlFlow::Continue(())
    }

    fn cost(&self) -> u64 {
        self.chosen.iter().map(|(_, weight)| weight).sum()
    }

    fn hits(&self, set: &[(StatementId, u64)]) -> bool {
        self.chosen.iter().any(|chosen| set.contains(chosen))
    }

    /// What may still be chosen of each set that is not hit.
    fn open(&self) -> Vec<Vec<(StatementId, u64)>> {
        let missed = self.sets.iter().filter(|set| !self.hits(set));
        missed.map(|set| set.iter().copied().filter(|(id, _)| !self.barred.contains(id)).collect()).collect()
    }

    /// What was chosen, unless some of it is superfluous.
    fn correction(&self) -> Option<Correction> {
        let alone = |one: &(StatementId, u64)| {
            self.sets
                .iter()
                .any(|set| set.contains(one) && self.chosen.iter().filter(|id| set.contains(id)).count() == 1)
        };
        let mut statements: Vec<StatementId> = self.chosen.iter().map(|(id, _)| *id).collect();
        statements.sort_unstable();
        self.chosen.iter().all(alone).then(|| Correction { statements, cost: self.cost() })
    }
}

/// What it costs at least to hit these sets: those that share no statement each need one of their own.
fn at_least(sets: &[Vec<(StatementId, u64)>]) -> u64 {
    let lightest = |set: &[(StatementId, u64)]| set.iter().map(|(_, weight)| *weight).min();
    let mut sorted: Vec<_> = sets.iter().map(|set| (lightest(set).unwrap_or(u64::MAX), set)).collect();
    sorted.sort_by_key(|(cost, set)| (Reverse(*cost), set.len()));
    let mut used: Vec<(StatementId, u64)> = Vec::new();
    let mut least: u64 = 0;
    for (cost, set) in sorted {
        if !set.iter().any(|one| used.contains(one)) {
            used.extend(set);
            least = least.saturating_add(cost);
        }
    }
    least
}
