//! The measure page: one figure, its words, its standing, and everything a researcher asks next.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::NoteLine;
use super::embed::Embed;
use super::frame::{Frame, Link, Outside, When};
use super::origins::Provenance;
use super::pieces::{CellKind, ChartFigure, Citation, Download, FindingLine, Shorthand};
use super::standing::{Status, StatusHistory};
use super::trusted::Html;

/// The page of a measure, moving or frozen. Fields stand in the order of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeasurePage {
    /// Around the main part.
    pub frame: Frame,
    /// On a frozen page, which edition it shows; none on the moving page.
    pub frozen: Option<Frozen>,
    /// The main heading: "How many people are recorded as absconded?"
    pub question: String,
    /// The measure as a noun phrase, if the question does not already say it.
    pub title: Option<String>,
    /// The figure at the top; none when no source gives one.
    pub headline: Option<Headline>,
    /// The as-of line.
    pub dates: Dates,
    /// Where the headline comes from.
    pub source: Option<SourceLine>,
    /// Where sources disagree about this measure, or nothing was made available.
    pub notices: Vec<FindingLine>,
    /// The draft of the question that would settle most of them.
    pub question_to_ask: Option<Link>,
    /// Checks that were made and hold.
    pub holds: Vec<FindingLine>,
    /// What is counted.
    pub definition: Definition,
    /// Pictures of the figures; the table follows them directly.
    pub charts: Vec<ChartFigure>,
    /// Every figure reported.
    pub figures: FigureTable,
    /// Figures that stood here in an earlier edition, the last to go first.
    pub gone: Vec<Tombstone>,
    /// Where the figures come from: origins, and what repeats them.
    pub provenance: Option<Provenance>,
    /// How the statuses of the figures came about, that of the headline first.
    pub histories: Vec<StatusHistory>,
    /// What to bear in mind, a paragraph each.
    pub caveats: Vec<Html>,
    /// What the editions changed, latest first.
    pub changes: Vec<MeasureChange>,
    /// What each edition said of each date or period, where there are at least three editions.
    pub triangle: Option<TriangleTable>,
    /// The frozen pages of this measure, latest first.
    pub versions: Vec<Version>,
    /// How to cite it.
    pub citation: Citation,
    /// The address of the figure at the top, as it stood in an edition where there is one.
    pub share: Option<Link>,
    /// How to put it into a page of one's own.
    pub embed: Option<Embed>,
    /// The measure for the engines that find data; on the moving page, since they need it once.
    pub linked_data: Option<Html>,
    /// Files with the same figures.
    pub downloads: Vec<Download>,
    /// Other measures worth reading beside it.
    pub related: Vec<Link>,
}

/// The edition a frozen page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Frozen {
    /// "2".
    pub edition: String,
    /// When that edition was released.
    pub date: When,
    /// The moving page.
    pub latest: Link,
    /// The edition that changed the page since, where one did.
    pub superseded: Option<Superseded>,
}

/// What stands in the place of a frozen page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Superseded {
    /// "Edition 3", leading to the page as it stood in it; to the change where the measure is gone.
    pub edition: Link,
    /// When that was released.
    pub date: When,
    /// What changed, in a sentence: "1 figure was revised and 1 was removed".
    pub what: String,
    /// The page of the change.
    pub change: Link,
}

/// The figure at the top of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Headline {
    /// The figure with its words, never a bare number with a small hedge: "c. 65".
    pub words: String,
    /// "people"; none when the words are not a number.
    pub unit: Option<String>,
    /// The range the words are read as: "60 to 70".
    pub read_as: Option<String>,
    /// How it compares with the period before, in a sentence: "11% lower than in 2016."
    pub direction: Option<String>,
    /// The shorthand that goes with it, explained: `[p]`, "provisional".
    pub flags: Vec<Shorthand>,
    /// What else has been reported, in a sentence.
    pub beside: Option<String>,
    /// A figure of others for a later time, in a sentence.
    pub later: Option<String>,
    /// How far it is confirmed.
    pub status: Status,
    /// The row of the table it stands in: `figure-ID`.
    pub anchor: String,
}

/// The dates of the headline and of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dates {
    /// The day or period the headline is about.
    pub position: Option<When>,
    /// When the headline first became public.
    pub published: Option<When>,
    /// When anything on this page last changed.
    pub changed: Option<When>,
    /// With which edition.
    pub changed_in: Option<Link>,
    /// When more is expected.
    pub next: Option<When>,
}

/// Where a figure comes from, as a line of facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceLine {
    /// The source's page.
    pub link: Link,
    /// "leaked document".
    pub kind: String,
    /// The body that answered or stated.
    pub body: Option<String>,
    /// The person who spoke, with the role: "Alex Norris MP, minister".
    pub person: Option<String>,
    /// When it was said.
    pub said: Option<When>,
    /// UIN, FOI reference.
    pub reference: Option<String>,
    /// The original.
    pub original: Option<Outside>,
    /// The archived copy.
    pub archived: Option<Outside>,
}

/// Whether the measure is about a moment or a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// A position on a date.
    Stock,
    /// Events during a period.
    Flow,
}

/// What is counted, and what is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Definition {
    /// The definition in prose.
    pub text: Option<Html>,
    /// "people".
    pub unit: String,
    /// Stock or flow.
    pub nature: Option<Nature>,
    /// Who or what is counted.
    pub population: Option<String>,
    /// The place and the parts covered.
    pub coverage: Option<String>,
    /// What is declared to be included.
    pub includes: Vec<String>,
    /// The body responsible for the figure.
    pub responsible: Option<String>,
    /// "rounded to the nearest 5".
    pub rounding: Option<String>,
    /// "values below 5 are not shown".
    pub suppression: Option<String>,
}

/// Every figure reported for the measure, a row each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FigureTable {
    /// What the table holds: measure, unit, place, period.
    pub caption: String,
    /// The symbols used in it, explained above it.
    pub shorthand: Vec<Shorthand>,
    /// What is withheld in it, why, and what is still known; none where nothing is.
    pub withheld: Option<String>,
    /// The headings of the dimension columns.
    pub dimensions: Vec<String>,
    /// The rows, written by `rows` and handed to the template as `rows.html`.
    #[serde(skip)]
    pub rows: Vec<FigureRow>,
}

/// One reported figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FigureRow {
    /// `figure-ID`, from `figure_anchor`.
    pub anchor: String,
    /// The day or period it is about, "not stated" included.
    pub when: When,
    /// One value for each of the table's dimensions, in their order.
    pub dimensions: Vec<String>,
    /// The figure as reported: "c. 65".
    pub reported: String,
    /// A figure, or words in its place.
    pub kind: CellKind,
    /// Shorthand after the figure: `[p][r]`, or "".
    pub flags: String,
    /// What the words are read as: "60 to 70"; "" when there is no value.
    pub read_as: String,
    /// Who reported it.
    pub source: Link,
    /// When: "said 12 May 2025, first reported 2 June 2025".
    pub said: Option<When>,
    /// How far it is confirmed.
    pub status: Status,
    /// The words that the source used for what is counted, in a line.
    pub wording: Option<String>,
    /// The note of the site's publisher, named as such.
    pub note: Option<String>,
}

/// A figure that is no longer on record. Its address still answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tombstone {
    /// `figure-ID`, as it was.
    pub anchor: String,
    /// The figure as it was reported.
    pub reported: String,
    /// What it was for, and where it was said.
    pub detail: String,
    /// The last frozen page that shows it.
    pub last: Option<Link>,
    /// With which edition it went.
    pub went: Link,
    /// When that was released.
    pub date: When,
    /// Why it went.
    pub note: Option<NoteLine>,
}

/// The page of a measure or source that is no longer on record. Its address still answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GonePage {
    /// Around the main part.
    pub frame: Frame,
    /// "measure" or "source".
    pub noun: &'static str,
    /// The title that it had.
    pub title: String,
    /// With which edition it went; none where it went since the last.
    pub went: Option<Link>,
    /// When that was released.
    pub date: Option<When>,
    /// The date up to which the record is shown, where that is why it is not there.
    pub unseen: Option<When>,
    /// Why it went.
    pub note: Option<NoteLine>,
    /// The frozen pages that hold it or its figures, latest first.
    pub versions: Vec<Version>,
    /// Its figures.
    pub gone: Vec<Tombstone>,
}

/// One change to the measure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeasureChange {
    /// With which edition.
    pub edition: Link,
    /// When.
    pub date: When,
    /// "revision", "correction", "new figure", "status".
    pub kind: String,
    /// What changed, in a sentence.
    pub text: String,
    /// The value before.
    pub was: Option<String>,
    /// The value now.
    pub now: Option<String>,
    /// Why, in the publisher's words.
    pub note: Option<NoteLine>,
}

/// What each edition said of each date or period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TriangleTable {
    /// The editions, a column each, oldest first.
    pub editions: Vec<Link>,
    /// The dates or periods, a row each, oldest first.
    pub rows: Vec<TriangleLine>,
    /// By how much numbers were revised on average, in words.
    pub summary: String,
    /// How much is not shown.
    pub left_out: Option<String>,
}

/// What each edition said of one date or period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TriangleLine {
    /// The date or period.
    pub when: When,
    /// A cell for each edition.
    pub cells: Vec<TriangleCell>,
}

/// What one edition said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TriangleCell {
    /// The figure as reported; none where the edition has none.
    pub reported: Option<String>,
    /// The edition before said otherwise.
    pub is_revised: bool,
}

/// A frozen page of the measure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Version {
    /// "Edition 2", leading to `measures/ID/v/2/`.
    pub link: Link,
    /// When it was released.
    pub date: When,
    /// The headline it showed.
    pub headline: Option<String>,
    /// How far that was confirmed then.
    pub status: Option<Status>,
}
