//! The degree to which two quantities agree: the sharpest cut at which they meet.
//!
//! This is the sup-min consistency of two possibility distributions (Dubois and Prade; Destercke, Dubois and
//! Chojnacki), taken over three nested cuts.

use super::{Roundings, Value};
use crate::finding::{Distances, Verdict};
use crate::model::{Figure, QuantityKind};
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
    of_values(&Value::new(a, kind), &Value::new(b, kind), kind)
}

fn of_values(a: &Value<'_>, b: &Value<'_>, kind: QuantityKind) -> Agreement {
    Agreement { verdict: between(&a.cuts, &b.cuts, kind), distances: distances(a, b) }
}

/// Compares two figures. Words that can be read in two ways conflict only where every reading does.
#[must_use]
pub(super) fn held_together(
    a: &Figure,
    b: &Figure,
    kind: QuantityKind,
    roundings: &Roundings,
) -> Option<Agreement> {
    // Words with no value on their likeliest reading are held against nothing.
    a.reading().amount().and(b.reading().amount())?;
    let pairs = roundings
        .values(a, kind)
        .flat_map(|x| roundings.values(b, kind).map(move |y| of_values(&x, &y, kind)));
    pairs.min_by_key(|held| held.verdict)
}

/// Every amount that the words of a figure may give, the likeliest first.
pub(super) fn readings(figure: &Figure) -> impl Iterator<Item = &Amount> {
    let others = figure.reading().alternatives().iter().filter_map(|reading| reading.amount());
    figure.reading().amount().into_iter().chain(others)
}

/// What two quantities share at a cut, if they meet there.
#[must_use]
pub fn meeting(a: &Cuts, b: &Cuts, alpha: Alpha, kind: QuantityKind) -> Option<Interval> {
    let shared = a.at(alpha).intersect(b.at(alpha))?;
    match kind {
        // Where both say the same number, it need not be whole: staff are counted in full-time equivalents too.
        QuantityKind::Count => shared.to_integers().or_else(|| shared.as_point().is_some().then_some(shared)),
        QuantityKind::Amount
        | QuantityKind::Ratio
        | QuantityKind::Share
        | QuantityKind::Rate
        | QuantityKind::Change => Some(shared),
    }
}

/// The verdict on two nested readings.
#[must_use]
pub fn between(a: &Cuts, b: &Cuts, kind: QuantityKind) -> Verdict {
    [
        (Alpha::Core, Verdict::Consistent),
        (Alpha::Typical, Verdict::ConsistentAfterRounding),
        (Alpha::Support, Verdict::Marginal),
    ]
    .into_iter()
    .find(|(alpha, _)| meeting(a, b, *alpha, kind).is_some())
    .map_or(Verdict::Inconsistent, |(_, verdict)| verdict)
}

pub(super) fn distances(a: &Value<'_>, b: &Value<'_>) -> Distances {
    let gap = a.cuts.support().gap(b.cuts.support()).unwrap_or_default();
    let nominals = a.nominal.as_deref().zip(b.nominal.as_deref());
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
fn stretch(a: &Value<'_>, b: &Value<'_>, x: &Rational, y: &Rational) -> Option<Rational> {
    if x == y {
        return Some(Rational::default());
    }
    let (low, high, low_at, high_at) = if x <= y { (a, b, x, y) } else { (b, a, y, x) };
    let reach_up = bound(low.cuts.support().hi())? - low_at;
    let reach_down = high_at - bound(high.cuts.support().lo())?;
    (high_at - low_at).checked_div(&(&reach_up + &reach_down)).map(|factor| factor.abs())
}

fn bound(end: &End) -> Option<&Rational> {
    match end {
        End::Unbounded => None,
        End::Open(value) | End::Closed(value) => Some(value),
    }
}
