//! Exact numbers as decimals.

use crate::quantity::Rational;
use serde::{Serialize, Serializer};
use std::fmt;

/// Places after the point of a decimal that never ends, counted from its first digit that is not zero.
const PLACES: u32 = 12;
/// The most places after the point.
const MOST_PLACES: u32 = 60;

/// A number as a decimal: exact where a decimal can be, else rounded to twelve places.
pub(super) struct Decimal(pub(super) Rational);

impl Decimal {
    /// The number as `n/d`, where no decimal is exact.
    pub(super) fn fraction(&self) -> Option<Fraction> {
        (!self.is_exact()).then(|| Fraction(self.0.clone()))
    }

    fn is_exact(&self) -> bool {
        self.0.is_integer() || self.0.decimal_places().is_some()
    }

    fn places(&self) -> u32 {
        let one = Rational::from(1);
        let small = |places: &u32| &self.0.abs() * &Rational::pow10(places.cast_signed()) < one;
        (0..MOST_PLACES).find(|places| !small(places)).map_or(MOST_PLACES, |zeros| zeros + PLACES)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact() { self.0.fmt(f) } else { f.write_str(&self.0.to_decimal(self.places())) }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A number as `n/d`.
pub(super) struct Fraction(Rational);

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(numerator: i64, denominator: i64) -> (String, bool) {
        let value = Decimal(Rational::new(numerator, denominator).unwrap());
        (value.to_string(), value.fraction().is_none())
    }

    #[test]
    fn a_decimal_that_ends_is_exact() {
        assert_eq!(decimal(-7, 2), ("-3.5".to_owned(), true));
        assert_eq!(decimal(1, 1_000_000_000), ("0.000000001".to_owned(), true));
        assert_eq!(decimal(53_298, 1), ("53298".to_owned(), true));
        assert_eq!(decimal(0, 1), ("0".to_owned(), true));
    }

    #[test]
    fn a_decimal_that_never_ends_is_rounded_and_kept_as_a_fraction() {
        assert_eq!(decimal(53_298, 65), ("819.969230769231".to_owned(), false));
        assert_eq!(decimal(-2, 3), ("-0.6666666666667".to_owned(), false));
        assert_eq!(decimal(1, 30_000), ("0.00003333333333333".to_owned(), false));
        let third = Rational::new(1, 3).unwrap();
        assert_eq!(serde_json::to_value(Decimal(third).fraction()).unwrap(), "1/3");
    }
}
