//! The smallest sets of claims that cannot all hold, and what could be set aside so that the rest does.

use crate::model::{FigureId, RelationId};
use serde::Serialize;

/// One thing that a conflict needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Member {
    /// A reported figure.
    Figure(FigureId),
    /// A relation that a source asserts.
    Relation(RelationId),
    /// A tie that follows from what the figures are about, in words.
    Tie(String),
}

/// Claims and ties that cannot all hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// Each set loses its conflict when any member goes.
    pub sets: Vec<Vec<Member>>,
    /// Set aside, each of these lets the rest hold, and none that weighs less does. By kind of source only.
    pub remedies: Vec<Vec<Member>>,
    /// The remedies weigh at most half of what the next best would.
    pub clear: bool,
    /// Every such set is listed.
    pub complete: bool,
}
