//! The source page and the list of sources: what it is, who spoke, when, and everything it put on record.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Frame, Link, Outside, When};
use super::origins::Provenance;
use super::pieces::{CellKind, Citation, FindingLine, Shorthand};
use super::standing::Status;
use super::trusted::Html;

/// The page of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourcePage {
    /// Around the main part.
    pub frame: Frame,
    /// The main heading.
    pub title: String,
    /// The facts about it.
    pub facts: SourceFacts,
    /// The symbols used in the table of figures, explained above it.
    pub shorthand: Vec<Shorthand>,
    /// The figures it reports, handed to the template as `rows.html`.
    #[serde(skip)]
    pub figures: Vec<SourceFigure>,
    /// Where the figures left out of a long table are: "The first 500 of 24,000 figures. All are in the CSV file."
    pub rest: Option<Link>,
    /// Where its figures come from, and what repeats them; none where nothing joins them to others.
    pub provenance: Option<Provenance>,
    /// What it asserts between figures, a sentence each.
    pub assertions: Vec<Assertion>,
    /// The positions it takes on figures of others, a sentence each.
    pub positions: Vec<Assertion>,
    /// Findings that rest on it.
    pub findings: Vec<FindingLine>,
    /// The captured words or notes.
    pub notes: Option<Html>,
    /// How to cite it.
    pub citation: Citation,
}

/// What a source is. Every empty field shows as "not known".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceFacts {
    /// "Leaked document".
    pub kind: String,
    /// The body it comes from.
    pub body: Option<String>,
    /// The person who spoke, with the role; none where sources of its kind have no speaker.
    pub speaker: Option<String>,
    /// When it was said.
    pub said: Option<When>,
    /// When it was published.
    pub published: Option<When>,
    /// When it was first reported by others.
    pub reported: Option<When>,
    /// When the publisher of this site received it.
    pub received: Option<When>,
    /// UIN, FOI reference.
    pub reference: Option<String>,
    /// The producer's own designation: "accredited official statistics".
    pub designation: Option<String>,
    /// The original.
    pub original: Option<Outside>,
    /// The archived copy.
    pub archived: Option<Outside>,
    /// The sources it repeats: it is no independent evidence of their figures.
    pub repeats: Vec<Link>,
    /// The sources that repeat it.
    pub repeated_by: Vec<Link>,
    /// The sources that share one text with it: together they are one origin.
    pub shares_text_with: Vec<Link>,
    /// The sources through which alone it is known here.
    pub known_through: Vec<Link>,
}

/// A figure the source reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceFigure {
    /// The measure; `path` leads to the figure's row on its page.
    pub measure: Link,
    /// What part of the measure it is for: "Region: North; Sex: All".
    pub part: Option<String>,
    /// The figure as reported.
    pub reported: String,
    /// Shorthand after the figure: `[p][r]`, or "".
    pub flags: String,
    /// A figure, or words in its place.
    pub kind: CellKind,
    /// What the words are read as; "" when there is no value.
    pub read_as: String,
    /// The day or period it is about, "not stated" included.
    pub when: When,
    /// How far it is confirmed.
    pub status: Status,
    /// The few words quoted.
    pub words: Option<String>,
}

/// Something the source says about figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Assertion {
    /// In a sentence of ours.
    pub text: String,
    /// In the source's words.
    pub words: Option<String>,
    /// The figure or measure concerned.
    pub about: Option<Link>,
}

/// The list of sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceList {
    /// Around the main part.
    pub frame: Frame,
    /// The pages of a list too long for one, this one included: "1 to 200". Empty when there is one page.
    pub parts: Vec<Link>,
    /// Every source, latest public date first.
    pub sources: Vec<SourceEntry>,
}

/// A source in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceEntry {
    /// Its page.
    pub link: Link,
    /// "Leaked document".
    pub kind: String,
    /// The body or person it comes from.
    pub who: Option<String>,
    /// When it became public.
    pub public: Option<When>,
    /// "3 figures".
    pub figures: String,
    /// The sources it repeats.
    pub repeats: Vec<Link>,
}
