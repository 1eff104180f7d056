//! Which figure repeats which: three papers quoting one leak are one origin.

use crate::model::{Dataset, Figure, FigureId, Source, SourceId};
use crate::period::{Timing, TimingMatch};
use std::collections::{BTreeMap, BTreeSet};

/// For each figure that repeats another, the figure it repeats.
#[derive(Debug, Clone, Default)]
pub struct Lineage {
    origin: BTreeMap<FigureId, FigureId>,
    inherited_timing: BTreeMap<FigureId, Timing>,
}

impl Lineage {
    /// Works out the lineage of every figure from what its source says it repeats.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let mut lineage = Self::default();
        for figure in dataset.figures() {
            let Some(source) = dataset.source(&figure.source) else { continue };
            if source.origin.is_empty() {
                continue;
            }
            if let Some(origin) = find_origin(dataset, figure, source) {
                lineage.origin.insert(figure.id.clone(), origin.id.clone());
            }
        }
        lineage.inherit_timing(dataset);
        lineage
    }

    /// The figure that this one repeats, if any.
    #[must_use]
    pub fn origin<'a>(&self, figure: &Figure, dataset: &'a Dataset) -> Option<&'a Figure> {
        self.origin.get(&figure.id).and_then(|id| dataset.figure(id))
    }

    /// The first figure in the chain of repetition: the figure itself where it repeats none.
    #[must_use]
    pub fn root<'a>(&self, figure: &'a Figure, dataset: &'a Dataset) -> &'a Figure {
        let mut seen = BTreeSet::from([&figure.id]);
        let mut at = figure;
        while let Some(next) = self.origin(at, dataset) {
            if !seen.insert(&next.id) {
                break;
            }
            at = next;
        }
        at
    }

    /// Whether one figure directly repeats the other.
    #[must_use]
    pub fn repeats(&self, figure: &Figure, other: &Figure) -> bool {
        self.origin.get(&figure.id) == Some(&other.id)
    }

    /// When the figure is about: its own date, or else that of the figure it repeats.
    #[must_use]
    pub fn timing<'a>(&'a self, figure: &'a Figure) -> &'a Timing {
        self.inherited_timing.get(&figure.id).unwrap_or(&figure.key.timing)
    }

    fn inherit_timing(&mut self, dataset: &Dataset) {
        let undated = dataset.figures().iter().filter(|figure| figure.key.timing == Timing::NotStated);
        let inherited = undated
            .map(|figure| (figure.id.clone(), self.root(figure, dataset).key.timing.clone()))
            .filter(|(_, timing)| *timing != Timing::NotStated)
            .collect();
        self.inherited_timing = inherited;
    }
}

/// The nearest source up the chain that gives a figure of the same thing.
fn find_origin<'a>(dataset: &'a Dataset, figure: &Figure, source: &Source) -> Option<&'a Figure> {
    let mut seen = BTreeSet::from([source.id.clone()]);
    let mut level: Vec<SourceId> = source.origin.clone();
    while !level.is_empty() {
        level.retain(|id| seen.insert(id.clone()));
        let found = level.iter().filter_map(|id| best_match(dataset, figure, id)).next();
        if found.is_some() {
            return found;
        }
        level = level.iter().filter_map(|id| dataset.source(id)).flat_map(|s| s.origin.clone()).collect();
    }
    None
}

fn best_match<'a>(dataset: &'a Dataset, figure: &Figure, source: &SourceId) -> Option<&'a Figure> {
    dataset
        .figures_of(&figure.key.measure)
        .iter()
        .filter(|other| other.source == *source && other.key.dimensions == figure.key.dimensions)
        .filter(|other| other.basis == figure.basis && other.reading().amount().is_some())
        .filter_map(|other| Some((closeness(figure, other)?, other)))
        .max_by(|(a, x), (b, y)| a.cmp(b).then_with(|| y.id.cmp(&x.id)))
        .map(|(_, other)| other)
}

/// How well `other` fits as the figure repeated; none where the two are about different times.
fn closeness(figure: &Figure, other: &Figure) -> Option<(bool, bool)> {
    let timing = figure.key.timing.compare(&other.key.timing);
    let same_number = figure
        .reading()
        .amount()
        .zip(other.reading().amount())
        .is_some_and(|(a, b)| a.nominal() == b.nominal());
    (timing != TimingMatch::Different).then_some((same_number, timing == TimingMatch::Same))
}
