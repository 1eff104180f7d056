//! Cells as numbers: two cells are the same text where their numbers are the same. All alignment works on these.

use super::Table;
use super::cell::meaning;
use std::collections::HashMap;

/// The cells of two tables, by column.
#[derive(Debug)]
pub(super) struct Interned {
    old: Vec<Vec<u32>>,
    new: Vec<Vec<u32>>,
    pub(super) old_rows: usize,
    pub(super) new_rows: usize,
}

/// A column of each table that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    pub(super) old: usize,
    pub(super) new: usize,
}

/// One number a row, for the rows of each table: the same where all the cells it stands for are.
#[derive(Debug, Clone, Default)]
pub(super) struct Labels {
    pub(super) old: Vec<u32>,
    pub(super) new: Vec<u32>,
    /// Every label is below this.
    pub(super) bound: usize,
}

impl Interned {
    pub(super) fn of(old: &Table, new: &Table) -> Self {
        let mut known: HashMap<&str, u32> = HashMap::from([("", 0)]);
        let old_columns = by_column(old, &mut known);
        let new_columns = by_column(new, &mut known);
        Self { old: old_columns, new: new_columns, old_rows: old.rows().len(), new_rows: new.rows().len() }
    }

    /// The same with cells that mean the same as one: 1,204 and 1204.0, words with other spaces.
    pub(super) fn meanings(&self, old: &Table, new: &Table) -> Self {
        let mut known: HashMap<String, u32> = HashMap::new();
        let mut of_text: HashMap<u32, u32> = HashMap::new();
        let mut meaning = |id: u32, text: &str| {
            *of_text.entry(id).or_insert_with(|| {
                let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                *known.entry(meaning(text)).or_insert(next)
            })
        };
        let mut column = |table: &Table, at: usize, ids: &[u32]| -> Vec<u32> {
            ids.iter().zip(table.column_cells(at)).map(|(id, text)| meaning(*id, text)).collect()
        };
        let old_columns = self.old.iter().enumerate().map(|(at, ids)| column(old, at, ids)).collect();
        let new_columns = self.new.iter().enumerate().map(|(at, ids)| column(new, at, ids)).collect();
        Self { old: old_columns, new: new_columns, ..*self }
    }

    pub(super) fn old_column(&self, column: usize) -> &[u32] {
        self.old.get(column).map_or(&[], Vec::as_slice)
    }

    pub(super) fn new_column(&self, column: usize) -> &[u32] {
        self.new.get(column).map_or(&[], Vec::as_slice)
    }

    /// The two cells are the same text.
    pub(super) fn same(&self, pair: Pair, old: usize, new: usize) -> bool {
        self.old_column(pair.old).get(old) == self.new_column(pair.new).get(new)
    }

    /// Labels of the rows by the cells of some columns. Without columns, every row has the same.
    pub(super) fn labels(&self, pairs: impl IntoIterator<Item = Pair>) -> Labels {
        let start = Labels { old: vec![0; self.old_rows], new: vec![0; self.new_rows], bound: 1 };
        pairs.into_iter().fold(start, |labels, pair| self.refine(&labels, pair))
    }

    /// Labels that tell one column more apart.
    pub(super) fn refine(&self, labels: &Labels, pair: Pair) -> Labels {
        let mut known: HashMap<(u32, u32), u32> = HashMap::new();
        let mut label = |(before, cell): (&u32, &u32)| {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            *known.entry((*before, *cell)).or_insert(next)
        };
        let old = labels.old.iter().zip(self.old_column(pair.old)).map(&mut label).collect();
        let new = labels.new.iter().zip(self.new_column(pair.new)).map(&mut label).collect();
        Labels { old, new, bound: known.len() }
    }
}

impl Labels {
    /// The rows of the old table by label.
    pub(super) fn old_groups(&self) -> Vec<Vec<usize>> {
        groups(&self.old, self.bound)
    }

    /// The rows of the new table by label.
    pub(super) fn new_groups(&self) -> Vec<Vec<usize>> {
        groups(&self.new, self.bound)
    }

    /// No label stands twice in a table.
    pub(super) fn are_unique(&self) -> bool {
        is_unique(&self.old, self.bound) && is_unique(&self.new, self.bound)
    }

    /// How many labels stand in both tables.
    pub(super) fn overlap(&self) -> usize {
        let mut seen = vec![false; self.bound];
        for label in &self.old {
            if let Some(seen) = seen.get_mut(*label as usize) {
                *seen = true;
            }
        }
        let mut both = 0;
        for label in &self.new {
            if let Some(seen) = seen.get_mut(*label as usize) {
                both += usize::from(std::mem::take(seen));
            }
        }
        both
    }
}

fn by_column<'t>(table: &'t Table, known: &mut HashMap<&'t str, u32>) -> Vec<Vec<u32>> {
    let mut columns = vec![Vec::with_capacity(table.rows().len()); table.columns().len()];
    for row in table.rows() {
        for (column, cell) in columns.iter_mut().zip(row) {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            column.push(*known.entry(cell.as_str()).or_insert(next));
        }
    }
    columns
}

fn groups(labels: &[u32], bound: usize) -> Vec<Vec<usize>> {
    let mut groups = vec![Vec::new(); bound];
    for (row, label) in labels.iter().enumerate() {
        if let Some(group) = groups.get_mut(*label as usize) {
            group.push(row);
        }
    }
    groups
}

fn is_unique(labels: &[u32], bound: usize) -> bool {
    let mut seen = vec![false; bound];
    labels
        .iter()
        .all(|label| seen.get_mut(*label as usize).is_some_and(|seen| !std::mem::replace(seen, true)))
}
