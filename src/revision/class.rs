//! The classes in which changed figures are counted.

use super::{Aspect, Reach};
use serde::Serialize;

/// What happened to a figure, in one word. In the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// It was not there before.
    Added,
    /// It is no longer there.
    Removed,
    /// It has no value any more.
    Withheld,
    /// It has a value now.
    Given,
    /// Its number differs by more than rounding.
    Revised,
    /// Its number differs only by rounding.
    RoundingOnly,
    /// The same number, hedged in another way.
    Hedged,
    /// It is about something else now.
    Moved,
    /// Its verification status moved.
    Status,
    /// The same in other words.
    Reworded,
    /// Something beside it differs.
    Detail,
    /// It is new, and the same body had given the same before.
    Repeated,
}

impl Class {
    /// The class of one aspect.
    pub(super) fn of(aspect: &Aspect) -> Self {
        match aspect {
            Aspect::Added => Self::Added,
            Aspect::Removed => Self::Removed,
            Aspect::ValueWithheld { .. } => Self::Withheld,
            Aspect::ValueGiven { .. } => Self::Given,
            Aspect::Revised(revised) => match revised.reach {
                Reach::Beyond => Self::Revised,
                Reach::Rounding => Self::RoundingOnly,
            },
            Aspect::HedgeChanged { .. } => Self::Hedged,
            Aspect::KeyChanged { .. } => Self::Moved,
            Aspect::StandingChanged { .. } => Self::Status,
            Aspect::Reworded | Aspect::ReasonChanged { .. } => Self::Reworded,
            Aspect::Renamed { .. } | Aspect::Detail(_) => Self::Detail,
        }
    }

    /// What stood reads otherwise now, and not only its words or what stands beside it.
    #[must_use]
    pub fn alters(self) -> bool {
        match self {
            Self::Removed
            | Self::Withheld
            | Self::Given
            | Self::Revised
            | Self::RoundingOnly
            | Self::Hedged
            | Self::Moved => true,
            Self::Added | Self::Status | Self::Reworded | Self::Detail | Self::Repeated => false,
        }
    }

    /// The stable name used in data files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Withheld => "withheld",
            Self::Given => "given",
            Self::Revised => "revised",
            Self::RoundingOnly => "rounding_only",
            Self::Hedged => "hedged",
            Self::Moved => "moved",
            Self::Status => "status",
            Self::Reworded => "reworded",
            Self::Detail => "detail",
            Self::Repeated => "repeated",
        }
    }

    /// What happened, in a cell of a table: "revised".
    #[must_use]
    pub fn in_table(self) -> &'static str {
        match self {
            Self::Added => "new",
            Self::Removed => "removed",
            Self::Withheld => "no longer has a value",
            Self::Given => "now has a value",
            Self::Revised => "revised",
            Self::RoundingOnly => "rounding only",
            Self::Hedged => "hedged in another way",
            Self::Moved => "another date, breakdown or source",
            Self::Status => "status",
            Self::Reworded => "reworded",
            Self::Detail => "a detail",
            Self::Repeated => "the same as before",
        }
    }

    /// What happened, for one figure: "was revised".
    #[must_use]
    pub fn of_one(self) -> &'static str {
        match self {
            Self::Added => "was added",
            Self::Removed => "was removed",
            Self::Withheld => "no longer has a value",
            Self::Given => "now has a value",
            Self::Revised => "was revised",
            Self::RoundingOnly => "changed only by rounding",
            Self::Hedged => "is hedged in another way",
            Self::Moved => "has another date, breakdown or source",
            Self::Status => "has another verification status",
            Self::Reworded => "was reworded",
            Self::Detail => "changed in a detail",
            Self::Repeated => "was given again by the same body",
        }
    }

    /// What happened, for several figures: "were revised".
    #[must_use]
    pub fn of_many(self) -> &'static str {
        match self {
            Self::Added => "were added",
            Self::Removed => "were removed",
            Self::Withheld => "no longer have a value",
            Self::Given => "now have a value",
            Self::Revised => "were revised",
            Self::RoundingOnly => "changed only by rounding",
            Self::Hedged => "are hedged in another way",
            Self::Moved => "have another date, breakdown or source",
            Self::Status => "have another verification status",
            Self::Reworded => "were reworded",
            Self::Detail => "changed in a detail",
            Self::Repeated => "were given again by the same body",
        }
    }
}
