//! The codes of a dimension and their total.

use super::super::Scale;
use super::Tie;
use super::build::{Builder, Variables, adds_up, is_never_negative};
use super::quantity::Quantity;
use crate::constraint::{Doubt, Variable};
use crate::model::{Code, Dimension, DimensionId, Measure};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn add(builder: &mut Builder<'_>, measure: &Measure, variables: &Variables<'_>) {
    for (id, dimension) in &measure.dimensions {
        for (whole, cells) in breakdowns(id, variables) {
            if let Some(total) = variables.get(&whole) {
                tie(builder, measure, dimension, *total, &cells);
            }
        }
    }
}

/// The cells of a dimension, by what they are of with the dimension left out.
fn breakdowns<'a>(
    id: &DimensionId,
    variables: &Variables<'a>,
) -> BTreeMap<Quantity<'a>, BTreeMap<&'a Code, Variable>> {
    let mut breakdowns: BTreeMap<Quantity<'a>, BTreeMap<&'a Code, Variable>> = BTreeMap::new();
    for (quantity, variable) in variables {
        if quantity.scope.scale != Scale::OfTheMeasure {
            continue;
        }
        if let Some(code) = quantity.codes.get(id) {
            let mut whole = quantity.clone();
            whole.codes.remove(id);
            breakdowns.entry(whole).or_default().insert(code, *variable);
        }
    }
    breakdowns
}

/// Only where the publisher declares a total do the codes make it up. A cell is never more than the whole: but where no
/// total is declared, that the whole covers the cell is our inference.
fn tie(
    builder: &mut Builder<'_>,
    measure: &Measure,
    dimension: &Dimension,
    total: Variable,
    cells: &BTreeMap<&Code, Variable>,
) {
    let parts: Vec<Variable> = cells.values().copied().collect();
    let declared = dimension.total.is_some();
    if declared && adds_up(measure) {
        let codes: BTreeSet<&Code> =
            dimension.codes.keys().filter(|code| Some(*code) != dimension.total.as_ref()).collect();
        if codes.iter().all(|code| cells.contains_key(*code)) {
            return builder.tie(Tie::Codes, total, &parts, Doubt::Never);
        }
        if is_never_negative(measure) {
            builder.tie(Tie::WithinTotal, total, &parts, Doubt::Never);
        }
        return;
    }
    if is_never_negative(measure) {
        let doubt = if declared { Doubt::Never } else { Doubt::Weighs(1) };
        for part in parts {
            builder.tie(Tie::WithinTotal, total, &[part], doubt);
        }
    }
}
