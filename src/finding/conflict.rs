//! The smallest sets of claims that cannot all hold, and what could be set aside so that the rest does.

use crate::model::{FigureId, RelationId};
use crate::quantity::{Interval, Rational};
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
    /// The figures of the sets, each once.
    pub claims: Vec<Weighed>,
    /// What ties them together, in words.
    pub ties: Vec<String>,
    /// The fewest changes that would make them fit, by weight: those of the least, and those of less than twice it.
    pub corrections: Vec<Correction>,
    /// All corrections of the least weight are listed.
    pub all_corrections: bool,
    /// The first of all figures that are tied to these, in any number of steps: the same in every conflict of them.
    pub tied_to: Option<FigureId>,
}

/// A figure of a conflict, and how far its kind of source is relied on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weighed {
    /// The figure.
    pub figure: FigureId,
    /// What it costs to suppose that it must change.
    pub weight: u32,
    /// The kind of source that gives it the weight, in words.
    pub kind: &'static str,
}

/// What would let the rest hold if it were otherwise, all of it at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// The sum of the weights.
    pub weight: u64,
    /// One change or more.
    pub changes: Vec<Change>,
}

/// One thing that would be otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What.
    pub member: Member,
    /// A relation or tie in words; none for a figure.
    pub words: Option<String>,
    /// What it would have to be.
    pub needed: Needed,
}

/// What a figure would have to be if the others hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Needed {
    /// In this range.
    Range {
        /// In words.
        words: String,
        /// As usually meant; none where the others do not fit at that reading.
        typical: Option<Ends>,
        /// On the loosest reading of the others.
        loosest: Ends,
    },
    /// A count that can only be small, or one that was withheld, is not worked out.
    Withheld,
    /// It was not decided within the limits.
    NotDecided,
    /// A relation would not hold.
    SetAside,
}

/// The ends of a range, as programs read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ends {
    lo: Option<Rational>,
    hi: Option<Rational>,
    lo_closed: bool,
    hi_closed: bool,
}

impl From<&Interval> for Ends {
    fn from(range: &Interval) -> Self {
        Self {
            lo: range.lo().value().cloned(),
            hi: range.hi().value().cloned(),
            lo_closed: range.lo().is_closed(),
            hi_closed: range.hi().is_closed(),
        }
    }
}
