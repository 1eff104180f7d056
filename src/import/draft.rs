//! What an importer makes of a file, before anything is written.

use crate::finding::Finding;
use crate::model::{
    Basis, BodyId, Code, DimensionId, FigureId, Flag, MeasureId, Position, Source, SourceId, SourceKind,
};
use crate::period::Timing;
use crate::quantity::NoValue;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that was made of some files. The order of its parts does not matter.
#[derive(Debug, Default)]
pub struct Draft {
    /// The sources.
    pub sources: Vec<DraftSource>,
    /// The figures; those without a measure are proposed to a person.
    pub figures: Vec<DraftFigure>,
    /// What bodies said of figures, where the format itself says so.
    pub positions: Vec<Position>,
    /// What was found on the way.
    pub findings: Vec<Finding>,
}

impl Draft {
    /// Adds what was made of another file.
    pub fn absorb(&mut self, other: Self) {
        self.sources.extend(other.sources);
        self.figures.extend(other.figures);
        self.positions.extend(other.positions);
        self.findings.extend(other.findings);
    }
}

/// A source as it will be written.
#[derive(Debug, Clone)]
pub struct DraftSource {
    /// Its keys. `body`, `notes` and the places stay empty: they come from the other parts. Of `grouped_with` and
    /// `origin`, only sources that are there once the draft is written are named.
    pub source: Source,
    /// The body that speaks in it. The writer finds its id in `data/bodies.toml`, or adds it there.
    pub body: Option<NamedBody>,
    /// Where it was taken from.
    pub capture: Capture,
    /// Sentences of ours, a paragraph each. What others said stands in them in quotation marks.
    pub remarks: Vec<String>,
    /// The words captured from it.
    pub passages: Vec<Passage>,
    /// Whether it goes into the data.
    pub standing: Standing,
}

impl DraftSource {
    /// A source of which nothing else is known.
    #[must_use]
    pub fn new(id: SourceId, title: String, kind: SourceKind, capture: Capture) -> Self {
        let source = Source {
            id,
            title,
            kind,
            body: None,
            person: None,
            role: None,
            said: None,
            published: None,
            reported: None,
            received: None,
            reference: None,
            url: None,
            archive_url: None,
            origin: Vec::new(),
            reported_by: Vec::new(),
            grouped_with: Vec::new(),
            designation: None,
            notes: String::new(),
            notes_place: None,
            place: None,
        };
        let (remarks, passages) = (Vec::new(), Vec::new());
        Self { source, body: None, capture, remarks, passages, standing: Standing::Whole }
    }
}

/// An institution by its name, with the id it gets if it is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedBody {
    /// The id for it, if none of that name is declared.
    pub id: BodyId,
    /// Its name, as the file gives it.
    pub name: String,
}

impl NamedBody {
    /// A body with the id that its name suggests. None where the name gives none.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let name = super::clean::line(name, 200);
        let id = super::clean::slug(&name)?;
        Some(Self { id: BodyId::new(&id).ok()?, name })
    }
}

/// The file that something was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// The format, as the command names it.
    pub format: &'static str,
    /// The name of the file, without its folders.
    pub file: String,
    /// The SHA-256 digest of its bytes, in hexadecimal.
    pub sha256: String,
}

/// Words captured from a source in one piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// A few words of ours that introduce it.
    pub heading: Option<String>,
    /// Its paragraphs. The rows of a table are one paragraph, with line breaks between them.
    pub paragraphs: Vec<String>,
}

/// Whether a source goes into the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// All of it is there.
    Whole,
    /// Only its start is known, so it is proposed and no figure is taken from it.
    Cut,
    /// Another version has replaced it, so it is proposed and no figure is taken from it.
    Superseded,
}

/// A figure as it will be written.
#[derive(Debug, Clone)]
pub struct DraftFigure {
    /// The measure. A figure without one is proposed.
    pub measure: Option<MeasureId>,
    /// The id, where the derived one will not do.
    pub id: Option<FigureId>,
    /// The code on each dimension.
    pub dimensions: BTreeMap<DimensionId, Code>,
    /// When it was counted.
    pub timing: Timing,
    /// Where it was said.
    pub source: SourceId,
    /// The quantity, word for word.
    pub reported: String,
    /// Why there is no value, where the words do not say.
    pub missing: Option<NoValue>,
    /// What it rests on.
    pub basis: Basis,
    /// Shorthand that goes with the value.
    pub flags: BTreeSet<Flag>,
    /// What is counted, in the words of the source.
    pub described_as: Option<String>,
    /// The words it came from.
    pub words: Option<String>,
    /// Where in the source they stand.
    pub locator: Option<String>,
    /// A note of ours.
    pub note: Option<String>,
    /// How it was read, for the person who decides on a proposed figure.
    pub reads: Option<Reads>,
}

impl DraftFigure {
    /// A figure of which nothing is known but its words.
    #[must_use]
    pub fn new(source: SourceId, reported: String) -> Self {
        Self {
            measure: None,
            id: None,
            dimensions: BTreeMap::new(),
            timing: Timing::NotStated,
            source,
            reported,
            missing: None,
            basis: Basis::Measured,
            flags: BTreeSet::new(),
            described_as: None,
            words: None,
            locator: None,
            note: None,
            reads: None,
        }
    }
}

/// How a proposed figure was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reads {
    /// The hedge, or the state of not giving a value.
    pub hedge: String,
    /// The typical range, in words.
    pub range: String,
    /// The unit in the words, or the heading of the row and column.
    pub unit: String,
    /// The characters of the paragraph that carry it, as first–last, from 1.
    pub span: String,
}
