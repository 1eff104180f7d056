//! Numbers for readers: commas in thousands, a true minus sign, intervals in words.

use super::{End, Interval, Rational};

/// A number as exactly as a reader needs it: whole or with its own decimals, cut where they never end.
#[must_use]
pub fn number(value: &Rational) -> String {
    let exact = value.decimal_places().filter(|places| *places <= 6);
    number_to(value, exact.unwrap_or(if value.abs() < Rational::from(10) { 4 } else { 2 }))
}

/// A number with so many decimals, halves rounded away from zero.
#[must_use]
pub fn number_to(value: &Rational, decimals: u32) -> String {
    let plain = value.to_decimal(decimals);
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, ""), |(whole, rest)| (whole, rest));
    let mut grouped = String::with_capacity(whole.len() + whole.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{fraction}") }
}

/// An interval in words: `65`, `795 to 846`, `more than 53,000`, `fewer than 5`, `at least 10`.
#[must_use]
pub fn interval_words(interval: &Interval) -> String {
    if let Some(point) = interval.as_point() {
        return number(point);
    }
    match (interval.lo(), interval.hi()) {
        (End::Unbounded, End::Unbounded) => "any number".to_owned(),
        (End::Open(lo), End::Unbounded) => format!("more than {}", number(lo)),
        (End::Closed(lo), End::Unbounded) => format!("{} or more", number(lo)),
        (End::Unbounded, End::Open(hi)) => format!("less than {}", number(hi)),
        (End::Unbounded, End::Closed(hi)) => format!("{} or less", number(hi)),
        (End::Closed(lo), End::Open(hi)) if lo.signum() == 0 => {
            format!("{} than {}", if hi.is_integer() { "fewer" } else { "less" }, number(hi))
        }
        (lo, hi) => bounded(lo, hi),
    }
}

/// The ends to three digits or to whole units, whichever is finer: nobody reports 795.49 people each.
#[must_use]
pub fn to_three_digits(interval: &Interval) -> Interval {
    let end = |end: &End| match end {
        End::Unbounded => End::Unbounded,
        End::Open(value) => End::Open(three_digits(value)),
        End::Closed(value) => End::Closed(three_digits(value)),
    };
    Interval::new(end(interval.lo()), end(interval.hi())).unwrap_or_else(|| interval.clone())
}

fn three_digits(value: &Rational) -> Rational {
    let size = value.abs();
    let places = [(100, 0), (10, 1), (1, 2)].into_iter().find(|(least, _)| size >= Rational::from(*least));
    let places = places.map_or(4, |(_, places)| places);
    Rational::parse_decimal(&value.to_decimal(places)).unwrap_or_else(|| value.clone())
}

fn bounded(lo: &End, hi: &End) -> String {
    let text = |end: &End| end.value().map(number).unwrap_or_default();
    let (low, high) = (text(lo), text(hi));
    match (lo.is_closed(), hi.is_closed()) {
        (true, true) => format!("{low} to {high}"),
        (true, false) => format!("{low} to just under {high}"),
        (false, true) => format!("just over {low} to {high}"),
        (false, false) => format!("between {low} and {high}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_says_which_of_its_ends_belong_to_it() {
        let (a, b) = (Rational::from(2_500), Rational::from(2_600));
        for (lo, hi, words) in [
            (End::Closed(a.clone()), End::Closed(b.clone()), "2,500 to 2,600"),
            (End::Open(a.clone()), End::Closed(b.clone()), "just over 2,500 to 2,600"),
            (End::Closed(a.clone()), End::Open(b.clone()), "2,500 to just under 2,600"),
            (End::Open(a.clone()), End::Unbounded, "more than 2,500"),
            (End::Closed(a.clone()), End::Unbounded, "2,500 or more"),
            (End::Unbounded, End::Open(b.clone()), "less than 2,600"),
            (End::Closed(Rational::from(0)), End::Open(Rational::from(5)), "fewer than 5"),
            (End::Closed(a.clone()), End::Closed(a), "2,500"),
        ] {
            assert_eq!(interval_words(&Interval::new(lo, hi).unwrap()), words);
        }
    }

    #[test]
    fn numbers_have_commas_and_a_true_minus() {
        assert_eq!(number(&Rational::from(53_298)), "53,298");
        assert_eq!(number(&Rational::from(-1_000)), "−1,000");
        assert_eq!(number(&Rational::new(7, 2).unwrap()), "3.5");
        assert_eq!(number(&Rational::new(53_298, 65).unwrap()), "819.97");
        assert_eq!(number(&Rational::new(2, 3).unwrap()), "0.6667");
        assert_eq!(number_to(&Rational::new(1, 2).unwrap(), 0), "1");
    }
}
