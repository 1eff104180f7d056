//! The discrepancy page and the list: who said what, what each measures, the gap, and what would settle it.

use schemars::JsonSchema;
use serde::Serialize;

use super::conflict::ConflictPart;
use super::frame::{Frame, Link, When};
use super::origins::Provenance;
use super::pieces::{CellKind, ChartFigure, Citation, FindingLine, Quote, Tone};
use super::standing::{Status, StatusHistory};
use super::trusted::Html;

/// The page of one finding. Fields stand in the order of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DiscrepancyPage {
    /// Around the main part.
    pub frame: Frame,
    /// The main heading, neutral.
    pub title: String,
    /// Discrepancy, check that holds, or not known.
    pub tone: Tone,
    /// What the verdict answers: "Do they agree?"
    pub asks: String,
    /// The verdict in words: "cannot both be true as stated".
    pub verdict: String,
    /// Two or three sentences: both figures, their sources, the size of the gap.
    pub summary: String,
    /// What each source said.
    pub claims: Vec<Claim>,
    /// Can they be compared? One sentence.
    pub comparable: Option<String>,
    /// The same question, point by point.
    pub comparisons: Vec<Comparison>,
    /// How far apart they are.
    pub gap: Option<Gap>,
    /// The claims or the bridge, drawn.
    pub charts: Vec<ChartFigure>,
    /// From one figure to the other, step by step, the unexplained rest last.
    pub bridge: Vec<BridgeStep>,
    /// The same, drawn.
    pub bridge_chart: Option<ChartFigure>,
    /// The figures that cannot all hold, where several are needed.
    pub conflict: Option<ConflictPart>,
    /// What the verdict rests on, in a sentence or two.
    pub reasoning: Option<String>,
    /// The calculation, a line each: "53,298 / 65 = 819.97".
    pub arithmetic: Vec<String>,
    /// What had to be assumed, a sentence each.
    pub assumptions: Vec<String>,
    /// Why they may differ, likeliest first.
    pub causes: Vec<Cause>,
    /// What would settle it.
    pub settle: Vec<Settlement>,
    /// What the body responsible has published besides, where the finding is that it has not confirmed a figure.
    pub published: Vec<Claim>,
    /// Where the figures come from: origins, and what repeats them.
    pub provenance: Option<Provenance>,
    /// How the statuses of the figures came about.
    pub histories: Vec<StatusHistory>,
    /// What the publisher and the bodies concerned have said of it.
    pub replies: Vec<Reply>,
    /// That it is not in the record as it stands; none where it is.
    pub past: Option<Past>,
    /// When it was found, changed, closed; latest first.
    pub log: Vec<LogEntry>,
    /// The measures it touches.
    pub measures: Vec<Link>,
    /// The rule that found it.
    pub rule: Rule,
    /// How to cite it.
    pub citation: Citation,
    /// What a person said of it, for the engines that find reviews.
    pub linked_data: Option<Html>,
}

/// What one source said, and what it measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Claim {
    /// The words, who said them, where and when.
    pub quote: Quote,
    /// The figure as reported.
    pub reported: String,
    /// Shorthand that goes with it: `[p]`, or "".
    pub flags: String,
    /// The part and the time that it is for: "North, financial year ending March 2025; provisional".
    pub about: String,
    /// What part of the measure it is for: "Region: North; Sex: All".
    pub part: Option<String>,
    /// A figure, or words in its place.
    pub kind: CellKind,
    /// What the words are read as.
    pub read_as: Option<String>,
    /// What is counted, in the source's own words.
    pub counted: Option<String>,
    /// The day or period it is about.
    pub when: Option<When>,
    /// What the source says is included or left out.
    pub scope: Option<String>,
    /// How far it is confirmed.
    pub status: Option<Status>,
    /// The row of the measure's table: `measures/ID/#figure-ID`.
    pub path: Option<String>,
}

/// How two claims compare on one point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// The same.
    Same,
    /// Not the same.
    Different,
    /// At least one source does not say.
    NotKnown,
}

/// One point of comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Comparison {
    /// "Date", "What is counted", "Coverage".
    pub point: String,
    /// Whether they match on it.
    pub answer: Match,
    /// How: "October 2025 and 2016".
    pub words: String,
}

/// How far apart the claims are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gap {
    /// Between the numbers as written: "736".
    pub absolute: String,
    /// Which way and between what, in a sentence.
    pub words: String,
    /// The distances, each with what it says.
    pub distances: Vec<Distance>,
}

/// One way of saying how far apart two figures are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Distance {
    /// "Ratio".
    pub name: String,
    /// "0.89", "not defined".
    pub value: String,
    /// What it says, in a plain sentence.
    pub meaning: String,
}

/// One step of the way from one figure to the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BridgeStep {
    /// "Figure in source A", "Different date", "Not accounted for".
    pub step: String,
    /// The amount, signed: "−736".
    pub amount: String,
    /// Whence the amount.
    pub basis: Option<String>,
}

/// A likely cause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cause {
    /// "Part or addition".
    pub name: String,
    /// In a sentence or two.
    pub explanation: String,
}

/// What would settle it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Settlement {
    /// The draft of a question that asks for it.
    pub question: Option<String>,
    /// The draft that asks for it and for what else is open on the measure.
    pub draft: Option<Link>,
    /// What the answer would be if the figures on record are right, a sentence each.
    pub expected: Vec<String>,
}

/// A recorded word on the finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reply {
    /// "right of reply", "explained", "accepted", "disputed".
    pub state: String,
    /// What was said.
    pub text: Html,
    /// By whom.
    pub by: String,
    /// When.
    pub date: When,
}

/// What a reader must know of a finding that is not in the record as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Past {
    /// The last edition that held it.
    pub last: Option<Link>,
    /// The edition with which it went; none where it went since the last edition.
    pub gone_with: Option<Link>,
    /// The finding that it goes on as.
    pub goes_on_as: Option<Link>,
}

/// One line of the finding's log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LogEntry {
    /// When.
    pub date: When,
    /// What happened.
    pub text: String,
    /// The finding that it goes on as, or was before.
    pub other: Option<Link>,
    /// With which edition.
    pub edition: Option<Link>,
}

/// The rule that made the finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rule {
    /// "R012".
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its page.
    pub path: String,
    /// What it looks for, in a sentence.
    pub about: Option<String>,
    /// The finding's fingerprint, for reviews and baselines.
    pub fingerprint: String,
}

/// The list of every finding, in three groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DiscrepancyList {
    /// Around the main part.
    pub frame: Frame,
    /// The pages of a list too long for one, this one included: "1 to 200". Empty when there is one page.
    pub parts: Vec<Link>,
    /// "6 questions that would settle what is open"; none where nothing is.
    pub questions: Option<Link>,
    /// Where sources disagree.
    pub disputed: Vec<FindingLine>,
    /// Checks that hold.
    pub holds: Vec<FindingLine>,
    /// What is not known.
    pub not_known: Vec<FindingLine>,
}
