//! What keeps a patch from being applied.

use super::parse::Row;
use std::fmt;

/// A place where a patch and a table do not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The row of the patch, counted from 1 with its header; none where a column is at fault.
    pub row: Option<usize>,
    /// What does not fit, with the words of both.
    pub message: String,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            Some(row) => write!(f, "row {row} of the patch: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

/// The columns of a patch that are looked for in a table.
pub(super) struct Looked<'a> {
    pub(super) names: Vec<&'a str>,
    /// The cells of each row of the table in these columns.
    pub(super) table: &'a [Vec<&'a str>],
}

impl Looked<'_> {
    /// Why no row of the table fits: the nearest one with its first cell that differs, where it is near at all.
    pub(super) fn conflict(&self, row: &Row, expected: &[&str]) -> Conflict {
        let same = |cells: &[&str]| cells.iter().zip(expected).filter(|(a, b)| a == b).count();
        let nearest = self.table.iter().enumerate().max_by_key(|(at, cells)| (same(cells), usize::MAX - at));
        let near = nearest.filter(|(_, cells)| same(cells) * 2 >= expected.len());
        let differs = near.and_then(|(at, cells)| {
            let cells = self.names.iter().zip(cells).zip(expected);
            cells
                .map(|((name, has), wants)| (at, *name, *has, *wants))
                .find(|(_, _, has, wants)| has != wants)
        });
        let message = match (differs, near) {
            (Some((at, name, has, wants)), _) => format!(
                "it expects “{wants}” in “{name}”; the nearest row of the table, row {}, has “{has}”",
                at + 2
            ),
            (None, Some(_)) => {
                format!("“{}” stands fewer times in the table than in the patch", words(expected))
            }
            (None, None) => format!("no row of the table is like “{}”", words(expected)),
        };
        Conflict { row: Some(row.number), message }
    }
}

fn words(cells: &[&str]) -> String {
    cells.iter().take(6).copied().collect::<Vec<_>>().join(", ")
}
