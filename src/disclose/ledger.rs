//! All editions and the record as it stands, laid side by side as one puzzle.

use super::subject::Subject;
use super::vintage::{Claimed, Held, Sheet, Vintage};
use crate::constraint::Variable;
use crate::model::{Disclosure, FigureId};
use crate::withheld::{Cell, Puzzle, Row, Span};
use std::collections::{BTreeMap, BTreeSet};

/// How sharply the claims are read: an attacker reads them as sharply as they can all hold.
const LEVELS: usize = 3;

/// A cell with the figures behind it.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    /// The figures that are kept back, with their editions.
    pub(super) kept_back: BTreeSet<(Option<u32>, FigureId)>,
    /// The figures that print it.
    pub(super) printed: BTreeSet<(Option<u32>, FigureId)>,
    pub(super) threshold: Option<i64>,
    pub(super) is_inner: bool,
}

impl Entry {
    /// It is kept back everywhere.
    pub(super) fn is_guarded(&self) -> bool {
        !self.kept_back.is_empty() && self.printed.is_empty() && self.threshold.is_some()
    }

    /// An edition has printed it.
    pub(super) fn was_released(&self) -> bool {
        self.printed.iter().any(|(edition, _)| edition.is_some())
    }
}

/// The puzzle that an attacker has to solve.
pub(super) struct Ledger {
    pub(super) puzzle: Puzzle,
    pub(super) entries: BTreeMap<Cell, Entry>,
    /// Percentages and quotients that tie a cell to another, by the cell.
    pub(super) tied_by: BTreeMap<Cell, BTreeSet<(Option<u32>, FigureId)>>,
}

/// The sheets of every vintage around what is kept back in any of them.
pub(super) struct Sheets<'a>(Vec<(Vintage<'a>, Sheet)>);

impl<'a> Sheets<'a> {
    /// None where nothing is kept back anywhere.
    pub(super) fn of(vintages: &[Vintage<'a>], policy: &'a Disclosure) -> Option<Self> {
        let kept_back = vintages.iter().flat_map(|vintage| {
            let dataset = vintage.record.dataset();
            vintage
                .kept_back(policy)
                .filter_map(|figure| Some(Subject::of(figure, dataset.measure(&figure.key.measure)?)))
        });
        let wanted: BTreeSet<Subject> = kept_back.collect();
        if wanted.is_empty() {
            return None;
        }
        Some(Self(vintages.iter().map(|vintage| (*vintage, vintage.sheet(&wanted, policy))).collect()))
    }

    /// The vintages together, with the claims read at one level, the sharpest first. A count whose editions contradict
    /// one another was revised, and is a cell of its own in each.
    pub(super) fn together(&self, level: usize) -> Ledger {
        let mut laying = Laying::default();
        let spans = self.common(level);
        for (vintage, sheet) in &self.0 {
            let cells: BTreeMap<Variable, Cell> = sheet
                .held
                .iter()
                .map(|(variable, held)| (*variable, laying.cell(*vintage, held, &spans, level)))
                .collect();
            laying.rows(vintage.edition, sheet, &cells);
        }
        laying.ledger
    }

    /// Each vintage alone.
    pub(super) fn alone(&self, level: usize) -> impl Iterator<Item = Ledger> + '_ {
        self.0.iter().map(move |(vintage, sheet)| Self(vec![(*vintage, sheet.clone())]).together(level))
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn levels() -> std::ops::Range<usize> {
        0..LEVELS
    }

    /// What all vintages leave of a subject; none where they contradict one another.
    fn common(&self, level: usize) -> BTreeMap<Subject, Option<Span>> {
        let mut spans: BTreeMap<Subject, Option<Span>> = BTreeMap::new();
        for (_, sheet) in &self.0 {
            for held in sheet.held.values() {
                let claimed = held.at(level).span();
                for subject in &held.subjects {
                    let slot = spans.entry(subject.clone()).or_insert(Some(Span::UNKNOWN));
                    *slot = slot.and_then(|known| known.meet(&claimed));
                }
            }
        }
        spans
    }
}

#[derive(Default)]
struct Laying {
    ledger: Ledger,
    /// By subject; with the edition where a count was revised.
    cells: BTreeMap<(Subject, Option<Option<u32>>), Cell>,
    rows: BTreeSet<Row>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self { puzzle: Puzzle::new(), entries: BTreeMap::new(), tied_by: BTreeMap::new() }
    }
}

impl Laying {
    fn cell(
        &mut self,
        vintage: Vintage<'_>,
        held: &Held,
        spans: &BTreeMap<Subject, Option<Span>>,
        level: usize,
    ) -> Cell {
        let own = held.at(level).span();
        let first = held.subjects.first();
        let common = first.and_then(|subject| spans.get(subject)).copied().flatten();
        let key = first.map(|subject| (subject.clone(), common.is_none().then_some(vintage.edition)));
        let span = common.unwrap_or(own);
        let known = key.as_ref().and_then(|key| self.cells.get(key)).copied();
        let cell = known.unwrap_or_else(|| self.ledger.puzzle.cell(span));
        if let Some(key) = key {
            self.cells.insert(key, cell);
        }
        if held.at(level) == Claimed::Contradictory {
            // What contradicts itself is filled by nothing, and neither is what is tied to it.
            self.ledger.puzzle.set(cell, Span::UNKNOWN);
            self.ledger.puzzle.tie(Row { terms: vec![(cell, 1)], least: Some(1), most: Some(0) });
        }
        let entry = self.ledger.entries.entry(cell).or_default();
        let here = |id: &FigureId| (vintage.edition, id.clone());
        entry.kept_back.extend(held.kept_back.iter().map(here));
        entry.printed.extend(held.printed.iter().map(here));
        entry.threshold = entry.threshold.max(held.threshold);
        entry.is_inner = held.is_inner;
        cell
    }

    fn rows(&mut self, edition: Option<u32>, sheet: &Sheet, cells: &BTreeMap<Variable, Cell>) {
        for tied in &sheet.rows {
            let terms = tied.terms.iter().map(|(variable, weight)| Some((*cells.get(variable)?, *weight)));
            let Some(mut terms) = terms.collect::<Option<Vec<_>>>() else { continue };
            terms.sort();
            for ((cell, _), by) in terms.iter().zip(std::iter::repeat(tied.by.as_ref())) {
                let tied_by = by.map(|by| (edition, by.clone()));
                self.ledger.tied_by.entry(*cell).or_default().extend(tied_by);
            }
            let row = Row { terms, least: tied.least, most: tied.most };
            if self.rows.insert(row.clone()) {
                self.ledger.puzzle.tie(row);
            }
        }
    }
}
