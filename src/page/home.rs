//! The home page: the figures, where sources disagree, what nobody has answered, what changed.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Frame, Link};
use super::pieces::{EditionLine, FindingLine, MeasureLine};
use super::trusted::Html;

/// The home page. The templates show every entry handed in, so hand in as many as a reader can scan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HomePage {
    /// Around the main part.
    pub frame: Frame,
    /// The publisher's own opening words.
    pub introduction: Option<Html>,
    /// What there is, in numbers that lead to it.
    pub glance: Vec<Glance>,
    /// The figures, those that the publisher puts first and then those that most sources speak of.
    pub measures: Vec<MeasureLine>,
    /// "All 7 measures".
    pub all_measures: Link,
    /// The discrepancies, most serious first.
    pub disputed: Vec<FindingLine>,
    /// What is not known, and why.
    pub not_known: Vec<FindingLine>,
    /// "All 12 discrepancies and checks".
    pub all_findings: Link,
    /// "6 questions that would settle what is open"; none where nothing is.
    pub questions: Option<Link>,
    /// The last edition; none before the first.
    pub last: Option<EditionLine>,
    /// "All 3 editions", where there are others.
    pub all_editions: Option<Link>,
    /// "All 10 sources".
    pub all_sources: Link,
}

/// How many there are of something, leading to them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Glance {
    /// "12".
    pub number: String,
    /// "measures".
    pub words: String,
    /// Where they are.
    pub path: String,
}
