//! Two bounds that make a range: "more than 20 but fewer than 30".

use super::super::{Amount, Cuts, End, Form, Hedge, Interval, Rational};
use super::magnitude::Shape;
use super::quantity::Quantity;

/// The range between two bounds, if one is from below and one from above.
pub(super) fn two_sided(first: &Quantity, second: &Quantity, form: Form) -> Option<Amount> {
    let (lower, upper) = if bound(first)?.0 == Side::Lower { (first, second) } else { (second, first) };
    let ((from, lo), (to, hi)) = (bound(lower)?, bound(upper)?);
    let same = first.magnitude.sense == second.magnitude.sense && second.relation.is_none();
    if from != Side::Lower || to != Side::Upper || !same {
        return None;
    }
    let interval = Interval::new(lo, hi)?;
    let (a, b) = (at(lower)?, at(upper)?);
    Some(Amount::new(Hedge::Between, form, &[a, b], Cuts::sharp(interval)))
}

/// The number or share that a bound is put on.
fn at(quantity: &Quantity) -> Option<Rational> {
    match &quantity.magnitude.shape {
        Shape::One(number) => Some(number.value.clone()),
        Shape::OneIn(n) => n.recip(),
        Shape::Part(share) => Some(share.clone()),
        Shape::Range(..) | Shape::Vague { .. } => None,
    }
}

/// Which end of an interval a bound gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Lower,
    Upper,
}

/// The end of an interval that a hedge makes of its number.
fn bound(quantity: &Quantity) -> Option<(Side, End)> {
    let value = at(quantity)?;
    Some(match quantity.hedge? {
        Hedge::MoreThan => (Side::Lower, End::Open(value)),
        Hedge::AtLeast => (Side::Lower, End::Closed(value)),
        Hedge::FewerThan => (Side::Upper, End::Open(value)),
        Hedge::AtMost | Hedge::UpTo => (Side::Upper, End::Closed(value)),
        _ => return None,
    })
}
