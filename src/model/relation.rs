//! A relation that a source asserts between figures: part of, separate from, ratio, change, multiple.

use super::{FigureId, Place, RelationId, SourceId};
use serde::{Deserialize, Serialize};

/// A relation between figures, as a source asserts it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// Its identifier.
    pub id: RelationId,
    /// Who asserts it.
    pub source: SourceId,
    /// What is asserted.
    #[serde(flatten)]
    pub asserted: Asserted,
    /// The few words that assert it.
    pub words: Option<String>,
    /// Where it was written.
    #[serde(skip)]
    pub place: Option<Place>,
}

/// What a relation says, over figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Asserted {
    /// Everyone counted in `part` is counted in `whole`.
    PartOf {
        /// The smaller group.
        part: FigureId,
        /// The group that holds it.
        whole: FigureId,
    },
    /// Nobody is counted twice among the members.
    Separate {
        /// Two or more groups.
        members: Vec<FigureId>,
    },
    /// The parts add up to the total.
    Sum {
        /// The total.
        total: FigureId,
        /// Its parts.
        parts: Vec<FigureId>,
    },
    /// `result = from − less`.
    Difference {
        /// What is left.
        result: FigureId,
        /// What it is taken from.
        from: FigureId,
        /// What is taken away.
        less: FigureId,
    },
    /// `result = numerator ÷ denominator`.
    Ratio {
        /// What is divided.
        numerator: FigureId,
        /// By what.
        denominator: FigureId,
        /// The quotient.
        result: FigureId,
    },
    /// `result` per cent of `whole` is `part`; where the source does not count the part, it is empty.
    Share {
        /// The part, if the source gives it.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        part: Option<FigureId>,
        /// The whole.
        whole: FigureId,
        /// The share, in per cent.
        result: FigureId,
    },
    /// `new = old × change`; where the source gives no earlier figure, `old` is empty.
    Change {
        /// The later figure.
        new: FigureId,
        /// The earlier figure, if the source gives one.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        old: Option<FigureId>,
        /// The change, read as new over old.
        change: FigureId,
    },
    /// `result = base × factor`.
    Multiple {
        /// What is multiplied.
        base: FigureId,
        /// By how much, if the source says.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        factor: Option<FigureId>,
        /// The product.
        result: FigureId,
    },
    /// The members share out the whole and leave nothing over: shares come to 100%.
    Complement {
        /// Every part.
        members: Vec<FigureId>,
        /// What they make up; where it is left out, 100%.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        whole: Option<FigureId>,
    },
    /// Counts from one start, which can only grow: `earlier ≤ later`.
    Cumulative {
        /// The running total at the earlier date.
        earlier: FigureId,
        /// The running total at the later date.
        later: FigureId,
    },
}

impl Asserted {
    /// The kind as it is written in files.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::PartOf { .. } => "part-of",
            Self::Separate { .. } => "separate",
            Self::Sum { .. } => "sum",
            Self::Difference { .. } => "difference",
            Self::Ratio { .. } => "ratio",
            Self::Share { .. } => "share",
            Self::Change { .. } => "change",
            Self::Multiple { .. } => "multiple",
            Self::Complement { .. } => "complement",
            Self::Cumulative { .. } => "cumulative",
        }
    }

    /// The figures it speaks of, in the order of its sentence.
    #[must_use]
    pub fn figures(&self) -> Vec<&FigureId> {
        match self {
            Self::PartOf { part, whole } => vec![part, whole],
            Self::Separate { members } => members.iter().collect(),
            Self::Sum { total, parts } => std::iter::once(total).chain(parts).collect(),
            Self::Difference { result, from, less } => vec![result, from, less],
            Self::Ratio { numerator, denominator, result } => vec![numerator, denominator, result],
            Self::Share { part, whole, result } => {
                [part.as_ref(), Some(whole), Some(result)].into_iter().flatten().collect()
            }
            Self::Change { new, old, change } => {
                [Some(new), old.as_ref(), Some(change)].into_iter().flatten().collect()
            }
            Self::Multiple { base, factor, result } => {
                [Some(base), factor.as_ref(), Some(result)].into_iter().flatten().collect()
            }
            Self::Complement { members, whole } => members.iter().chain(whole).collect(),
            Self::Cumulative { earlier, later } => vec![earlier, later],
        }
    }
}
