//! Rationals as text: exact decimals where they end, fractions where they do not, and serde on top of that.

use super::Rational;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Pow, Signed, Zero};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// The digits of a non-negative integer with the point moved left.
pub(super) fn with_point(digits: &BigInt, places: u32, negative: bool) -> String {
    let places = usize::try_from(places).unwrap_or_default();
    let digits = format!("{:0>width$}", digits.to_string(), width = places + 1);
    let (whole, part) = digits.split_at_checked(digits.len() - places).unwrap_or((&digits, ""));
    let sign = if negative && digits.bytes().any(|b| b != b'0') { "-" } else { "" };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// How many decimals a fraction in lowest terms has; none where its decimal form does not end.
pub(super) fn places(denominator: &BigInt) -> Option<u32> {
    let mut rest = denominator.clone();
    let mut count = |prime: u32| {
        let prime = BigInt::from(prime);
        let mut times = 0_u32;
        loop {
            let (quotient, remainder) = rest.div_rem(&prime);
            if !remainder.is_zero() {
                return times;
            }
            rest = quotient;
            times += 1;
        }
    };
    let places = count(2).max(count(5));
    rest.is_one().then_some(places)
}

impl fmt::Display for Rational {
    /// The shortest exact decimal, or `n/d` where there is none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(decimal) = self.decimal_places().and_then(|places| self.small_decimal(places)) {
            return decimal.fmt(f);
        }
        let (num, den) = (self.numerator(), self.denominator());
        match places(&den) {
            Some(0) => write!(f, "{num}"),
            Some(places) => {
                let digits = num.abs() * BigInt::from(10).pow(places) / den;
                f.write_str(&with_point(&digits, places, num.is_negative()))
            }
            None => write!(f, "{num}/{den}"),
        }
    }
}

impl fmt::Debug for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Rational {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let read = || match text.split_once('/') {
            None => Self::parse_decimal(text),
            Some((num, den)) => {
                let (num, den) = (Self::parse_decimal(num)?, Self::parse_decimal(den)?);
                let whole = num.is_integer() && den.is_integer() && den.signum() > 0;
                whole.then(|| Self::from_big(BigRational::new(num.numerator(), den.numerator())))
            }
        };
        read().ok_or_else(|| format!("“{text}” is not a number: write it as 12, -3.5 or 2/3"))
    }
}

impl Serialize for Rational {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rational {
    /// Reads the printed form. A plain number of the file format will do too: a decimal is taken as it is written.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

struct Written;

impl Visitor<'_> for Written {
    type Value = Rational;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number such as 12, \"-3.5\" or \"2/3\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Rational, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Rational, E> {
        Ok(Rational::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Rational, E> {
        value.to_string().parse().map_err(E::custom)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Rational, E> {
        value.to_string().parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(num: i64, den: i64) -> Rational {
        Rational::new(num, den).unwrap()
    }

    #[test]
    fn a_number_is_printed_as_the_shortest_exact_decimal_or_as_a_fraction() {
        for (number, text) in [
            (of(53_298, 1), "53298"),
            (of(-7, 2), "-3.5"),
            (of(1, 8), "0.125"),
            (of(2, 3), "2/3"),
            (of(-2, 6), "-1/3"),
            (of(1, 1024), "0.0009765625"),
            (of(0, 5), "0"),
            (Rational::pow10(-2), "0.01"),
            (Rational::pow10(20), "100000000000000000000"),
        ] {
            assert_eq!(number.to_string(), text);
            assert_eq!(text.parse(), Ok(number));
        }
    }

    #[test]
    fn rounding_to_decimals_goes_half_away_from_zero() {
        for (number, places, text) in [
            (of(1, 2), 0, "1"),
            (of(-1, 2), 0, "-1"),
            (of(-1, 3), 0, "0"),
            (of(2, 3), 3, "0.667"),
            (of(53_298, 65), 2, "819.97"),
            (of(5, 1), 2, "5.00"),
        ] {
            assert_eq!(number.to_decimal(places), text);
        }
    }

    #[test]
    fn only_plain_decimals_are_parsed() {
        for text in [
            "", "-", ".5", "5.", "1e3", "+1", "1,000", "١", "NaN", "--1", "1.2.3", " 1", "1/2/3", "1/0",
            "1/-2",
        ] {
            assert!(text.parse::<Rational>().is_err(), "{text}");
        }
        assert!(Rational::parse_decimal(&"1".repeat(2_000)).is_none());
    }

    #[test]
    fn serde_reads_the_text_and_the_number() {
        for (json, number) in
            [("\"2/3\"", of(2, 3)), ("1.25", of(5, 4)), ("-3", of(-3, 1)), ("\"0.1\"", of(1, 10))]
        {
            assert_eq!(serde_json::from_str::<Rational>(json).unwrap(), number);
        }
        assert_eq!(serde_json::to_string(&of(5, 4)).unwrap(), "\"1.25\"");
        assert!(serde_json::from_str::<Rational>("true").is_err());
    }
}
