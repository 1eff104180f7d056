//! Which of the changed figures of a measure are told one by one, and which only repeat what was there.

use super::{Changes, Class, FigureChange, MeasureChange, PartChange};
use crate::model::{FigureId, PositionId, SourceId};
use std::collections::{BTreeMap, BTreeSet};

/// Figures of a new source that say what an earlier one of the same body said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repetition {
    /// The new source.
    pub source: SourceId,
    /// The source that said so before.
    pub before: SourceId,
    /// How many figures.
    pub count: usize,
}

impl MeasureChange {
    /// The changes that are told one by one. That a figure is superseded is told where the one in its place is.
    pub fn told(&self) -> impl Iterator<Item = &FigureChange> {
        let replaced: BTreeSet<&FigureId> =
            self.replacing().filter_map(FigureChange::replaced).map(|old| &old.id).collect();
        self.figures.iter().filter(move |change| match change.class() {
            Class::Repeated => false,
            Class::Status => !replaced.contains(&change.figure),
            _ => true,
        })
    }

    /// What only repeats, by source.
    #[must_use]
    pub fn repeated(&self) -> Vec<Repetition> {
        let mut counts: BTreeMap<(&SourceId, &SourceId), usize> = BTreeMap::new();
        for change in self.figures.iter().filter(|change| change.class() == Class::Repeated) {
            if let (Some(new), Some(old)) = (&change.after, &change.predecessor) {
                *counts.entry((&new.source, &old.state.source)).or_default() += 1;
            }
        }
        let repetition = |((source, before), count): ((&SourceId, &SourceId), usize)| Repetition {
            source: source.clone(),
            before: before.clone(),
            count,
        };
        counts.into_iter().map(repetition).collect()
    }

    /// New figures that take the place of another.
    fn replacing(&self) -> impl Iterator<Item = &FigureChange> {
        self.figures.iter().filter(|change| change.before.is_none() && change.replaced().is_some())
    }
}

impl Changes {
    /// The positions that are told by themselves: not those that put a new figure in the place of another, which is
    /// told with that figure.
    pub fn positions_told(&self) -> impl Iterator<Item = &PartChange<PositionId>> {
        let with_figures: BTreeSet<&PositionId> = self
            .measures
            .iter()
            .flat_map(MeasureChange::replacing)
            .filter_map(|change| change.by.as_ref())
            .collect();
        self.positions.iter().filter(move |change| !with_figures.contains(change.id()))
    }
}
