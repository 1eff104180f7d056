//! The page on how to read the site: words, marks, symbols, verdicts and terms.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Frame, Link};
use super::pieces::Shorthand;

/// How to read this site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReadingPage {
    /// Around the main part.
    pub frame: Frame,
    /// How phrases are read here, from the sharpest to the loosest.
    pub phrases: Vec<PhraseLine>,
    /// What stands beside a figure or in its place.
    pub symbols: Vec<Shorthand>,
    /// What a comparison can come to, in the order of how well the figures agree.
    pub verdicts: Vec<VerdictLine>,
    /// The publisher's own page on corrections, where there is one.
    pub corrections: Option<Link>,
    /// Every rule that looks for discrepancies.
    pub rules: Link,
}

/// How a phrase is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PhraseLine {
    /// "nearly 60,000".
    pub words: String,
    /// What it plainly means: "57,500 to 59,999".
    pub core: String,
    /// What a careful reader would allow.
    pub typical: String,
    /// What the words do not rule out.
    pub loosest: String,
}

/// A verdict and what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VerdictLine {
    /// "agrees within rounding".
    pub words: String,
    /// When it is given.
    pub meaning: String,
}
