//! How much changed, in numbers.

use super::class::Class;
use super::diff::Diff;
use std::collections::BTreeMap;

/// How much changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows only in the new table.
    pub rows_added: usize,
    /// Rows only in the old table.
    pub rows_removed: usize,
    /// Rows of both with a changed cell.
    pub rows_changed: usize,
    /// Rows of both that stand elsewhere.
    pub rows_moved: usize,
    /// Rows of both.
    pub rows_in_both: usize,
    /// Columns only in the new table.
    pub columns_added: usize,
    /// Columns only in the old table.
    pub columns_removed: usize,
    /// Columns with another name.
    pub columns_renamed: usize,
    /// Columns that stand elsewhere.
    pub columns_moved: usize,
    /// Changed cells by class.
    pub cells: BTreeMap<Class, usize>,
}

impl Summary {
    /// Counts a difference.
    #[must_use]
    pub fn of(diff: &Diff<'_>) -> Self {
        let mut summary = Self::default();
        for row in diff.rows() {
            match (row.old, row.new) {
                (Some(_), Some(_)) => summary.rows_in_both += 1,
                (None, _) => summary.rows_added += 1,
                (Some(_), None) => summary.rows_removed += 1,
            }
            summary.rows_moved += usize::from(row.moved);
        }
        for column in diff.columns() {
            match (column.old, column.new) {
                (Some(old), Some(new)) => {
                    let renamed = diff.old().column(old) != diff.new_table().column(new);
                    summary.columns_renamed += usize::from(renamed);
                }
                (None, _) => summary.columns_added += 1,
                (Some(_), None) => summary.columns_removed += 1,
            }
            summary.columns_moved += usize::from(column.moved);
        }
        let mut last = None;
        for cell in diff.cells() {
            *summary.cells.entry(cell.class).or_default() += 1;
            summary.rows_changed += usize::from(last != Some(cell.row));
            last = Some(cell.row);
        }
        summary
    }
}
