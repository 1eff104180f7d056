//! What one figure of a calculation would have to be, given the others.

use crate::model::{Asserted, FigureId};
use crate::quantity::{Alpha, Cuts, Interval, Rational};
use crate::reconcile::{Operands, implied, result_of};

/// The values of `item` with which a relation holds, cut by cut; `figures` holds all its other figures.
pub(super) fn needed(asserted: &Asserted, item: &FigureId, figures: &Operands<'_>) -> Option<Cuts> {
    if result_of(asserted) == Some(item) {
        return implied(asserted, figures);
    }
    let cut = |alpha| at(asserted, item, |id| figures.get(id).map(|cuts| cuts.at(alpha).clone()));
    Cuts::new(cut(Alpha::Core)?, cut(Alpha::Typical)?, cut(Alpha::Support)?)
}

fn at(asserted: &Asserted, item: &FigureId, of: impl Fn(&FigureId) -> Option<Interval>) -> Option<Interval> {
    match asserted {
        Asserted::Sum { total, parts } | Asserted::Complement { members: parts, whole: Some(total) } => {
            let others = parts.iter().filter(|part| *part != item);
            others.map(&of).try_fold(of(total)?, |rest, part| Some(rest.sub(&part?)))
        }
        Asserted::Difference { result, from, less } if item == from => Some(of(result)?.add(&of(less)?)),
        Asserted::Difference { result, from, .. } => Some(of(from)?.sub(&of(result)?)),
        Asserted::Ratio { numerator, denominator, result } if item == numerator => {
            Some(of(result)?.mul(&of(denominator)?))
        }
        Asserted::Ratio { numerator, result, .. } => of(numerator)?.div(&of(result)?),
        Asserted::Share { part: Some(part), whole, result } if item == part => {
            Some(of(result)?.mul(&of(whole)?).scale(&Rational::pow10(-2)))
        }
        Asserted::Share { part: Some(part), result, .. } => {
            Some(of(part)?.scale(&Rational::pow10(2)).div(&of(result)?)?)
        }
        Asserted::Change { new, old: Some(old), change } if item == old => of(new)?.div(&of(change)?),
        Asserted::Change { new, old: Some(old), .. } => of(new)?.div(&of(old)?),
        Asserted::Multiple { base, factor: Some(factor), result } if item == base => {
            of(result)?.div(&of(factor)?)
        }
        Asserted::Multiple { base, factor: Some(_), result } => of(result)?.div(&of(base)?),
        Asserted::PartOf { .. }
        | Asserted::Separate { .. }
        | Asserted::Cumulative { .. }
        | Asserted::Complement { whole: None, .. }
        | Asserted::Share { part: None, .. }
        | Asserted::Change { old: None, .. }
        | Asserted::Multiple { factor: None, .. } => None,
    }
}
