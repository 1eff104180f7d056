//! What a file holds for a number, and what it shows for it.

use super::cell::is_number;
use crate::quantity::Rational;

/// How what is shown stands to what is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// It is the same number.
    Exactly,
    /// It is the number, rounded to the digits that are shown.
    Rounded,
    /// It is something else: a dash, a number in thousands, a date.
    Otherwise,
}

/// So many digits of a number are meant: what is beyond them came of working in halves.
const MEANT: i32 = 14;

/// How words stand to a number.
pub(super) fn shown(words: &str, held: &str) -> Shown {
    let (Some((words, places)), Some((held, _))) = (number(words), number(held)) else {
        return Shown::Otherwise;
    };
    let gap = (&words - &held).abs();
    if gap <= held.abs() * Rational::pow10(-MEANT) {
        return Shown::Exactly;
    }
    let half = Rational::pow10(-places) * Rational::new(1, 2).unwrap_or_default();
    if gap <= half { Shown::Rounded } else { Shown::Otherwise }
}

/// A share as a percentage, with every digit.
pub(super) fn percent(held: &str) -> String {
    let hundred = Rational::from(100);
    number(held).map_or_else(|| held.to_owned(), |(share, _)| (share * hundred).to_string())
}

/// A printed number, and how many places it has behind the point. A percentage counts as its own number.
fn number(text: &str) -> Option<(Rational, i32)> {
    if !is_number(text) {
        return None;
    }
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | '-')).collect();
    let digits = if text.starts_with('−') { format!("-{digits}") } else { digits };
    let places = digits.split_once('.').map_or(0, |(_, part)| part.len());
    Some((Rational::parse_decimal(&digits)?, i32::try_from(places).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_the_number_or_it_rounded_or_something_else() {
        for (words, held, wanted) in [
            ("1,204", "1204", Shown::Exactly),
            ("£1,204.50", "1204.5", Shown::Exactly),
            ("0.3", "0.30000000000000004", Shown::Exactly),
            ("12.3%", "12.3%", Shown::Exactly),
            ("12%", "12.3%", Shown::Rounded),
            ("1,204", "1203.7", Shown::Rounded),
            ("−5", "-5", Shown::Exactly),
            ("1", "1203.7", Shown::Otherwise),
            ("-", "0", Shown::Otherwise),
            ("Nov-23", "45231", Shown::Otherwise),
        ] {
            assert_eq!(shown(words, held), wanted, "{words} {held}");
        }
        assert_eq!(percent("0.123"), "12.3");
    }

    proptest::proptest! {
        #[test]
        fn a_share_keeps_its_digits(digits in "0\\.[0-9]{1,14}[1-9]") {
            let back = Rational::parse_decimal(&percent(&digits)).map(|hundredfold| hundredfold * Rational::new(1, 100).unwrap_or_default());
            proptest::prop_assert_eq!(back, Rational::parse_decimal(&digits));
        }
    }
}
