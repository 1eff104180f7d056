//! A calculation with its numbers, for readers.

use super::super::words::{operand, typical_and_loosest};
use crate::model::FigureId;
use crate::quantity::print;
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
