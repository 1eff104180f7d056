//! What a figure is of: figures that agree in all of it share a variable.

use super::super::{Lineage, Scale};
use crate::model::{Code, DimensionId, Extent, Figure, Measure};
use crate::period::Timing;
use crate::quantity::Form;
use std::collections::{BTreeMap, BTreeSet};

/// What a figure is of, within its measure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Quantity<'a> {
    /// Codes other than totals: the total of a dimension is the same as the dimension left out.
    pub(super) codes: BTreeMap<&'a DimensionId, &'a Code>,
    pub(super) timing: &'a Timing,
    pub(super) scope: Scope<'a>,
}

/// How an account words what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Scope<'a> {
    pub(super) scale: Scale,
    pub(super) currency: Option<&'a str>,
    pub(super) counted_as: Option<&'a str>,
    pub(super) includes: &'a BTreeSet<Code>,
    pub(super) breadth: Breadth,
}

/// Whether the account says that there is more beside what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Breadth {
    Part,
    Whole,
}

impl<'a> Quantity<'a> {
    /// What a figure is of. A figure that gives no value is of the measure itself.
    pub(super) fn of(figure: &'a Figure, measure: &'a Measure, lineage: &'a Lineage) -> Self {
        let form = figure.reading().amount().map_or(&Form::Number, |amount| amount.form());
        let is_total = |dimension: &DimensionId, code: &Code| {
            measure.dimensions.get(dimension).and_then(|d| d.total.as_ref()) == Some(code)
        };
        let codes = figure.key.dimensions.iter().filter(|(dimension, code)| !is_total(dimension, code));
        let wording = figure.wording();
        Self {
            codes: codes.collect(),
            timing: lineage.timing(figure),
            scope: Scope {
                scale: Scale::of(form, measure.quantity),
                currency: match form {
                    Form::Money(currency) => Some(currency),
                    _ => None,
                },
                counted_as: wording.counted_as.as_deref(),
                includes: &wording.includes,
                breadth: if wording.extent == Some(Extent::Part) { Breadth::Part } else { Breadth::Whole },
            },
        }
    }
}
