//! Which published cells give a withheld one away: the smallest set that is found by leaving one after another out.

use super::audit::audit;
use super::puzzle::{Cell, Puzzle, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The most published cells that are tried one by one.
const MOST: usize = 120;

/// Published cells without any one of which the cell would be safe. Where too many lie around it to be tried one by one,
/// all of those in its own rows.
#[must_use]
pub fn because(puzzle: &Puzzle, cell: Cell, threshold: i64) -> Vec<Cell> {
    let (near, far) = around(puzzle, cell);
    if near.len() + far.len() > MOST {
        return near.into_iter().collect();
    }
    let guarded = BTreeMap::from([(cell, threshold)]);
    let mut left = puzzle.clone();
    let mut needed = Vec::new();
    // What lies far is tried first, so that what is left is as near as can be.
    for published in far.into_iter().chain(near) {
        let span = left.span(published);
        left.set(published, Span::UNKNOWN);
        if audit(&left, &guarded).is_safe() {
            left.set(published, span);
            needed.push(published);
        }
    }
    needed.sort();
    needed
}

fn beside(puzzle: &Puzzle, cells: &BTreeSet<Cell>) -> BTreeSet<Cell> {
    let rows = puzzle.rows().iter().filter(|row| row.terms.iter().any(|(cell, _)| cells.contains(cell)));
    let around: BTreeSet<Cell> = rows.flat_map(|row| row.terms.iter().map(|(cell, _)| *cell)).collect();
    around.difference(cells).copied().collect()
}

/// The published cells that share rows with the cell, or with withheld ones that are tied to it; and those that share
/// rows with these, by which they could be worked out if they were withheld.
fn around(puzzle: &Puzzle, cell: Cell) -> (BTreeSet<Cell>, BTreeSet<Cell>) {
    let is_open = |at: &Cell| puzzle.span(*at) == Span::UNKNOWN;
    let mut open = BTreeSet::from([cell]);
    loop {
        let near = beside(puzzle, &open);
        let more: Vec<Cell> = near.iter().copied().filter(is_open).collect();
        if more.is_empty() {
            let far =
                beside(puzzle, &near).into_iter().filter(|at| !open.contains(at) && !is_open(at)).collect();
            return (near, far);
        }
        open.extend(more);
    }
}
