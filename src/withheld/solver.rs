//! The calls of the floating-point solver. What comes back is a proposal: only checked fillings leave this file.

use super::filling::Filling;
use super::part::Part;
use super::puzzle::Span;
use microlp::{ComparisonOp, OptimizationDirection, Problem, Solution, Variable};
use std::ops::ControlFlow;

/// What a filling is wanted for.
#[derive(Debug, Clone)]
pub(super) enum Aim {
    /// The sum of these cells, as large as can be.
    Most(Vec<usize>),
    /// The sum of these cells, as small as can be.
    Least(Vec<usize>),
    /// As many of these cells as can be at this number or above, at once.
    Above(Vec<(usize, i64)>),
    /// As many of these cells as can be at this number or below, at once.
    Below(Vec<(usize, i64)>),
}

/// How many programmes one search may solve.
const PROGRAMMES: usize = 120;
/// Beyond this the solver cannot tell whole numbers apart.
const FARTHEST: i64 = 1_000_000_000;
/// How near a proposal must be to a whole number to be taken for it.
const NEAR: f64 = 1e-6;

/// The best filling for an aim that was found. Branches on what is not whole, depth first.
pub(super) fn seek(part: &Part, aim: &Aim) -> Option<Filling> {
    let mut search = Search { part, aim, left: PROGRAMMES, best: None };
    let _ended = search.under(&part.spans);
    search.best.map(|(_, filling)| filling)
}

struct Search<'a> {
    part: &'a Part,
    aim: &'a Aim,
    left: usize,
    best: Option<(f64, Filling)>,
}

impl Search<'_> {
    fn under(&mut self, spans: &[Span]) -> ControlFlow<()> {
        if self.left == 0 {
            return ControlFlow::Break(());
        }
        self.left -= 1;
        let Some((score, values)) = relaxed(self.part, self.aim, spans) else {
            return ControlFlow::Continue(());
        };
        if self.best.as_ref().is_some_and(|(best, _)| score <= best + NEAR) {
            return ControlFlow::Continue(());
        }
        let Some((place, value)) =
            values.iter().enumerate().find(|(_, value)| (*value - value.round()).abs() > NEAR)
        else {
            self.keep(score, &values);
            return ControlFlow::Continue(());
        };
        let Some(down) = whole(value.floor()) else { return ControlFlow::Continue(()) };
        for side in
            [Span { least: i64::MIN, most: Some(down) }, Span { least: down.saturating_add(1), most: None }]
        {
            let mut next = spans.to_vec();
            let narrowed = next.get(place).and_then(|span| span.meet(&side));
            if let (Some(slot), Some(narrowed)) = (next.get_mut(place), narrowed) {
                *slot = narrowed;
                self.under(&next)?;
            }
        }
        ControlFlow::Continue(())
    }

    fn keep(&mut self, score: f64, values: &[f64]) {
        let whole: Option<Vec<i64>> = values.iter().map(|value| whole(value.round())).collect();
        if let Some(filling) = whole.and_then(|values| Filling::checked(self.part, values)) {
            self.best = Some((score, filling));
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "it is a whole number of less than 2^53")]
fn whole(value: f64) -> Option<i64> {
    (value.is_finite() && value.abs() < 9e15).then_some(value as i64)
}

#[expect(clippy::cast_precision_loss, reason = "a proposal; what comes of it is checked in integers")]
fn float(value: i64) -> f64 {
    value as f64
}

/// The best point of the relaxation: its score, larger being better, and the value of each cell.
fn relaxed(part: &Part, aim: &Aim, spans: &[Span]) -> Option<(f64, Vec<f64>)> {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let (weights, far) = (aim.weights(spans.len()), far(part));
    let cells: Vec<Variable> = spans
        .iter()
        .zip(&weights)
        .map(|(span, weight)| {
            problem.add_var(*weight, (float(span.least), float(span.most.unwrap_or(far).max(span.least))))
        })
        .collect();
    for row in &part.rows {
        let terms: Option<Vec<_>> =
            row.terms.iter().map(|(cell, weight)| Some((*cells.get(cell.0)?, float(*weight)))).collect();
        let terms = terms?;
        match (row.least, row.most) {
            (Some(least), Some(most)) if least == most => {
                problem.add_constraint(terms, ComparisonOp::Eq, float(most));
            }
            (least, most) => {
                if let Some(least) = least {
                    problem.add_constraint(terms.clone(), ComparisonOp::Ge, float(least));
                }
                if let Some(most) = most {
                    problem.add_constraint(terms, ComparisonOp::Le, float(most));
                }
            }
        }
    }
    aim.add_caps(&mut problem, &cells);
    let solution = run(&problem)?;
    Some((solution.objective(), cells.iter().map(|cell| solution.var_value(*cell)).collect()))
}

/// An upper end for the solver, where nothing is known of one: enough for any filling that is looked for.
pub(super) fn far(part: &Part) -> i64 {
    let ends = part.rows.iter().flat_map(|row| [row.least, row.most]);
    let ends = ends.chain(part.spans.iter().flat_map(|span| [Some(span.least), span.most]));
    let largest = ends.flatten().map(i64::saturating_abs).max().unwrap_or_default();
    largest.saturating_mul(2).saturating_add(1_000).min(FARTHEST)
}

impl Aim {
    fn weights(&self, cells: usize) -> Vec<f64> {
        let mut weights = vec![0.0; cells];
        let (places, weight) = match self {
            Self::Most(places) => (places.as_slice(), 1.0),
            Self::Least(places) => (places.as_slice(), -1.0),
            Self::Above(_) | Self::Below(_) => return weights,
        };
        for place in places {
            if let Some(slot) = weights.get_mut(*place) {
                *slot += weight;
            }
        }
        weights
    }

    /// For each cell with a target, how far towards it: no more is asked of one than to reach it.
    fn add_caps(&self, problem: &mut Problem, cells: &[Variable]) {
        let (targets, sign) = match self {
            Self::Most(_) | Self::Least(_) => return,
            Self::Above(targets) => (targets, 1.0),
            Self::Below(targets) => (targets, -1.0),
        };
        for (place, target) in targets {
            let Some(cell) = cells.get(*place) else { continue };
            let short = problem.add_var(-1.0, (0.0, f64::INFINITY));
            problem.add_constraint([(short, 1.0), (*cell, sign)], ComparisonOp::Ge, sign * float(*target));
        }
    }
}

/// Solves, if the solver can. It may panic on a model nobody foresaw; then it has nothing to propose.
pub(super) fn run(problem: &Problem) -> Option<Solution> {
    let solved = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| problem.solve()));
    solved.ok()?.ok()?.into_solution().ok()
}
