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
    let around = around(puzzle, cell);
    if around.len() > MOST {
        return in_rows_of(puzzle, &BTreeSet::from([cell]))
            .into_iter()
            .filter(|at| is_published(puzzle, *at))
            .collect();
    }
    let guarded = BTreeMap::from([(cell, threshold)]);
    let mut left = puzzle.clone();
    let mut needed = Vec::new();
    for published in around {
        let span = left.span(published);
        left.set(published, Span::UNKNOWN);
        if audit(&left, &guarded).is_safe() {
            left.set(published, span);
            needed.push(published);
        }
    }
    needed
}

fn is_published(puzzle: &Puzzle, cell: Cell) -> bool {
    puzzle.span(cell) != Span::UNKNOWN
}

fn in_rows_of(puzzle: &Puzzle, cells: &BTreeSet<Cell>) -> BTreeSet<Cell> {
    let rows = puzzle.rows().iter().filter(|row| row.terms.iter().any(|(cell, _)| cells.contains(cell)));
    let around: BTreeSet<Cell> = rows.flat_map(|row| row.terms.iter().map(|(cell, _)| *cell)).collect();
    around.difference(cells).copied().collect()
}

/// The published cells that share rows with the cell, or with withheld ones that are tied to it.
fn around(puzzle: &Puzzle, cell: Cell) -> BTreeSet<Cell> {
    let mut open = BTreeSet::from([cell]);
    loop {
        let beside = in_rows_of(puzzle, &open);
        let more: Vec<Cell> = beside.iter().copied().filter(|at| !is_published(puzzle, *at)).collect();
        if more.is_empty() {
            return beside;
        }
        open.extend(more);
    }
}
