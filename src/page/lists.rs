//! The plain pages: list of measures, downloads, authored pages, and the page for what is not there.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Frame, Link};
use super::pieces::{Download, MeasureLine};
use super::trusted::Html;

/// The list of measures, grouped by topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeasureList {
    /// Around the main part.
    pub frame: Frame,
    /// The pages of a list too long for one, this one included: "1 to 200". Empty when there is one page.
    pub parts: Vec<Link>,
    /// The topics, in their order.
    pub groups: Vec<MeasureGroup>,
}

/// The measures of one topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeasureGroup {
    /// The topic; none when the site has no topics.
    pub topic: Option<String>,
    /// Its measures.
    pub measures: Vec<MeasureLine>,
}

/// The page of every file that can be downloaded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DownloadsPage {
    /// Around the main part.
    pub frame: Frame,
    /// The files in groups.
    pub groups: Vec<DownloadGroup>,
}

/// Files that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DownloadGroup {
    /// What they are about: a measure, "The whole site".
    pub title: String,
    /// The page of the same, if there is one.
    pub page: Option<Link>,
    /// The files.
    pub downloads: Vec<Download>,
}

/// A page the publisher wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AuthoredPage {
    /// Around the main part.
    pub frame: Frame,
    /// The main heading.
    pub title: String,
    /// The text.
    pub body: Html,
}

/// The page a server shows when an address leads nowhere. It is served at any depth, so its frame's `root`
/// must be the site's base path ("/" or "/site/") where that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NotFoundPage {
    /// Around the main part.
    pub frame: Frame,
}

/// The page on which a reader searches. What is found comes with a script; without one it leads to the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SearchPage {
    /// Around the main part.
    pub frame: Frame,
    /// The lists that need no script, with what each holds.
    pub lists: Vec<Link>,
}

/// The index of everything by letter, topic and body, which needs no script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IndexPage {
    /// Around the main part.
    pub frame: Frame,
    /// The ways in, those that lead somewhere.
    pub groups: Vec<IndexGroup>,
}

/// One way into the index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IndexGroup {
    /// Its anchor: "topics".
    pub anchor: String,
    /// "By topic".
    pub title: String,
    /// Its lists, each with how many measures it has.
    pub shelves: Vec<Shelf>,
}

/// A list of the index in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Shelf {
    /// The list.
    pub link: Link,
    /// "12 measures".
    pub count: String,
}

/// One list of the index: the measures of a letter, a topic or a body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ShelfPage {
    /// Around the main part.
    pub frame: Frame,
    /// The main heading.
    pub title: String,
    /// The pages of a list too long for one, this one included, by what each begins with. Empty when there is one page.
    pub parts: Vec<Link>,
    /// The measures of this page, by title.
    pub measures: Vec<Link>,
}
