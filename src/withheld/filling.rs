//! Fillings: a whole number for every cell of a part, checked exactly and apart from how they were found.

use super::part::Part;
use super::puzzle::Row;

/// A number for each cell of a part, known to satisfy all its spans and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filling(Vec<i64>);

impl Filling {
    /// The filling, if it is one.
    pub(super) fn checked(part: &Part, values: Vec<i64>) -> Option<Self> {
        let fits = values.len() == part.spans.len()
            && part.spans.iter().zip(&values).all(|(span, value)| span.holds(*value))
            && part.rows.iter().all(|row| holds(row, &values));
        fits.then_some(Self(values))
    }

    pub(super) fn value(&self, place: usize) -> i64 {
        self.0.get(place).copied().unwrap_or_default()
    }

    /// The sum of some cells.
    pub(super) fn sum(&self, places: &[usize]) -> i64 {
        places.iter().map(|place| self.value(*place)).sum()
    }
}

fn holds(row: &Row, values: &[i64]) -> bool {
    let mut sum = 0_i128;
    for (cell, weight) in &row.terms {
        let Some(value) = values.get(cell.0) else { return false };
        sum += i128::from(*value) * i128::from(*weight);
    }
    row.least.is_none_or(|least| sum >= i128::from(least))
        && row.most.is_none_or(|most| sum <= i128::from(most))
}
