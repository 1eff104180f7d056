//! How long a number is to write down in binary, and powers of two.

use super::Rational;
use num_bigint::BigInt;
use num_rational::BigRational;

impl Rational {
    /// The bits of numerator and denominator together; 128 for any number of two machine words.
    pub(crate) fn bits(&self) -> u64 {
        self.as_big().map_or(128, |big| big.numer().bits() + big.denom().bits())
    }

    /// The power of two that is nearest below it, give or take one.
    pub(crate) fn magnitude(&self) -> i64 {
        let bits = |number: BigInt| i64::try_from(number.bits()).unwrap_or(i64::MAX);
        bits(self.numerator()) - bits(self.denominator())
    }

    /// Two to a power.
    pub(crate) fn pow2(exponent: i64) -> Self {
        let power = Self::from_big(BigRational::from_integer(BigInt::from(1) << exponent.unsigned_abs()));
        if exponent < 0 { power.recip().unwrap_or_default() } else { power }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_magnitude_of_a_number_is_its_power_of_two() {
        for (number, power) in
            [(Rational::from(1), 0), (Rational::from(1024), 10), (Rational::pow2(-300), -300)]
        {
            assert!((number.magnitude() - power).abs() <= 1, "{number:?}");
        }
        assert_eq!(Rational::pow2(-3), Rational::new(1, 8).unwrap());
        assert!(Rational::pow2(300).bits() > 300);
    }
}
