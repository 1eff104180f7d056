//! The ways in which a figure can differ from what it was.

use super::FieldChange;
use crate::model::FigureId;
use crate::quantity::{Hedge, NoValue, Rational, print};
use crate::reconcile::Standing;
use serde::{Serialize, Serializer};

/// One way in which a figure differs. The words on both sides stand in the change itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "aspect", rename_all = "snake_case")]
pub enum Aspect {
    /// It was not there before.
    Added,
    /// It is no longer there.
    Removed,
    /// The same figure of the same source has another identifier, so that citations of the old one fail.
    Renamed {
        /// The identifier before.
        before: FigureId,
        /// The identifier after.
        after: FigureId,
    },
    /// It is about something else, or from another source.
    KeyChanged {
        /// What about it differs.
        parts: Vec<KeyPart>,
    },
    /// Its number differs.
    Revised(Revised),
    /// The number is the same and is hedged in another way.
    HedgeChanged {
        /// The hedge before.
        before: Hedge,
        /// The hedge after.
        after: Hedge,
    },
    /// The same quantity in other words.
    Reworded,
    /// There was a value, and there is none now.
    ValueWithheld {
        /// Why there is none.
        reason: NoValue,
    },
    /// There was no value, and there is one now.
    ValueGiven {
        /// Why there was none.
        reason: NoValue,
    },
    /// There is still no value, for another reason.
    ReasonChanged {
        /// The reason before.
        before: NoValue,
        /// The reason after.
        after: NoValue,
    },
    /// Its verification status moved.
    StandingChanged {
        /// The standing before.
        #[serde(serialize_with = "standing_name")]
        before: Standing,
        /// The standing after.
        #[serde(serialize_with = "standing_name")]
        after: Standing,
    },
    /// Something beside it differs: its basis, its flags, its note.
    Detail(FieldChange),
}

pub(super) fn standing_name<S: Serializer>(standing: &Standing, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(standing.name())
}

/// What a figure is about, part by part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyPart {
    /// The measure.
    Measure,
    /// The breakdown.
    Dimensions,
    /// The date or period.
    Timing,
    /// The source.
    Source,
}

impl KeyPart {
    /// The part in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Dimensions => "breakdown",
            Self::Timing => "date or period",
            Self::Source => "source",
        }
    }
}

/// By how much a number differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Revised {
    /// After less before, where both are single numbers of one kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Rational>,
    /// The difference over the number before, where that is not zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relative: Option<Rational>,
    /// Whether rounding can explain it.
    pub reach: Reach,
}

impl Revised {
    /// "up 7 (10.8%)"; none where the two are no single numbers of one kind.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        let difference = self.difference.as_ref()?;
        let way = if difference.signum() < 0 { "down" } else { "up" };
        let mut text = format!("{way} {}", print::number(&difference.abs()));
        if let Some(relative) = &self.relative {
            let percent = (&relative.abs() * &Rational::from(100)).to_decimal(1);
            let is_tiny = percent == "0.0" && relative.signum() != 0;
            text.push_str(&if is_tiny { " (less than 0.1%)".to_owned() } else { format!(" ({percent}%)") });
        }
        Some(text)
    }
}

/// How far a revision goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Both numbers may stand for one value, rounded differently.
    Rounding,
    /// No rounding explains it.
    Beyond,
}
