//! Writing a difference in the highlighter format.

use super::{ABSENT, shown};
use crate::table::Table;
use crate::table::diff::{ColumnUnit, Diff};
use crate::table::interned::Interned;
use crate::table::order::Unit;
use crate::table::table::csv_of;
use smol_str::SmolStr;

/// The difference as a CSV file in the highlighter format.
#[must_use]
pub fn csv(diff: &Diff<'_>) -> String {
    csv_of(sheet(diff).iter().map(|row| row.iter().map(String::as_str)))
}

/// The difference as the rows of a highlighter table.
#[must_use]
pub fn sheet(diff: &Diff<'_>) -> Vec<Vec<String>> {
    let cells = Interned::of(diff.old(), diff.new_table());
    let units = shown::rows(diff, &cells);
    let columns = shown::columns(diff, &cells, &units);
    let writer = Writer { diff, separator: separator(diff), columns: &columns };
    let lines: Vec<Line> = units.iter().map(|unit| writer.line(*unit)).collect();
    let active: Vec<bool> = lines.iter().map(|line| line.active).collect();
    let mut sheet = writer.head();
    if active.contains(&true) {
        let visible = shown::context(&active, &units, diff, &cells, &columns);
        let mut in_gap = false;
        for (line, visible) in lines.into_iter().zip(visible) {
            if visible {
                sheet.push(writer.narrow(line.action, line.cells));
            } else if !in_gap {
                sheet.push(vec!["...".to_owned(); sheet.last().map_or(1, Vec::len)]);
            }
            in_gap = !visible;
        }
    }
    sheet
}

/// A row as it is written, with the cells of every column.
struct Line {
    action: String,
    /// It must be shown.
    active: bool,
    cells: Vec<String>,
}

struct Writer<'d, 't> {
    diff: &'d Diff<'t>,
    separator: String,
    columns: &'d [bool],
}

impl Writer<'_, '_> {
    fn head(&self) -> Vec<Vec<String>> {
        let columns = self.diff.columns();
        let schema: Vec<String> = columns.iter().map(|column| self.fate(column)).collect();
        let names = columns.iter().map(|column| self.diff.column_name(column).to_owned()).collect();
        let changed = schema.iter().any(|fate| !fate.is_empty());
        let schema = changed.then(|| self.narrow("!".to_owned(), schema));
        schema.into_iter().chain([self.narrow("@@".to_owned(), names)]).collect()
    }

    fn fate(&self, column: &ColumnUnit) -> String {
        let (old, new) = (self.diff.old(), self.diff.new_table());
        let fate = match (column.old, column.new) {
            (None, _) => "+++".to_owned(),
            (Some(_), None) => "---".to_owned(),
            (Some(from), Some(to)) if old.column(from) != new.column(to) => format!("({})", old.column(from)),
            _ => String::new(),
        };
        if column.moved { format!(":{fate}") } else { fate }
    }

    fn line(&self, row: Unit) -> Line {
        let mut action = match (row.old, row.new) {
            (None, _) => "+++",
            (_, None) => "---",
            _ if row.moved => ":",
            _ => "",
        }
        .to_owned();
        let (mut adds, mut active) = (false, !action.is_empty());
        let mut cells = Vec::with_capacity(self.columns.len());
        for column in self.diff.columns() {
            let before = text(self.diff.old(), row.old, column.old);
            let after = text(self.diff.new_table(), row.new, column.new);
            let added = after.filter(|after| column.old.is_none() && !after.is_empty());
            active |= added.is_some();
            adds |= added.is_some_and(|added| added != ABSENT);
            cells.push(match (before, after) {
                (Some(before), Some(after)) if before != after => {
                    action.clone_from(&self.separator);
                    active = true;
                    format!("{before}{}{after}", self.separator)
                }
                (Some(one), _) | (None, Some(one)) => one.to_owned(),
                (None, None) => ABSENT.to_owned(),
            });
        }
        if action.is_empty() && adds {
            "+".clone_into(&mut action);
        }
        Line { action, active, cells }
    }

    /// A row without the columns that are left out: each run of them is one cell.
    fn narrow(&self, action: String, cells: Vec<String>) -> Vec<String> {
        let mut row = vec![action];
        let mut in_gap = false;
        for (cell, shown) in cells.into_iter().zip(self.columns) {
            if *shown {
                row.push(cell);
            } else if !in_gap {
                row.push("...".to_owned());
            }
            in_gap = !shown;
        }
        row
    }
}

fn text(table: &Table, row: Option<usize>, column: Option<usize>) -> Option<&str> {
    row.zip(column).map(|(row, column)| table.cell(row, column))
}

/// An arrow with as many dashes as no cell and no name of either table holds.
fn separator(diff: &Diff<'_>) -> String {
    let tables = [diff.old(), diff.new_table()];
    let texts =
        tables.into_iter().flat_map(|table| table.columns().iter().chain(table.rows().iter().flatten()));
    let dashes = texts.map(SmolStr::as_str).filter_map(longest_arrow).max().unwrap_or_default();
    format!("{}>", "-".repeat(dashes + 1))
}

/// The most dashes that stand before a `>`.
fn longest_arrow(text: &str) -> Option<usize> {
    let dashes =
        |at: usize| text.get(..at).unwrap_or_default().bytes().rev().take_while(|byte| *byte == b'-').count();
    text.match_indices('>').map(|(at, _)| dashes(at)).max()
}
