//! Where the table of a sheet seems to start.

use crate::import::sheet::{Held, Row, Sheet};

/// So many rows are looked at.
pub(super) const MOST: usize = 60;

/// The row of the header: the first that has words in at least two cells and in nearly as many as any other row. None
/// where no row has two cells.
pub(super) fn row(sheet: Sheet<'_>) -> Option<u32> {
    of(&sheet.rows.take(MOST).map_while(Result::ok).collect::<Vec<Row>>())
}

/// The same of the first rows of a sheet.
pub(super) fn of(rows: &[Row]) -> Option<u32> {
    let filled = |row: &Row| row.cells.iter().filter(|cell| cell.holds_something()).count();
    let widest = rows.iter().map(filled).max().filter(|widest| *widest > 1)?;
    let is_header = |row: &&Row| {
        let words = row.cells.iter().filter(|cell| matches!(cell.held, Held::Text | Held::Date(_))).count();
        let filled = filled(row);
        filled > 1 && filled * 4 >= widest * 3 && words * 2 > filled
    };
    rows.iter().find(is_header).map(|row| row.number)
}
