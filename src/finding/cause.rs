//! Likely causes of a difference, from the table of reconciliation causes.

use crate::model::FigureId;
use serde::Serialize;

/// A possible explanation, with its arithmetic or evidence in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cause {
    /// Which cause.
    pub cause: CauseCode,
    /// The evidence for it.
    pub explanation: String,
    /// The figure that would have to change, where it could be no other of those compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<FigureId>,
}

impl Cause {
    /// A cause with its explanation.
    #[must_use]
    pub fn new(cause: CauseCode, explanation: impl Into<String>) -> Self {
        Self { cause, explanation: explanation.into(), figure: None }
    }
}

/// Causes, after the checklists of mirror statistics and of the correspondence on misused figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CauseCode {
    /// Rounded differently.
    Rounding,
    /// A hedge or a limiting word is in the origin and not in the repetition.
    DroppedQualifier,
    /// A hedge is in the repetition and not in the origin.
    AddedQualifier,
    /// The dates differ, or one is not given.
    DifferentAsOf,
    /// The period or baseline differs, or is not given.
    DifferentBasePeriod,
    /// It is the value of an earlier period.
    StaleFigure,
    /// The groups counted differ.
    Definition,
    /// The scope differs.
    Coverage,
    /// The unit counted differs.
    CountingUnit,
    /// A part was read as separate, or the reverse.
    SubsetVsAdditional,
    /// Per cent was read as percentage points, or the reverse.
    PercentVsPercentagePoint,
    /// "x-fold" was read as an increase by x.
    FoldAmbiguity,
    /// The ratio is a power of ten.
    #[serde(rename = "factor_of_10")]
    FactorOf10,
    /// The ratio is a thousand or a million.
    #[serde(rename = "factor_of_1000")]
    FactorOf1000,
    /// The units or magnitude words differ.
    UnitSlip,
    /// Two digits changed places.
    DigitTransposition,
    /// One digit differs.
    DigitTypo,
    /// A rise was read as a fall, or the reverse.
    Sign,
    /// A quotient was turned round.
    Reciprocal,
    /// The number lies just beyond a bound that the words set.
    WrongSideOfBound,
    /// Recomputation from the source's own parts gives another figure.
    ArithmeticError,
    /// True, but far below what is reported elsewhere.
    Understated,
    /// True, but far above what is reported elsewhere.
    Overstated,
    /// One says the information does not exist, the other gives it.
    ExistenceConflict,
    /// One says it cannot be had, while it is public.
    AvailabilityConflict,
    /// The figure was revised after it was quoted.
    RevisedSince,
    /// None of the above fits.
    Unexplained,
}

impl CauseCode {
    /// The cause in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Rounding => "rounding",
            Self::DroppedQualifier => "a qualifier was dropped",
            Self::AddedQualifier => "a qualifier was added",
            Self::DifferentAsOf => "the dates differ or one is not given",
            Self::DifferentBasePeriod => "the period or baseline differs or is not given",
            Self::StaleFigure => "an earlier figure was repeated",
            Self::Definition => "the groups counted differ",
            Self::Coverage => "the scope differs",
            Self::CountingUnit => "the unit counted differs",
            Self::SubsetVsAdditional => "a part was read as separate, or the reverse",
            Self::PercentVsPercentagePoint => "per cent and percentage points were exchanged",
            Self::FoldAmbiguity => "“-fold” has two readings",
            Self::FactorOf10 => "a factor of ten",
            Self::FactorOf1000 => "a factor of a thousand or a million",
            Self::UnitSlip => "the units differ",
            Self::DigitTransposition => "two digits changed places",
            Self::DigitTypo => "one digit differs",
            Self::Sign => "a rise and a fall were exchanged",
            Self::Reciprocal => "a quotient was turned round",
            Self::WrongSideOfBound => "just beyond the bound",
            Self::ArithmeticError => "the arithmetic gives another figure",
            Self::Understated => "far below the other figure",
            Self::Overstated => "far above the other figure",
            Self::ExistenceConflict => "said not to exist, and reported",
            Self::AvailabilityConflict => "said not to be available, and public",
            Self::RevisedSince => "revised since it was quoted",
            Self::Unexplained => "not explained",
        }
    }
}
