//! The independent parts of a puzzle: open cells that rows tie together, with everything settled folded into the rows.

use super::narrow::{Impossible, narrow};
use super::puzzle::{Cell, Puzzle, Row, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Cells that are open and tied to one another. Its rows and spans go by the places of its own cells.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// The cells of the puzzle, in order.
    pub(super) cells: Vec<Cell>,
    /// What propagation left of each.
    pub(super) spans: Vec<Span>,
    /// The rows over them; a [`Cell`] in these is a place in `cells`.
    pub(super) rows: Vec<Row>,
}

/// A puzzle after propagation.
pub(super) struct Parted {
    /// What propagation left of every cell of the puzzle.
    pub(super) spans: Vec<Span>,
    pub(super) parts: Vec<Part>,
    /// Cells tied to rows that no filling satisfies.
    pub(super) impossible: BTreeSet<Cell>,
}

/// Takes a puzzle apart and narrows each part by itself, so that what contradicts itself spoils nothing else.
pub(super) fn parts(puzzle: &Puzzle) -> Parted {
    let mut spans = puzzle.cells.clone();
    let mut impossible = BTreeSet::new();
    for (cells, rows) in tied(puzzle) {
        let mut narrowed = spans.clone();
        match narrow(&mut narrowed, &rows) {
            Ok(()) => spans = narrowed,
            Err(Impossible) => impossible.extend(cells),
        }
    }
    let possible = |row: &Row| !row.terms.iter().any(|(cell, _)| impossible.contains(cell));
    let rows: Vec<Row> =
        puzzle.rows.iter().filter(|row| possible(row)).filter_map(|row| folded(row, &spans)).collect();
    let mut groups = groups(spans.len(), &rows);
    let mut parts = gather(&spans, rows, &mut groups);
    parts.retain(|part| !part.cells.iter().any(|cell| impossible.contains(cell)));
    Parted { parts, spans, impossible }
}

/// The open cells that rows tie together, with those rows.
fn tied(puzzle: &Puzzle) -> Vec<(Vec<Cell>, Vec<Row>)> {
    let is_open = |cell: &Cell| puzzle.span(*cell).settled().is_none();
    let open = |row: &Row| Row {
        terms: row.terms.iter().filter(|(cell, _)| is_open(cell)).copied().collect(),
        ..row.clone()
    };
    let open: Vec<Row> = puzzle.rows.iter().map(open).collect();
    let mut groups = groups(puzzle.cells.len(), &open);
    let mut tied: BTreeMap<usize, (Vec<Cell>, Vec<Row>)> = BTreeMap::new();
    for cell in puzzle.cells().filter(is_open) {
        tied.entry(root(&mut groups, cell.0)).or_default().0.push(cell);
    }
    for (row, open) in puzzle.rows.iter().zip(&open) {
        if let Some((first, _)) = open.terms.first() {
            tied.entry(root(&mut groups, first.0)).or_default().1.push(row.clone());
        }
    }
    tied.into_values().filter(|(_, rows)| !rows.is_empty()).collect()
}

/// For each cell, another of the set of cells that rows tie it to.
fn groups(cells: usize, rows: &[Row]) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..cells).collect();
    for row in rows {
        for (cell, _) in row.terms.iter().skip(1) {
            if let Some((first, _)) = row.terms.first() {
                join(&mut groups, first.0, cell.0);
            }
        }
    }
    groups
}

/// The row over open cells alone; none where it has none, or bounds nothing.
fn folded(row: &Row, spans: &[Span]) -> Option<Row> {
    let mut settled = 0_i128;
    let mut terms = Vec::new();
    for (cell, weight) in &row.terms {
        match spans.get(cell.0)?.settled() {
            Some(value) => settled += i128::from(value) * i128::from(*weight),
            None => terms.push((*cell, *weight)),
        }
    }
    let less = |end: i64| i64::try_from(i128::from(end) - settled).ok();
    let (least, most) = (row.least.and_then(less), row.most.and_then(less));
    (!terms.is_empty() && (least.is_some() || most.is_some())).then_some(Row { terms, least, most })
}

fn root(groups: &mut [usize], mut at: usize) -> usize {
    while let Some(&above) = groups.get(at).filter(|above| **above != at) {
        let further = groups.get(above).copied().unwrap_or(above);
        if let Some(slot) = groups.get_mut(at) {
            *slot = further;
        }
        at = further;
    }
    at
}

fn join(groups: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(groups, a), root(groups, b));
    if let Some(slot) = groups.get_mut(a.max(b)) {
        *slot = a.min(b);
    }
}

fn gather(spans: &[Span], rows: Vec<Row>, groups: &mut [usize]) -> Vec<Part> {
    let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
    let mut places = vec![0; spans.len()];
    for (at, span) in spans.iter().enumerate().filter(|(_, span)| span.settled().is_none()) {
        let part = parts.entry(root(groups, at)).or_insert_with(|| Part {
            cells: Vec::new(),
            spans: Vec::new(),
            rows: Vec::new(),
        });
        if let Some(place) = places.get_mut(at) {
            *place = part.cells.len();
        }
        part.cells.push(Cell(at));
        part.spans.push(*span);
    }
    for mut row in rows {
        let Some(first) = row.terms.first().map(|(cell, _)| cell.0) else { continue };
        for (cell, _) in &mut row.terms {
            *cell = Cell(places.get(cell.0).copied().unwrap_or_default());
        }
        if let Some(part) = parts.get_mut(&root(groups, first)) {
            part.rows.push(row);
        }
    }
    parts.into_values().collect()
}
