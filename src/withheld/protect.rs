//! Which published cells have to be withheld as well, so that the withheld ones stay so.
//!
//! The best choice is hard to find (it is NP-hard), so this follows the established heuristic of least-cost flows
//! (Castro 2012; Fischetti and Salazar-González 2001): the cheapest set of cells that could move so that the exposed
//! one moves as far as it must, found by one linear programme for each exposed cell. Cells that turn out not to be
//! needed are given back, dearest first.

use super::audit::{Audit, audit};
use super::filling::Filling;
use super::part::{Part, parts};
use super::puzzle::{Cell, Puzzle, Span};
use super::solver::{Aim, run, seek};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use std::collections::{BTreeMap, BTreeSet};

/// A published cell that may be withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The cell.
    pub cell: Cell,
    /// What withholding it costs the reader: its count, or another measure of use.
    pub cost: i64,
    /// What is public of it once it is withheld.
    pub withheld: Span,
}

/// What to withhold as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// The cells, in order.
    pub withhold: BTreeSet<Cell>,
    /// What is still not shown to be safe with all of them withheld.
    pub left: Audit,
}

/// How far a proposal must move a cell for the cell to be in it.
const MOVES: f64 = 1e-6;

/// Chooses which candidates to withhold so that the guarded cells (each with its threshold) are safe.
#[must_use]
pub fn protect(puzzle: &Puzzle, guarded: &BTreeMap<Cell, i64>, candidates: &[Candidate]) -> Protection {
    let mut open = puzzle.clone();
    let mut withheld: BTreeSet<Cell> = BTreeSet::new();
    let mut left = audit(&open, guarded);
    let mut hopeless = BTreeSet::new();
    for _ in 0..=candidates.len().saturating_add(guarded.len()) {
        let Some(aim) = exposed(&left).find(|aim| !hopeless.contains(aim)) else { break };
        let add = cheapest(&open, &aim, guarded, candidates, &withheld);
        if add.is_empty() {
            hopeless.insert(aim);
            continue;
        }
        for candidate in candidates.iter().filter(|candidate| add.contains(&candidate.cell)) {
            open.set(candidate.cell, candidate.withheld);
            withheld.insert(candidate.cell);
        }
        left = audit(&open, guarded);
    }
    give_back(puzzle, &mut open, guarded, candidates, &mut withheld, &mut left);
    Protection { withhold: withheld, left }
}

/// The cells, and sums of cells, that were not shown to be safe.
fn exposed(audit: &Audit) -> impl Iterator<Item = Vec<Cell>> + '_ {
    let cells = audit.cells.iter().filter(|(_, verdict)| !verdict.is_safe()).map(|(cell, _)| vec![*cell]);
    cells.chain(audit.sums.iter().cloned())
}

/// Withholds no more than is needed: what can be published without making anything unsafe is.
fn give_back(
    puzzle: &Puzzle,
    open: &mut Puzzle,
    guarded: &BTreeMap<Cell, i64>,
    candidates: &[Candidate],
    withheld: &mut BTreeSet<Cell>,
    left: &mut Audit,
) {
    let mut dearest: Vec<&Candidate> = candidates.iter().filter(|c| withheld.contains(&c.cell)).collect();
    dearest.sort_by_key(|candidate| (std::cmp::Reverse(candidate.cost), candidate.cell));
    for candidate in dearest {
        open.set(candidate.cell, puzzle.span(candidate.cell));
        let without = audit(open, guarded);
        if without.unsafe_count() <= left.unsafe_count() {
            withheld.remove(&candidate.cell);
            *left = without;
        } else {
            open.set(candidate.cell, candidate.withheld);
        }
    }
}

/// The cheapest cells whose withholding lets the sum of some cells move as far as it must; none where no choice does.
fn cheapest(
    puzzle: &Puzzle,
    aim: &[Cell],
    guarded: &BTreeMap<Cell, i64>,
    candidates: &[Candidate],
    withheld: &BTreeSet<Cell>,
) -> BTreeSet<Cell> {
    let threshold = aim.iter().filter_map(|cell| guarded.get(cell)).max().copied().unwrap_or_default();
    let by = threshold.saturating_sub(1);
    let free = candidates.iter().filter(|candidate| !withheld.contains(&candidate.cell));
    let costs: BTreeMap<Cell, &Candidate> = free.map(|candidate| (candidate.cell, candidate)).collect();
    let Some(around) = around(puzzle, aim, &costs) else { return BTreeSet::new() };
    let Some(base) = seek(&around, &Aim::Above(Vec::new())) else { return BTreeSet::new() };
    let ways = [by, -by].into_iter().filter_map(|by| Flow::new(&around, &base, &costs).cheapest(aim, by));
    let cheapest = ways.min_by(|a, b| a.0.total_cmp(&b.0));
    cheapest.map(|(_, cells)| cells).unwrap_or_default()
}

/// The cells that could move with those aimed at if all candidates were withheld, as they are public now.
fn around(puzzle: &Puzzle, aim: &[Cell], costs: &BTreeMap<Cell, &Candidate>) -> Option<Part> {
    let mut opened = puzzle.clone();
    for (cell, candidate) in costs {
        opened.set(*cell, candidate.withheld);
    }
    let parted = parts(&opened);
    let first = aim.first()?;
    let mut part = parted.parts.into_iter().find(|part| part.cells.contains(first))?;
    part.spans = part.cells.iter().map(|cell| puzzle.span(*cell)).collect();
    Some(part)
}

/// How cells may move from a filling.
struct Flow<'a> {
    part: &'a Part,
    base: &'a Filling,
    problem: Problem,
    /// For each cell, how far up and how far down.
    moves: Vec<(Variable, Variable)>,
    costs: &'a BTreeMap<Cell, &'a Candidate>,
}

impl<'a> Flow<'a> {
    fn new(part: &'a Part, base: &'a Filling, costs: &'a BTreeMap<Cell, &'a Candidate>) -> Self {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let moves = part.cells.iter().zip(&part.spans).enumerate().map(|(place, (cell, span))| {
            let (span, cost) = match costs.get(cell) {
                Some(candidate) => (candidate.withheld, float(candidate.cost.saturating_add(1))),
                None => (*span, 0.0),
            };
            let value = base.value(place);
            let up = span.most.map_or(f64::INFINITY, |most| float(most.saturating_sub(value).max(0)));
            let down = float(value.saturating_sub(span.least).max(0));
            (problem.add_var(cost, (0.0, up)), problem.add_var(cost, (0.0, down)))
        });
        let moves = moves.collect();
        Self { part, base, problem, moves, costs }
    }

    /// The cost and the candidates that move so that the sum of the aimed cells moves by so much.
    fn cheapest(mut self, aim: &[Cell], by: i64) -> Option<(f64, BTreeSet<Cell>)> {
        for row in &self.part.rows {
            self.keep(row)?;
        }
        let mut terms = Vec::new();
        for cell in aim {
            let place = self.part.cells.iter().position(|own| own == cell)?;
            let (up, down) = self.moves.get(place)?;
            terms.extend([(*up, 1.0), (*down, -1.0)]);
        }
        self.problem.add_constraint(terms, ComparisonOp::Eq, float(by));
        let solution = run(&self.problem)?;
        let moved = |(cell, (up, down)): (&Cell, &(Variable, Variable))| {
            (solution.var_value(*up) + solution.var_value(*down) > MOVES).then_some(*cell)
        };
        let cells = self.part.cells.iter().zip(&self.moves).filter_map(moved);
        let cells: BTreeSet<Cell> = cells.filter(|cell| self.costs.contains_key(cell)).collect();
        Some((solution.objective(), cells))
    }

    /// A row still holds after the moves.
    fn keep(&mut self, row: &super::Row) -> Option<()> {
        let mut terms = Vec::new();
        let mut now = 0_i64;
        for (cell, weight) in &row.terms {
            let (up, down) = self.moves.get(cell.index())?;
            terms.extend([(*up, float(*weight)), (*down, -float(*weight))]);
            now = now.saturating_add(self.base.value(cell.index()).saturating_mul(*weight));
        }
        match (row.least, row.most) {
            (Some(least), Some(most)) if least == most => {
                self.problem.add_constraint(terms, ComparisonOp::Eq, float(most.saturating_sub(now)));
            }
            (least, most) => {
                if let Some(least) = least {
                    let end = float(least.saturating_sub(now));
                    self.problem.add_constraint(terms.clone(), ComparisonOp::Ge, end);
                }
                if let Some(most) = most {
                    self.problem.add_constraint(terms, ComparisonOp::Le, float(most.saturating_sub(now)));
                }
            }
        }
        Some(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "a proposal; the audit that follows is in integers")]
fn float(value: i64) -> f64 {
    value as f64
}
