//! What drafts are made from: the record, the policy on small counts, and look-ups made once.

use crate::model::{
    Asserted, Disclosure, Figure, FigureId, Measure, MeasureId, Position, QuantityKind, Relation,
};
use crate::quantity::{Interval, NoValue, Rational};
use crate::reconcile::Record;
use std::collections::BTreeMap;

/// The record with its look-ups.
pub(super) struct Ground<'a> {
    pub(super) record: &'a Record,
    policy: &'a Disclosure,
    positions: BTreeMap<&'a MeasureId, Vec<&'a Position>>,
    changes: BTreeMap<&'a FigureId, &'a Relation>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(record: &'a Record, policy: &'a Disclosure) -> Self {
        let dataset = record.dataset();
        let mut positions: BTreeMap<&MeasureId, Vec<&Position>> = BTreeMap::new();
        for position in dataset.positions() {
            let of_figures = position.on.iter().filter_map(|id| dataset.figure(id)).map(|f| &f.key.measure);
            for measure in position.measures.iter().chain(of_figures) {
                let taken = positions.entry(measure).or_default();
                if taken.last().is_none_or(|last| last.id != position.id) {
                    taken.push(position);
                }
            }
        }
        let mut changes = BTreeMap::new();
        for relation in dataset.relations() {
            if let Asserted::Change { change, .. } = &relation.asserted {
                changes.insert(change, relation);
            }
        }
        Self { record, policy, positions, changes }
    }

    /// What has been said of a measure or of its figures.
    pub(super) fn positions_on(&self, measure: &MeasureId) -> &[&'a Position] {
        self.positions.get(measure).map(Vec::as_slice).unwrap_or_default()
    }

    /// The later and the earlier figure of a change, where the figure is one.
    pub(super) fn change(&self, figure: &FigureId) -> Option<(&'a Figure, Option<&'a Figure>)> {
        let Asserted::Change { new, old, .. } = &self.changes.get(figure)?.asserted else { return None };
        let figure = |id| self.record.figure(id);
        Some((figure(new)?, old.as_ref().and_then(figure)))
    }

    /// Counts below this are small.
    pub(super) fn threshold(&self, measure: &Measure) -> u32 {
        self.policy.threshold.max(measure.threshold.unwrap_or_default())
    }

    /// A figure that was withheld, or that is or may be a small count: nothing is worked out from it.
    pub(super) fn is_guarded(&self, figure: &Figure) -> bool {
        if figure.reading().no_value() == Some(&NoValue::Suppressed) {
            return true;
        }
        let Some(measure) = self.record.dataset().measure(&figure.key.measure) else { return false };
        let Some(amount) = figure.reading().amount().filter(|_| measure.quantity == QuantityKind::Count)
        else {
            return false;
        };
        let threshold = Rational::from(i64::from(self.threshold(measure)));
        let support = amount.cuts().support();
        let zero = support.as_point().is_some_and(|value| value.signum() == 0);
        !zero && support.hi().value().is_some_and(|hi| *hi <= threshold)
    }

    /// A count of which an interval leaves small values only.
    pub(super) fn is_small(&self, figure: &Figure, interval: &Interval) -> bool {
        let Some(measure) = self.record.dataset().measure(&figure.key.measure) else { return false };
        let threshold = Rational::from(i64::from(self.threshold(measure)));
        let counts = measure.quantity == QuantityKind::Count;
        let below = interval.hi().value().is_some_and(|hi| *hi <= threshold);
        (counts && below) || self.record.can_only_be_small(figure, interval)
    }

    /// The parts of the breakdown that the figure is for: "the north, walking"; empty for the whole.
    pub(super) fn labels(&self, figure: &Figure) -> String {
        let Some(measure) = self.record.dataset().measure(&figure.key.measure) else { return String::new() };
        let labels = figure.key.dimensions.iter().filter_map(|(id, code)| {
            let dimension = measure.dimensions.get(id).filter(|one| one.total.as_ref() != Some(code))?;
            Some(dimension.codes.get(code).map_or(code.as_str(), String::as_str))
        });
        labels.collect::<Vec<_>>().join(", ")
    }
}
