//! Systems put together in few words.

use crate::constraint::{Doubt, Holds, Limits, Sense, Statement, StatementId, System, Variable, Wholeness};
use crate::quantity::{Alpha, Cuts, Interval, Rational};

/// A number as written: `65`, `17.9`, `1/3`.
pub(super) fn number(text: &str) -> Rational {
    text.parse().unwrap()
}

pub(super) fn span(lo: &str, hi: &str) -> Interval {
    Interval::closed(number(lo), number(hi))
}

/// The three cuts of an approximate number, each by its ends.
pub(super) fn nested(core: (&str, &str), typical: (&str, &str), support: (&str, &str)) -> Cuts {
    Cuts::new(span(core.0, core.1), span(typical.0, typical.1), span(support.0, support.1)).unwrap()
}

/// A system under construction.
#[derive(Default)]
pub(super) struct Building {
    pub(super) system: System,
}

impl Building {
    pub(super) fn count(&mut self) -> Variable {
        self.system.variable(Interval::at_least(Rational::from(0)), Wholeness::Whole)
    }

    pub(super) fn amount(&mut self) -> Variable {
        self.system.variable(Interval::all(), Wholeness::Divisible)
    }

    pub(super) fn state(&mut self, statement: Statement) -> StatementId {
        self.system.state(statement, Doubt::Weighs(1))
    }

    pub(super) fn claim(&mut self, on: Variable, cuts: Cuts) -> StatementId {
        self.state(Statement::Claim { on, readings: vec![cuts] })
    }

    pub(super) fn is(&mut self, on: Variable, value: &str) -> StatementId {
        self.claim(on, Cuts::point(number(value)))
    }

    pub(super) fn within(&mut self, on: Variable, lo: &str, hi: &str) -> StatementId {
        self.claim(on, Cuts::sharp(span(lo, hi)))
    }

    pub(super) fn linear(&mut self, terms: &[(i64, Variable)], sense: Sense, constant: &str) -> StatementId {
        let terms = terms.iter().map(|(weight, variable)| (*variable, Rational::from(*weight))).collect();
        self.state(Statement::Linear { terms, sense, constant: number(constant) })
    }

    /// `total = Σ parts`.
    pub(super) fn sum(&mut self, total: Variable, parts: &[Variable]) -> StatementId {
        let mut terms: Vec<_> = parts.iter().map(|part| (1, *part)).collect();
        terms.push((-1, total));
        self.linear(&terms, Sense::Equal, "0")
    }

    pub(super) fn product(&mut self, product: Variable, left: Variable, right: Variable) -> StatementId {
        self.state(Statement::Product { product, left, right, slack: Rational::default() })
    }

    pub(super) fn percentage(
        &mut self,
        part: Variable,
        whole: Variable,
        percent: Variable,
        decimals: Option<u32>,
    ) -> StatementId {
        self.state(Statement::Percentage { part, whole, percent, decimals })
    }

    pub(super) fn all(&self) -> Vec<StatementId> {
        self.system.statements().collect()
    }

    pub(super) fn holds(&self, alpha: Alpha) -> Holds {
        self.system.holds(&self.all(), alpha, &Limits::default())
    }

    pub(super) fn implied(&self, variable: Variable, alpha: Alpha) -> Option<Interval> {
        self.system.implied(&self.all(), variable, alpha, &Limits::default())
    }
}
