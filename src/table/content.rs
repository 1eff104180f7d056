//! Rows of two tables by what they hold, where no key is known.

use super::interned::{Interned, Pair};
use std::collections::BTreeMap;

/// A cell that stands in more rows than this says too little of which row it is in.
const COMMON: usize = 40;

/// Pairs the rows that are the same in every cell, then those that share most cells.
pub(super) fn align(cells: &Interned, all: &[Pair]) -> Vec<(usize, usize)> {
    let labels = cells.labels(all.iter().copied());
    let mut pairs = Vec::new();
    for (from, to) in labels.old_groups().iter().zip(&labels.new_groups()) {
        pairs.extend(from.iter().copied().zip(to.iter().copied()));
    }
    pairs.extend(nearest(cells, all, &pairs, Least { share: (1, 2), cells: 1 }));
    pairs.sort_unstable();
    pairs
}

/// What two rows must at least share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Least {
    /// Of their cells, this part.
    pub(super) share: (usize, usize),
    /// So many cells.
    pub(super) cells: usize,
}

/// Of the rows that are in no pair, those that share most cells: the most alike first, each row once.
pub(super) fn nearest(
    cells: &Interned,
    all: &[Pair],
    taken: &[(usize, usize)],
    least: Least,
) -> Vec<(usize, usize)> {
    let (mut old, mut new) = (vec![true; cells.old_rows], vec![true; cells.new_rows]);
    for (from, to) in taken {
        clear(&mut old, *from);
        clear(&mut new, *to);
    }
    let free =
        |rows: &[bool]| rows.iter().enumerate().filter_map(|(row, free)| free.then_some(row)).collect();
    let (from, to): (Vec<usize>, Vec<usize>) = (free(&old), free(&new));
    let mut scores: Vec<(usize, usize, usize)> = shared(cells, all, &from, &to)
        .into_iter()
        .filter(|(_, same)| *same >= least.cells && *same * least.share.1 >= all.len() * least.share.0)
        .map(|((from, to), same)| (same, from, to))
        .collect();
    // The order is the same from either side.
    scores.sort_by_key(|(same, from, to)| (usize::MAX - same, from.abs_diff(*to), from + to, *from));
    let mut pairs = Vec::new();
    for (_, from, to) in scores {
        if old.get(from) == Some(&true) && new.get(to) == Some(&true) {
            clear(&mut old, from);
            clear(&mut new, to);
            pairs.push((from, to));
        }
    }
    pairs
}

fn clear(rows: &mut [bool], row: usize) {
    if let Some(free) = rows.get_mut(row) {
        *free = false;
    }
}

/// How many cells two rows share, for the rows that share one that is not too common.
fn shared(cells: &Interned, all: &[Pair], from: &[usize], to: &[usize]) -> BTreeMap<(usize, usize), usize> {
    let mut shared = BTreeMap::new();
    for pair in all {
        let mut rows: BTreeMap<u32, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for row in from {
            if let Some(id) = cells.old_column(pair.old).get(*row) {
                rows.entry(*id).or_default().0.push(*row);
            }
        }
        for row in to {
            if let Some(id) = cells.new_column(pair.new).get(*row) {
                rows.entry(*id).or_default().1.push(*row);
            }
        }
        for (here, there) in
            rows.values().filter(|(here, there)| here.len() <= COMMON && there.len() <= COMMON)
        {
            for (one, other) in here.iter().flat_map(|one| there.iter().map(move |other| (*one, *other))) {
                shared.entry((one, other)).or_insert(0);
            }
        }
    }
    for ((one, other), same) in &mut shared {
        *same = all.iter().filter(|pair| cells.same(**pair, *one, *other)).count();
    }
    shared
}
