//! Columns that were renamed, told by what their cells hold in rows that are aligned.

use super::interned::{Interned, Pair};
use super::{Table, columns};

/// How sure a rename is: of so many rows that both tables have, so many hold the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// Rows in which the cells are the same.
    pub same: usize,
    /// Rows that both tables have.
    pub rows: usize,
}

/// The fewest aligned rows from which a rename is inferred.
const ROWS: usize = 5;
/// The least part of rows, in per cent, that must be the same.
pub(super) const SAME: usize = 80;
/// The same where one name holds the other.
const SAME_OF_NAMESAKES: usize = 50;
/// By how much, in per cent, the best must be ahead.
const MARGIN: usize = 20;

/// Columns without a partner that hold the same in nearly all aligned rows, in no other column nearly so.
pub(super) fn renamed(
    (old, new): (&Table, &Table),
    cells: &Interned,
    pairs: &[Pair],
    rows: &[(usize, usize)],
) -> Vec<Pair> {
    if rows.len() < ROWS {
        return Vec::new();
    }
    let from = columns::left(old, pairs.iter().map(|pair| pair.old));
    let to = columns::left(new, pairs.iter().map(|pair| pair.new));
    let mut scores = Vec::new();
    for pair in from.iter().flat_map(|old| to.iter().map(|new| Pair { old: *old, new: *new })) {
        if says_something(cells.old_column(pair.old)) {
            scores.push((evidence(cells, pair, rows).per_cent(), pair));
        }
    }
    let least = |pair: &Pair| {
        let namesakes = are_namesakes(old.column(pair.old), new.column(pair.new));
        if namesakes { SAME_OF_NAMESAKES } else { SAME }
    };
    clear_winners(&scores, least)
}

/// One name holds the other: “Returns” and “Returns (persons)”.
fn are_namesakes(old: &str, new: &str) -> bool {
    let (old, new) = (columns::plain(old), columns::plain(new));
    old.len().min(new.len()) >= 3 && (old.contains(&new) || new.contains(&old))
}

impl Evidence {
    fn per_cent(self) -> usize {
        self.same * 100 / self.rows.max(1)
    }
}

pub(super) fn evidence(cells: &Interned, pair: Pair, rows: &[(usize, usize)]) -> Evidence {
    let same = rows.iter().filter(|(from, to)| cells.same(pair, *from, *to)).count();
    Evidence { same, rows: rows.len() }
}

/// A column of one value throughout, or of blanks, is like any other such column.
fn says_something(ids: &[u32]) -> bool {
    ids.iter().any(|id| Some(id) != ids.first())
}

/// The pairs whose score is high enough and well ahead of every other of either column.
pub(super) fn clear_winners(scores: &[(usize, Pair)], least: impl Fn(&Pair) -> usize) -> Vec<Pair> {
    let is_ahead = |(score, pair): &&(usize, Pair)| {
        let rivals = scores
            .iter()
            .filter(|(_, other)| other != pair && (other.old == pair.old || other.new == pair.new));
        *score >= least(pair) && rivals.map(|(rival, _)| *rival).all(|rival| rival + MARGIN <= *score)
    };
    scores.iter().filter(is_ahead).map(|(_, pair)| *pair).collect()
}
