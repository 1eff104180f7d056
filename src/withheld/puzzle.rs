//! Cells, what is public of them, and the rows that tie them together.

/// A cell of a puzzle. Made by [`Puzzle::cell`], and good for that puzzle only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell(pub(super) usize);

impl Cell {
    /// Its place among the cells of its puzzle.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// The whole numbers that a count may be, as far as is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The least it may be.
    pub least: i64,
    /// The most it may be; none where nothing is public.
    pub most: Option<i64>,
}

impl Span {
    /// A count of which nothing is known.
    pub const UNKNOWN: Self = Self { least: 0, most: None };

    /// A published count.
    #[must_use]
    pub const fn exactly(value: i64) -> Self {
        Self { least: value, most: Some(value) }
    }

    /// From one number to another.
    #[must_use]
    pub const fn between(least: i64, most: i64) -> Self {
        Self { least, most: Some(most) }
    }

    /// The one number that it is.
    #[must_use]
    pub fn settled(&self) -> Option<i64> {
        self.most.filter(|most| *most == self.least)
    }

    /// How far apart its ends are; none where it has no upper end.
    #[must_use]
    pub fn width(&self) -> Option<i64> {
        self.most.map(|most| most.saturating_sub(self.least))
    }

    /// Whether a number lies in it.
    #[must_use]
    pub fn holds(&self, value: i64) -> bool {
        value >= self.least && self.most.is_none_or(|most| value <= most)
    }

    /// What both leave; none where nothing is left.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Option<Self> {
        let least = self.least.max(other.least);
        let most = match (self.most, other.most) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        most.is_none_or(|most| least <= most).then_some(Self { least, most })
    }
}

/// `least ≤ Σ weight · cell ≤ most`, with either end left out where there is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Each cell once, with its weight.
    pub terms: Vec<(Cell, i64)>,
    /// The least that the sum may be.
    pub least: Option<i64>,
    /// The most that the sum may be.
    pub most: Option<i64>,
}

impl Row {
    /// The parts add up to the total.
    #[must_use]
    pub fn total(total: Cell, parts: &[Cell]) -> Self {
        let terms = parts.iter().map(|part| (*part, 1)).chain([(total, -1)]).collect();
        Self { terms, least: Some(0), most: Some(0) }
    }
}

/// Cells and rows.
#[derive(Debug, Clone, Default)]
pub struct Puzzle {
    pub(super) cells: Vec<Span>,
    pub(super) rows: Vec<Row>,
}

impl Puzzle {
    /// A puzzle without cells.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a cell with what is public of it.
    pub fn cell(&mut self, span: Span) -> Cell {
        self.cells.push(span);
        Cell(self.cells.len() - 1)
    }

    /// Adds a row.
    pub fn tie(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Every cell, in the order of adding.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        (0..self.cells.len()).map(Cell)
    }

    /// What is public of a cell.
    #[must_use]
    pub fn span(&self, cell: Cell) -> Span {
        self.cells.get(cell.0).copied().unwrap_or(Span::UNKNOWN)
    }

    /// Sets what is public of a cell.
    pub fn set(&mut self, cell: Cell, span: Span) {
        if let Some(slot) = self.cells.get_mut(cell.0) {
            *slot = span;
        }
    }

    /// The same cells with these rows alone.
    pub(super) fn of_rows(&self, rows: Vec<Row>) -> Self {
        Self { cells: self.cells.clone(), rows }
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
}
