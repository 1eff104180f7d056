//! The changes of columns and code lists, and of columns as a whole, each in a line.

use super::Compared;
use super::words::{count, counted, factor, listed};
use crate::quantity::print;
use crate::table::{CellChange, Class, CodeChange, ColumnUnit, Diff, Evidence, Sum, TotalChange};
use std::collections::BTreeMap;

/// What became of columns.
pub(super) fn columns(diff: &Diff<'_>) -> Vec<String> {
    let changed = diff.columns().iter().filter(|column| diff.column_changed(column));
    let mut lines: Vec<String> = changed.map(|column| one_column(diff, column)).collect();
    for scale in diff.scales() {
        let name = diff.new_table().column(scale.new);
        let cells = counted(scale.cells, "cell");
        lines.push(format!("in another unit: “{name}” ({}, as {cells} show)", factor(scale.power)));
    }
    lines
}

fn one_column(diff: &Diff<'_>, column: &ColumnUnit) -> String {
    let name = diff.column_name(column);
    let before = column.old.map(|old| diff.old().column(old));
    let moved = if column.moved { ", and elsewhere" } else { "" };
    match (before, column.new) {
        (None, _) => format!("new: “{name}”"),
        (_, None) => format!("gone: “{name}”"),
        (Some(old), _) if old != name => {
            let why =
                column.renamed.map(|evidence| format!(" ({})", same(evidence, "row"))).unwrap_or_default();
            format!("renamed: “{old}” → “{name}”{why}{moved}")
        }
        _ => format!("elsewhere: “{name}”"),
    }
}

fn same(evidence: Evidence, one: &str) -> String {
    let have = if evidence.rows == 1 { "holds" } else { "hold" };
    format!("{} of {} {have} the same", count(evidence.same), counted(evidence.rows, one))
}

/// What became of the values of keys.
pub(super) fn codes(diff: &Diff<'_>) -> Vec<String> {
    let name = |(_, new): (usize, usize)| diff.new_table().column(new);
    let quoted = |words: &[String]| listed(&words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>());
    let line = |code: &CodeChange| match code {
        CodeChange::Renamed { column, old, new, evidence } => {
            format!("“{}”: “{old}” → “{new}” ({})", name(*column), same(*evidence, "cell"))
        }
        CodeChange::Split { column, old, new, sums } => {
            let sums = format!("{} add up", counted(*sums, "number"));
            let kind = if old.len() > new.len() { "merged into" } else { "split into" };
            format!("“{}”: {} {kind} {} ({sums})", name(*column), quoted(old), quoted(new))
        }
    };
    diff.codes().iter().map(line).collect()
}

/// Totals that began or ceased to be the sum of their parts.
pub(super) fn totals(diff: &Diff<'_>) -> Vec<String> {
    let sum = |sum: &Sum| format!("{} against {}", print::number(&sum.total), print::number(&sum.parts));
    let line = |change: &TotalChange| {
        let what = if change.adds_up { "adds up now" } else { "does not add up any more" };
        let moved =
            match (change.before.total == change.after.total, change.before.parts == change.after.parts) {
                (false, true) => "; the total changed, and no part did",
                (true, false) => "; parts changed, and the total did not",
                _ => "",
            };
        format!(
            "{}, “{}” {what}: total against parts {}, {} before{moved}",
            change.key.join(", "),
            change.column,
            sum(&change.after),
            sum(&change.before)
        )
    };
    diff.totals().iter().map(line).collect()
}

/// Columns in which several cells changed in the same way.
pub(super) fn events(compared: &Compared<'_, '_>) -> Vec<String> {
    let diff = compared.diff;
    let mut groups: BTreeMap<(usize, Class), Vec<&CellChange>> = BTreeMap::new();
    for cell in diff.cells() {
        groups.entry((cell.column, cell.class)).or_default().push(cell);
    }
    let rows = compared.summary().rows_in_both;
    let groups = groups.into_iter().filter(|(_, cells)| cells.len() > 1);
    groups.map(|((column, class), cells)| event(diff, column, class, &cells, rows)).collect()
}

fn event(diff: &Diff<'_>, column: usize, class: Class, cells: &[&CellChange], rows: usize) -> String {
    let name = diff.columns().get(column).map_or("", |column| diff.column_name(column));
    let signs: Vec<i32> =
        cells.iter().filter_map(|cell| cell.change.as_ref()).map(|change| change.signum()).collect();
    let ups = signs.iter().filter(|sign| **sign > 0).count();
    let direction = match signs.len() {
        0 => String::new(),
        all if ups == all => ", all up".to_owned(),
        _ if ups == 0 => ", all down".to_owned(),
        all => format!(", {} up and {} down", count(ups), count(all - ups)),
    };
    format!("“{name}”: {} of {} {}{direction}", count(cells.len()), counted(rows, "row"), class.words())
}
