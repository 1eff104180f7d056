//! The edition page and the list of editions: what was frozen when, and how to verify it.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::Count;
use super::frame::{Frame, Link, When};
use super::pieces::{Citation, Download, EditionLine, MeasureLine};
use super::trusted::Html;

/// The page of a frozen edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EditionPage {
    /// Around the main part.
    pub frame: Frame,
    /// "3".
    pub number: String,
    /// When it was released.
    pub date: When,
    /// The publisher's note.
    pub note: Option<Html>,
    /// When the edition was withdrawn and why; none while it stands.
    pub withdrawn: Option<Withdrawal>,
    /// Whether this is the latest; if not, the latest.
    pub latest: Option<Link>,
    /// "17 figures", "10 sources".
    pub counts: Vec<Count>,
    /// What changed with it, in a sentence that leads to the change page.
    pub changes: Option<Link>,
    /// The measures that changed with it, as they stood.
    pub measures: Vec<MeasureLine>,
    /// The measures that did not change with it, each leading to the page that shows how it stood.
    pub others: Vec<Link>,
    /// Where the rest is, when there are too many for the page.
    pub rest: Option<Link>,
    /// The edition before.
    pub previous: Option<Link>,
    /// The edition after.
    pub next: Option<Link>,
    /// The link in the chain of editions.
    pub chain: Chain,
    /// The edition's files.
    pub downloads: Vec<Download>,
    /// How to cite it.
    pub citation: Citation,
}

/// Why an edition or a page was withdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Withdrawal {
    /// When.
    pub date: When,
    /// Why.
    pub reason: String,
    /// What to read instead.
    pub instead: Option<Link>,
}

/// The hashes that tie an edition to the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Chain {
    /// The digest of this edition.
    pub digest: String,
    /// The digest of the one before; none for the first.
    pub previous: Option<String>,
    /// The command that checks it.
    pub command: String,
}

/// The list of editions, latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EditionList {
    /// Around the main part.
    pub frame: Frame,
    /// The draft of the next, if the build holds one.
    pub draft: Option<Link>,
    /// Every edition.
    pub editions: Vec<EditionLine>,
}
