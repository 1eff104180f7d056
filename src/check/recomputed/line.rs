//! A calculation with its numbers, for readers.

use super::super::words::{and, operand, typical_and_loosest};
use crate::model::{Asserted, Figure, FigureId, Source};
use crate::quantity::{Rational, print};
use crate::reconcile::{Calculation, Record, expression};

/// `1,204 + 877 = 2,081`.
pub(super) fn line(record: &Record, calculation: &Calculation<'_>) -> Option<String> {
    let left = expression(&calculation.asserted, |id| with_number(record, calculation, id))?;
    let right = match calculation.nominal() {
        Some(point) if point.is_integer() => print::number(&point),
        Some(point) => print::number_to(&point, 2),
        None => typical_and_loosest(&calculation.computed, calculation.kind),
    };
    Some(format!("{left} = {right}"))
}

fn with_number(record: &Record, calculation: &Calculation<'_>, id: &FigureId) -> String {
    let value = calculation.figures.iter().zip(&calculation.values).find(|(figure, _)| figure.id == *id);
    let number = value.and_then(|(_, value)| value.nominal.as_deref());
    operand(record, id, number)
}

/// What the result is, where it is worked out from earlier figures and gives what they come to, to its last digit:
/// `“around 820” is 53,298 divided by 65 to its last digit, so it is not independent evidence.`
pub(super) fn provenance(record: &Record, calculation: &Calculation<'_>) -> Option<String> {
    let result = calculation.result;
    if !record.independence().is_derived(result)
        || !calculation.figures.iter().all(|figure| is_no_later(record, figure, result))
        || !to_its_last_digit(calculation)?
    {
        return None;
    }
    let what = in_words(&calculation.asserted, |id| with_number(record, calculation, id))?;
    Some(format!("“{}” is {what} to its last digit, so it is not independent evidence.", result.reported))
}

/// What is said later cannot be what something was worked out from.
fn is_no_later(record: &Record, figure: &Figure, result: &Figure) -> bool {
    let date = |figure: &Figure| record.dataset().source(&figure.source).and_then(Source::public_date);
    match (date(figure), date(result)) {
        (Some(figure), Some(result)) => figure.earliest() <= result.latest(),
        _ => true,
    }
}

fn to_its_last_digit(calculation: &Calculation<'_>) -> Option<bool> {
    let stated = calculation.stated.nominal.as_deref()?;
    let written = stated.decimal_places()?.max(decimals_written(&calculation.result.reported));
    let off = (&calculation.nominal()? - stated).abs();
    let half = &Rational::pow10(-i32::try_from(written).ok()?) * &Rational::new(1, 2)?;
    Some(off <= half)
}

/// Two, of “15.00 per cent”: noughts at the end say how it was rounded.
fn decimals_written(reported: &str) -> u32 {
    let after = reported.split_once('.').map_or("", |(_, after)| after);
    let digits = after.chars().take_while(char::is_ascii_digit).count();
    u32::try_from(digits).unwrap_or_default()
}

fn in_words(asserted: &Asserted, number: impl Fn(&FigureId) -> String) -> Option<String> {
    Some(match asserted {
        Asserted::Sum { parts, .. } => format!("the sum of {}", and(parts.iter().map(number))),
        Asserted::Difference { from, less, .. } => format!("{} less {}", number(from), number(less)),
        Asserted::Ratio { numerator, denominator, .. } => {
            format!("{} divided by {}", number(numerator), number(denominator))
        }
        Asserted::Share { part: Some(part), whole, .. } => {
            format!("{} as a share of {}", number(part), number(whole))
        }
        Asserted::Multiple { base, factor: Some(factor), .. } => {
            format!("{} times {}", number(base), number(factor))
        }
        // What a change is worked out for is the later figure, and that is no quotient of the others.
        Asserted::Change { .. }
        | Asserted::PartOf { .. }
        | Asserted::Separate { .. }
        | Asserted::Share { part: None, .. }
        | Asserted::Complement { .. }
        | Asserted::Cumulative { .. }
        | Asserted::Multiple { factor: None, .. } => return None,
    })
}
