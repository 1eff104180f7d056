//! A table: names of columns, and rows of text.

use smol_str::SmolStr;

/// Text in columns. Every row has as many cells as there are columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    columns: Vec<SmolStr>,
    rows: Vec<Vec<SmolStr>>,
}

impl Table {
    /// A table of these columns and rows. A row that is short is filled up with blank cells, one that is long is cut.
    #[must_use]
    pub fn new(columns: Vec<SmolStr>, mut rows: Vec<Vec<SmolStr>>) -> Self {
        for row in &mut rows {
            row.resize(columns.len(), SmolStr::default());
        }
        Self { columns, rows }
    }

    /// The names of the columns, in order. Two may be the same.
    #[must_use]
    pub fn columns(&self) -> &[SmolStr] {
        &self.columns
    }

    /// The rows, in order.
    #[must_use]
    pub fn rows(&self) -> &[Vec<SmolStr>] {
        &self.rows
    }

    /// The name of a column; blank where there is no such column.
    #[must_use]
    pub fn column(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", SmolStr::as_str)
    }

    /// A cell; blank where there is no such cell.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", SmolStr::as_str)
    }

    /// The cells of a column, from the top.
    pub(crate) fn column_cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row.get(column).map_or("", SmolStr::as_str))
    }

    /// The table as CSV, with a line feed at the end of each line.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let lines = std::iter::once(&self.columns).chain(&self.rows);
        csv_of(lines.map(|line| line.iter().map(SmolStr::as_str)))
    }
}

/// Rows as CSV. A row of one blank cell is written in quotation marks, or it would be no row.
pub(crate) fn csv_of<'a, R: Iterator<Item = &'a str>>(rows: impl Iterator<Item = R>) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Memory takes every byte, and rows of any length are allowed.
        let _infallible = writer.write_record(row);
    }
    writer.into_inner().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}
