//! Tables as one puzzle: a cell for each address, a row for each total with its parts.

use super::Address;
use super::read::Counts;
use crate::withheld::{Cell, Puzzle, Row, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The puzzle of some tables.
pub(super) struct Laid {
    pub(super) puzzle: Puzzle,
    /// The cell of each address in the last table that has it.
    pub(super) cells: BTreeMap<Address, Cell>,
    /// The keys whose values do not add up to their total: how often, of how many times where all are printed.
    pub(super) apart: BTreeMap<String, (usize, usize)>,
    /// The cells that a total over such a key may give away.
    pub(super) undecided: BTreeMap<Cell, String>,
    /// What is no count, by its address.
    pub(super) unread: BTreeMap<Address, Cell>,
    /// Cells that are totals of others.
    pub(super) totals: BTreeSet<Cell>,
}

/// A total of a table with its parts.
struct Sum {
    key: String,
    total: Cell,
    parts: Vec<Cell>,
}

/// Lays tables side by side. A count is one cell in all of them, unless they print it otherwise: then it was revised,
/// and is a cell of its own in each.
pub(super) fn lay(tables: &[Counts]) -> Laid {
    let mut common: BTreeMap<&Address, Option<Span>> = BTreeMap::new();
    for (address, count) in tables.iter().flat_map(|table| &table.counts) {
        let slot = common.entry(address).or_insert(Some(Span::UNKNOWN));
        *slot = slot.and_then(|known| known.meet(&count.printed.unwrap_or(Span::UNKNOWN)));
    }
    let mut laid = Laid {
        puzzle: Puzzle::new(),
        cells: BTreeMap::new(),
        apart: BTreeMap::new(),
        undecided: BTreeMap::new(),
        unread: BTreeMap::new(),
        totals: BTreeSet::new(),
    };
    let mut shared: BTreeMap<&Address, Cell> = BTreeMap::new();
    let mut sums = Vec::new();
    for table in tables {
        let mut cells: BTreeMap<Address, Cell> = BTreeMap::new();
        for (address, count) in &table.counts {
            let cell = match common.get(address).copied().flatten() {
                Some(span) => *shared.entry(address).or_insert_with(|| laid.puzzle.cell(span)),
                None => laid.puzzle.cell(count.printed.unwrap_or(Span::UNKNOWN)),
            };
            cells.insert(address.clone(), cell);
        }
        let mut all = cells.clone();
        for address in table.unread.keys() {
            let cell = laid.puzzle.cell(Span::UNKNOWN);
            all.insert(address.clone(), cell);
            laid.unread.insert(address.clone(), cell);
        }
        sums.extend(sums_of(&all));
        laid.cells.extend(cells);
    }
    laid.tie(sums);
    laid
}

/// For each key and each total over it, the cells that make it up.
fn sums_of(cells: &BTreeMap<Address, Cell>) -> Vec<Sum> {
    let mut sums: BTreeMap<(&String, Cell), Vec<Cell>> = BTreeMap::new();
    for (address, cell) in cells {
        for key in address.0.keys() {
            if let Some(total) = cells.get(&address.without(key)) {
                sums.entry((key, *total)).or_default().push(*cell);
            }
        }
    }
    sums.into_iter().map(|((key, total), parts)| Sum { key: key.clone(), total, parts }).collect()
}

impl Laid {
    /// Those keys, and the key of the columns of counts where there are several.
    pub(super) fn keys_after(&self, keys: &[String]) -> Vec<String> {
        let own = self.cells.keys().flat_map(|address| address.0.keys());
        let other: BTreeSet<&String> = own.filter(|key| !keys.contains(key)).collect();
        keys.iter().chain(other).cloned().collect()
    }

    fn tie(&mut self, sums: Vec<Sum>) {
        for sum in &sums {
            if let Some(adds_up) = self.adds_up(sum) {
                let counted = self.apart.entry(sum.key.clone()).or_default();
                counted.0 += usize::from(!adds_up);
                counted.1 += 1;
            }
        }
        self.apart.retain(|_, (apart, _)| *apart > 0);
        let mut tied = BTreeSet::new();
        for sum in sums {
            self.totals.insert(sum.total);
            let row = Row::total(sum.total, &sum.parts);
            let apart = self.apart.get(&sum.key);
            if apart.is_some() {
                let cells = sum.parts.iter().chain([&sum.total]);
                self.undecided.extend(cells.map(|cell| (*cell, sum.key.clone())));
            }
            // Where most of its totals are not the sums of its values, they overlap. Where few are, one is mistaken.
            let overlap =
                apart.is_some_and(|(apart, of)| apart * 2 > *of) || self.adds_up(&sum) == Some(false);
            if !overlap && tied.insert(row.clone()) {
                self.puzzle.tie(row);
            }
        }
    }

    /// The cells that are tied to a cell, over any number of totals.
    pub(super) fn tied_to(&self, cells: &BTreeSet<Cell>) -> BTreeSet<Cell> {
        let mut rows_of: BTreeMap<Cell, Vec<&Row>> = BTreeMap::new();
        for row in self.puzzle.rows() {
            for (cell, _) in &row.terms {
                rows_of.entry(*cell).or_default().push(row);
            }
        }
        let mut reached = cells.clone();
        let mut open: Vec<Cell> = cells.iter().copied().collect();
        while let Some(cell) = open.pop() {
            for (other, _) in rows_of.remove(&cell).into_iter().flatten().flat_map(|row| &row.terms) {
                // What is printed passes nothing on.
                if self.puzzle.span(*other).settled().is_none() && reached.insert(*other) {
                    open.push(*other);
                }
            }
        }
        reached
    }

    /// Whether a total is the sum of its parts; none where that is not public.
    fn adds_up(&self, sum: &Sum) -> Option<bool> {
        let (mut least, mut most) = (0_i64, 0_i64);
        for part in &sum.parts {
            let span = self.puzzle.span(*part);
            least = least.saturating_add(span.least);
            most = most.saturating_add(span.most?);
        }
        Some(self.puzzle.span(sum.total).meet(&Span::between(least, most)).is_some())
    }
}
