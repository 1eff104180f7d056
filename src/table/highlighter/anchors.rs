//! Which row of a table each row of a patch speaks of.

use super::ABSENT;
use super::parse::{Action, Row};
use std::collections::HashMap;

/// The row of the table for each row of the patch that speaks of one; nothing where none fits. A blank cell, one that
/// says `NULL` and one that says `_NULL`, which daff mixes up, are the same only where no row is so in every letter.
pub(super) fn found(
    patch: &[Row],
    expected: &[Option<Vec<&str>>],
    table: &[Vec<&str>],
) -> Vec<Option<usize>> {
    let exact = places(table.iter().map(Clone::clone));
    let loose = places(table.iter().map(|cells| without_absent(cells)));
    let candidates = expected.iter().map(|cells| {
        let Some(cells) = cells else { return &[][..] };
        let rows = exact.get(cells).or_else(|| loose.get(&without_absent(cells)));
        rows.map_or(&[][..], Vec::as_slice)
    });
    let mut search = Search {
        patch,
        candidates: candidates.collect(),
        found: vec![None; patch.len()],
        moved: patch.iter().map(|row| row.action == Action::Moved).collect(),
        used: vec![false; table.len()],
    };
    search.only_choice();
    search.changed_and_moved();
    search.beside(table.len());
    search.whatever_is_left();
    search.found
}

/// The rows of a table by their cells.
fn places<'a>(table: impl Iterator<Item = Vec<&'a str>>) -> HashMap<Vec<&'a str>, Vec<usize>> {
    let mut places: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    for (row, cells) in table.enumerate() {
        places.entry(cells).or_default().push(row);
    }
    places
}

fn without_absent<'a>(cells: &[&'a str]) -> Vec<&'a str> {
    cells.iter().map(|cell| if cell.trim_start_matches('_') == ABSENT { "" } else { *cell }).collect()
}

struct Search<'a> {
    patch: &'a [Row],
    candidates: Vec<&'a [usize]>,
    found: Vec<Option<usize>>,
    moved: Vec<bool>,
    used: Vec<bool>,
}

impl Search<'_> {
    /// Takes a row of the table for a row of the patch, if it is one of its candidates and free.
    fn take(&mut self, at: usize, row: usize) {
        let fits = self.candidates.get(at).is_some_and(|rows| rows.binary_search(&row).is_ok());
        let (Some(found), Some(used)) = (self.found.get_mut(at), self.used.get_mut(row)) else { return };
        if fits && found.is_none() && !*used {
            *found = Some(row);
            *used = true;
        }
    }

    fn found(&self, at: usize) -> Option<usize> {
        self.found.get(at).copied().flatten()
    }

    fn is_moved(&self, at: usize) -> bool {
        self.moved.get(at).copied().unwrap_or_default()
    }

    fn only_choice(&mut self) {
        for at in 0..self.patch.len() {
            if let Some([row]) = self.candidates.get(at).copied() {
                self.take(at, *row);
            }
        }
    }

    /// A row that changed and moved bears only the arrow: it lies outside what its neighbours enclose.
    fn changed_and_moved(&mut self) {
        let plain = |row: &Row| matches!(row.action, Action::Context);
        let ends = |places: &mut dyn Iterator<Item = usize>| {
            let mut last = None;
            let mut ends = vec![None; self.patch.len()];
            for at in places {
                if let Some(end) = ends.get_mut(at) {
                    *end = last;
                }
                if self.patch.get(at).is_some_and(plain) {
                    last = self.found(at).or(last);
                }
            }
            ends
        };
        let (below, above) = (ends(&mut (0..self.patch.len())), ends(&mut (0..self.patch.len()).rev()));
        let mut last = None;
        for (at, (low, high)) in below.into_iter().zip(above).enumerate() {
            let changed = self.patch.get(at).is_some_and(|row| matches!(row.action, Action::Changed(_)));
            let Some(row) = self.found(at).filter(|_| changed) else { continue };
            let outside = low.is_some_and(|low| row < low)
                || high.is_some_and(|high| row > high)
                || last.is_some_and(|last| row < last);
            if outside && let Some(moved) = self.moved.get_mut(at) {
                *moved = true;
            } else {
                last = Some(row);
            }
        }
    }

    /// Rows with twins: the one next to the neighbour in the patch.
    fn beside(&mut self, rows: usize) {
        let mut next = Some(0);
        for at in 0..self.patch.len() {
            self.step(at, &mut next, |row| Some(row + 1));
        }
        let mut next = rows.checked_sub(1);
        for at in (0..self.patch.len()).rev() {
            self.step(at, &mut next, |row| row.checked_sub(1));
        }
    }

    fn step(&mut self, at: usize, next: &mut Option<usize>, beyond: impl Fn(usize) -> Option<usize>) {
        match self.patch.get(at).map(|row| &row.action) {
            Some(Action::Gap) => *next = None,
            Some(Action::Added | Action::Moved) | None => {}
            Some(_) if self.is_moved(at) => {}
            Some(_) => {
                if let Some(row) = *next {
                    self.take(at, row);
                }
                *next = self.found(at).and_then(beyond);
            }
        }
    }

    /// The first that is free below the last, or the first that is free.
    fn whatever_is_left(&mut self) {
        let mut last = None;
        for at in 0..self.patch.len() {
            if self.found(at).is_none() {
                let free = |row: &&usize| self.used.get(**row) == Some(&false);
                let rows = self.candidates.get(at).copied().unwrap_or_default();
                let below = rows.iter().filter(free).find(|row| last.is_none_or(|last| **row > last));
                if let Some(row) = below.or_else(|| rows.iter().find(free)).copied() {
                    self.take(at, row);
                }
            }
            if !self.is_moved(at) {
                last = self.found(at).or(last);
            }
        }
    }
}

/// Whether each row of a patch stays in its place, once its row of the table is known.
pub(super) fn stays(patch: &[Row], found: &[Option<usize>]) -> Vec<bool> {
    let mut search = Search {
        patch,
        candidates: vec![&[]; patch.len()],
        found: found.to_vec(),
        moved: patch.iter().map(|row| row.action == Action::Moved).collect(),
        used: Vec::new(),
    };
    search.changed_and_moved();
    search.moved.into_iter().map(|moved| !moved).collect()
}
