//! Numbers whose digits have grown beyond use, replaced by shorter ones on the safe side.
//!
//! A chain of products can double the digits of a number at each step. An end of such a domain is moved outwards to a
//! number of a sensible length: no value is lost, and what is proven stays proven.

use crate::quantity::{End, Interval, Rational};

/// The most bits of numerator and denominator together that are carried on exactly.
const LONGEST: u64 = 512;
/// The binary digits that are kept of a number that is longer.
const KEPT: i64 = 128;
/// Longer numbers are kept between two to this power and its inverse.
const FARTHEST: i64 = 256;

/// The interval, or a slightly wider one with shorter ends.
pub(super) fn outwards(interval: Interval) -> Interval {
    if !is_long(interval.lo()) && !is_long(interval.hi()) {
        return interval;
    }
    let lo = shorter(interval.lo(), below);
    let hi = shorter(interval.hi(), |value| Some(-below(&-value)?));
    Interval::new(lo, hi).unwrap_or(interval)
}

fn is_long(end: &End) -> bool {
    end.value().is_some_and(|value| value.bits() > LONGEST)
}

fn shorter(end: &End, round: impl Fn(&Rational) -> Option<Rational>) -> End {
    match end {
        End::Open(value) if is_long(end) => round(value).map_or(End::Unbounded, End::Open),
        End::Closed(value) if is_long(end) => round(value).map_or(End::Unbounded, End::Closed),
        End::Unbounded | End::Open(_) | End::Closed(_) => end.clone(),
    }
}

/// A number at most the value, and near it; none where the value is too far down.
fn below(value: &Rational) -> Option<Rational> {
    let magnitude = value.magnitude();
    if magnitude > FARTHEST {
        return (value.signum() > 0).then(|| Rational::pow2(FARTHEST));
    }
    let digits = (KEPT - magnitude).min(FARTHEST);
    Some((value * Rational::pow2(digits)).floor() * Rational::pow2(-digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_end_moves_outwards_and_hardly() {
        let third = Rational::new(1, 3).unwrap();
        let long = (0..400).fold(Rational::from(7), |value, _| value * &third * Rational::from(4));
        let was = Interval::closed(-long.clone(), long.clone());
        let is = outwards(was.clone());
        assert!(was.is_within(&is) && was != is);
        assert!(is.hi().value().unwrap().bits() <= LONGEST);
        let moved = is.hi().value().unwrap().checked_div(&long).unwrap() - Rational::from(1);
        assert!(moved.signum() > 0 && moved < Rational::pow10(-30));
    }

    #[test]
    fn what_shrinks_or_grows_without_end_stops_somewhere() {
        let span = |a: i64, b: i64| Interval::closed(Rational::pow2(a), Rational::pow2(b));
        assert_eq!(
            outwards(span(-9_000, -8_000)),
            Interval::closed(Rational::from(0), Rational::pow2(-FARTHEST))
        );
        assert_eq!(outwards(span(8_000, 9_000)), Interval::at_least(Rational::pow2(FARTHEST)));
    }

    #[test]
    fn ordinary_ends_stay_exactly_where_they_are() {
        let span = Interval::closed(Rational::new(1, 3).unwrap(), Rational::from(i64::MAX));
        assert_eq!(outwards(span.clone()), span);
    }
}
