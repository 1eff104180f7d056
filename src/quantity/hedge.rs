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
    /// "± 5", "give or take 5": with a stated margin.
    PlusMinus,
    /// "hundreds", "dozens": a range by convention.
    Vague,
}

impl Hedge {
    /// Every hedge, in the order of the documentation.
    pub const ALL: [Self; 15] = [
        Self::Exact,
        Self::Bare,
        Self::Approximately,
        Self::Nearly,
        Self::JustOver,
        Self::MoreThan,
        Self::AtLeast,
        Self::FewerThan,
        Self::AtMost,
        Self::UpTo,
        Self::Between,
        Self::Rounded,
        Self::RandomlyRounded,
        Self::PlusMinus,
        Self::Vague,
    ];

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
            Self::PlusMinus => "plus_minus",
            Self::Vague => "vague",
        }
    }

    /// What it says of the number, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Exact => "said to be exact",
            Self::Bare => "given without a hedge",
            Self::Approximately => "given as approximate",
            Self::Nearly => "close to the number and below it",
            Self::JustOver => "close to the number and above it",
            Self::MoreThan => "above the number",
            Self::AtLeast => "the number or more",
            Self::FewerThan => "below the number",
            Self::AtMost => "the number or less",
            Self::UpTo => "up to about the number",
            Self::Between => "given as a range",
            Self::Rounded => "rounded to a stated base",
            Self::RandomlyRounded => "rounded at random to a stated base",
            Self::PlusMinus => "given with a margin",
            Self::Vague => "given in a word that stands for a range",
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
