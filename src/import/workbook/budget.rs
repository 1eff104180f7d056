//! How much of a sheet has been taken, held against how much may be.

use super::archive::{Bounds, too_much};
use crate::import::sheet::{Cell, Unreadable};

/// What is left to take.
#[derive(Debug)]
pub(super) struct Budget {
    cells: u64,
    /// Bytes of text.
    text: u64,
    /// Bytes of text of one row.
    row: u64,
}

/// A row of more text than this is not held.
const ROW: u64 = 32 << 20;

impl Budget {
    pub(super) fn new(bounds: &Bounds) -> Self {
        Self { cells: bounds.cells, text: bounds.unpacked, row: ROW }
    }

    /// Goes on to the next row.
    pub(super) fn next_row(&mut self) {
        self.row = ROW;
    }

    /// Takes a cell that stands so often in its row, in so many rows.
    pub(super) fn take(&mut self, cell: &Cell, columns: u64, rows: u64, row: u32) -> Result<(), Unreadable> {
        let marks = cell.marks.iter().map(String::len).sum::<usize>();
        let text = ((cell.text.len() + marks) as u64).saturating_mul(columns);
        let cells = columns.saturating_mul(rows);
        let left = (
            self.cells.checked_sub(cells),
            self.text.checked_sub(text.saturating_mul(rows)),
            self.row.checked_sub(text),
        );
        let what = match left {
            (Some(cells), Some(text), Some(of_row)) => {
                (self.cells, self.text, self.row) = (cells, text, of_row);
                return Ok(());
            }
            (None, _, _) => "its sheets hold too many cells",
            (_, None, _) => "its sheets hold too much text",
            (_, _, None) => "a row holds too much text",
        };
        Err(Unreadable { row: Some(row), ..too_much(what.to_owned()) })
    }
}
