//! What is decided of the sets of statements, and the smallest set that is not.

use super::judge::is_within;
use crate::constraint::StatementId;

/// Sets that can hold, with all their parts, and sets that cannot, with all that holds them.
#[derive(Debug, Default)]
pub(super) struct Map {
    /// What was left out of each largest set that can hold: a set without any of it can hold too.
    left_out: Vec<Vec<StatementId>>,
    conflicts: Vec<Vec<StatementId>>,
    /// No smaller set is open.
    least: usize,
}

/// The next set to look at.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// The smallest set that is not decided, in the order of adding.
    Open(Vec<StatementId>),
    /// Every set is decided.
    Nothing,
    /// The search took too long.
    Unknown,
}

/// A walk through the sets that hit all that was left out.
struct Walk<'a> {
    map: &'a Map,
    chosen: Vec<StatementId>,
    barred: Vec<StatementId>,
    steps: &'a mut u32,
    /// A set of more statements may be open.
    cut: bool,
}

impl Map {
    /// Sets without any of these statements can hold.
    pub(super) fn can_hold_without(&mut self, left_out: Vec<StatementId>) {
        self.left_out.push(left_out);
    }

    /// Sets with all of these statements cannot hold.
    pub(super) fn conflict(&mut self, set: &[StatementId]) {
        self.conflicts.push(set.to_vec());
    }

    /// The size below which every set is decided.
    pub(super) fn decided_below(&self) -> usize {
        self.least
    }

    /// The smallest open set, looked for in so many steps.
    pub(super) fn next(&mut self, steps: &mut u32) -> Next {
        loop {
            let mut walk = Walk { map: self, chosen: Vec::new(), barred: Vec::new(), steps, cut: false };
            let found = walk.go(self.least);
            let cut = walk.cut;
            let mut chosen = walk.chosen;
            if found {
                chosen.sort_unstable();
                return Next::Open(chosen);
            }
            if *steps == 0 {
                return Next::Unknown;
            }
            if !cut {
                return Next::Nothing;
            }
            self.least += 1;
        }
    }
}

impl Walk<'_> {
    /// Chooses statements until all that was left out is hit; true where it is, with at most so many more.
    fn go(&mut self, room: usize) -> bool {
        if *self.steps == 0 {
            return false;
        }
        *self.steps -= 1;
        let open = self.to_hit();
        let Some(fewest) = open.iter().min_by_key(|candidates| candidates.len()) else { return true };
        if fewest.is_empty() {
            return false;
        }
        if apart(&open) > room {
            self.cut = true;
            return false;
        }
        let before = self.barred.len();
        for candidate in fewest {
            self.chosen.push(*candidate);
            if !self.conflicts() && self.go(room.saturating_sub(1)) {
                return true;
            }
            self.chosen.pop();
            self.barred.push(*candidate);
        }
        self.barred.truncate(before);
        false
    }

    /// What may still be chosen of each left-out set that is not hit.
    fn to_hit(&self) -> Vec<Vec<StatementId>> {
        let missed =
            self.map.left_out.iter().filter(|left_out| !left_out.iter().any(|id| self.chosen.contains(id)));
        let open = |ids: &Vec<StatementId>| {
            ids.iter().copied().filter(|id| !self.barred.contains(id)).collect::<Vec<_>>()
        };
        missed.map(open).collect()
    }

    fn conflicts(&self) -> bool {
        let mut chosen = self.chosen.clone();
        chosen.sort_unstable();
        self.map.conflicts.iter().any(|conflict| is_within(conflict, &chosen))
    }
}

/// Of so many sets no two share a statement, so that each needs one of its own.
fn apart(sets: &[Vec<StatementId>]) -> usize {
    let mut sorted: Vec<&Vec<StatementId>> = sets.iter().collect();
    sorted.sort_by_key(|set| set.len());
    let mut used: Vec<StatementId> = Vec::new();
    let mut count = 0;
    for set in sorted {
        if !set.iter().any(|id| used.contains(id)) {
            used.extend(set);
            count += 1;
        }
    }
    count
}
