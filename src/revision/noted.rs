//! The change notes that are new on the later side: which of them says why something changed.

use crate::model::{ChangeNote, Dataset, FigureId, MeasureId};
use std::collections::BTreeMap;

/// New notes, by what they are about; of several the last.
#[derive(Debug, Default)]
pub(super) struct Noted<'a> {
    fresh: Vec<&'a ChangeNote>,
    figures: BTreeMap<&'a FigureId, &'a ChangeNote>,
    measures: BTreeMap<&'a MeasureId, &'a ChangeNote>,
}

impl<'a> Noted<'a> {
    /// The notes that the later side has and the earlier has not.
    pub(super) fn between(before: &Dataset, after: &'a Dataset) -> Self {
        let is_fresh = |note: &&ChangeNote| before.change_note(&note.id).is_none();
        let mut fresh: Vec<&ChangeNote> = after.change_notes().filter(is_fresh).collect();
        fresh.sort_by_key(|note| (note.date, &note.id));
        let mut noted = Self::default();
        for note in &fresh {
            noted.figures.extend(note.figures.iter().map(|id| (id, *note)));
            noted.measures.extend(note.measures.iter().map(|id| (id, *note)));
        }
        noted.fresh = fresh;
        noted
    }

    /// What says why a figure is there: a note on it alone. One on all of its measure is of what stood before.
    pub(super) fn on_new(&self, figure: &FigureId) -> Option<&'a ChangeNote> {
        self.figures.get(figure).copied()
    }

    /// What says why a figure changed: a note on it before one on all of its measure.
    pub(super) fn on_figure(
        &self,
        figures: [Option<&FigureId>; 2],
        measure: &MeasureId,
    ) -> Option<&'a ChangeNote> {
        let own = figures.into_iter().flatten().find_map(|id| self.figures.get(id));
        own.or_else(|| self.measures.get(measure)).copied()
    }

    /// What says why a measure changed.
    pub(super) fn on_measure(&self, measure: &MeasureId) -> Option<&'a ChangeNote> {
        self.measures.get(measure).copied()
    }

    /// Every new note, by date.
    pub(super) fn fresh(&self) -> &[&'a ChangeNote] {
        &self.fresh
    }
}

/// The notes of the earlier side that the later one has in other words, or no longer.
pub(super) fn altered<'a>(
    before: &'a Dataset,
    after: &'a Dataset,
) -> Vec<(&'a ChangeNote, Option<&'a ChangeNote>)> {
    let both = before.change_notes().map(|old| (old, after.change_note(&old.id)));
    both.filter(|(old, new)| !new.is_some_and(|new| says_the_same(old, new))).collect()
}

/// Where it is written does not matter.
fn says_the_same(one: &ChangeNote, other: &ChangeNote) -> bool {
    let said = |note: &ChangeNote| ChangeNote { place: None, ..note.clone() };
    said(one) == said(other)
}
