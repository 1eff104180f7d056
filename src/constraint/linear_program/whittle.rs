//! From a floating-point number to the simplest fraction near it, by its continued fraction.

use crate::quantity::Rational;

/// The largest numerator and denominator: within them, a product with a machine word is still exact and quick.
const LARGEST: f64 = 1e15;

/// The first convergent as near as asked; zero for what is no further from zero than `noise`.
pub(super) fn simplest(value: f64, near: f64, noise: f64) -> Rational {
    if !value.is_finite() || value.abs() <= noise || value.abs() >= LARGEST {
        return Rational::default();
    }
    // The convergents p/q, kept as floats that hold integers exactly.
    let ((mut p0, mut q0), (mut p1, mut q1)) = ((0.0, 1.0), (1.0, 0.0));
    let mut rest = value;
    for _ in 0..64 {
        let whole = rest.floor();
        let (p2, q2): (f64, f64) = (whole * p1 + p0, whole * q1 + q0);
        if p2.abs() > LARGEST || q2 > LARGEST {
            break;
        }
        ((p0, q0), (p1, q1)) = ((p1, q1), (p2, q2));
        if (p1 / q1 - value).abs() <= near || rest - whole <= f64::EPSILON {
            break;
        }
        rest = (rest - whole).recip();
    }
    Rational::new(integer(p1), integer(q1)).unwrap_or_default()
}

#[expect(clippy::cast_possible_truncation, reason = "it holds an integer below 10^15")]
fn integer(value: f64) -> i64 {
    value as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_simplest_fraction_near_a_float_is_the_one_that_was_meant() {
        for (num, den) in [(1, 3), (-2, 7), (846, 1), (53_298, 65), (0, 1), (-1, 1), (9_007, 10_000)] {
            let meant = Rational::new(num, den).unwrap();
            let float = meant.to_f64() * (1.0 + 1e-13);
            assert_eq!(simplest(float, float.abs() * 1e-10, 0.0), meant);
        }
    }

    #[test]
    fn what_is_not_a_number_worth_having_is_zero() {
        for float in [f64::NAN, f64::INFINITY, 1e300, 1e-14] {
            assert_eq!(simplest(float, 1e-9, 1e-12), Rational::default());
        }
    }
}
