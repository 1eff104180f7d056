//! The change page and the list of changes: from one edition to the next, in one sentence first.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Frame, Link, When};
use super::pieces::{Download, EditionLine, FindingLine};

/// What changed between two editions. Fields stand in the order of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangePage {
    /// Around the main part.
    pub frame: Frame,
    /// The main heading: "From edition 1 to edition 2".
    pub title: String,
    /// All of it in one sentence.
    pub sentence: String,
    /// The edition before.
    pub from: EditionLine,
    /// The edition after; a draft has no path.
    pub to: EditionLine,
    /// How many figures of each kind of change.
    pub counts: Vec<Count>,
    /// The biggest revisions, in words.
    pub biggest: Vec<BigChange>,
    /// Why: the publisher's note or the source's own reason; none when no reason was given.
    pub why: Option<String>,
    /// The publisher's notes on what changed.
    pub notes: Vec<NoteLine>,
    /// Findings that were not there before.
    pub opened: Vec<FindingLine>,
    /// Findings that are no longer there.
    pub closed: Vec<FindingLine>,
    /// Sources, bodies, positions and relations that came, went or changed.
    pub beside: Vec<BigChange>,
    /// Findings whose verdict changed.
    pub altered: Vec<AlteredFinding>,
    /// Every change, handed to the template as `rows.html`.
    #[serde(skip)]
    pub rows: Vec<ChangeRow>,
    /// What new sources only say again, a sentence for each measure and source.
    pub repeated: Vec<String>,
    /// What stands in the place of numbers in these changes, in words.
    pub key: Vec<String>,
    /// Where the changes left out of a long table are: "The first 500 of 9,000 changes. All are in the CSV file."
    pub rest: Option<Link>,
    /// The same as files.
    pub downloads: Vec<Download>,
    /// The digests of the two editions, by which anyone can tell that these and no others were compared.
    pub digests: Option<Digests>,
}

/// The digests of two editions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Digests {
    /// Of the edition before.
    pub before: String,
    /// Of the edition after.
    pub after: String,
}

/// Why something was changed, in the publisher's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoteLine {
    /// `note-ID`.
    pub anchor: String,
    /// "Correction".
    pub kind: String,
    /// When it was decided.
    pub date: When,
    /// What changed.
    pub what: String,
    /// Why.
    pub why: String,
    /// What it does to conclusions.
    pub effect: String,
    /// Who decided it.
    pub by: String,
    /// Of a correction, what was wrong when it was said.
    pub error: Option<String>,
    /// Where it was made public.
    pub source: Option<Link>,
    /// What takes the place of what was withdrawn.
    pub replaced_by: Option<Link>,
}

/// How many changes of a kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Count {
    /// "12".
    pub number: String,
    /// "new figures".
    pub words: String,
}

/// A revision worth a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BigChange {
    /// "Staff tracing absconders: revised from 65 to 72, 11% up."
    pub text: String,
    /// The figure.
    pub path: Option<String>,
    /// The reason given.
    pub why: Option<String>,
}

/// A finding whose verdict changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AlteredFinding {
    /// The finding.
    pub finding: Link,
    /// The verdict before.
    pub was: String,
    /// The verdict now.
    pub now: String,
}

/// One changed figure or status.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeRow {
    /// The figure.
    pub figure: Link,
    /// Which day, period, group or source.
    pub detail: Option<String>,
    /// "new", "revised", "removed", "status", "rounding only".
    pub kind: String,
    /// The value before; none when it was not there.
    pub was: Option<String>,
    /// The value now; none when it is gone.
    pub now: Option<String>,
    /// The reason given.
    pub why: Option<String>,
}

/// The list of changes, latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeList {
    /// Around the main part.
    pub frame: Frame,
    /// From each edition to the next.
    pub changes: Vec<ChangeEntry>,
}

/// One step between editions in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeEntry {
    /// "From edition 1 to edition 2".
    pub link: Link,
    /// When the later one was released.
    pub date: When,
    /// All of it in one sentence.
    pub sentence: String,
    /// How many of each kind.
    pub counts: Vec<Count>,
}
