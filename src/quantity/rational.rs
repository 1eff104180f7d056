//! Exact rationals: 64 bits where they fit, big integers where they do not.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

/// An exact number. Its form is canonical, so equal values are equal bit for bit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rational(Repr);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Repr {
    /// In lowest terms, the denominator above zero.
    Small(i64, i64),
    /// Only what does not fit.
    Big(Box<BigRational>),
}

impl Rational {
    /// A fraction; none where the denominator is zero.
    #[must_use]
    pub fn new(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self::reduced(i128::from(numerator), i128::from(denominator)))
    }

    /// Reads plain digits with at most one point and one minus: `-12.50`.
    #[must_use]
    pub fn parse_decimal(text: &str) -> Option<Self> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !fraction.is_none_or(plain) {
            return None;
        }
        let joined = format!("{whole}{}", fraction.unwrap_or_default());
        let places = u32::try_from(fraction.map_or(0, str::len)).ok()?;
        let numerator = BigInt::from_str(&joined).ok()?;
        let value = Self::from_big(BigRational::new(numerator, BigInt::from(10).pow(places)));
        Some(if negative { -value } else { value })
    }

    /// Ten to a power, negative powers included.
    #[must_use]
    pub fn pow10(power: i32) -> Self {
        let ten = BigInt::from(10).pow(power.unsigned_abs());
        let value = BigRational::from_integer(ten);
        Self::from_big(if power < 0 { value.recip() } else { value })
    }

    fn reduced(numerator: i128, denominator: i128) -> Self {
        let divisor = numerator.gcd(&denominator).max(1) * denominator.signum();
        let (n, d) = (numerator / divisor, denominator / divisor);
        match (i64::try_from(n), i64::try_from(d)) {
            (Ok(n), Ok(d)) => Self(Repr::Small(n, d)),
            _ => Self(Repr::Big(Box::new(BigRational::new(n.into(), d.into())))),
        }
    }

    fn from_big(value: BigRational) -> Self {
        match (value.numer().to_i64(), value.denom().to_i64()) {
            (Some(n), Some(d)) => Self(Repr::Small(n, d)),
            _ => Self(Repr::Big(Box::new(value))),
        }
    }

    fn to_big(&self) -> BigRational {
        match &self.0 {
            Repr::Small(n, d) => BigRational::new_raw((*n).into(), (*d).into()),
            Repr::Big(value) => (**value).clone(),
        }
    }

    /// Division; none by zero.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        if divisor.signum() == 0 {
            return None;
        }
        Some(match (&self.0, &divisor.0) {
            (Repr::Small(a, b), Repr::Small(c, d)) => {
                Self::reduced(i128::from(*a) * i128::from(*d), i128::from(*b) * i128::from(*c))
            }
            _ => Self::from_big(self.to_big() / divisor.to_big()),
        })
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        match &self.0 {
            Repr::Small(n, d) => Self(Repr::Small(n.div_floor(d), 1)),
            Repr::Big(value) => Self::from_big(value.floor()),
        }
    }

    /// The smallest whole number that is not below it.
    #[must_use]
    pub fn ceil(&self) -> Self {
        -(-self).floor()
    }

    /// It is a whole number.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Small(_, d) => *d == 1,
            Repr::Big(value) => value.is_integer(),
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
            Repr::Small(n, _) => n.signum() as i32,
            Repr::Big(value) => i32::from(value.is_positive()) - i32::from(value.is_negative()),
        }
    }

    /// The nearest floating point number, for the geometry of charts only.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        match &self.0 {
            Repr::Small(n, d) => *n as f64 / *d as f64,
            Repr::Big(value) => value.to_f64().unwrap_or(f64::NAN),
        }
    }

    /// A decimal of so many places, halves rounded away from zero.
    #[must_use]
    pub fn to_decimal(&self, places: u32) -> String {
        let scale = BigInt::from(10).pow(places);
        let scaled = (self.abs().to_big() * BigRational::from_integer(scale.clone())).round().to_integer();
        let (whole, fraction) = scaled.div_rem(&scale);
        let sign = if self.signum() < 0 && !scaled.is_zero() { "-" } else { "" };
        match places {
            0 => format!("{sign}{whole}"),
            _ => format!("{sign}{whole}.{:0>width$}", fraction.to_string(), width = places as usize),
        }
    }

    /// How many decimal places it takes to write it exactly; none where it never ends.
    #[must_use]
    pub fn decimal_places(&self) -> Option<u32> {
        let mut rest = self.to_big().denom().clone();
        let mut count = |prime: u32| {
            let mut times = 0;
            while (&rest % prime).is_zero() {
                rest /= prime;
                times += 1;
            }
            times
        };
        let places = count(2).max(count(5));
        (rest == BigInt::from(1)).then_some(places)
    }
}

impl Default for Rational {
    fn default() -> Self {
        Self(Repr::Small(0, 1))
    }
}

impl From<i64> for Rational {
    fn from(value: i64) -> Self {
        Self(Repr::Small(value, 1))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(a, b), Repr::Small(c, d)) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Neg for &Rational {
    type Output = Rational;
    fn neg(self) -> Rational {
        match &self.0 {
            Repr::Small(n, d) => Rational::reduced(-i128::from(*n), i128::from(*d)),
            Repr::Big(value) => Rational::from_big(-(**value).clone()),
        }
    }
}

impl Neg for Rational {
    type Output = Self;
    fn neg(self) -> Self {
        -&self
    }
}

macro_rules! arithmetic {
    ($trait:ident, $method:ident, |$a:ident, $b:ident, $c:ident, $d:ident| $small:expr) => {
        impl $trait<&Rational> for &Rational {
            type Output = Rational;
            fn $method(self, other: &Rational) -> Rational {
                if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
                    let ($a, $b, $c, $d) = (i128::from(*a), i128::from(*b), i128::from(*c), i128::from(*d));
                    if let Some((numerator, denominator)) = $small {
                        return Rational::reduced(numerator, denominator);
                    }
                }
                Rational::from_big(self.to_big().$method(other.to_big()))
            }
        }

        impl $trait for Rational {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                (&self).$method(&other)
            }
        }
    };
}

arithmetic!(Add, add, |a, b, c, d| (a * d).checked_add(c * b).map(|sum| (sum, b * d)));
arithmetic!(Sub, sub, |a, b, c, d| (a * d).checked_sub(c * b).map(|rest| (rest, b * d)));
arithmetic!(Mul, mul, |a, b, c, d| Some((a * c, b * d)));

impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.0, self.decimal_places()) {
            (Repr::Small(n, 1), _) => write!(f, "{n}"),
            (_, Some(places)) => f.write_str(&self.to_decimal(places)),
            (_, None) => {
                let value = self.to_big();
                write!(f, "{}/{}", value.numer(), value.denom())
            }
        }
    }
}

impl FromStr for Rational {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let parsed = match text.split_once('/') {
            Some((n, d)) => {
                Self::parse_decimal(n).zip(Self::parse_decimal(d)).and_then(|(n, d)| n.checked_div(&d))
            }
            None => Self::parse_decimal(text),
        };
        parsed.ok_or_else(|| format!("“{text}” is not a number"))
    }
}

impl TryFrom<String> for Rational {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Rational> for String {
    fn from(value: Rational) -> Self {
        value.to_string()
    }
}
