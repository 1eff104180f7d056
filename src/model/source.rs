//! A source: a document, answer, statement or report in which figures were put on the record.

use super::{BodyId, Place, SourceId};
use crate::period::PartialDate;
use crate::quantity::Register;
use serde::{Deserialize, Serialize};

/// Where a figure was said. One file of `data/sources/` declares one source. What is not known stays empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The stem of its file.
    pub id: SourceId,
    /// What it is called on the site.
    pub title: String,
    /// Its kind, which sets how a bare number in it is read.
    pub kind: SourceKind,
    /// The body that speaks in it.
    pub body: Option<BodyId>,
    /// The person who speaks in it, in a public role.
    pub person: Option<String>,
    /// That person's role when it was said.
    pub role: Option<String>,
    /// When it was said or written.
    pub said: Option<PartialDate>,
    /// When its author published it.
    pub published: Option<PartialDate>,
    /// When others first reported it, for what its author did not publish.
    pub reported: Option<PartialDate>,
    /// When the publisher of this site received it.
    pub received: Option<PartialDate>,
    /// A UIN, an FOI number or another reference.
    pub reference: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// An archived copy.
    pub archive_url: Option<String>,
    /// The sources it repeats: it adds no independent evidence to them.
    pub origin: Vec<SourceId>,
    /// The sources through which alone it is known.
    pub reported_by: Vec<SourceId>,
    /// The sources that share one text with it, such as answers that were grouped: together they are one origin.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grouped_with: Vec<SourceId>,
    /// The standing its publisher gave it.
    pub designation: Option<Designation>,
    /// The publisher's notes, in Markdown. Block quotes among them are the words captured from the source.
    pub notes: String,
    /// Where the notes start.
    #[serde(skip)]
    pub notes_place: Option<Place>,
    /// Where it was declared.
    #[serde(skip)]
    pub place: Option<Place>,
}

impl Source {
    /// The date from which it was public: published, else first reported, else said.
    #[must_use]
    pub fn public_date(&self) -> Option<PartialDate> {
        self.published.or(self.reported).or(self.said)
    }

    /// The date to which its own words refer back: said, else the public date.
    #[must_use]
    pub fn spoken_date(&self) -> Option<PartialDate> {
        self.said.or(self.public_date())
    }

    /// The sources that it repeats, is known through or was given together with.
    pub fn leads_to(&self) -> impl Iterator<Item = &SourceId> {
        self.origin.iter().chain(&self.reported_by).chain(&self.grouped_with)
    }
}

/// Kinds of source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A statistical release signed off by its producer.
    OfficialStatistics,
    /// An answer to a written question in Parliament.
    WrittenAnswer,
    /// An answer given in the chamber.
    OralAnswer,
    /// A response to a freedom of information request.
    FoiResponse,
    /// Evidence to a parliamentary committee.
    CommitteeEvidence,
    /// A statement by a public body or its spokesperson.
    OfficialStatement,
    /// A document that its author did not publish.
    LeakedDocument,
    /// A report in a newspaper, on a site or on air.
    MediaReport,
    /// A statement by a politician who does not speak for the body concerned.
    PoliticalStatement,
    /// A letter.
    Correspondence,
    /// Any other.
    Other,
}

impl SourceKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 11] = [
        Self::OfficialStatistics,
        Self::WrittenAnswer,
        Self::OralAnswer,
        Self::FoiResponse,
        Self::CommitteeEvidence,
        Self::OfficialStatement,
        Self::LeakedDocument,
        Self::MediaReport,
        Self::PoliticalStatement,
        Self::Correspondence,
        Self::Other,
    ];

    /// The kind as it is written in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OfficialStatistics => "official-statistics",
            Self::WrittenAnswer => "written-answer",
            Self::OralAnswer => "oral-answer",
            Self::FoiResponse => "foi-response",
            Self::CommitteeEvidence => "committee-evidence",
            Self::OfficialStatement => "official-statement",
            Self::LeakedDocument => "leaked-document",
            Self::MediaReport => "media-report",
            Self::PoliticalStatement => "political-statement",
            Self::Correspondence => "correspondence",
            Self::Other => "other",
        }
    }

    /// The kind in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::OfficialStatistics => "official statistics",
            Self::WrittenAnswer => "written parliamentary answer",
            Self::OralAnswer => "oral parliamentary answer",
            Self::FoiResponse => "FOI response",
            Self::CommitteeEvidence => "committee evidence",
            Self::OfficialStatement => "official statement",
            Self::LeakedDocument => "leaked document",
            Self::MediaReport => "media report",
            Self::PoliticalStatement => "political statement",
            Self::Correspondence => "letter",
            Self::Other => "other source",
        }
    }

    /// How a bare number in such a source is read: as printed in a table, or as rounded in prose.
    #[must_use]
    pub fn register(self) -> Register {
        match self {
            Self::OfficialStatistics | Self::FoiResponse | Self::LeakedDocument => Register::Table,
            Self::WrittenAnswer
            | Self::OralAnswer
            | Self::CommitteeEvidence
            | Self::OfficialStatement
            | Self::MediaReport
            | Self::PoliticalStatement
            | Self::Correspondence
            | Self::Other => Register::Prose,
        }
    }

    /// The body itself made it public, so that its own figure in it counts as confirmed by that body.
    #[must_use]
    pub fn is_publication(self) -> bool {
        !matches!(self, Self::LeakedDocument | Self::MediaReport | Self::PoliticalStatement)
    }
}

/// The standing a producer gives its statistics. The site carries it and never grants one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Designation {
    /// Accredited official statistics.
    AccreditedOfficialStatistics,
    /// Official statistics.
    OfficialStatistics,
    /// Official statistics in development.
    OfficialStatisticsInDevelopment,
    /// Operational figures, not official statistics.
    ManagementInformation,
    /// Declared to have none.
    None,
}

impl Designation {
    /// The designation in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::AccreditedOfficialStatistics => "accredited official statistics",
            Self::OfficialStatistics => "official statistics",
            Self::OfficialStatisticsInDevelopment => "official statistics in development",
            Self::ManagementInformation => "management information",
            Self::None => "no designation",
        }
    }
}
