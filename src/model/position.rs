//! A position: what a body said of a figure, which moves the figure's verification status.

use super::{BodyId, FigureId, MeasureId, Place, PositionId, SourceId};
use serde::{Deserialize, Serialize};

/// What a body said of figures, or of a measure as such.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Its identifier.
    pub id: PositionId,
    /// Where it was taken.
    pub source: SourceId,
    /// Who took it; empty where neither the position nor its source names a body.
    pub body: Option<BodyId>,
    /// What was said.
    pub stance: PositionStance,
    /// The figures it is about.
    pub on: Vec<FigureId>,
    /// The measures it is about.
    pub measures: Vec<MeasureId>,
    /// The figure it was set beside.
    pub compared_with: Option<FigureId>,
    /// The body's own figure, given instead or in confirmation.
    pub value: Option<FigureId>,
    /// The few words that carry it.
    pub words: Option<String>,
    /// Where it was written.
    #[serde(skip)]
    pub place: Option<Place>,
}

impl Position {
    /// Every figure that it names.
    pub fn figures(&self) -> impl Iterator<Item = &FigureId> {
        self.on.iter().chain(&self.compared_with).chain(&self.value)
    }
}

/// What a body can say of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PositionStance {
    /// It is right.
    Confirms,
    /// Part of it is right, or it is right within limits.
    PartlyConfirms,
    /// It is in line with another figure.
    ConsistentWith,
    /// No answer, no comment.
    Declines,
    /// It is not right.
    Denies,
    /// The body's own earlier figure was wrong, and this is the right one.
    Corrects,
    /// A newer figure of the body's own stands in its place.
    Supersedes,
    /// The body takes its own figure back.
    Withdraws,
    /// Figures exist and are not published.
    NotPublished,
    /// The information is not held.
    NotHeld,
    /// The information is not held in one place.
    NotHeldCentrally,
    /// It would cost too much to find.
    CostRefused,
}

impl PositionStance {
    /// Every stance, in the order of the documentation.
    pub const ALL: [Self; 12] = [
        Self::Confirms,
        Self::PartlyConfirms,
        Self::ConsistentWith,
        Self::Declines,
        Self::Denies,
        Self::Corrects,
        Self::Supersedes,
        Self::Withdraws,
        Self::NotPublished,
        Self::NotHeld,
        Self::NotHeldCentrally,
        Self::CostRefused,
    ];

    /// The stance as it is written in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirms => "confirms",
            Self::PartlyConfirms => "partly-confirms",
            Self::ConsistentWith => "consistent-with",
            Self::Declines => "declines",
            Self::Denies => "denies",
            Self::Corrects => "corrects",
            Self::Supersedes => "supersedes",
            Self::Withdraws => "withdraws",
            Self::NotPublished => "not-published",
            Self::NotHeld => "not-held",
            Self::NotHeldCentrally => "not-held-centrally",
            Self::CostRefused => "cost-refused",
        }
    }

    /// A neutral verb phrase with the body as its subject and the figure as its object.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Confirms => "confirmed the figure",
            Self::PartlyConfirms => "partly confirmed the figure",
            Self::ConsistentWith => "described the figure as consistent with another",
            Self::Declines => "did not confirm the figure",
            Self::Denies => "said that the figure is not right",
            Self::Corrects => "corrected the figure",
            Self::Supersedes => "replaced the figure with a newer one",
            Self::Withdraws => "withdrew the figure",
            Self::NotPublished => "said that its figures are not published",
            Self::NotHeld => "said that the information is not held",
            Self::NotHeldCentrally => "said that the information is not held in one place",
            Self::CostRefused => "said that it would cost too much to find",
        }
    }
}
