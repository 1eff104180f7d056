//! What the rows prove of a cell: bounds in exact rationals, for saying that a cell is given away.

use super::part::Part;
use super::puzzle::Span;
use crate::constraint::{Doubt, Holds, Limits, Sense, Statement, StatementId, System, Variable, Wholeness};
use crate::quantity::{Alpha, End, Interval, Rational};

/// A part as a system of `constraint`.
pub(super) struct Proof {
    system: System,
    statements: Vec<StatementId>,
    variables: Vec<Variable>,
}

impl Proof {
    pub(super) fn new(part: &Part) -> Self {
        let mut system = System::new();
        let variables: Vec<Variable> =
            part.spans.iter().map(|span| system.variable(interval(*span), Wholeness::Whole)).collect();
        let mut statements = Vec::new();
        for row in &part.rows {
            let terms = |sign: i64| {
                let term = |(cell, weight): &(super::Cell, i64)| {
                    Some((*variables.get(cell.0)?, Rational::from(weight.saturating_mul(sign))))
                };
                row.terms.iter().filter_map(term).collect::<Vec<_>>()
            };
            let mut state = |sign: i64, sense, constant: i64| {
                let constant = Rational::from(constant.saturating_mul(sign));
                let statement = Statement::Linear { terms: terms(sign), sense, constant };
                statements.push(system.state(statement, Doubt::Never));
            };
            match (row.least, row.most) {
                (Some(least), Some(most)) if least == most => state(1, Sense::Equal, most),
                (least, most) => {
                    least.into_iter().for_each(|least| state(-1, Sense::AtMost, least));
                    most.into_iter().for_each(|most| state(1, Sense::AtMost, most));
                }
            }
        }
        Self { system, statements, variables }
    }

    /// The narrowest span proven for a cell; none where no filling is possible.
    pub(super) fn span(&self, place: usize) -> Option<Span> {
        let Some(variable) = self.variables.get(place) else { return Some(Span::UNKNOWN) };
        let implied = self.system.implied(&self.statements, *variable, Alpha::Core, &Limits::default())?;
        let least = implied.lo().value().and_then(|end| whole(&end.ceil()));
        Some(Span {
            least: least.unwrap_or(i64::MIN),
            most: implied.hi().value().and_then(|end| whole(&end.floor())),
        })
    }

    /// Whether it is proven that no filling is possible.
    pub(super) fn is_impossible(&self) -> bool {
        self.system.holds(&self.statements, Alpha::Core, &Limits::default()) == Holds::No
    }
}

fn interval(span: Span) -> Interval {
    let lo = End::Closed(Rational::from(span.least));
    let hi = span.most.map_or(End::Unbounded, |most| End::Closed(Rational::from(most)));
    Interval::new(lo, hi).unwrap_or_else(Interval::all)
}

fn whole(value: &Rational) -> Option<i64> {
    value.to_decimal(0).parse().ok()
}
