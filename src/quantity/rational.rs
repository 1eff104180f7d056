//! Exact rational numbers: small ones in two machine words, larger ones without limit.

use super::small_decimal::{self, SmallDecimal};
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};
use std::cmp::Ordering;
use std::num::NonZeroI64;

/// The longest text read as a number. Longer ones are refused, so that no input costs more than it should.
const LONGEST: usize = 1_000;

/// An exact rational number. It is always in lowest terms and in its smallest form, so that equality, hashing
/// and order are those of the number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Rational(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    /// In lowest terms, the denominator above zero.
    Small(i64, NonZeroI64),
    /// In lowest terms, and too large for the other.
    Big(Box<BigRational>),
}

impl Rational {
    /// `num / den`, unless `den` is zero.
    #[must_use]
    pub fn new(num: i64, den: i64) -> Option<Self> {
        (den != 0).then(|| Self::from_wide(i128::from(num), i128::from(den)))
    }

    /// Reads ASCII digits with an optional leading `-` and at most one `.` between digits, and no other form.
    #[must_use]
    pub fn parse_decimal(text: &str) -> Option<Self> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, part) = digits.split_once('.').map_or((digits, None), |(w, p)| (w, Some(p)));
        let is_number = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if text.len() > LONGEST || !is_number(whole) || !part.is_none_or(is_number) {
            return None;
        }
        let places = i32::try_from(part.map_or(0, str::len)).ok()?;
        let joined = [whole, part.unwrap_or_default()].concat();
        let value = match joined.parse::<i64>() {
            Ok(small) => Self::from(small),
            Err(_) => Self::from_big(BigRational::from_integer(joined.parse::<BigInt>().ok()?)),
        };
        let value = value * Self::pow10(-places);
        Some(if negative { -value } else { value })
    }

    /// Ten to a power.
    #[must_use]
    pub fn pow10(exponent: i32) -> Self {
        let magnitude = exponent.unsigned_abs();
        let power = match 10_i64.checked_pow(magnitude) {
            Some(small) => Self::from(small),
            None => Self::from_big(BigRational::from_integer(BigInt::from(10).pow(magnitude))),
        };
        if exponent < 0 { power.recip().unwrap_or_default() } else { power }
    }

    /// The quotient, unless the divisor is zero.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        Some(self * &divisor.recip()?)
    }

    /// One divided by it, unless it is zero.
    #[must_use]
    pub fn recip(&self) -> Option<Self> {
        match &self.0 {
            Repr::Small(0, _) => None,
            Repr::Small(num, den) => Some(Self::from_wide(i128::from(den.get()), i128::from(*num))),
            Repr::Big(big) => Some(Self::from_big(big.recip())),
        }
    }

    /// The greatest integer that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        match &self.0 {
            Repr::Small(num, den) => Self::from(num.div_euclid(den.get())),
            Repr::Big(big) => Self::from_big(big.floor()),
        }
    }

    /// The smallest integer that is not below it.
    #[must_use]
    pub fn ceil(&self) -> Self {
        -(-self).floor()
    }

    /// Whether it has no fractional part.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Small(_, den) => den.get() == 1,
            Repr::Big(big) => big.is_integer(),
        }
    }

    /// Its distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.signum() < 0 { -self } else { self.clone() }
    }

    /// −1, 0 or 1.
    #[must_use]
    pub fn signum(&self) -> i32 {
        match &self.0 {
            Repr::Small(num, _) => i32::try_from(num.signum()).unwrap_or_default(),
            Repr::Big(big) => {
                if big.is_negative() {
                    -1
                } else {
                    1
                }
            }
        }
    }

    /// The nearest floating-point number, for the geometry of charts only.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "the result is asked to be no more than the nearest float"
    )]
    pub fn to_f64(&self) -> f64 {
        match &self.0 {
            Repr::Small(num, den) => *num as f64 / den.get() as f64,
            Repr::Big(big) => big.to_f64().unwrap_or_default(),
        }
    }

    /// The number with a fixed count of decimals, rounded half away from zero.
    #[must_use]
    pub fn to_decimal(&self, places: u32) -> String {
        if let Some(decimal) = self.small_decimal(places) {
            return decimal.to_string();
        }
        let scaled = self.abs() * Self::pow10(i32::try_from(places).unwrap_or_default());
        let half = Self::from_wide(1, 2);
        super::decimal::with_point(&(scaled + half).floor().numerator(), places, self.signum() < 0)
    }

    /// How many decimal places it takes to write it exactly; none where its decimal form does not end.
    #[must_use]
    pub fn decimal_places(&self) -> Option<u32> {
        match &self.0 {
            Repr::Small(_, den) => small_decimal::places(den.get().unsigned_abs()),
            Repr::Big(big) => super::decimal::places(big.denom()),
        }
    }

    /// The number to so many places, where its digits fit in 128 bits.
    pub(super) fn small_decimal(&self, places: u32) -> Option<SmallDecimal> {
        match &self.0 {
            Repr::Small(num, den) => SmallDecimal::of(*num, den.get().unsigned_abs(), places),
            Repr::Big(_) => None,
        }
    }

    pub(super) fn numerator(&self) -> BigInt {
        match &self.0 {
            Repr::Small(num, _) => BigInt::from(*num),
            Repr::Big(big) => big.numer().clone(),
        }
    }

    pub(super) fn denominator(&self) -> BigInt {
        match &self.0 {
            Repr::Small(_, den) => BigInt::from(den.get()),
            Repr::Big(big) => big.denom().clone(),
        }
    }

    pub(super) fn from_wide(num: i128, den: i128) -> Self {
        let common = num.gcd(&den) * den.signum();
        let (num, den) = (num / common, den / common);
        match (i64::try_from(num), i64::try_from(den).ok().and_then(NonZeroI64::new)) {
            (Ok(num), Some(den)) => Self(Repr::Small(num, den)),
            _ => Self(Repr::Big(Box::new(BigRational::new_raw(num.into(), den.into())))),
        }
    }

    pub(super) fn from_big(big: BigRational) -> Self {
        match (big.numer().to_i64(), big.denom().to_i64().and_then(NonZeroI64::new)) {
            (Some(num), Some(den)) => Self(Repr::Small(num, den)),
            _ => Self(Repr::Big(Box::new(big))),
        }
    }

    pub(super) fn to_big(&self) -> BigRational {
        match &self.0 {
            Repr::Small(num, den) => BigRational::new_raw((*num).into(), den.get().into()),
            Repr::Big(big) => BigRational::clone(big),
        }
    }

    /// The number, where it takes more than two machine words.
    pub(super) fn as_big(&self) -> Option<&BigRational> {
        match &self.0 {
            Repr::Small(..) => None,
            Repr::Big(big) => Some(big),
        }
    }

    /// Both as machine words, where both are small.
    pub(super) fn small_pair(&self, other: &Self) -> Option<[i128; 4]> {
        match (&self.0, &other.0) {
            (Repr::Small(a, b), Repr::Small(c, d)) => {
                Some([(*a).into(), b.get().into(), (*c).into(), d.get().into()])
            }
            _ => None,
        }
    }
}

impl From<i64> for Rational {
    fn from(value: i64) -> Self {
        Self(Repr::Small(value, ONE))
    }
}

const ONE: NonZeroI64 = match NonZeroI64::new(1) {
    Some(one) => one,
    None => NonZeroI64::MIN,
};

impl Default for Rational {
    fn default() -> Self {
        Self::from(0)
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.small_pair(other) {
            Some([a, b, c, d]) => (a * d).cmp(&(c * b)),
            None => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
