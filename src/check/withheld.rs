//! What is not worked out for anyone: values that were withheld, and counts that can only be of a few.

use crate::model::{Figure, QuantityKind};
use crate::quantity::{Interval, NoValue, Rational};

/// A count that can only be below this may be of people who can be identified.
const SMALL: i64 = 10;

/// Whether the values can only be a small count.
pub(super) fn is_small(values: &Interval, kind: QuantityKind) -> bool {
    kind == QuantityKind::Count && values.hi().value().is_some_and(|hi| *hi < Rational::from(SMALL))
}

/// What was withheld so that nobody can be identified is never worked out here; what does not apply has no value.
pub(super) fn may_be_told(reason: &NoValue) -> bool {
    !matches!(
        reason,
        NoValue::Suppressed | NoValue::BelowHalfUnit | NoValue::NotApplicable | NoValue::NoneExists
    )
}

/// Whether the words themselves keep a small count back: “fewer than 5”, or a cell withheld.
pub(super) fn keeps_back(figure: &Figure, kind: QuantityKind) -> bool {
    match figure.reading().amount() {
        Some(amount) => {
            let support = amount.cuts().support();
            support.as_point().is_none() && is_small(support, kind)
        }
        None => figure.reading().no_value().is_some_and(|reason| !may_be_told(reason)),
    }
}
