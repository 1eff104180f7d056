//! The figures that responsible bodies published themselves, found by what they are about and when.

use super::Lineage;
use super::standing::{Status, first_status, responsible_body};
use crate::model::{Code, Dataset, DimensionId, Figure, MeasureId};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Each figure that states a value for a stated time, by measure, breakdown, first and last day.
#[derive(Debug)]
pub(super) struct Published<'a> {
    lineage: &'a Lineage,
    figures: BTreeMap<Key<'a>, Vec<&'a Figure>>,
}

type Key<'a> = (&'a MeasureId, &'a BTreeMap<DimensionId, Code>, Date, Date);

impl<'a> Published<'a> {
    pub(super) fn of(dataset: &'a Dataset, lineage: &'a Lineage) -> Self {
        let mut figures: BTreeMap<Key<'a>, Vec<&Figure>> = BTreeMap::new();
        for figure in dataset.figures() {
            let states_a_value = figure.reading().amount().is_some() && figure.basis.states_a_fact();
            let own = first_status(dataset, figure, responsible_body(dataset, figure)) == Status::Confirmed;
            if let Some(key) = key(lineage, figure).filter(|_| states_a_value && own) {
                figures.entry(key).or_default().push(figure);
            }
        }
        Self { lineage, figures }
    }

    /// Those for the same thing and the same time as a figure, in the order of the dataset.
    pub(super) fn beside(&self, figure: &'a Figure) -> &[&'a Figure] {
        let alike = key(self.lineage, figure).and_then(|key| self.figures.get(&key));
        alike.map(Vec::as_slice).unwrap_or_default()
    }
}

fn key<'a>(lineage: &'a Lineage, figure: &'a Figure) -> Option<Key<'a>> {
    let timing = lineage.timing(figure);
    let (from, to) = timing.earliest().zip(timing.latest())?;
    Some((&figure.key.measure, &figure.key.dimensions, from, to))
}
