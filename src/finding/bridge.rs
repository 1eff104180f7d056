//! The way from one figure to another: what evidence on record accounts for, and what is left.

use crate::quantity::Rational;
use serde::Serialize;

/// Why two figures differ by a part of their difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The body replaced its figure after it was quoted.
    Revision,
    /// The dates or periods differ, and figures on record give the change between them.
    Timing,
    /// One counts a group, reported by itself, that the other leaves out.
    Scope,
    /// The words leave room.
    Rounding,
}

impl Reason {
    /// The reason in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Revision => "revision",
            Self::Timing => "different date or period",
            Self::Scope => "a group counted by one of them",
            Self::Rounding => "rounding and hedges",
        }
    }
}

/// One part of a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Why.
    pub reason: Reason,
    /// How much of the difference it accounts for, in the unit, with the sign of the difference.
    pub amount: Rational,
    /// The figures on record that it rests on, in words.
    pub basis: String,
}

/// How much of a difference is accounted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// All of it.
    Explained,
    /// A part of it.
    PartlyExplained,
    /// None of it.
    Unexplained,
}

impl Outcome {
    /// The outcome in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::PartlyExplained => "partly explained",
            Self::Unexplained => "unexplained",
        }
    }
}

/// From the first figure's number to the second's. Every amount is second minus first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bridge {
    /// The first number.
    pub from: Rational,
    /// The second number.
    pub to: Rational,
    /// What evidence accounts for, in the order in which it was taken.
    pub steps: Vec<Step>,
    /// What is left.
    pub unexplained: Rational,
    /// How far that explains it.
    pub outcome: Outcome,
}

impl Bridge {
    /// A bridge whose steps leave what they leave.
    #[must_use]
    pub fn new(from: Rational, to: Rational, steps: Vec<Step>) -> Self {
        let unexplained = steps.iter().fold(&to - &from, |left, step| &left - &step.amount);
        let outcome = match (unexplained.signum(), steps.is_empty()) {
            (0, _) => Outcome::Explained,
            (_, false) => Outcome::PartlyExplained,
            (_, true) => Outcome::Unexplained,
        };
        Self { from, to, steps, unexplained, outcome }
    }

    /// What is left, over the larger of the two numbers: zero where all is explained.
    #[must_use]
    pub fn residual(&self) -> Rational {
        let (from, to) = (self.from.abs(), self.to.abs());
        let larger = if from > to { from } else { to };
        self.unexplained.abs().checked_div(&larger).unwrap_or_default()
    }
}
