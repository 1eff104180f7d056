//! What the roundness of a number says of how it is meant: 60,000 is said in steps of 10,000, 53,298 in ones.
//!
//! After Krifka and Solt (round numbers are read on a coarser scale) and Jansen and Pollmann (which numbers count
//! as round). The ladder of steps is 1 and 5 times the powers of ten.

use super::super::{Granularity, HedgeWidths, Rational};
use super::numeral::Numeral;

/// The steps on which a number is read: the largest of the ladder that divides it and is at most a sixth of it,
/// and the next smaller.
pub(super) fn granularity(number: &Numeral) -> Granularity {
    let most = number.value.abs() * Rational::new(1, 6).unwrap_or_default();
    let (one, five) = (Rational::from(1), Rational::from(5));
    let mut fits: Vec<Rational> = Vec::new();
    let mut power = number.step.clone();
    'ladder: loop {
        for digit in [&one, &five] {
            let step = &power * digit;
            let divides = number.value.checked_div(&step).is_some_and(|times| times.is_integer());
            if step > most || !divides {
                break 'ladder;
            }
            fits.push(step);
        }
        power = power * Rational::from(10);
    }
    let coarse = fits.pop().unwrap_or_else(|| number.step.clone());
    let fine = fits.pop().unwrap_or_else(|| coarse.clone());
    Granularity { coarse, fine }
}

/// Whether a bare number in prose is read as round: one or two significant digits, and large enough for that.
pub(super) fn is_round(number: &Numeral, widths: &HedgeWidths) -> bool {
    let value = number.value.abs();
    if !value.is_integer() || number.step < Rational::from(1) {
        return false;
    }
    let digits = value.to_string();
    let significant = digits.trim_end_matches('0').len();
    (significant <= 2 && value >= widths.round_from)
        || (significant == 1 && value >= widths.round_single_from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str, step: &str) -> Numeral {
        let step = step.parse().unwrap();
        Numeral { value: text.parse().unwrap(), step, ..Numeral::whole(0) }
    }

    #[test]
    fn the_steps_of_a_number_follow_its_zeros() {
        for (value, step, coarse, fine) in [
            ("60000", "1", "10000", "5000"),
            ("50000", "1", "5000", "1000"),
            ("53000", "1", "1000", "500"),
            ("6500", "1", "500", "100"),
            ("820", "1", "10", "5"),
            ("65", "1", "5", "1"),
            ("736", "1", "1", "1"),
            ("53298", "1", "1", "1"),
            ("1200000", "100000", "100000", "100000"),
            ("3", "1", "1", "1"),
            ("0", "1", "1", "1"),
            ("2.5", "0.1", "0.1", "0.1"),
            ("-60000", "1", "10000", "5000"),
        ] {
            let steps = granularity(&number(value, step));
            assert_eq!(
                (steps.coarse.to_string(), steps.fine.to_string()),
                (coarse.into(), fine.into()),
                "{value}"
            );
        }
    }

    #[test]
    fn only_numbers_with_few_digits_and_many_zeros_are_round() {
        let widths = HedgeWidths::default();
        for (value, round) in [
            ("820", true),
            ("6500", true),
            ("53000", true),
            ("60", true),
            ("100", true),
            ("65", false),
            ("10", false),
            ("736", false),
            ("1240", false),
            ("53298", false),
        ] {
            assert_eq!(is_round(&number(value, "1"), &widths), round, "{value}");
        }
    }
}
