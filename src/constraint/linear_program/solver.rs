//! The calls of the floating-point solver. What comes back is a proposal.

use super::certificate::Aim;
use super::scaled::{Reach, Scaled, ScaledRow};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Solution, Variable};

/// The largest multiplier asked for, so that every variable has two ends.
const FAR: f64 = 1e7;
/// What counts as zero in a proposal.
const NEAR: f64 = 1e-9;

/// Where a point should keep away from the ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Margin {
    Everywhere,
    AtOpenEnds,
}

/// Multipliers under which the rows contradict one another, if some seem to.
pub(super) fn refutation(scaled: &Scaled) -> Option<Vec<f64>> {
    let mut dual = Dual::new(scaled, &Aim::Nothing, Cost::Own, 1.0);
    dual.normalise();
    dual.solve().filter(|(total, _)| *total < -NEAR).map(|(_, multipliers)| multipliers)
}

/// Multipliers under which the rows meet only at an open end, if some seem to.
pub(super) fn strict_refutation(scaled: &Scaled) -> Option<Vec<f64>> {
    if scaled.columns.iter().all(|column| column.ends == [true, true]) {
        return None;
    }
    let mut dual = Dual::new(scaled, &Aim::Nothing, Cost::OpenEnds, 1.0);
    dual.normalise();
    dual.cost_at_most_nothing();
    dual.solve().filter(|(total, _)| *total < -NEAR).map(|(_, multipliers)| multipliers)
}

/// Multipliers under which the rows bound the aim.
pub(super) fn bound(scaled: &Scaled, aim: &Aim) -> Option<Vec<f64>> {
    scaled.aim(aim)?;
    Dual::new(scaled, aim, Cost::Own, FAR).solve().map(|(_, multipliers)| multipliers)
}

/// A point that satisfies the rows, as far from the ends as it can be, at most a tenth of the way.
pub(super) fn point(scaled: &Scaled, keep: Margin) -> Option<Vec<f64>> {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let margin = problem.add_var(1.0, (0.0, 0.1));
    let columns: Vec<Variable> = scaled.columns.iter().map(|column| column.add_to(&mut problem)).collect();
    for row in &scaled.rows {
        let mut terms: Vec<_> =
            row.terms.iter().filter_map(|(at, by)| Some((*columns.get(*at)?, *by))).collect();
        if keep == Margin::Everywhere && !row.equal {
            terms.push((margin, 1.0));
        }
        problem.add_constraint(terms, row.comparison(), row.constant);
    }
    for (column, t) in scaled.columns.iter().zip(&columns) {
        let away = |closed: bool| keep == Margin::Everywhere || !closed;
        let [first, last] = column.ends;
        if away(first) && column.reach != Reach::Free {
            problem.add_constraint([(*t, -1.0), (margin, 1.0)], ComparisonOp::Le, 0.0);
        }
        if away(last) && column.reach == Reach::Unit {
            problem.add_constraint([(*t, 1.0), (margin, 1.0)], ComparisonOp::Le, 1.0);
        }
    }
    let solution = run(&problem)?;
    Some(columns.iter().map(|t| solution.var_value(*t)).collect())
}

impl super::scaled::Column {
    fn add_to(&self, problem: &mut Problem) -> Variable {
        problem.add_var(
            0.0,
            match self.reach {
                Reach::Unit => (0.0, 1.0),
                Reach::Up => (0.0, FAR),
                Reach::Free => (-FAR, FAR),
            },
        )
    }
}

impl ScaledRow {
    fn comparison(&self) -> ComparisonOp {
        if self.equal { ComparisonOp::Eq } else { ComparisonOp::Le }
    }
}

/// What the multipliers are chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cost {
    /// The least bound.
    Own,
    /// The most use of open ends, at a bound of zero.
    OpenEnds,
}

/// The dual programme: multipliers of the rows, and of the upper ends of the columns.
struct Dual<'a> {
    scaled: &'a Scaled,
    problem: Problem,
    /// For each row its multiplier, and for an equation the multiplier of its opposite.
    rows: Vec<(Variable, Option<Variable>)>,
    tops: Vec<Option<Variable>>,
}

impl<'a> Dual<'a> {
    fn new(scaled: &'a Scaled, aim: &Aim, cost: Cost, most: f64) -> Self {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let uses = scaled.uses();
        let rows = scaled.rows.iter().enumerate().map(|(at, row)| {
            let by = match cost {
                Cost::Own => row.constant,
                Cost::OpenEnds => -uses.get(at).copied().unwrap_or_default(),
            };
            let opposite = row.equal.then(|| problem.add_var(-by, (0.0, most)));
            (problem.add_var(by, (0.0, most)), opposite)
        });
        let rows: Vec<_> = rows.collect();
        let tops = scaled.columns.iter().map(|column| {
            let [first, last] = column.ends.map(|closed| if closed { 0.0 } else { -1.0 });
            let by = if cost == Cost::Own { 1.0 } else { first + last };
            (column.reach == Reach::Unit).then(|| problem.add_var(by, (0.0, most * FAR)))
        });
        let tops: Vec<_> = tops.collect();
        let mut dual = Self { scaled, problem, rows, tops };
        dual.balance(aim);
        dual
    }

    /// What is left of a column after the rows may not be more than its upper end takes.
    fn balance(&mut self, aim: &Aim) {
        let mut sums: Vec<Vec<(Variable, f64)>> =
            self.tops.iter().map(|top| top.iter().map(|top| (*top, 1.0)).collect()).collect();
        for (row, (multiplier, opposite)) in self.scaled.rows.iter().zip(&self.rows) {
            for (at, by) in &row.terms {
                sums.iter_mut().skip(*at).take(1).for_each(|sum| {
                    sum.push((*multiplier, *by));
                    sum.extend(opposite.map(|opposite| (opposite, -by)));
                });
            }
        }
        let aim = self.scaled.aim(aim);
        for ((at, sum), column) in sums.into_iter().enumerate().zip(&self.scaled.columns) {
            let wanted = aim.filter(|(aimed, _)| *aimed == at).map_or(0.0, |(_, sign)| sign);
            let sense = if column.reach == Reach::Free { ComparisonOp::Eq } else { ComparisonOp::Ge };
            self.problem.add_constraint(sum, sense, wanted);
        }
    }

    /// The multipliers sum to at most one: only their ratios count.
    fn normalise(&mut self) {
        let terms: Vec<_> = self.multipliers().map(|multiplier| (multiplier, 1.0)).collect();
        self.problem.add_constraint(terms, ComparisonOp::Le, 1.0);
    }

    fn cost_at_most_nothing(&mut self) {
        let mut terms: Vec<(Variable, f64)> = Vec::new();
        for (row, (multiplier, opposite)) in self.scaled.rows.iter().zip(&self.rows) {
            terms.push((*multiplier, row.constant));
            terms.extend(opposite.map(|opposite| (opposite, -row.constant)));
        }
        terms.extend(self.tops.iter().flatten().map(|top| (*top, 1.0)));
        self.problem.add_constraint(terms, ComparisonOp::Le, 0.0);
    }

    fn multipliers(&self) -> impl Iterator<Item = Variable> {
        self.rows.iter().flat_map(|(multiplier, opposite)| [Some(*multiplier), *opposite]).flatten()
    }

    /// The cost, and the multiplier of each row.
    fn solve(self) -> Option<(f64, Vec<f64>)> {
        let solution = run(&self.problem)?;
        let value = |variable| solution.var_value(variable);
        let multipliers = self.rows.iter().map(|(plus, minus)| value(*plus) - minus.map_or(0.0, value));
        Some((solution.objective(), multipliers.collect()))
    }
}

impl Scaled {
    /// For each row, how much its multiplier makes use of first ends that are open.
    fn uses(&self) -> Vec<f64> {
        let is_open = |at: &usize| {
            self.columns.get(*at).is_some_and(|column| column.reach != Reach::Free && !column.ends[0])
        };
        let open = |row: &ScaledRow| row.terms.iter().filter(|(at, _)| is_open(at)).map(|(_, by)| by).sum();
        self.rows.iter().map(open).collect()
    }
}

/// Solves, if the solver can. It may panic on a model nobody foresaw; then it has nothing to propose.
fn run(problem: &Problem) -> Option<Solution> {
    let solved = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| problem.solve()));
    solved.ok()?.ok()?.into_solution().ok()
}
