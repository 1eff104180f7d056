//! How two or more claims stand to one another.

use crate::quantity::Rational;
use serde::Serialize;

/// The verdict on a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Their cores meet.
    Consistent,
    /// They meet allowing for rounding.
    ConsistentAfterRounding,
    /// They meet only on the loosest reading.
    Marginal,
    /// They cannot both be true as stated.
    Inconsistent,
    /// They are about different things.
    NotComparable,
    /// One has no value.
    NotEnoughKnown,
    /// One says the information does not exist, the other gives it.
    ExistenceConflict,
    /// One says the information cannot be had, while it is public.
    AvailabilityConflict,
    /// A figure that the body concerned has not confirmed.
    Unconfirmed,
}

impl Verdict {
    /// The verdict in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Consistent => "agrees",
            Self::ConsistentAfterRounding => "agrees within rounding",
            Self::Marginal => "agrees only on a loose reading",
            Self::Inconsistent => "cannot both be true as stated",
            Self::NotComparable => "not comparable",
            Self::NotEnoughKnown => "not enough is known",
            Self::ExistenceConflict => "said not to exist, and reported",
            Self::AvailabilityConflict => "said not to be available, and public",
            Self::Unconfirmed => "not confirmed",
        }
    }
}

/// How far apart two figures are. Cuts are not sampling errors, so no probability is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Distances {
    /// Between the loosest readings, in the unit; zero where they meet.
    pub gap: Rational,
    /// `2(A−B)/(A+B)` of the numbers as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relative_difference: Option<Rational>,
    /// The factor by which both half-widths must grow to meet; none for two exact figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stretch: Option<Rational>,
    /// `A/B` of the numbers as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<Rational>,
}
