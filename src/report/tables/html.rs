//! A difference of tables as one page that needs nothing else: no script, no style sheet, no picture.

use super::words::{by, count, counted, row_number};
use super::{Compared, changes, sentence};
use crate::report::visible;
use crate::table::{CellChange, ColumnUnit, Diff, RowUnit};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Writes a difference as an HTML page: the sentence, what changed as a whole, then the rows that changed in full.
#[must_use]
pub fn render(compared: &Compared<'_, '_>) -> String {
    let diff = compared.diff;
    let title = format!("{} → {}", compared.old, compared.new);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Changes: {0}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>Changes: {0}</h1>\n<p class=\"lead\">{1}</p>\n<p>{2}</p>\n",
        escaped(&title),
        escaped(&sentence::of(compared)),
        escaped(&sentence::alignment(compared)),
    );
    list(&mut page, "Notes", &compared.remarks().cloned().collect::<Vec<_>>());
    list(&mut page, "Columns", &changes::columns(diff));
    list(&mut page, "Values of the key", &changes::codes(diff));
    list(&mut page, "Cells of a column", &changes::events(compared));
    list(&mut page, "Totals", &changes::totals(diff));
    table(&mut page, compared);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:80rem;padding:1rem;color:#111;background:#fff}\
.lead{font-size:1.25rem}.wide{overflow-x:auto}table{border-collapse:collapse}caption{text-align:left;padding:.5rem 0}\
th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}thead th{background:#eee}\
del{color:#8a1c1c}ins{color:#0b5a23;font-weight:600;text-decoration:none}small{display:block;color:#444}\
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\
@media(prefers-color-scheme:dark){body{color:#eee;background:#111}thead th{background:#333}del{color:#ff9d9d}ins{color:#8fe3a6}small{color:#bbb}}";

fn list(page: &mut String, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = write!(page, "<h2>{heading}</h2>\n<ul>\n");
    lines.iter().for_each(|line| {
        let _ = writeln!(page, "<li>{}</li>", escaped(line));
    });
    page.push_str("</ul>\n");
}

fn table(page: &mut String, compared: &Compared<'_, '_>) {
    let diff = compared.diff;
    let mut changed: BTreeMap<usize, BTreeMap<usize, &CellChange>> = BTreeMap::new();
    for cell in diff.cells() {
        changed.entry(cell.row).or_default().insert(cell.column, cell);
    }
    let shown = |(at, row): &(usize, &RowUnit)| {
        changed.contains_key(at)
            || row.old.is_none()
            || row.new.is_none()
            || (row.moved && diff.order_matters())
    };
    let rows: Vec<(usize, &RowUnit)> = diff.rows().iter().enumerate().filter(shown).collect();
    if rows.is_empty() {
        return;
    }
    let same = diff.rows().len() - rows.len();
    let _ = write!(
        page,
        "<h2>Rows</h2>\n<div class=\"wide\" role=\"region\" aria-labelledby=\"rows\" tabindex=\"0\">\n<table>\n\
         <caption id=\"rows\">{} changed; {} the same and not shown</caption>\n<thead>\n<tr><th scope=\"col\">Row</th>\
         <th scope=\"col\">What</th>",
        counted(rows.len(), "row"),
        if same == 1 { "1 is".to_owned() } else { format!("{} are", count(same)) },
    );
    diff.columns().iter().for_each(|column| head(page, diff, column));
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    let none = BTreeMap::new();
    for (at, row) in rows {
        one_row(page, diff, row, changed.get(&at).unwrap_or(&none));
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}

fn head(page: &mut String, diff: &Diff<'_>, column: &ColumnUnit) {
    let note = match (column.old, column.new) {
        (None, _) => "<small>new</small>".to_owned(),
        (_, None) => "<small>gone</small>".to_owned(),
        (Some(old), Some(_)) if diff.old().column(old) != diff.column_name(column) => {
            format!("<small>was {}</small>", escaped(diff.old().column(old)))
        }
        _ => String::new(),
    };
    let _ = write!(page, "<th scope=\"col\">{}{note}</th>", escaped(diff.column_name(column)));
}

fn one_row(page: &mut String, diff: &Diff<'_>, row: &RowUnit, changed: &BTreeMap<usize, &CellChange>) {
    let what = match (row.old, row.new) {
        (None, _) => "new",
        (_, None) => "gone",
        _ if !changed.is_empty() => "changed",
        _ => "elsewhere",
    };
    let number = row.new.or(row.old).map_or(0, row_number);
    let _ = write!(page, "<tr><th scope=\"row\">{number}</th><td>{what}</td>");
    for (at, column) in diff.columns().iter().enumerate() {
        let cell = match changed.get(&at) {
            Some(cell) => both(diff, cell),
            None => one_cell(diff, row, column),
        };
        let _ = write!(page, "<td>{cell}</td>");
    }
    page.push_str("</tr>\n");
}

fn one_cell(diff: &Diff<'_>, row: &RowUnit, column: &ColumnUnit) -> String {
    let before = row.old.zip(column.old).map(|(row, column)| escaped(diff.old().cell(row, column)));
    let after = row.new.zip(column.new).map(|(row, column)| escaped(diff.new_table().cell(row, column)));
    match (before, after) {
        (_, Some(after)) if row.old.is_none() => format!("<ins>{after}</ins>"),
        (Some(before), _) if row.new.is_none() => format!("<del>{before}</del>"),
        (_, Some(one)) | (Some(one), None) => one,
        (None, None) => String::new(),
    }
}

fn both(diff: &Diff<'_>, cell: &CellChange) -> String {
    let (old, new) = diff.words(cell);
    let by = by(diff, cell).map(|by| format!(", {}", escaped(&by))).unwrap_or_default();
    format!(
        "<del><span class=\"hidden\">was </span>{}</del> <ins><span class=\"hidden\">now </span>{}</ins><small>{}{by}</small>",
        or_nothing(old),
        or_nothing(new),
        cell.class.words()
    )
}

fn or_nothing(text: &str) -> String {
    if text.is_empty() { "(blank)".to_owned() } else { escaped(text) }
}

/// Text that is nothing but text in HTML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}
