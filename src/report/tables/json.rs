//! A difference of tables for programs: typed changes.

use super::words::{old_number, per_cent, row_number};
use super::{Compared, sentence};
use crate::report::visible_json;
use crate::table::{CellChange, CodeChange, ColumnUnit, Diff, RowUnit, Summary, Table, TotalChange};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct View<'t> {
    format: u32,
    equal: bool,
    sentence: String,
    old: Side<'t>,
    new: Side<'t>,
    key: KeyView<'t>,
    summary: Counts,
    columns: Vec<Column<'t>>,
    codes: Vec<Code<'t>>,
    units: Vec<Unit<'t>>,
    totals: Vec<Total>,
    rows: Vec<Row<'t>>,
    cells: Vec<Cell<'t>>,
    remarks: Vec<&'t String>,
}

#[derive(Serialize)]
struct Side<'t> {
    name: &'t str,
    rows: usize,
    columns: Vec<&'t str>,
}

#[derive(Serialize)]
struct KeyView<'t> {
    how: &'static str,
    old_columns: Vec<&'t str>,
    columns: Vec<&'t str>,
}

#[derive(Serialize)]
struct Counts {
    rows_in_both: usize,
    rows_added: usize,
    rows_removed: usize,
    rows_moved: usize,
    rows_changed: usize,
    columns_added: usize,
    columns_removed: usize,
    columns_renamed: usize,
    columns_moved: usize,
    cells: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct Column<'t> {
    change: &'static str,
    old: Option<&'t str>,
    new: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows_the_same: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows_compared: Option<usize>,
}

#[derive(Serialize)]
struct Code<'t> {
    change: &'static str,
    column: &'t str,
    old: Vec<&'t str>,
    new: Vec<&'t str>,
    /// Cells that are the same, or sums that hold.
    evidence: usize,
}

#[derive(Serialize)]
struct Unit<'t> {
    column: &'t str,
    power_of_ten: i32,
    cells: usize,
}

#[derive(Serialize)]
struct Total {
    change: &'static str,
    key: Vec<String>,
    column: String,
    old_total: String,
    old_parts: String,
    new_total: String,
    new_parts: String,
}

#[derive(Serialize)]
struct Row<'t> {
    change: &'static str,
    key: Vec<&'t str>,
    old_row: Option<usize>,
    new_row: Option<usize>,
    /// The cells, in the order of the columns of the table that has the row.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cells: Vec<&'t str>,
}

#[derive(Serialize)]
struct Cell<'t> {
    class: &'static str,
    key: Vec<&'t str>,
    column: &'t str,
    old_row: Option<usize>,
    new_row: Option<usize>,
    old: &'t str,
    new: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per_cent: Option<String>,
}

/// Writes a difference as one JSON object.
#[must_use]
pub fn render(compared: &Compared<'_, '_>) -> String {
    let diff = compared.diff;
    let (old, new) = (diff.old(), diff.new_table());
    let view = View {
        format: 1,
        equal: diff.is_empty(),
        sentence: sentence::of(compared),
        old: side(&compared.old, old),
        new: side(&compared.new, new),
        key: KeyView {
            how: diff.key().how.name(),
            old_columns: diff.key().columns.iter().map(|(column, _)| old.column(*column)).collect(),
            columns: diff.key().columns.iter().map(|(_, column)| new.column(*column)).collect(),
        },
        summary: counts(&compared.summary()),
        columns: diff
            .columns()
            .iter()
            .filter(|it| diff.column_changed(it))
            .map(|it| column(diff, it))
            .collect(),
        codes: diff.codes().iter().map(|it| code(diff, it)).collect(),
        units: diff
            .scales()
            .iter()
            .map(|scale| Unit {
                column: new.column(scale.new),
                power_of_ten: scale.power,
                cells: scale.cells,
            })
            .collect(),
        totals: diff.totals().into_iter().map(total).collect(),
        rows: diff.rows().iter().filter_map(|it| row(diff, it)).collect(),
        cells: diff.cells().iter().map(|it| cell(diff, it)).collect(),
        remarks: compared.remarks().collect(),
    };
    visible_json(&serde_json::to_string_pretty(&view).unwrap_or_default()) + "\n"
}

fn total(change: TotalChange) -> Total {
    Total {
        change: if change.adds_up { "adds_up_now" } else { "adds_up_no_more" },
        old_total: change.before.total.to_string(),
        old_parts: change.before.parts.to_string(),
        new_total: change.after.total.to_string(),
        new_parts: change.after.parts.to_string(),
        key: change.key,
        column: change.column,
    }
}

fn side<'t>(name: &'t str, table: &'t Table) -> Side<'t> {
    Side {
        name,
        rows: table.rows().len(),
        columns: table.columns().iter().map(smol_str::SmolStr::as_str).collect(),
    }
}

fn counts(summary: &Summary) -> Counts {
    Counts {
        rows_in_both: summary.rows_in_both,
        rows_added: summary.rows_added,
        rows_removed: summary.rows_removed,
        rows_moved: summary.rows_moved,
        rows_changed: summary.rows_changed,
        columns_added: summary.columns_added,
        columns_removed: summary.columns_removed,
        columns_renamed: summary.columns_renamed,
        columns_moved: summary.columns_moved,
        cells: summary.cells.iter().map(|(class, number)| (class.name(), *number)).collect(),
    }
}

fn column<'t>(diff: &Diff<'t>, column: &ColumnUnit) -> Column<'t> {
    let old = column.old.map(|old| diff.old().column(old));
    let new = column.new.map(|new| diff.new_table().column(new));
    let change = match (old, new) {
        (None, _) => "added",
        (_, None) => "removed",
        (old, new) if old == new => "moved",
        _ if column.moved => "renamed_and_moved",
        _ => "renamed",
    };
    let evidence = column.renamed;
    Column {
        change,
        old,
        new,
        rows_the_same: evidence.map(|evidence| evidence.same),
        rows_compared: evidence.map(|evidence| evidence.rows),
    }
}

fn code<'d>(diff: &Diff<'d>, code: &'d CodeChange) -> Code<'d> {
    let name = |(_, new): (usize, usize)| diff.new_table().column(new);
    match code {
        CodeChange::Renamed { column, old, new, evidence } => Code {
            change: "renamed",
            column: name(*column),
            old: vec![old],
            new: vec![new],
            evidence: evidence.same,
        },
        CodeChange::Split { column, old, new, sums } => Code {
            change: if old.len() > new.len() { "merged" } else { "split" },
            column: name(*column),
            old: old.iter().map(String::as_str).collect(),
            new: new.iter().map(String::as_str).collect(),
            evidence: *sums,
        },
    }
}

fn row<'t>(diff: &Diff<'t>, row: &RowUnit) -> Option<Row<'t>> {
    let cells = |table: &'t Table, row: Option<usize>| {
        let cells =
            row.and_then(|row| table.rows().get(row)).map(|row| row.iter().map(smol_str::SmolStr::as_str));
        cells.map(Iterator::collect).unwrap_or_default()
    };
    let (change, cells) = match (row.old, row.new) {
        (None, _) => ("added", cells(diff.new_table(), row.new)),
        (_, None) => ("removed", cells(diff.old(), row.old)),
        _ if row.moved && diff.order_matters() => ("moved", Vec::new()),
        _ => return None,
    };
    let (old_row, new_row) = (row.old.map(row_number), row.new.map(row_number));
    Some(Row { change, key: diff.row_key(row), old_row, new_row, cells })
}

fn cell<'t>(diff: &Diff<'t>, cell: &CellChange) -> Cell<'t> {
    let row = diff.rows().get(cell.row);
    let (old, new) = diff.words(cell);
    let part =
        cell.change.as_ref().zip(old_number(diff, cell)).and_then(|(change, old)| per_cent(change, &old));
    Cell {
        class: cell.class.name(),
        key: row.map(|row| diff.row_key(row)).unwrap_or_default(),
        column: diff.columns().get(cell.column).map_or("", |column| diff.column_name(column)),
        old_row: row.and_then(|row| row.old).map(row_number),
        new_row: row.and_then(|row| row.new).map(row_number),
        old,
        new,
        change: cell.change.as_ref().map(exact),
        per_cent: part.map(|part| part.to_decimal(2)),
    }
}

/// A number that was written in decimals has an end.
fn exact(change: &crate::quantity::Rational) -> String {
    change.to_decimal(change.decimal_places().unwrap_or(6))
}
