//! New releases: what the body of a new figure had given for the same before.
//!
//! A release of a whole series gives most of its figures again. Told one by one as new, they would bury the few that
//! differ, and those would be told without the number in whose place they stand.

use super::compare::value;
use super::{Aspect, Class, FigureState};
use crate::model::{Dataset, Figure, FigureId, Position, PositionId, SourceId};
use crate::reconcile::{Record, Standing, Status};
use serde::Serialize;
use std::collections::BTreeSet;

/// A figure that stood before, of the body of a new figure and of the same measure, breakdown and time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Predecessor {
    /// What it was.
    #[serde(flatten)]
    pub state: FigureState,
    /// In what the quantities differ; empty where the new figure says the same.
    pub aspects: Vec<Aspect>,
}

impl Predecessor {
    /// What the new figure does to it: repeats it, says the same in other words, or takes its place.
    pub(super) fn class(&self) -> Class {
        self.aspects.iter().map(Class::of).min().unwrap_or(Class::Repeated)
    }

    /// Of a new figure: the one that a position puts it in the place of, or else the last that gives the same quantity.
    pub(super) fn of(
        new: &Figure,
        by: Option<&PositionId>,
        [before, after]: [&Record; 2],
        shielded: &BTreeSet<FigureId>,
    ) -> Option<Self> {
        let position = by.and_then(|id| after.dataset().positions().find(|position| position.id == *id));
        let mut candidates = candidates(new, before.dataset(), after.dataset());
        candidates.sort_by_key(|old| (date(before.dataset(), &old.source), &old.id));
        let replaced = |old: &&&Figure| position.is_some_and(|position| replaces(position, old, new));
        let replaced = candidates.iter().rev().find(replaced);
        let old = replaced
            .or_else(|| candidates.iter().rev().find(|old| says_so_still(old, new, before, after)))?;
        Some(Self {
            state: FigureState::of(old, before, shielded),
            aspects: differs(old, new, before, after),
        })
    }
}

/// The body says the same with it, and has not put anything else in its place.
fn says_so_still(old: &Figure, new: &Figure, before: &Record, after: &Record) -> bool {
    before.standings().standing(old) != Standing::Verified(Status::Superseded)
        && differs(old, new, before, after).iter().all(|aspect| !Class::of(aspect).alters())
}

fn candidates<'a>(new: &Figure, before: &'a Dataset, after: &Dataset) -> Vec<&'a Figure> {
    let body = after.source(&new.source).and_then(|source| source.body.as_ref());
    let alike = before.figures_alike(&new.key).iter();
    alike
        .filter(|old| old.key == new.key && old.source != new.source && old.basis == new.basis)
        .filter(|old| {
            body.is_some() && before.source(&old.source).and_then(|source| source.body.as_ref()) == body
        })
        .collect()
}

fn replaces(position: &Position, old: &Figure, new: &Figure) -> bool {
    position.source == new.source && position.on.contains(&old.id)
}

fn date(dataset: &Dataset, source: &SourceId) -> Option<crate::period::PartialDate> {
    dataset.source(source).and_then(crate::model::Source::public_date)
}

fn differs(old: &Figure, new: &Figure, before: &Record, after: &Record) -> Vec<Aspect> {
    value(old, new, (before.kind(old), after.kind(new)))
}
