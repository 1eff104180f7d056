//! The words around a number that change how it is read.

use serde::{Deserialize, Serialize};

/// How a number is hedged: one variant for each row of the table of cuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hedge {
    /// "exactly", "a total of": the number and no other.
    Exact,
    /// No word at all.
    Bare,
    /// "c.", "about", "around".
    Approximately,
    /// "nearly", "almost", "just under".
    Nearly,
    /// "just over", "slightly more than".
    JustOver,
    /// "more than", "over": strictly above.
    MoreThan,
    /// "at least", "or more".
    AtLeast,
    /// "fewer than", "under": strictly below.
    FewerThan,
    /// "at most", "no more than".
    AtMost,
    /// "up to": a soft top.
    UpTo,
    /// "between 40 and 50".
    Between,
    /// Rounded to a stated base.
    Rounded,
    /// Rounded at random, or in a controlled way, to a stated base.
    RandomlyRounded,
    /// "hundreds", "dozens": a range by convention.
    Vague,
}

impl Hedge {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Bare => "bare",
            Self::Approximately => "approximately",
            Self::Nearly => "nearly",
            Self::JustOver => "just_over",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::FewerThan => "fewer_than",
            Self::AtMost => "at_most",
            Self::UpTo => "up_to",
            Self::Between => "between",
            Self::Rounded => "rounded",
            Self::RandomlyRounded => "randomly_rounded",
            Self::Vague => "vague",
        }
    }

    /// The words themselves say that the number is not exact.
    #[must_use]
    pub fn is_hedged(self) -> bool {
        !matches!(self, Self::Exact | Self::Bare | Self::Rounded | Self::RandomlyRounded)
    }
}

/// A word that presents a number as small or large. It never changes the interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// "only", "just", "mere".
    Minimising,
    /// "as many as", "a staggering".
    Maximising,
}

impl Stance {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Minimising => "minimising",
            Self::Maximising => "maximising",
        }
    }
}

/// A word that relates the number to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationHint {
    /// "a further", "another".
    Additional,
    /// "of whom", "among those".
    Subset,
    /// "each", "per officer".
    Each,
    /// "since", "to date".
    Cumulative,
}

impl RelationHint {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Additional => "additional",
            Self::Subset => "subset",
            Self::Each => "each",
            Self::Cumulative => "cumulative",
        }
    }
}
