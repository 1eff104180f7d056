//! Rows of two tables by key. No two rows are paired by their place: where a key stands more than once, only rows that
//! are the same in every cell are.

use super::interned::{Interned, Labels, Pair};
use std::collections::BTreeMap;

/// Rows that belong together, and keys that stand more than once.
#[derive(Debug, Default)]
pub(super) struct Joined {
    pub(super) pairs: Vec<(usize, usize)>,
    /// A row of each key that stands more than once in a table, with how often: in the old, in the new.
    pub(super) repeated: Vec<Repeated>,
}

/// A key that stands more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Repeated {
    pub(super) old_row: Option<usize>,
    pub(super) new_row: Option<usize>,
    pub(super) old_times: usize,
    pub(super) new_times: usize,
}

/// Joins rows by the labels of their keys.
pub(super) fn join(cells: &Interned, key: &Labels, all: &[Pair]) -> Joined {
    let mut joined = Joined::default();
    let (old, new) = (key.old_groups(), key.new_groups());
    for (from, to) in old.iter().zip(&new) {
        match (from.as_slice(), to.as_slice()) {
            ([one], [other]) => joined.pairs.push((*one, *other)),
            ([] | [_], [] | [_]) => {}
            (from, to) => {
                joined.repeated.push(Repeated {
                    old_row: from.first().copied(),
                    new_row: to.first().copied(),
                    old_times: from.len(),
                    new_times: to.len(),
                });
                joined.pairs.extend(identical(cells, from, to, all));
            }
        }
    }
    joined.pairs.sort_unstable();
    joined
}

/// Of some rows those that are the same in every cell, and what is left if that is one row of each table.
fn identical(cells: &Interned, from: &[usize], to: &[usize], all: &[Pair]) -> Vec<(usize, usize)> {
    let words = |row: usize, old: bool| -> Vec<Option<u32>> {
        let cell = |pair: &Pair| match old {
            true => cells.old_column(pair.old).get(row).copied(),
            false => cells.new_column(pair.new).get(row).copied(),
        };
        all.iter().map(cell).collect()
    };
    let mut waiting: BTreeMap<Vec<Option<u32>>, Vec<usize>> = BTreeMap::new();
    for row in to.iter().rev() {
        waiting.entry(words(*row, false)).or_default().push(*row);
    }
    let (mut pairs, mut left) = (Vec::new(), Vec::new());
    for row in from {
        match waiting.get_mut(&words(*row, true)).and_then(Vec::pop) {
            Some(other) => pairs.push((*row, other)),
            None => left.push(*row),
        }
    }
    let others: Vec<usize> = waiting.into_values().flatten().collect();
    if let ([one], [other]) = (left.as_slice(), others.as_slice()) {
        pairs.push((*one, *other));
    }
    pairs
}
