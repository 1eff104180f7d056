//! Which kind of change it is: what a new note says, else what a new position says, else what follows from what changed.

use super::{Aspect, Class};
use crate::model::{ChangeKind, Dataset, Figure, FigureId, Position, PositionId, PositionStance, Source};
use crate::period::PartialDate;
use std::collections::BTreeMap;

/// What new positions say of figures: the last word on each.
pub(super) struct Said<'a> {
    of: BTreeMap<&'a FigureId, (ChangeKind, &'a Position)>,
}

impl<'a> Said<'a> {
    /// The positions that are new on the later side. One that stood before says nothing of what changed since.
    pub(super) fn between(before: &Dataset, after: &'a Dataset) -> Self {
        let stood: BTreeMap<&PositionId, &Position> =
            before.positions().map(|position| (&position.id, position)).collect();
        let same = |position: &Position| {
            stood
                .get(&position.id)
                .is_some_and(|old| (old.stance, &old.on) == (position.stance, &position.on))
        };
        let mut fresh: Vec<&Position> = after.positions().filter(|position| !same(position)).collect();
        fresh.sort_by_key(|position| (date_of(position, after), &position.id));
        let mut of = BTreeMap::new();
        for position in fresh {
            let Some(kind) = kind_of(position.stance) else { continue };
            of.extend(position.on.iter().map(|id| (id, (kind, position))));
            // The body's own figure, given in place of the other, is how the correction is made.
            let own = position.value.iter().filter(|_| kind != ChangeKind::Withdrawal);
            of.extend(own.map(|id| (id, (kind, position))));
        }
        Self { of }
    }

    /// The kind of a change, with the position that says so.
    pub(super) fn kind(
        &self,
        figure: &Figure,
        aspects: &[Aspect],
        restated: Restated,
    ) -> (ChangeKind, Option<PositionId>) {
        match self.of.get(&figure.id) {
            Some((kind, position)) => (*kind, Some(position.id.clone())),
            None => (by_default(aspects, restated), None),
        }
    }
}

/// Whether the definition of the measure changed along with the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Restated {
    Yes,
    No,
}

fn date_of(position: &Position, dataset: &Dataset) -> Option<PartialDate> {
    dataset.source(&position.source).and_then(Source::public_date)
}

fn kind_of(stance: PositionStance) -> Option<ChangeKind> {
    match stance {
        PositionStance::Corrects => Some(ChangeKind::Correction),
        PositionStance::Supersedes => Some(ChangeKind::Revision),
        PositionStance::Withdraws => Some(ChangeKind::Withdrawal),
        PositionStance::Confirms
        | PositionStance::PartlyConfirms
        | PositionStance::ConsistentWith
        | PositionStance::Declines
        | PositionStance::Denies
        | PositionStance::NotPublished
        | PositionStance::NotHeld
        | PositionStance::NotHeldCentrally
        | PositionStance::CostRefused => None,
    }
}

fn by_default(aspects: &[Aspect], restated: Restated) -> ChangeKind {
    match aspects.iter().map(Class::of).min().unwrap_or(Class::Detail) {
        Class::Removed | Class::Withheld => ChangeKind::Withdrawal,
        Class::Revised | Class::RoundingOnly | Class::Hedged | Class::Moved if restated == Restated::Yes => {
            ChangeKind::Restatement
        }
        Class::Revised | Class::RoundingOnly | Class::Hedged | Class::Moved => ChangeKind::Revision,
        Class::Added | Class::Given | Class::Status | Class::Reworded | Class::Detail | Class::Repeated => {
            ChangeKind::Update
        }
    }
}
