//! What entries share that can be narrowed by.

use super::entry::{Entry, Kind};
use crate::reconcile::Standing;

/// The entries of one kind, body, standing and span of years stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Group {
    pub(super) kind: Kind,
    pub(super) body: Option<String>,
    pub(super) standing: Option<Standing>,
    pub(super) disputed: bool,
    pub(super) years: Option<(i16, i16)>,
}

impl Group {
    pub(super) fn of(entry: &Entry) -> Self {
        Self {
            kind: entry.kind,
            body: entry.body.clone(),
            standing: entry.standing,
            disputed: entry.disputed,
            years: entry.years,
        }
    }
}
