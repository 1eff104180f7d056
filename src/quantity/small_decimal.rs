//! Decimals of numbers whose digits fit in 128 bits, which is nearly every number there is. Big integers give the
//! same text and take ten times as long; a site prints millions of numbers.

use std::fmt;

/// The most places for which any 64-bit numerator still fits.
const MOST_PLACES: u32 = 18;

/// How many decimals a fraction in lowest terms has; none where its decimal form does not end.
pub(super) fn places(denominator: u64) -> Option<u32> {
    let twos = denominator.trailing_zeros();
    let (mut rest, mut fives) = (denominator >> twos, 0);
    while rest.is_multiple_of(5) {
        rest /= 5;
        fives += 1;
    }
    (rest == 1).then_some(twos.max(fives))
}

/// A number with its decimals, halves rounded away from zero.
pub(super) struct SmallDecimal {
    negative: bool,
    digits: u128,
    places: u32,
}

impl SmallDecimal {
    /// The fraction to so many places; none where it does not fit. The denominator is above zero.
    pub(super) fn of(num: i64, den: u64, places: u32) -> Option<Self> {
        let unit = (places <= MOST_PLACES).then(|| 10_u128.pow(places))?;
        let (num_size, den) = (u128::from(num.unsigned_abs()), u128::from(den));
        let digits = (2 * num_size * unit + den).checked_div(2 * den)?;
        Some(Self { negative: num < 0 && digits > 0, digits, places })
    }
}

impl fmt::Display for SmallDecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        let unit = 10_u128.pow(self.places);
        let (whole, part) = (self.digits / unit, self.digits % unit);
        match self.places {
            0 => write!(f, "{sign}{whole}"),
            places => write!(f, "{sign}{whole}.{part:0width$}", width = places as usize),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::decimal;
    use num_bigint::BigInt;
    use proptest::prelude::*;

    fn slow(num: i64, den: u64, places: u32) -> String {
        let (size, den) = (BigInt::from(num.unsigned_abs()), BigInt::from(den));
        let digits = (size * BigInt::from(2) * BigInt::from(10).pow(places) + &den) / (den * BigInt::from(2));
        decimal::with_point(&digits, places, num < 0)
    }

    proptest! {
        #[test]
        fn the_quick_way_gives_the_text_of_the_slow_way(num: i64, den in 1_u64.., places in 0_u32..=18) {
            let quick = SmallDecimal::of(num, den, places).map(|decimal| decimal.to_string());
            prop_assert_eq!(quick, Some(slow(num, den, places)));
        }

        #[test]
        fn the_quick_way_counts_the_places_of_the_slow_way(den in 1_u64.., twos in 0_u32..20, fives in 0_u32..9) {
            for den in [den, 2_u64.pow(twos) * 5_u64.pow(fives)] {
                prop_assert_eq!(places(den), decimal::places(&BigInt::from(den)));
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_left_to_the_slow_way() {
        assert!(SmallDecimal::of(1, 3, 19).is_none());
        let most = SmallDecimal::of(i64::MIN, 1, 18).map(|decimal| decimal.to_string());
        assert_eq!(most.as_deref(), Some("-9223372036854775808.000000000000000000"));
    }
}
