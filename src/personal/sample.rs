//! Rows of a table spread evenly over it, so that its shape can be judged without holding it.

use super::shape;
use smol_str::SmolStr;

/// So many rows are held at most.
const MOST: usize = 5_000;

/// Every nth row of a table, n doubling as the table grows.
#[derive(Debug)]
pub(super) struct Sample {
    rows: Vec<Vec<SmolStr>>,
    every: usize,
}

impl Default for Sample {
    fn default() -> Self {
        Self { rows: Vec::new(), every: 1 }
    }
}

impl Sample {
    /// Takes the row of this number, if it is one of those held.
    pub(super) fn row<'a>(&mut self, number: usize, cells: impl Iterator<Item = &'a str>) {
        if !(number - 1).is_multiple_of(self.every) {
            return;
        }
        if self.rows.len() == MOST {
            let mut at = 0;
            self.rows.retain(|_| {
                at += 1;
                at % 2 == 1
            });
            self.every *= 2;
            if !(number - 1).is_multiple_of(self.every) {
                return;
            }
        }
        self.rows.push(cells.map(SmolStr::new).collect());
    }

    pub(super) fn column(&self, index: usize) -> impl Iterator<Item = &str> + Clone {
        self.rows.iter().map(move |row| row.get(index).map_or("", SmolStr::as_str))
    }

    /// The fewest rows that share their values in some columns; none where not every row is held.
    pub(super) fn smallest_class(&self, columns: &[usize]) -> Option<usize> {
        let class = |row: usize| {
            let cells = self.rows.get(row);
            columns.iter().map(move |column| {
                cells.and_then(|cells| cells.get(*column)).map_or("", |cell| cell.as_str().trim())
            })
        };
        let classes = (0..self.rows.len()).map(|row| class(row).collect());
        (self.every == 1).then(|| shape::smallest_class(classes)).flatten()
    }
}
