//! The way from one figure to another as CSV.

use super::column::{Cell, Datatype};
use super::csv_file::{CsvFile, in_memory};
use crate::quantity::Rational;

/// A row of the way: a figure, a step, or what is left.
#[derive(Debug, Clone)]
pub struct BridgeRow {
    /// "From", the reason of a step, "Not accounted for", "To".
    pub step: String,
    /// The figure, or the amount with its sign.
    pub amount: Rational,
    /// The words as they were reported; empty for what is no figure.
    pub reported: String,
    /// Who reported it; empty for what is no figure.
    pub source: String,
}

/// The rows as a CSV file. The columns: `step`, `amount`, `reported`, `source`.
#[must_use]
pub fn bridge_csv(rows: &[BridgeRow]) -> Vec<u8> {
    in_memory(|out| {
        let mut file = CsvFile::new(out);
        file.header(["step", "amount", "reported", "source"])?;
        for row in rows {
            file.cell(Datatype::Text, &Cell::Text(row.step.as_str().into()))?;
            file.cell(Datatype::Number, &Cell::Number(row.amount.clone()))?;
            file.cell(Datatype::Text, &Cell::Text(row.reported.as_str().into()))?;
            file.cell(Datatype::Text, &Cell::Text(row.source.as_str().into()))?;
            file.end_row()?;
        }
        file.finish()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_a_spreadsheet_would_run_is_guarded_and_a_number_with_a_sign_is_not() {
        let row = |step: &str, amount: i64, reported: &str| BridgeRow {
            step: step.to_owned(),
            amount: Rational::from(amount),
            reported: reported.to_owned(),
            source: "=HYPERLINK(1)".to_owned(),
        };
        let csv = bridge_csv(&[row("From", 65, "c. 65"), row("Revision", -5, "")]);
        let text = String::from_utf8(csv).unwrap();
        assert_eq!(
            text,
            "step,amount,reported,source\nFrom,65,c. 65,'=HYPERLINK(1)\nRevision,-5,,'=HYPERLINK(1)\n"
        );
    }
}
