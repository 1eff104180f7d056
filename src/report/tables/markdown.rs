//! A difference of tables as Markdown for a pull request, of bounded size.

use super::words::{by, count, counted, row_number};
use super::{Compared, changes, sentence};
use crate::report::visible;
use crate::table::{CellChange, RowUnit};

/// The most lines of a list or table.
const LINES: usize = 60;
/// The most characters of a text of the tables.
const LONGEST: usize = 120;

/// Writes a difference as Markdown. At most 60 cells and 60 rows are listed; how many are left out is said.
#[must_use]
pub fn render(compared: &Compared<'_, '_>) -> String {
    let names = format!("{} → {}", plain(&compared.old), plain(&compared.new));
    let mut text = format!("### {names}\n\n{}\n", plain(&sentence::of(compared)));
    text.push_str(&format!("\n{}\n", plain(&sentence::alignment(compared))));
    let diff = compared.diff;
    list(&mut text, "Notes", compared.remarks().cloned().collect());
    list(&mut text, "Columns", changes::columns(diff));
    list(&mut text, "Values of the key", changes::codes(diff));
    list(&mut text, "Cells of a column", changes::events(compared));
    list(&mut text, "Totals", changes::totals(diff));
    cells(&mut text, compared);
    list(&mut text, "Rows", diff.rows().iter().filter_map(|row| one_row(compared, row)).collect());
    text
}

fn list(text: &mut String, heading: &str, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    text.push_str(&format!("\n#### {heading}\n\n"));
    lines.iter().take(LINES).for_each(|line| text.push_str(&format!("- {}\n", plain(line))));
    left_out(text, lines.len(), "line");
}

fn left_out(text: &mut String, number: usize, one: &str) {
    if number > LINES {
        let left = number - LINES;
        let are = if left == 1 { "is" } else { "are" };
        text.push_str(&format!("\n{} of {} {are} left out.\n", counted(left, one), count(number)));
    }
}

fn cells(text: &mut String, compared: &Compared<'_, '_>) {
    let diff = compared.diff;
    if diff.cells().is_empty() {
        return;
    }
    // What matters most comes first, so that it is not what is left out.
    let mut cells: Vec<&CellChange> = diff.cells().iter().collect();
    cells.sort_by_key(|cell| cell.class);
    text.push_str("\n#### Cells\n\n| row | column | was | now | change | kind |\n| --- | --- | --- | --- | --- | --- |\n");
    for cell in cells.iter().take(LINES) {
        let key = diff.rows().get(cell.row).map(|row| diff.row_key(row).join(", ")).unwrap_or_default();
        let column = diff.columns().get(cell.column).map_or("", |column| diff.column_name(column));
        let (old, new) = diff.words(cell);
        let by = by(diff, cell).unwrap_or_default();
        let line = [key.as_str(), column, old, new, &by, cell.class.words()].map(plain).join(" | ");
        text.push_str(&format!("| {line} |\n"));
    }
    left_out(text, cells.len(), "cell");
}

fn one_row(compared: &Compared<'_, '_>, row: &RowUnit) -> Option<String> {
    let diff = compared.diff;
    let what = match (row.old, row.new) {
        (None, Some(new)) => format!("new, row {}", row_number(new)),
        (Some(old), None) => format!("gone, row {} before", row_number(old)),
        (Some(old), Some(new)) if row.moved && diff.order_matters() => {
            format!("elsewhere, row {} before, row {} now", row_number(old), row_number(new))
        }
        _ => return None,
    };
    Some(format!("{}: {what}", diff.row_key(row).join(", ")))
}

/// Text in one line, of bounded length, in which nothing is taken for Markdown or HTML.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let shown = visible(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    for c in shown.chars().take(LONGEST * 3) {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '@') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    if shown.chars().count() > LONGEST * 3 {
        escaped.push('…');
    }
    escaped
}
