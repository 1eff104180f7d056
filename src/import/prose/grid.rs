//! A table: cells that span are repeated, so that every row has every column.

use crate::period::ReferencePeriod;

/// The most cells of one table, spans included.
const MOST_CELLS: usize = 50_000;
/// The most columns or rows that one cell may span.
const MOST_SPANNED: usize = 200;

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Grid {
    pub(in crate::import) rows: Vec<Vec<Cell>>,
    /// Rows that an earlier cell reaches into: how many are left, column and cell.
    reaching: Vec<(usize, usize, Cell)>,
    cells: usize,
    pub(in crate::import) is_cut: bool,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Cell {
    pub(in crate::import) text: String,
    /// It is marked as a heading.
    pub(in crate::import) is_heading: bool,
    /// It repeats a cell that spans.
    pub(in crate::import) is_repeated: bool,
    /// The marks of notes that stood with it, which are no part of its number.
    pub(in crate::import) notes: Vec<String>,
}

impl Grid {
    /// Adds a row of cells, each with the columns and rows that it spans.
    pub(in crate::import) fn add(&mut self, cells: Vec<(Cell, usize, usize)>) {
        let mut row: Vec<Cell> = Vec::new();
        let mut reaching = Vec::new();
        let mut before = std::mem::take(&mut self.reaching).into_iter().peekable();
        for (cell, columns, rows) in cells {
            while let Some((left, _, above)) = before.next_if(|(_, column, _)| *column == row.len()) {
                extend(&mut row, &mut reaching, left, above);
            }
            for index in 0..columns.clamp(1, MOST_SPANNED) {
                let cell = Cell { is_repeated: index > 0, ..cell.clone() };
                let left = rows.clamp(1, MOST_SPANNED) - 1;
                if left > 0 {
                    reaching.push((left, row.len(), Cell { is_repeated: true, ..cell.clone() }));
                }
                row.push(cell);
            }
        }
        for (left, _, above) in before {
            extend(&mut row, &mut reaching, left, above);
        }
        self.cells += row.len();
        if self.cells > MOST_CELLS {
            self.is_cut = true;
            return;
        }
        reaching.sort_by_key(|(_, column, _)| *column);
        self.reaching = reaching;
        if row.iter().any(|cell| !cell.text.is_empty()) {
            self.rows.push(row);
        }
    }

    /// The table as captured, in Markdown: its caption, its rows with the first as their heading, and its notes. A cell
    /// that spans stands once.
    pub(in crate::import) fn captured(&self) -> Vec<String> {
        let first = self.rows.iter().position(|row| !spans_all(row)).unwrap_or(self.rows.len());
        let last = self.rows.iter().rposition(|row| !spans_all(row)).map_or(first, |at| at + 1);
        let line = |row: &Vec<Cell>| row.first().map(Cell::captured).unwrap_or_default();
        let (above, rest) = self.rows.split_at(first.min(self.rows.len()));
        let (rows, below) = rest.split_at(last.saturating_sub(first).min(rest.len()));
        let mut captured: Vec<String> = above.iter().map(line).collect();
        if let Some((heading, rows)) = rows.split_first() {
            let width = self.rows.iter().map(Vec::len).max().unwrap_or_default();
            let mut lines = vec![in_bars(heading), format!("|{}", "---|".repeat(width))];
            lines.extend(rows.iter().map(|row| in_bars(row)));
            captured.push(lines.join("\n"));
        }
        captured.extend(below.iter().map(line));
        captured
    }

    /// What heads each column: the cells of the rows above the first row of values.
    pub(in crate::import) fn headings(&self) -> Vec<String> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let above = self.rows.get(..self.first_values()).unwrap_or_default();
        let heading = |column: usize| {
            let mut parts: Vec<&str> = Vec::new();
            for row in above.iter().filter(|row| !spans_all(row)) {
                let text = row.get(column).map(|cell| cell.text.as_str()).unwrap_or_default();
                if !text.is_empty() && parts.last() != Some(&text) {
                    parts.push(text);
                }
            }
            parts.join(", ")
        };
        (0..width).map(heading).collect()
    }

    /// The number of rows above the first that holds values.
    pub(in crate::import) fn first_values(&self) -> usize {
        let holds_values = |row: &Vec<Cell>| {
            !spans_all(row) && row.iter().skip(1).any(|cell| !cell.is_heading && is_value(&cell.text))
        };
        self.rows.iter().skip(1).position(holds_values).map_or(self.rows.len(), |at| at + 1)
    }

    /// The period that heads each row, if all rows with values are headed by one.
    pub(in crate::import) fn row_periods(&self) -> Option<Vec<Option<ReferencePeriod>>> {
        let rows = self.rows.get(self.first_values()..)?;
        let labels: Vec<Option<&str>> = rows
            .iter()
            .map(|row| row.first().filter(|_| !spans_all(row)).map(|cell| cell.text.as_str()))
            .collect();
        let are_years = labels.iter().flatten().all(|label| financial_year(label).is_some());
        let period = |label: &str| match are_years {
            true => financial_year(label),
            // A month and a financial year can be written alike.
            false if financial_year(label).is_some() => None,
            false => ReferencePeriod::parse(label).ok(),
        };
        labels.into_iter().map(|label| label.map_or(Some(None), |label| period(label).map(Some))).collect()
    }
}

impl Cell {
    fn captured(&self) -> String {
        let notes: String = self.notes.iter().map(|note| format!(" [note {note}]")).collect();
        format!("{}{notes}", self.text.replace('|', "\\|"))
    }
}

fn in_bars(row: &[Cell]) -> String {
    let cells = row.iter().map(|cell| if cell.is_repeated { String::new() } else { cell.captured() });
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn extend(row: &mut Vec<Cell>, reaching: &mut Vec<(usize, usize, Cell)>, left: usize, above: Cell) {
    if left > 1 {
        reaching.push((left - 1, row.len(), above.clone()));
    }
    row.push(above);
}

/// One cell stands for the whole row: a caption, or notes.
pub(super) fn spans_all(row: &[Cell]) -> bool {
    row.iter().skip(1).all(|cell| cell.is_repeated || cell.text.is_empty())
}

/// A cell that holds a value and does not name a year.
fn is_value(text: &str) -> bool {
    let is_year =
        text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && text.parse::<u16>().is_ok();
    let digits = text.chars().any(|c| c.is_ascii_digit());
    let marks = matches!(text, "-" | "–" | "—" | ".." | ":" | "*" | "n/a" | "N/A" | "Nil" | "nil");
    (digits || marks) && !is_year && financial_year(text).is_none() && ReferencePeriod::parse(text).is_err()
        || text.parse::<u16>().is_ok() && !is_year
}

/// `2001-02` or `2001/02`, where the second year follows the first.
fn financial_year(text: &str) -> Option<ReferencePeriod> {
    let (first, second) = text.split_once(['-', '/', '–'])?;
    let (year, next) = (first.parse::<u16>().ok()?, second.parse::<u16>().ok()?);
    let is_written_so = first.len() == 4 && second.len() == 2 && (1900..=2100).contains(&year);
    (is_written_so && (year + 1) % 100 == next)
        .then(|| ReferencePeriod::parse(&format!("{first}/{second}")).ok())?
}
