//! The difference of two tables.

use super::Table;
use super::align::Aligned;
use super::cell::{Cells, Said, Steps, classify};
use super::class::Class;
use super::codes::CodeChange;
use super::interned::Pair;
use super::key::{How, Key, KeyFault, UsedKey};
use super::order::merged;
use super::rename::Evidence;
use super::scale::{self, ScaleChange};
use super::totals::{TotalChange, totals};
use crate::quantity::Rational;

/// A column of either table or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUnit {
    /// Its place in the old table, if it is there.
    pub old: Option<usize>,
    /// Its place in the new table, if it is there.
    pub new: Option<usize>,
    /// It stands elsewhere among the columns that both have.
    pub moved: bool,
    /// Its name changed, and this is why it is taken for the same.
    pub renamed: Option<Evidence>,
}

/// A row of either table or of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowUnit {
    /// Its place in the old table, if it is there.
    pub old: Option<usize>,
    /// Its place in the new table, if it is there.
    pub new: Option<usize>,
    /// It stands elsewhere among the rows that both have.
    pub moved: bool,
}

/// A cell that is not the same text in both tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The place of its row among [`Diff::rows`].
    pub row: usize,
    /// The place of its column among [`Diff::columns`].
    pub column: usize,
    /// The kind of change.
    pub class: Class,
    /// New less old, where both are numbers and differ.
    pub change: Option<Rational>,
}

/// What changed from one table to another.
#[derive(Debug, Clone)]
pub struct Diff<'t> {
    old: &'t Table,
    new: &'t Table,
    key: UsedKey,
    columns: Vec<ColumnUnit>,
    rows: Vec<RowUnit>,
    cells: Vec<CellChange>,
    codes: Vec<CodeChange>,
    scales: Vec<ScaleChange>,
    remarks: Vec<String>,
}

impl<'t> Diff<'t> {
    /// Compares two tables.
    ///
    /// # Errors
    /// Where a declared key column is not in both tables.
    pub fn between(old: &'t Table, new: &'t Table, key: &Key) -> Result<Self, KeyFault> {
        let aligned = Aligned::of(old, new, key)?;
        let pairs: Vec<(usize, usize)> = aligned.columns.iter().map(|pair| (pair.old, pair.new)).collect();
        let columns = merged(&pairs, old.columns().len(), new.columns().len());
        let rows = merged(&aligned.rows, old.rows().len(), new.rows().len());
        let mut diff = Self {
            old,
            new,
            key: aligned.key,
            columns: columns
                .into_iter()
                .map(|unit| ColumnUnit {
                    old: unit.old,
                    new: unit.new,
                    moved: unit.moved,
                    renamed: unit
                        .old
                        .filter(|_| unit.new.is_some())
                        .and_then(|old| aligned.evidence.get(&old).copied()),
                })
                .collect(),
            rows: rows
                .into_iter()
                .map(|unit| RowUnit { old: unit.old, new: unit.new, moved: unit.moved })
                .collect(),
            cells: Vec::new(),
            codes: aligned.codes,
            scales: Vec::new(),
            remarks: aligned.remarks,
        };
        diff.read_cells(&aligned.rows);
        Ok(diff)
    }

    /// The totals that began or ceased to be the sum of their parts, where rows are known by a key.
    #[must_use]
    pub fn totals(&self) -> Vec<TotalChange> {
        totals(self)
    }

    /// The table before.
    #[must_use]
    pub fn old(&self) -> &'t Table {
        self.old
    }

    /// The table after.
    #[must_use]
    pub fn new_table(&self) -> &'t Table {
        self.new
    }

    /// By what rows were aligned.
    #[must_use]
    pub fn key(&self) -> &UsedKey {
        &self.key
    }

    /// The columns of both tables, in the order of the new one.
    #[must_use]
    pub fn columns(&self) -> &[ColumnUnit] {
        &self.columns
    }

    /// The rows of both tables, in the order of the new one.
    #[must_use]
    pub fn rows(&self) -> &[RowUnit] {
        &self.rows
    }

    /// The cells that differ, by row and column.
    #[must_use]
    pub fn cells(&self) -> &[CellChange] {
        &self.cells
    }

    /// Changes of code lists.
    #[must_use]
    pub fn codes(&self) -> &[CodeChange] {
        &self.codes
    }

    /// Columns that are given in another unit.
    #[must_use]
    pub fn scales(&self) -> &[ScaleChange] {
        &self.scales
    }

    /// What a reader should know of how the rows were aligned.
    #[must_use]
    pub fn remarks(&self) -> &[String] {
        &self.remarks
    }

    /// The order of rows says something: no key was declared.
    #[must_use]
    pub fn order_matters(&self) -> bool {
        self.key.how != How::Declared
    }

    /// Nothing changed. The order of rows counts only where no key was declared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let row_is_same =
            |row: &RowUnit| row.old.is_some() && row.new.is_some() && !(row.moved && self.order_matters());
        self.cells.is_empty()
            && self.rows.iter().all(row_is_same)
            && self.columns.iter().all(|column| !self.column_changed(column))
    }

    /// A column is new, gone, elsewhere or has another name.
    #[must_use]
    pub fn column_changed(&self, column: &ColumnUnit) -> bool {
        match (column.old, column.new) {
            (Some(old), Some(new)) => column.moved || self.old.column(old) != self.new.column(new),
            _ => true,
        }
    }

    /// The name of a column: the new one where it has both.
    #[must_use]
    pub fn column_name(&self, column: &ColumnUnit) -> &'t str {
        match (column.new, column.old) {
            (Some(new), _) => self.new.column(new),
            (None, old) => old.map_or("", |old| self.old.column(old)),
        }
    }

    /// The texts of a changed cell, before and after.
    #[must_use]
    pub fn words(&self, cell: &CellChange) -> (&'t str, &'t str) {
        let (Some(row), Some(column)) = (self.rows.get(cell.row), self.columns.get(cell.column)) else {
            return ("", "");
        };
        let old = row.old.zip(column.old).map_or("", |(row, column)| self.old.cell(row, column));
        let new = row.new.zip(column.new).map_or("", |(row, column)| self.new.cell(row, column));
        (old, new)
    }

    /// The cells by which a row is known: those of the key, or all that are filled where there is no key. They are
    /// those of the new table where the row is in it.
    #[must_use]
    pub fn row_key(&self, row: &RowUnit) -> Vec<&'t str> {
        let cell = |(old, new): (usize, usize)| match (row.new, row.old) {
            (Some(row), _) => self.new.cell(row, new),
            (None, row) => row.map_or("", |row| self.old.cell(row, old)),
        };
        if self.key.columns.is_empty() {
            let both = self.columns.iter().filter_map(|column| column.old.zip(column.new));
            return both.map(cell).filter(|cell| !cell.is_empty()).take(3).collect();
        }
        self.key.columns.iter().map(|columns| cell(*columns)).collect()
    }

    /// Finds and classifies the cells that differ.
    fn read_cells(&mut self, rows: &[(usize, usize)]) {
        let cells = Cells::new();
        for (at, column) in self.columns.iter().enumerate() {
            let Some((old, new)) = column.old.zip(column.new) else { continue };
            let pair = Pair { old, new };
            let changed: Vec<usize> = (0..self.rows.len()).filter(|row| self.differs(*row, pair)).collect();
            if changed.is_empty() {
                continue;
            }
            let is_key = self.key.columns.contains(&(old, new));
            let scale = if is_key { None } else { scale::changed((self.old, self.new), pair, rows) };
            // Where a whole column is rounded in another way, most of it changes.
            let most = changed.len() * 2 >= rows.len();
            let steps = if most { scale::steps((self.old, self.new), pair) } else { Steps::default() };
            for row in changed {
                let unit = self.rows.get(row).and_then(|row| row.old.zip(row.new));
                let Some((from, to)) = unit else { continue };
                let words = (self.old.cell(from, old), self.new.cell(to, new));
                let (class, change) = match is_key {
                    true => (Class::Code, None),
                    false => one_cell(&cells, words, &steps, scale.as_ref()),
                };
                self.cells.push(CellChange { row, column: at, class, change });
            }
            self.scales.extend(scale);
        }
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
    }

    fn differs(&self, row: usize, pair: Pair) -> bool {
        let rows = self.rows.get(row).and_then(|row| row.old.zip(row.new));
        rows.is_some_and(|(from, to)| self.old.cell(from, pair.old) != self.new.cell(to, pair.new))
    }
}

fn one_cell(
    cells: &Cells,
    (old, new): (&str, &str),
    steps: &Steps,
    scale: Option<&ScaleChange>,
) -> (Class, Option<Rational>) {
    let (before, after) = (cells.read(old), cells.read(new));
    if let (Some(scale), Said::Number(a), Said::Number(b)) = (scale, &before, &after) {
        let (a, b) = ((a.value.clone(), a.decimals()), (b.value.clone(), b.decimals()));
        if scale::agrees(&a, &b, scale.power) {
            return (Class::Unit, None);
        }
    }
    classify((old, &before), (new, &after), steps)
}
