//! Slips that turn one number into another: a factor of ten, exchanged digits, one digit wrong.

use crate::finding::{Cause, CauseCode};
use crate::quantity::{Rational, print};

/// The slips that would explain why two exact numbers differ, likeliest first.
#[must_use]
pub fn slips(a: &Rational, b: &Rational) -> Vec<Cause> {
    [factor(a, b), transposed(a, b), mistyped(a, b)].into_iter().flatten().collect()
}

/// The ratio lies within 2% of a power of ten.
fn factor(a: &Rational, b: &Rational) -> Option<Cause> {
    let (low, high) = if a.abs() <= b.abs() { (a, b) } else { (b, a) };
    let ratio = high.checked_div(low)?;
    let power = [1, 2, 3, 6].into_iter().find(|power| {
        let ten = Rational::pow10(*power);
        let off = (&ratio - &ten).abs();
        &off * &Rational::from(50) <= ten
    })?;
    let code = if power >= 3 { CauseCode::FactorOf1000 } else { CauseCode::FactorOf10 };
    let words = format!(
        "{} is about {} times {}",
        print::number(high),
        print::number(&Rational::pow10(power)),
        print::number(low)
    );
    Some(Cause::new(code, words))
}

/// Two neighbouring digits changed places, which always makes a difference divisible by nine.
fn transposed(a: &Rational, b: &Rational) -> Option<Cause> {
    let (x, y) = (digits(a)?, digits(b)?);
    let same_length = x.len() == y.len();
    let swapped = same_length && strsim::osa_distance(&x, &y) == 1 && strsim::hamming(&x, &y) == Ok(2);
    swapped.then(|| {
        let words = format!("{} and {} differ in two exchanged digits", print::number(a), print::number(b));
        Cause::new(CauseCode::DigitTransposition, words)
    })
}

/// One digit was replaced, dropped or doubled. Numbers of one digit would always pass, so they are left out.
fn mistyped(a: &Rational, b: &Rational) -> Option<Cause> {
    let (x, y) = (digits(a)?, digits(b)?);
    let long_enough = x.len().min(y.len()) >= 3;
    (long_enough && strsim::levenshtein(&x, &y) == 1).then(|| {
        let words = format!("{} and {} differ in one digit", print::number(a), print::number(b));
        Cause::new(CauseCode::DigitTypo, words)
    })
}

fn digits(value: &Rational) -> Option<String> {
    value.is_integer().then(|| value.abs().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn causes(a: i64, b: i64) -> Vec<CauseCode> {
        slips(&Rational::from(a), &Rational::from(b)).into_iter().map(|cause| cause.cause).collect()
    }

    #[test]
    fn exchanged_digits_are_named() {
        assert_eq!(causes(2_081, 2_801), [CauseCode::DigitTransposition]);
    }

    #[test]
    fn a_factor_of_ten_is_named_even_when_the_rest_is_rounded() {
        assert_eq!(causes(820, 8_200), [CauseCode::FactorOf10, CauseCode::DigitTypo]);
        assert_eq!(causes(1_200, 1_200_000), [CauseCode::FactorOf1000]);
    }

    #[test]
    fn unlike_numbers_have_no_slip_between_them() {
        assert_eq!(causes(53_298, 59_871), []);
        assert_eq!(causes(3, 4), []);
    }
}
