//! Working a figure out again from the figures it is said to rest on, cut by cut.

use crate::model::{Asserted, FigureId};
use crate::quantity::{Alpha, Cuts, Interval, Rational};
use std::collections::BTreeMap;

/// The cuts of each operand.
pub type Operands<'a> = BTreeMap<&'a FigureId, &'a Cuts>;

/// The figure that a relation gives a value for, where it gives one.
#[must_use]
pub fn result_of(asserted: &Asserted) -> Option<&FigureId> {
    match asserted {
        Asserted::PartOf { .. }
        | Asserted::Separate { .. }
        | Asserted::Cumulative { .. }
        | Asserted::Complement { whole: None, .. } => None,
        Asserted::Sum { total, .. } | Asserted::Complement { whole: Some(total), .. } => Some(total),
        Asserted::Difference { result, .. }
        | Asserted::Ratio { result, .. }
        | Asserted::Share { part: Some(_), result, .. }
        | Asserted::Multiple { factor: Some(_), result, .. } => Some(result),
        Asserted::Share { part: None, .. }
        | Asserted::Multiple { factor: None, .. }
        | Asserted::Change { old: None, .. } => None,
        Asserted::Change { new, old: Some(_), .. } => Some(new),
    }
}

/// What the operands of a relation imply for its result.
///
/// Interval arithmetic widens with its operands, so the three cuts stay nested.
#[must_use]
pub fn implied(asserted: &Asserted, operands: &Operands<'_>) -> Option<Cuts> {
    at_each_cut(|alpha| {
        let at = |id: &FigureId| operands.get(id).map(|cuts| cuts.at(alpha));
        match asserted {
            Asserted::PartOf { .. }
            | Asserted::Separate { .. }
            | Asserted::Share { part: None, .. }
            | Asserted::Multiple { factor: None, .. }
            | Asserted::Cumulative { .. }
            | Asserted::Complement { whole: None, .. }
            | Asserted::Change { old: None, .. } => None,
            Asserted::Sum { parts, .. } | Asserted::Complement { members: parts, whole: Some(_) } => {
                let zero = Interval::point(Rational::from(0));
                parts.iter().try_fold(zero, |sum, part| Some(sum.add(at(part)?)))
            }
            Asserted::Difference { from, less, .. } => Some(at(from)?.sub(at(less)?)),
            Asserted::Ratio { numerator, denominator, .. } => at(numerator)?.div(at(denominator)?),
            Asserted::Share { part: Some(part), whole, .. } => {
                Some(at(part)?.div(at(whole)?)?.scale(&Rational::from(100)))
            }
            Asserted::Change { old: Some(old), change, .. } => Some(at(old)?.mul(at(change)?)),
            Asserted::Multiple { base, factor: Some(factor), .. } => Some(at(base)?.mul(at(factor)?)),
        }
    })
}

/// The earlier figure that a later figure and its change imply.
#[must_use]
pub fn earlier_figure(new: &Cuts, change: &Cuts) -> Option<Cuts> {
    at_each_cut(|alpha| new.at(alpha).div(change.at(alpha)))
}

/// The calculation with its numbers put in, such as `53,298 ÷ 65`.
#[must_use]
pub fn expression(asserted: &Asserted, number: impl Fn(&FigureId) -> String) -> Option<String> {
    Some(match asserted {
        Asserted::PartOf { .. }
        | Asserted::Separate { .. }
        | Asserted::Share { part: None, .. }
        | Asserted::Multiple { factor: None, .. }
        | Asserted::Cumulative { .. }
        | Asserted::Complement { whole: None, .. }
        | Asserted::Change { old: None, .. } => return None,
        Asserted::Sum { parts, .. } | Asserted::Complement { members: parts, whole: Some(_) } => {
            parts.iter().map(&number).collect::<Vec<_>>().join(" + ")
        }
        Asserted::Difference { from, less, .. } => format!("{} − {}", number(from), number(less)),
        Asserted::Ratio { numerator, denominator, .. } => {
            format!("{} ÷ {}", number(numerator), number(denominator))
        }
        Asserted::Share { part: Some(part), whole, .. } => {
            format!("100 × {} ÷ {}", number(part), number(whole))
        }
        Asserted::Change { old: Some(old), change, .. } => format!("{} × {}", number(old), number(change)),
        Asserted::Multiple { base, factor: Some(factor), .. } => {
            format!("{} × {}", number(base), number(factor))
        }
    })
}

fn at_each_cut(compute: impl Fn(Alpha) -> Option<Interval>) -> Option<Cuts> {
    Cuts::new(compute(Alpha::Core)?, compute(Alpha::Typical)?, compute(Alpha::Support)?)
}
