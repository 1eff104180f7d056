//! The degree to which two quantities agree: the sharpest cut at which they meet.
//!
//! This is the sup-min consistency of two possibility distributions (Dubois and Prade; Destercke, Dubois and
//! Chojnacki), taken over three nested cuts.

use crate::finding::{Distances, Verdict};
use crate::model::QuantityKind;
use crate::quantity::{Alpha, Amount, Cuts, End, Interval, Rational};

/// How two quantities stand to one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// The verdict in the house's words.
    pub verdict: Verdict,
    /// How far apart they are.
    pub distances: Distances,
}

/// Compares two amounts of one kind. Counts must meet in a whole number.
#[must_use]
pub fn agreement(a: &Amount, b: &Amount, kind: QuantityKind) -> Agreement {
    Agreement { verdict: verdict(a.cuts(), b.cuts(), kind), distances: distances(a, b) }
}

/// What two quantities share at a cut, if they meet there.
#[must_use]
pub fn meeting(a: &Cuts, b: &Cuts, alpha: Alpha, kind: QuantityKind) -> Option<Interval> {
    let shared = a.at(alpha).intersect(b.at(alpha))?;
    match kind {
        QuantityKind::Count => shared.to_integers(),
        QuantityKind::Amount
        | QuantityKind::Ratio
        | QuantityKind::Share
        | QuantityKind::Rate
        | QuantityKind::Change => Some(shared),
    }
}

/// The verdict on two nested readings.
#[must_use]
pub(super) fn verdict(a: &Cuts, b: &Cuts, kind: QuantityKind) -> Verdict {
    [
        (Alpha::Core, Verdict::Consistent),
        (Alpha::Typical, Verdict::ConsistentAfterRounding),
        (Alpha::Support, Verdict::Marginal),
    ]
    .into_iter()
    .find(|(alpha, _)| meeting(a, b, *alpha, kind).is_some())
    .map_or(Verdict::Inconsistent, |(_, verdict)| verdict)
}

fn distances(a: &Amount, b: &Amount) -> Distances {
    let gap = a.cuts().support().gap(b.cuts().support()).unwrap_or_default();
    let nominals = a.nominal_point().zip(b.nominal_point());
    Distances {
        gap,
        relative_difference: nominals.and_then(|(x, y)| {
            let two = Rational::from(2);
            (&two * &(x - y)).checked_div(&(x + y))
        }),
        stretch: nominals.and_then(|(x, y)| stretch(a, b, x, y)),
        ratio: nominals.and_then(|(x, y)| x.checked_div(y)),
    }
}

/// The factor by which the half-widths that face each other must grow for the supports to touch.
fn stretch(a: &Amount, b: &Amount, x: &Rational, y: &Rational) -> Option<Rational> {
    let (low, high, low_at, high_at) = if x <= y { (a, b, x, y) } else { (b, a, y, x) };
    let reach_up = bound(low.cuts().support().hi())? - low_at;
    let reach_down = high_at - bound(high.cuts().support().lo())?;
    (high_at - low_at).checked_div(&(&reach_up + &reach_down)).map(|factor| factor.abs())
}

fn bound(end: &End) -> Option<&Rational> {
    match end {
        End::Unbounded => None,
        End::Open(value) | End::Closed(value) => Some(value),
    }
}
