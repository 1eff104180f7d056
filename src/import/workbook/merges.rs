//! The cells of a sheet that are merged with others.

use super::areas::Area;
use crate::import::sheet::Span;
use std::collections::BTreeMap;

/// The merged cells of a sheet, as its rows are walked.
#[derive(Debug, Default)]
pub(super) struct Merges {
    /// By their first row, the last at the end of what is still to come first.
    to_come: Vec<Area>,
    /// Those that reach over the row, by their first column.
    open: BTreeMap<u32, Area>,
    /// The first columns of those that end with a row.
    ends: BTreeMap<u32, Vec<u32>>,
}

impl Merges {
    pub(super) fn new(mut areas: Vec<Area>) -> Self {
        areas.sort_unstable_by(|a, b| b.cmp(a));
        Self { to_come: areas, ..Self::default() }
    }

    /// Goes on to a row.
    pub(super) fn row(&mut self, row: u32) {
        while self.ends.first_key_value().is_some_and(|(end, _)| *end < row) {
            for column in self.ends.pop_first().map(|(_, columns)| columns).unwrap_or_default() {
                if self.open.get(&column).is_some_and(|area| area.bottom < row) {
                    self.open.remove(&column);
                }
            }
        }
        while let Some(area) = self.to_come.pop_if(|area| area.top <= row) {
            if area.bottom >= row {
                self.open(area);
            }
        }
    }

    /// An area that starts in the row.
    pub(super) fn open(&mut self, area: Area) {
        self.ends.entry(area.bottom).or_default().push(area.left);
        self.open.insert(area.left, area);
    }

    /// What a cell of the row is.
    pub(super) fn span(&self, row: u32, column: u32) -> Span {
        match self.open.range(..=column).next_back() {
            Some((_, area)) if area.right >= column => area.span(row, column),
            _ => Span::Alone,
        }
    }
}

impl Area {
    fn span(&self, row: u32, column: u32) -> Span {
        if (self.top, self.left) == (row, column) {
            Span::Over { columns: self.right - self.left + 1, rows: self.bottom - self.top + 1 }
        } else {
            Span::Under { row: self.top, column: self.left }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_know_their_first() {
        let areas = ["A1:C1", "A2:A4", "B2:C2"].map(|area| Area::parse(area).unwrap());
        let mut merges = Merges::new(areas.to_vec());
        merges.row(1);
        assert_eq!(merges.span(1, 1), Span::Over { columns: 3, rows: 1 });
        assert_eq!(merges.span(1, 3), Span::Under { row: 1, column: 1 });
        assert_eq!(merges.span(1, 4), Span::Alone);
        merges.row(3);
        assert_eq!(merges.span(3, 1), Span::Under { row: 2, column: 1 });
        assert_eq!(merges.span(3, 2), Span::Alone);
        merges.row(5);
        assert_eq!(merges.span(5, 1), Span::Alone);
    }
}
