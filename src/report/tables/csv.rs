//! A difference of tables as a long table: a line for each change, with its key.

use super::Compared;
use super::words::row_number;
use crate::table::{CellChange, ColumnUnit, RowUnit};

/// Writes a difference as CSV. The columns are `change`, those of the key, `column`, `old`, `new`, `by`, `old_row` and
/// `new_row`; rows count from the header, which is row 1.
#[must_use]
pub fn render(compared: &Compared<'_, '_>) -> String {
    let lines = Lines { compared, keys: compared.diff.key().columns.len() };
    let diff = compared.diff;
    let mut table = vec![lines.header()];
    let changed = diff.columns().iter().filter(|column| diff.column_changed(column));
    table.extend(changed.map(|column| lines.column(column)));
    table.extend(diff.rows().iter().filter_map(|row| lines.row(row)));
    table.extend(diff.cells().iter().map(|cell| lines.cell(cell)));
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for line in table {
        // Memory takes every byte, and all lines are of one length.
        let _infallible = writer.write_record(line);
    }
    writer.into_inner().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

struct Lines<'c> {
    compared: &'c Compared<'c, 'c>,
    keys: usize,
}

impl Lines<'_> {
    fn header(&self) -> Vec<String> {
        let new = self.compared.diff.new_table();
        let names = self.compared.diff.key().columns.iter().map(|(_, column)| new.column(*column).to_owned());
        let rest = ["column", "old", "new", "by", "old_row", "new_row"].map(str::to_owned);
        std::iter::once("change".to_owned()).chain(names).chain(rest).collect()
    }

    fn line(&self, change: &str, row: Option<&RowUnit>, rest: [&str; 4]) -> Vec<String> {
        let mut key: Vec<String> = match row {
            Some(row) if self.keys > 0 => {
                self.compared.diff.row_key(row).into_iter().map(str::to_owned).collect()
            }
            _ => Vec::new(),
        };
        key.resize(self.keys, String::new());
        let number = |row: Option<usize>| row.map(|row| row_number(row).to_string()).unwrap_or_default();
        let rows = [number(row.and_then(|row| row.old)), number(row.and_then(|row| row.new))];
        std::iter::once(change.to_owned()).chain(key).chain(rest.map(str::to_owned)).chain(rows).collect()
    }

    fn column(&self, column: &ColumnUnit) -> Vec<String> {
        let diff = self.compared.diff;
        let old = column.old.map_or("", |old| diff.old().column(old));
        let new = column.new.map_or("", |new| diff.new_table().column(new));
        let change = match (column.old, column.new) {
            (None, _) => "column_added",
            (_, None) => "column_removed",
            _ if old != new => "column_renamed",
            _ => "column_moved",
        };
        self.line(change, None, [diff.column_name(column), old, new, ""])
    }

    fn row(&self, row: &RowUnit) -> Option<Vec<String>> {
        let change = match (row.old, row.new) {
            (None, _) => "row_added",
            (_, None) => "row_removed",
            _ if row.moved && self.compared.diff.order_matters() => "row_moved",
            _ => return None,
        };
        Some(self.line(change, Some(row), [""; 4]))
    }

    fn cell(&self, cell: &CellChange) -> Vec<String> {
        let diff = self.compared.diff;
        let (old, new) = diff.words(cell);
        let name = diff.columns().get(cell.column).map_or("", |column| diff.column_name(column));
        let by = cell.change.as_ref().map(|change| change.to_decimal(change.decimal_places().unwrap_or(6)));
        self.line(cell.class.name(), diff.rows().get(cell.row), [name, old, new, &by.unwrap_or_default()])
    }
}
