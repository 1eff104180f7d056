//! A power of ten, another magnitude word, or the figure of a shorter period.

use super::candidate::Candidate;
use super::claim::Claim;
use crate::finding::{CauseCode, Verdict};
use crate::quantity::{Rational, print};

pub(super) fn candidate(claim: &Claim<'_>) -> Option<Candidate> {
    power_of_ten(claim).or_else(|| per_period(claim))
}

/// The ratio lies within 2% of a power of ten. Different words for the size are a slip of the unit.
fn power_of_ten(claim: &Claim<'_>) -> Option<Candidate> {
    let (x, y) = claim.numbers()?;
    let power = [1, 2, 3, 6].into_iter().find(|power| is_about(x, y, &Rational::pow10(*power)))?;
    let times = times(x, y, &Rational::pow10(power));
    let words = (magnitude_word(&claim.figure.reported), claim.other.and_then(magnitude_word));
    Some(match words {
        (Some(one), Some(other)) if one != other => Candidate::new(
            CauseCode::UnitSlip,
            Verdict::Consistent,
            format!("{times}: one is in {one}s, the other in {other}s"),
        ),
        _ if power >= 3 => Candidate::new(CauseCode::FactorOf1000, Verdict::Consistent, times),
        _ => Candidate::new(CauseCode::FactorOf10, Verdict::Consistent, times),
    })
}

/// The figure of a year beside that of a month, a week or a day.
fn per_period(claim: &Claim<'_>) -> Option<Candidate> {
    let (x, y) = claim.numbers()?;
    let periods = [(12, "month"), (52, "week"), (365, "day")];
    let (count, period) = periods.into_iter().find(|(count, _)| is_about(x, y, &Rational::from(*count)))?;
    let times = times(x, y, &Rational::from(count));
    let words = format!("{times}, as a year is of a {period}");
    Some(Candidate::new(CauseCode::UnitSlip, Verdict::ConsistentAfterRounding, words))
}

fn is_about(x: &Rational, y: &Rational, factor: &Rational) -> bool {
    let (low, high) = ordered(x, y);
    x.signum() == y.signum()
        && high.checked_div(low).is_some_and(|ratio| {
            let off = (&ratio - factor).abs();
            &(&off * &Rational::from(50)) <= factor
        })
}

fn times(x: &Rational, y: &Rational, factor: &Rational) -> String {
    let (low, high) = ordered(x, y);
    let exact = &(low * factor) == high;
    let about = if exact { "" } else { "about " };
    format!("{} is {about}{} times {}", print::number(high), print::number(factor), print::number(low))
}

fn ordered<'a>(x: &'a Rational, y: &'a Rational) -> (&'a Rational, &'a Rational) {
    if x.abs() <= y.abs() { (x, y) } else { (y, x) }
}

/// The word for the size of a number, such as “million”.
pub(in crate::reconcile) fn magnitude_word(reported: &str) -> Option<&'static str> {
    let lower = reported.to_lowercase();
    let letters = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    letters.into_iter().find_map(|word| match word {
        "hundred" => Some("hundred"),
        "thousand" | "k" => Some("thousand"),
        "million" | "m" | "mn" => Some("million"),
        "billion" | "bn" => Some("billion"),
        "trillion" | "tn" => Some("trillion"),
        _ => None,
    })
}
