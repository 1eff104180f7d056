//! As it was known: the dataset cut down to what had been made public by a date.

use super::{Asserted, Dataset, FigureId, Parts, Source, SourceId};
use crate::period::PartialDate;
use std::collections::BTreeSet;

impl Dataset {
    /// What had been made public by the end of `date`. A source whose date is not known is left out, since
    /// nothing shows that it was public by then; figures, relations and positions follow their source.
    #[must_use]
    pub fn as_known_on(self, date: PartialDate) -> Self {
        let mut parts = self.into_parts();
        parts.sources.retain(|source| was_public(source, date));
        let sources: BTreeSet<SourceId> = parts.sources.iter().map(|source| source.id.clone()).collect();
        parts.figures.retain(|figure| sources.contains(&figure.source));
        let figures: BTreeSet<FigureId> = parts.figures.iter().map(|figure| figure.id.clone()).collect();
        parts.relations.retain_mut(|relation| {
            sources.contains(&relation.source) && keep_known(&mut relation.asserted, &figures)
        });
        parts.positions.retain(|position| sources.contains(&position.source));
        for position in &mut parts.positions {
            position.on.retain(|id| figures.contains(id));
            position.compared_with.take_if(|id| !figures.contains(id));
            position.value.take_if(|id| !figures.contains(id));
        }
        forget_later_origins(&mut parts, &sources);
        let spoken_of: BTreeSet<_> = parts.figures.iter().map(|figure| figure.key.measure.clone()).collect();
        let asked_of: BTreeSet<_> = parts.positions.iter().flat_map(|p| p.measures.clone()).collect();
        parts.measures.retain(|measure| spoken_of.contains(&measure.id) || asked_of.contains(&measure.id));
        parts.reviews.retain(|review| review.date.latest() <= date.latest());
        parts.change_notes.retain(|note| note.date.latest() <= date.latest());
        for note in &mut parts.change_notes {
            note.source.take_if(|id| !sources.contains(id));
        }
        Self::new(parts).unwrap_or_default()
    }
}

fn was_public(source: &Source, date: PartialDate) -> bool {
    source.public_date().is_some_and(|public| public.latest() <= date.latest())
}

/// An earlier figure that was not yet known drops out of a change; any other operand takes the relation along.
fn keep_known(asserted: &mut Asserted, known: &BTreeSet<FigureId>) -> bool {
    if let Asserted::Change { old, .. } = asserted {
        old.take_if(|id| !known.contains(id));
    }
    asserted.figures().iter().all(|id| known.contains(*id))
}

fn forget_later_origins(parts: &mut Parts, known: &BTreeSet<SourceId>) {
    for source in &mut parts.sources {
        source.origin.retain(|id| known.contains(id));
        source.reported_by.retain(|id| known.contains(id));
        source.grouped_with.retain(|id| known.contains(id));
    }
}
