//! What changed, in one sentence; and how the rows were aligned.

use super::Compared;
use super::words::{count, counted, listed};
use crate::table::{How, Summary};

/// The change in one sentence.
pub(super) fn of(compared: &Compared<'_, '_>) -> String {
    let diff = compared.diff;
    if diff.is_empty() {
        return "No change.".to_owned();
    }
    let summary = compared.summary();
    let parts = [cells(&summary), rows(&summary, diff.order_matters()), columns(&summary)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.", parts.join("; "))
}

/// "2 cells are revised, 1 newly withheld".
fn cells(summary: &Summary) -> String {
    let mut parts: Vec<String> =
        summary.cells.iter().map(|(class, number)| format!("{} {}", count(*number), class.words())).collect();
    if let (Some(first), Some((class, number))) = (parts.first_mut(), summary.cells.iter().next()) {
        let are = if *number == 1 { "is" } else { "are" };
        *first = format!("{} {are} {}", counted(*number, "cell"), class.words());
    }
    listed(&parts)
}

/// "4 rows are new, 1 is gone".
fn rows(summary: &Summary, order: bool) -> String {
    let moved = if order { summary.rows_moved } else { 0 };
    what_came_of("row", &[(summary.rows_added, "new"), (summary.rows_removed, "gone"), (moved, "elsewhere")])
}

fn columns(summary: &Summary) -> String {
    let parts = [
        (summary.columns_added, "new"),
        (summary.columns_removed, "gone"),
        (summary.columns_renamed, "renamed"),
        (summary.columns_moved, "elsewhere"),
    ];
    what_came_of("column", &parts)
}

fn what_came_of(one: &str, parts: &[(usize, &str)]) -> String {
    let there = parts.iter().filter(|(number, _)| *number > 0);
    let said = there.enumerate().map(|(at, (number, what))| {
        let are = if *number == 1 { "is" } else { "are" };
        if at == 0 {
            format!("{} {are} {what}", counted(*number, one))
        } else {
            format!("{} {are} {what}", count(*number))
        }
    });
    listed(&said.collect::<Vec<_>>())
}

/// How the rows were aligned.
pub(super) fn alignment(compared: &Compared<'_, '_>) -> String {
    let diff = compared.diff;
    let name = |(old, new): &(usize, usize)| {
        let (before, after) = (diff.old().column(*old), diff.new_table().column(*new));
        if before == after {
            format!("“{after}”")
        } else {
            format!("“{after}” (“{before}” before)")
        }
    };
    let columns = listed(&diff.key().columns.iter().map(name).collect::<Vec<_>>());
    let say = if diff.key().columns.len() == 1 { "says" } else { "say" };
    match diff.key().how {
        How::Declared => format!(
            "Rows are the same where {columns} {say} the same, as declared; their order is not compared."
        ),
        How::Unique => format!(
            "No key is declared; rows are the same where {columns} {say} the same, which no two rows of a table do."
        ),
        How::Content => {
            "No key is declared, and no few columns that both tables have tell all rows apart: rows are paired by what \
             they hold, which can pair the wrong ones. Name the key with --key, as OLD=NEW where a column was renamed."
                .to_owned()
        }
    }
}
