//! The small page of a measure that stands in a frame on other people's pages.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Frame, Link, When};
use super::measure::Headline;
use super::pieces::ChartFigure;

/// A measure as its figure, or as its chart with the figure above it. It says what the page says of the figure, since
/// many who see it will not follow its link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EmbedPage {
    /// Around the main part.
    pub frame: Frame,
    /// The heading: "How many people are recorded as absconded?"
    pub question: String,
    /// The figure at the top; none when no source gives one.
    pub headline: Option<Headline>,
    /// The day or period the figure is about.
    pub position: Option<When>,
    /// Who gives it.
    pub source: Option<Link>,
    /// "2 discrepancies are on record about it."
    pub disputed: Option<String>,
    /// A picture of the figures, without the files.
    pub chart: Option<ChartFigure>,
    /// How it is cited.
    pub citation: String,
    /// The whole page: as it stood in an edition where this is a part of that.
    pub whole: Link,
}

/// How a measure is put into other people's pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Embed {
    /// The element to copy; none where the site does not know its own address.
    pub code: Option<String>,
    /// Whether what it shows changes, in a sentence.
    pub keeps: String,
    /// The small page itself.
    pub page: Link,
}
