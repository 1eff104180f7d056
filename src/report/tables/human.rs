//! A difference of tables for people in a terminal.

use super::words::{by, counted, row_number};
use super::{Compared, changes, sentence};
use crate::report::visible;
use crate::table::{CellChange, Class, RowUnit};

/// More lines of a kind than this are counted, not printed.
const LINES: usize = 200;

/// Writes a difference for people: the sentence, how rows were aligned, then every change up to 200 of a kind.
#[must_use]
pub fn render(compared: &Compared<'_, '_>) -> String {
    let mut lines = vec![format!("{} → {}", compared.old, compared.new), sentence::of(compared)];
    lines.extend(compared.remarks().map(|remark| format!("note: {remark}")));
    lines.extend([String::new(), sentence::alignment(compared)]);
    let diff = compared.diff;
    section(&mut lines, "columns", changes::columns(diff));
    section(&mut lines, "values of the key", changes::codes(diff));
    section(&mut lines, "cells of a column", changes::events(compared));
    section(&mut lines, "totals", changes::totals(diff));
    section(&mut lines, "rows", rows(compared));
    for class in Class::ALL {
        let cells = diff.cells().iter().filter(|cell| cell.class == class);
        section(&mut lines, class.words(), cells.map(|cell| one_cell(compared, cell)).collect());
    }
    lines.iter().map(|line| visible(line).trim_end().to_owned() + "\n").collect()
}

fn section(lines: &mut Vec<String>, heading: &str, mut entries: Vec<String>) {
    if entries.is_empty() {
        return;
    }
    let left = entries.len().saturating_sub(LINES);
    entries.truncate(LINES);
    lines.extend([String::new(), heading.to_owned()]);
    lines.extend(entries.into_iter().map(|entry| format!("  {}", entry.replace('\n', "\n  "))));
    if left > 0 {
        lines.push(format!("  and {} more; --format csv gives them all", counted(left, "line")));
    }
}

fn rows(compared: &Compared<'_, '_>) -> Vec<String> {
    let diff = compared.diff;
    let line = |row: &RowUnit| {
        let (sign, number) = match (row.old, row.new) {
            (None, Some(new)) => ('+', format!("row {}", row_number(new))),
            (Some(old), None) => ('−', format!("row {} before", row_number(old))),
            (Some(old), Some(new)) if row.moved && diff.order_matters() => {
                (':', format!("row {}, row {} before", row_number(new), row_number(old)))
            }
            _ => return None,
        };
        Some(format!("{sign} {} ({number})", diff.row_key(row).join(", ")))
    };
    diff.rows().iter().filter_map(line).collect()
}

fn one_cell(compared: &Compared<'_, '_>, cell: &CellChange) -> String {
    let diff = compared.diff;
    let key = diff.rows().get(cell.row).map(|row| diff.row_key(row).join(", ")).unwrap_or_default();
    let column = diff.columns().get(cell.column).map_or("", |column| diff.column_name(column));
    let (old, new) = diff.words(cell);
    let by = by(diff, cell).map(|by| format!(" ({by})")).unwrap_or_default();
    format!("{key}, “{column}”: “{old}” → “{new}”{by}")
}
