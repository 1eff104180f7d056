//! Tests of the room: small tables, and the laws.

mod aligns;
mod classes;
mod laws;
mod patches;
mod reads;

use super::{Class, Diff, Key, Table};

/// A table of lines of cells.
pub(super) fn table(text: &str) -> Table {
    let text: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Table::read(text.join("\n").as_bytes()).unwrap().table
}

pub(super) fn key(names: &[&str]) -> Key {
    Key::Declared(names.iter().map(ToString::to_string).collect())
}

/// Each changed cell as "row key / column: before → after (class)".
pub(super) fn changes(diff: &Diff<'_>) -> Vec<String> {
    let line = |cell: &super::CellChange| {
        let (old, new) = diff.words(cell);
        let key = diff.row_key(&diff.rows()[cell.row]).join(" ");
        let column = diff.column_name(&diff.columns()[cell.column]);
        format!("{key} / {column}: {old} → {new} ({})", cell.class.name())
    };
    diff.cells().iter().map(line).collect()
}

/// The class of the only change.
pub(super) fn only_class(diff: &Diff<'_>) -> Class {
    assert_eq!(diff.cells().len(), 1, "{:?}", changes(diff));
    diff.cells()[0].class
}
