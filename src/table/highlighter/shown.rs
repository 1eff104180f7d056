//! Which rows and columns of a difference are shown: what changed, and one beside it.

use crate::table::diff::{ColumnUnit, Diff};
use crate::table::interned::{Interned, Labels, Pair};
use crate::table::order::{Unit, merged};

/// The rows as they are written: what moved is told by what it holds, so a row that has a twin is written as one that
/// went and one that came.
pub(super) fn rows(diff: &Diff<'_>, cells: &Interned) -> Vec<Unit> {
    let (old, new) = (diff.old(), diff.new_table());
    let twins = twins(&cells.labels((0..old.columns().len()).map(alone)));
    let mut pairs: Vec<(usize, usize)> = diff.rows().iter().filter_map(|row| row.old.zip(row.new)).collect();
    loop {
        let units = merged(&pairs, old.rows().len(), new.rows().len());
        let unclear: Vec<usize> = units
            .iter()
            .filter(|unit| unit.moved)
            .filter_map(|unit| unit.old)
            .filter(|row| is(&twins, *row))
            .collect();
        if unclear.is_empty() {
            return units;
        }
        pairs.retain(|(from, _)| !unclear.contains(from));
    }
}

/// A column of the old table, for labels of old rows alone.
fn alone(old: usize) -> Pair {
    Pair { old, new: usize::MAX }
}

fn is(rows: &[bool], row: usize) -> bool {
    rows.get(row).copied().unwrap_or(false)
}

/// The old rows that have the label of another.
fn twins(labels: &Labels) -> Vec<bool> {
    let groups = labels.old_groups();
    labels.old.iter().map(|label| groups.get(*label as usize).is_some_and(|group| group.len() > 1)).collect()
}

/// Columns: what changed, the key, and one beside each; all where the order changed or rows could not be told apart.
pub(super) fn columns(diff: &Diff<'_>, cells: &Interned, units: &[Unit]) -> Vec<bool> {
    let all = diff.columns();
    let has_new_row = units.iter().any(|row| row.old.is_none());
    let mut names: Vec<&str> = all.iter().map(|column| diff.column_name(column)).collect();
    names.sort_unstable();
    let is_clear = |name: &[&str]| name.first() != name.last();
    if all.iter().any(|column| column.moved) || !names.windows(2).all(is_clear) {
        return vec![true; all.len()];
    }
    let mut active = vec![false; all.len()];
    for (column, active) in all.iter().zip(&mut active) {
        let key = column.old.zip(column.new).is_some_and(|both| diff.key().columns.contains(&both));
        *active = key || diff.column_changed(column) || (has_new_row && column.new.is_some());
    }
    for cell in diff.cells() {
        if let Some(active) = active.get_mut(cell.column) {
            *active = true;
        }
    }
    let shown = spread(&active);
    if tells_rows_apart(cells, all, &shown) { shown } else { vec![true; all.len()] }
}

/// The columns shown tell the old rows apart as far as all columns do.
fn tells_rows_apart(cells: &Interned, columns: &[ColumnUnit], shown: &[bool]) -> bool {
    let old = |all: bool| {
        let chosen = columns.iter().zip(shown).filter(move |(_, shown)| all || **shown);
        let pairs = chosen.filter_map(|(column, _)| column.old).map(alone);
        cells.labels(pairs).bound
    };
    old(false) == old(true)
}

/// What is active, and one on each side.
fn spread(active: &[bool]) -> Vec<bool> {
    let at = |at: Option<usize>| at.and_then(|at| active.get(at)).copied().unwrap_or(false);
    (0..active.len()).map(|here| at(Some(here)) || at(here.checked_sub(1)) || at(Some(here + 1))).collect()
}

/// Rows: what is active, one on each side, and further until a row is shown that stands only once, so that whoever
/// applies the patch finds the place.
pub(super) fn context(
    active: &[bool],
    units: &[Unit],
    diff: &Diff<'_>,
    cells: &Interned,
    columns: &[bool],
) -> Vec<bool> {
    let chosen = diff.columns().iter().zip(columns).filter(|(_, shown)| **shown);
    let twins = twins(&cells.labels(chosen.filter_map(|(column, _)| column.old).map(alone)));
    let has_twin = |at: usize| units.get(at).and_then(|unit| unit.old).is_some_and(|row| is(&twins, row));
    let mut shown = spread(active);
    // Downwards below what is shown, then upwards above it.
    for at in 1..shown.len() {
        if is(&shown, at - 1) && !is(active, at - 1) && has_twin(at - 1) && !is(&shown, at) {
            set(&mut shown, at);
        }
    }
    let downwards = shown.clone();
    for at in (0..shown.len().saturating_sub(1)).rev() {
        let edge = is(&shown, at + 1) && !is(active, at + 1);
        if edge && has_twin(at + 1) && !is(&downwards, at) {
            set(&mut shown, at);
        }
    }
    shown
}

fn set(rows: &mut [bool], row: usize) {
    if let Some(row) = rows.get_mut(row) {
        *row = true;
    }
}
