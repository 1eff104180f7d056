//! Sources, bodies, relations and positions that came, went or differ.

use super::fields::{FieldChange, fields};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

/// A part of the record that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum PartChange<I> {
    /// It was not there before.
    Added {
        /// Its identifier.
        id: I,
    },
    /// It is no longer there.
    Removed {
        /// Its identifier.
        id: I,
    },
    /// It says something else.
    Changed {
        /// Its identifier.
        id: I,
        /// The fields that differ.
        fields: Vec<FieldChange>,
    },
}

impl<I> PartChange<I> {
    /// What happened to it: "added", "removed", "changed".
    #[must_use]
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Added { .. } => "added",
            Self::Removed { .. } => "removed",
            Self::Changed { .. } => "changed",
        }
    }

    /// Its identifier.
    #[must_use]
    pub fn id(&self) -> &I {
        match self {
            Self::Added { id } | Self::Removed { id } | Self::Changed { id, .. } => id,
        }
    }
}

/// Compares the parts of one kind, by identifier.
pub(super) fn parts<'a, I: Ord + Clone + Send + Sync + 'a, T: Serialize + Sync + 'a>(
    before: impl Iterator<Item = &'a T>,
    after: impl Iterator<Item = &'a T>,
    id: impl Fn(&'a T) -> &'a I,
) -> Vec<PartChange<I>> {
    let sides: Vec<_> = sides(before, after, id).into_iter().collect();
    sides.into_par_iter().filter_map(|(id, (before, after))| part(id, before, after)).collect()
}

fn part<I: Clone, T: Serialize>(id: &I, before: Option<&T>, after: Option<&T>) -> Option<PartChange<I>> {
    let id = id.clone();
    let (before, after) = match (before, after) {
        (Some(_), None) => return Some(PartChange::Removed { id }),
        (None, _) => return Some(PartChange::Added { id }),
        (Some(before), Some(after)) => (before, after),
    };
    let fields = fields(before, after);
    (!fields.is_empty()).then_some(PartChange::Changed { id, fields })
}

/// The parts of one kind, each with what it was and what it is.
pub(super) fn sides<'a, I: Ord + 'a, T: 'a>(
    before: impl Iterator<Item = &'a T>,
    after: impl Iterator<Item = &'a T>,
    id: impl Fn(&'a T) -> &'a I,
) -> BTreeMap<&'a I, (Option<&'a T>, Option<&'a T>)> {
    let mut sides: BTreeMap<&I, (Option<&T>, Option<&T>)> = BTreeMap::new();
    before.for_each(|part| sides.entry(id(part)).or_default().0 = Some(part));
    after.for_each(|part| sides.entry(id(part)).or_default().1 = Some(part));
    sides
}
