//! Arithmetic on rationals, by value and by reference.

use super::Rational;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

fn add(x: &Rational, y: &Rational) -> Rational {
    match x.small_pair(y) {
        // Each product is below 2^126, so neither the sum nor the denominator overflows.
        Some([a, b, c, d]) => Rational::from_wide(a * d + c * b, b * d),
        None => Rational::from_big(x.to_big() + y.to_big()),
    }
}

fn sub(x: &Rational, y: &Rational) -> Rational {
    match x.small_pair(y) {
        Some([a, b, c, d]) => Rational::from_wide(a * d - c * b, b * d),
        None => Rational::from_big(x.to_big() - y.to_big()),
    }
}

fn mul(x: &Rational, y: &Rational) -> Rational {
    match x.small_pair(y) {
        Some([a, b, c, d]) => Rational::from_wide(a * c, b * d),
        None => Rational::from_big(x.to_big() * y.to_big()),
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident) => {
        impl $trait<&Rational> for &Rational {
            type Output = Rational;
            fn $method(self, other: &Rational) -> Rational {
                $method(self, other)
            }
        }
        impl $trait<Rational> for &Rational {
            type Output = Rational;
            fn $method(self, other: Rational) -> Rational {
                $method(self, &other)
            }
        }
        impl $trait<&Rational> for Rational {
            type Output = Rational;
            fn $method(self, other: &Rational) -> Rational {
                $method(&self, other)
            }
        }
        impl $trait<Rational> for Rational {
            type Output = Rational;
            fn $method(self, other: Rational) -> Rational {
                $method(&self, &other)
            }
        }
    };
}

operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);

impl Neg for &Rational {
    type Output = Rational;
    fn neg(self) -> Rational {
        sub(&Rational::default(), self)
    }
}

impl Neg for Rational {
    type Output = Rational;
    fn neg(self) -> Rational {
        -&self
    }
}

impl Sum for Rational {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::default(), |sum, number| sum + number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_rational::BigRational;
    use proptest::prelude::*;

    /// Small numbers, numbers at the edge of a machine word, and numbers beyond it.
    fn number() -> impl Strategy<Value = Rational> {
        let ends = prop_oneof![-100_i64..100, any::<i64>(), Just(i64::MIN), Just(i64::MAX)];
        (ends.clone(), ends, 0..3_u8).prop_map(|(num, den, times)| {
            let base = Rational::new(num, if den == 0 { 1 } else { den }).unwrap();
            (0..times).fold(base, |value, _| &value * &value)
        })
    }

    fn is_canonical(x: &Rational) -> bool {
        *x == Rational::from_big(x.to_big().reduced())
    }

    proptest! {
        #[test]
        fn arithmetic_is_that_of_big_rationals(x in number(), y in number()) {
            let (a, b): (BigRational, BigRational) = (x.to_big(), y.to_big());
            prop_assert_eq!((&x + &y).to_big(), &a + &b);
            prop_assert_eq!((&x - &y).to_big(), &a - &b);
            prop_assert_eq!((&x * &y).to_big(), &a * &b);
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
            prop_assert_eq!(x.floor().to_big(), a.floor());
            prop_assert_eq!(x.ceil().to_big(), a.ceil());
            match x.checked_div(&y) {
                Some(quotient) => prop_assert_eq!(quotient.to_big(), a / b),
                None => prop_assert_eq!(y.signum(), 0),
            }
        }

        #[test]
        fn results_are_canonical_so_that_equality_is_exact(x in number(), y in number()) {
            for z in [&x + &y, &x - &y, &x * &y, -&x, x.floor(), x.abs()] {
                prop_assert!(is_canonical(&z), "{z:?}");
            }
            prop_assert_eq!(&(&x + &y) - &y, x);
        }

        #[test]
        fn what_is_printed_is_read_back(x in number()) {
            prop_assert_eq!(x.to_string().parse::<Rational>().unwrap(), x);
        }
    }
}
