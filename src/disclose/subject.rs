//! What a count is of, apart from who reported it and in which edition.

use crate::model::{Code, DimensionId, Extent, Figure, Measure, MeasureId};
use crate::period::Timing;
use std::collections::{BTreeMap, BTreeSet};

/// The identity of a cell: its breakdown, time and scope, never its place in a table (spec B2). A changed wording of
/// the definition does not make another cell of it: an attacker would not be put off either.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Subject {
    pub(super) measure: MeasureId,
    /// Codes other than totals.
    pub(super) codes: BTreeMap<DimensionId, Code>,
    pub(super) timing: Timing,
    counted_as: Option<String>,
    includes: BTreeSet<Code>,
    extent: Option<Extent>,
}

impl Subject {
    pub(super) fn of(figure: &Figure, measure: &Measure) -> Self {
        let is_total = |dimension: &DimensionId, code: &Code| {
            measure.dimensions.get(dimension).and_then(|d| d.total.as_ref()) == Some(code)
        };
        let codes = figure.key.dimensions.iter().filter(|(dimension, code)| !is_total(dimension, code));
        let wording = figure.wording();
        Self {
            measure: figure.key.measure.clone(),
            codes: codes.map(|(dimension, code)| (dimension.clone(), code.clone())).collect(),
            timing: figure.key.timing.clone(),
            counted_as: wording.counted_as.clone(),
            includes: wording.includes.clone(),
            extent: wording.extent,
        }
    }

    /// It is a part by every dimension that the measure has, and so no total of anything.
    pub(super) fn is_inner(&self, measure: &Measure) -> bool {
        measure.dimensions.keys().all(|dimension| self.codes.contains_key(dimension))
    }
}
