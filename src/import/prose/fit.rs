//! Whether what a text gives is what a measure wants.

use crate::model::{Measure, QuantityKind, StockOrFlow};
use crate::period::{PartialDate, ReferencePeriod, Timing};
use crate::quantity::{Form, Reading};

/// The phrase gives the kind of number that the measure is, in its unit.
pub(super) fn fits(measure: &Measure, reading: &Reading) -> bool {
    let Some(amount) = reading.amount() else { return false };
    match (measure.quantity, amount.form()) {
        (QuantityKind::Share, Form::Percent | Form::Proportion) | (QuantityKind::Change, Form::Change) => {
            true
        }
        (_, Form::Money(currency)) => measure.unit.eq_ignore_ascii_case(currency),
        (
            QuantityKind::Count | QuantityKind::Amount | QuantityKind::Ratio | QuantityKind::Rate,
            Form::Number,
        ) => reading.unit().is_some_and(|unit| is_unit(unit, &measure.unit)),
        _ => false,
    }
}

/// The heading of a column names the unit of the measure.
pub(super) fn is_headed(measure: &Measure, heading: &str) -> bool {
    let heading = heading.to_lowercase();
    match measure.quantity {
        QuantityKind::Share => heading.contains('%') || heading.contains("per cent"),
        _ if measure.unit == "GBP" => heading.contains('£'),
        _ => {
            let words: Vec<&str> =
                heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            (0..words.len())
                .any(|from| is_unit(&words.get(from..).unwrap_or_default().join(" "), &measure.unit))
        }
    }
}

/// The time that the words themselves name, where it is of the kind that the measure needs.
pub(super) fn named_time(measure: &Measure, reading: &Reading) -> Timing {
    let words = reading.period().unwrap_or_default();
    match measure.stock_or_flow {
        StockOrFlow::Stock => PartialDate::parse(words).map_or(Timing::NotStated, Timing::AsOf),
        StockOrFlow::Flow => ReferencePeriod::parse(words).map_or(Timing::NotStated, Timing::During),
    }
}

/// The unit in the words starts or ends with that of the measure, in the singular or plural.
fn is_unit(words: &str, unit: &str) -> bool {
    let plain = |word: &str| {
        let word = word.to_lowercase();
        let word = if word == "person" { "people".to_owned() } else { word };
        word.strip_suffix('s').map(str::to_owned).unwrap_or(word)
    };
    let unit: Vec<String> = unit.split_whitespace().map(plain).collect();
    let words: Vec<String> = words.split_whitespace().map(plain).collect();
    words.starts_with(&unit) || words.ends_with(&unit)
}
