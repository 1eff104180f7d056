//! What is on a sheet, found in one walk over it, before any of it is interpreted.

use super::areas::{Area, Stretches};
use crate::import::sheet::Visibility;

/// What is on a sheet.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// Its name.
    pub name: String,
    /// Whether a reader of the file sees it.
    pub visibility: Visibility,
    /// The last row with anything in it; 0 where there is none.
    pub rows: u32,
    /// The last column with anything in it; 0 where there is none.
    pub columns: u32,
    /// How many cells have anything in them.
    pub cells: u64,
    pub(super) hidden_rows: Stretches,
    pub(super) filtered_rows: Stretches,
    pub(super) hidden_columns: Stretches,
    pub(super) merges: Vec<Area>,
    /// The area that a filter can choose rows of.
    pub(super) filterable: Option<Area>,
    /// The area that a filter has chosen rows of.
    pub(super) filter: Option<Area>,
    /// Formulas that the file has no result for.
    pub(super) without_result: Tally,
    /// Values that their format does not show.
    pub(super) unseen: Tally,
    /// Remarks beside cells.
    pub(super) comments: u64,
}

/// How often something is there, and the cell where it is first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) count: u64,
    pub(super) first: (u32, u32),
}

impl Tally {
    pub(super) fn add(&mut self, row: u32, column: u32) {
        if self.count == 0 {
            self.first = (row, column);
        }
        self.count += 1;
    }
}
