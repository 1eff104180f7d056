//! Which published cells give a withheld one away: those of the fewest rows that do, found by leaving out one after
//! another.

use super::audit::{Verdict, audit};
use super::puzzle::{Cell, Puzzle, Row, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The most published cells that are tried one by one.
const MOST: usize = 120;

/// Published cells that together give the cell away, in as few rows as do: one row alone, all of its own, those of the
/// withheld cells in these, and so on. None can be left out, unless there are too many to be tried one by one. Empty where
/// it was not proven that they give it away.
#[must_use]
pub fn because(puzzle: &Puzzle, cell: Cell, threshold: i64) -> Vec<Cell> {
    let guarded = BTreeMap::from([(cell, threshold)]);
    let is_exposed =
        |puzzle: &Puzzle| matches!(audit(puzzle, &guarded).cells.get(&cell), Some(Verdict::Exposed(_)));
    let parts = widening(puzzle, cell).into_iter().map(|rows| puzzle.of_rows(rows));
    let Some(mut left) = parts.into_iter().find(is_exposed) else { return Vec::new() };
    let published: BTreeSet<Cell> =
        cells_of(left.rows()).filter(|at| *at != cell && left.span(*at) != Span::UNKNOWN).collect();
    if published.len() > MOST {
        return published.into_iter().collect();
    }
    let mut needed = Vec::new();
    for published in published {
        let span = left.span(published);
        left.set(published, Span::UNKNOWN);
        if !is_exposed(&left) {
            left.set(published, span);
            needed.push(published);
        }
    }
    needed
}

/// More and more rows around a cell: each of its own alone, then all of them, then those of the open cells in these.
fn widening(puzzle: &Puzzle, cell: Cell) -> Vec<Vec<Row>> {
    let holds = |row: &&Row, cells: &BTreeSet<Cell>| row.terms.iter().any(|(own, _)| cells.contains(own));
    let rows_of = |cells: &BTreeSet<Cell>| -> Vec<Row> {
        puzzle.rows().iter().filter(|row| holds(row, cells)).cloned().collect()
    };
    let mut open = BTreeSet::from([cell]);
    let own = rows_of(&open);
    let mut steps: Vec<Vec<Row>> = own.iter().map(|row| vec![row.clone()]).collect();
    loop {
        let rows = rows_of(&open);
        let reached: BTreeSet<Cell> =
            cells_of(&rows).filter(|at| puzzle.span(*at).settled().is_none()).collect();
        steps.push(rows);
        if reached.is_subset(&open) {
            return steps;
        }
        open.extend(reached);
    }
}

fn cells_of(rows: &[Row]) -> impl Iterator<Item = Cell> {
    rows.iter().flat_map(|row| row.terms.iter().map(|(cell, _)| *cell))
}
