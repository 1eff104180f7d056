//! Where an operand repeats a hedged figure, the hedge belongs to the result too.

use super::super::words::{accounts, typical_and_loosest};
use crate::finding::Finding;
use crate::model::Figure;
use crate::reconcile::{Calculation, Operands, Record, Value, implied};

pub(super) fn add_wider_reading(record: &Record, finding: &mut Finding, calculation: &Calculation<'_>) {
    let figures = &calculation.figures;
    let roots: Vec<&Figure> = figures.iter().map(|figure| record.root(figure)).collect();
    let hedged: Vec<&Figure> = roots
        .iter()
        .zip(figures)
        .filter(|(root, figure)| root.id != figure.id)
        .map(|(root, _)| *root)
        .filter(|root| root.reading().amount().is_some_and(|amount| amount.hedge().is_hedged()))
        .collect();
    if hedged.is_empty() {
        return;
    }
    let wide: Option<Vec<Value<'_>>> = roots.iter().map(|root| record.value(root)).collect();
    let Some(wide) = wide else { return };
    let operands: Operands<'_> =
        figures.iter().map(|figure| &figure.id).zip(wide.iter().map(|value| &*value.cuts)).collect();
    if let Some(computed) = implied(&calculation.asserted, &operands) {
        let origin = accounts(record.dataset(), hedged);
        let range = typical_and_loosest(&computed, calculation.kind);
        finding.message.push_str(&format!(" With {origin}, the range is {range}."));
        finding.arithmetic.push(format!("with {origin}: {range}"));
    }
}
