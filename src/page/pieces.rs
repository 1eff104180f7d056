//! The pieces that several kinds of page share: findings in a line, charts, downloads, citations.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Link, When};
use super::standing::Status;
use super::trusted::Svg;
use crate::finding::Nature;

/// The three groups a finding can stand in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Sources that cannot all be right as stated, or wording that was lost.
    #[default]
    Disputed,
    /// A check that was made and holds.
    Holds,
    /// Too little is known to tell, or nothing was made available.
    NotKnown,
}

impl Tone {
    /// The group of a finding; none for a mistake in the publisher's own files, which no page lists.
    pub fn of(nature: Nature) -> Option<Self> {
        match nature {
            Nature::Discrepancy => Some(Self::Disputed),
            Nature::Agreement => Some(Self::Holds),
            Nature::Gap => Some(Self::NotKnown),
            Nature::Input | Nature::Disclosure => None,
        }
    }
}

/// A finding in a line or two, wherever it is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingLine {
    /// `discrepancies/ID/`.
    pub path: String,
    /// What it is about, in a few words.
    pub title: String,
    /// Which group it stands in.
    pub tone: Tone,
    /// The verdict in words: "cannot both be true as stated".
    pub verdict: String,
    /// One to three sentences with both figures and their sources.
    pub summary: String,
    /// The gap in words, absolute and per cent: "6,702 lower (11.2%)".
    pub gap: Option<String>,
    /// The measure concerned.
    pub measure: Option<Link>,
    /// What the publisher or the body has said of it since: "explained", "right of reply, 3 March 2026".
    pub state: Option<String>,
}

/// A chart with its titles. The table of the same figures follows it on every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChartFigure {
    /// The message, in at most ten words.
    pub title: String,
    /// Measure, place and period.
    pub subtitle: String,
    /// The drawing.
    pub picture: Svg,
    /// Source and caveat, under the drawing.
    pub note: Option<String>,
    /// The chart and its rows as files.
    pub downloads: Vec<Download>,
    /// The files themselves, each with its path from the site's root.
    #[serde(skip)]
    pub files: Vec<(String, Vec<u8>)>,
}

/// One shorthand symbol of a table, explained above it: `[p]`, "provisional".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Shorthand {
    /// With its brackets.
    pub symbol: String,
    /// What it means.
    pub words: String,
}

/// Whether a cell holds a figure (right-aligned) or a statement in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CellKind {
    /// A figure, with its hedge.
    #[default]
    Number,
    /// Words in place of a figure: "not provided".
    Words,
}

/// A file to download.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Download {
    /// "CSV", "JSON".
    pub format: String,
    /// What is in it.
    pub about: String,
    /// The file, from the site's root.
    pub path: String,
    /// "2.1 kB".
    pub size: String,
    /// The address that never changes, if there is one besides `path`.
    pub frozen: Option<Link>,
}

/// An address of this site as text to copy. `text` is the full address when the site's base is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Address {
    /// What a reader copies.
    pub text: String,
    /// Where it leads, from the site's root.
    pub path: String,
}

/// How to cite a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Citation {
    /// The whole citation as plain text.
    pub text: String,
    /// The address of this edition of the page, which does not change.
    pub edition: Option<Address>,
    /// The address that always shows the latest edition.
    pub latest: Option<Address>,
    /// The same for reference managers.
    pub forms: Vec<CitationForm>,
    /// The citation file of the figure at the top; those of the others lie beside it.
    pub figures: Option<String>,
}

/// A citation in a form that reference managers read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CitationForm {
    /// "BibTeX".
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Words put on the record, with who said them, where and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Quote {
    /// The words as they stand in the source, without quotation marks.
    pub words: String,
    /// "Rupert Lowe MP"; none when the source does not say.
    pub speaker: Option<String>,
    /// The source's page.
    pub source: Link,
    /// When it was said.
    pub said: Option<When>,
}

/// A figure in a line: on the home page, in the list of measures, on a source's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeasureLine {
    /// The measure, or the question it answers; `path` is its page or a figure on it.
    pub measure: Link,
    /// The figure with its words: "more than 53,000"; none when no figure is known.
    pub figure: Option<String>,
    /// "people".
    pub unit: Option<String>,
    /// What day or period it is about.
    pub when: Option<When>,
    /// How far it is confirmed.
    pub status: Option<Status>,
    /// "Leaked document, reported 27 November 2025".
    pub source: Option<Link>,
    /// "2 discrepancies"; none when there are none.
    pub discrepancies: Option<Link>,
}

/// An edition in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EditionLine {
    /// "3".
    pub number: String,
    /// `editions/3/`.
    pub path: String,
    /// When it was released.
    pub date: When,
    /// The publisher's note with it.
    pub note: Option<String>,
    /// What changed with it, in a sentence; the first edition has none.
    pub changes: Option<Link>,
}
