//! Figures that cannot all hold, as a structure: their weights, what ties them, and the fewest changes that would do.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Link, When};

/// The structure of a conflict. Fields stand in the order of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConflictPart {
    /// "Figures that cannot all hold".
    pub heading: String,
    /// Each figure once.
    pub figures: Vec<WeighedFigure>,
    /// What ties them together, a sentence each.
    pub ties: Vec<String>,
    /// The smallest sets, in words, where there is more than one.
    pub sets: Vec<String>,
    /// The fewest changes, lightest first.
    pub corrections: Vec<CorrectionLine>,
    /// How the lines compare, and whether one may be named. In a sentence or two.
    pub reading: Option<String>,
    /// What was not looked for, a sentence each.
    pub limits: Vec<String>,
    /// Other findings of the kind among figures that are tied to these.
    pub others: Vec<Link>,
}

/// A figure of a conflict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WeighedFigure {
    /// Its words, and its row on the measure's page.
    pub figure: Link,
    /// The measure and the groups it is of.
    pub about: String,
    /// Who says so.
    pub source: Link,
    /// The day or period it is about.
    pub when: When,
    /// "6".
    pub weight: String,
    /// The kind of source that gives it: "written answer".
    pub kind: String,
}

/// Changes that would do, all of them together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CorrectionLine {
    /// The change, where it is one.
    pub only: Option<String>,
    /// The changes, a sentence each, where they are several.
    pub together: Vec<String>,
    /// The sum of the weights.
    pub weight: String,
}
