//! A cited figure as JSON: small enough to be asked for by a document that quotes it.

use super::figure_json::{StepJson, TimingJson, history};
use super::json_file::json_file;
use super::reading_json::ReadingJson;
use super::reference::{CslItem, Reference};
use super::sources::SourceLine;
use crate::model::{Code, DimensionId, Figure, FigureId, Measure};
use crate::period::PartialDate;
use crate::reconcile::{Record, Standing};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a citation file says beside the figure itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CiteFile {
    /// How to cite it.
    pub reference: Reference,
    /// The address of the figure that will not change; none for what is not yet in an edition.
    pub permalink: Option<String>,
    /// The address where it is now; none for a figure that is no longer on record.
    pub latest: Option<String>,
    /// What each edition made of it, oldest first.
    pub editions: Vec<Stage>,
    /// That it is no longer on record.
    pub gone: Option<Gone>,
}

/// What an edition made of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stage {
    /// The edition; none for what changed since the last.
    pub edition: Option<u32>,
    /// When it was released.
    pub date: Option<PartialDate>,
    /// What happened: `added`, `revised`, `removed`.
    pub change: &'static str,
    /// The identifier from then on, where it was another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<FigureId>,
    /// The figure word for word; none where it went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<String>,
    /// How far it was confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<&'static str>,
    /// It was taken off the record, or taken back by its source.
    pub withdrawn: bool,
    /// Why, in the publisher's note on the change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The frozen page that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permalink: Option<String>,
}

/// Since when a figure is no longer on record under its identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gone {
    /// With which edition it went; none where it went since the last.
    pub edition: Option<u32>,
    /// When that was.
    pub date: Option<PartialDate>,
    /// Why, in the publisher's note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The identifier under which it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now_called: Option<FigureId>,
}

#[derive(Serialize)]
struct Citation<'a> {
    format: u32,
    figure: &'a FigureId,
    on_record: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    gone: Option<&'a Gone>,
    reported: &'a str,
    reading: ReadingJson<'a>,
    measure: MeasureLine<'a>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    dimensions: &'a BTreeMap<DimensionId, Code>,
    #[serde(flatten)]
    timing: TimingJson,
    source: Option<SourceLine<'a>>,
    basis: &'static str,
    /// A figure that is gone has none: what it was then is told by the editions.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<StepJson<'a>>,
    edition: Option<u32>,
    permalink: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latest: Option<&'a str>,
    editions: &'a [Stage],
    citation: Forms<'a>,
}

#[derive(Serialize)]
struct Forms<'a> {
    key: &'a str,
    text: String,
    bibtex: String,
    csl: CslItem,
}

#[derive(Serialize)]
struct MeasureLine<'a> {
    id: &'a str,
    title: Option<&'a str>,
    unit: Option<&'a str>,
}

/// The file `/cite/FIGURE-ID.json`.
#[must_use]
pub fn citation_json(record: &Record, figure: &Figure, file: &CiteFile) -> Vec<u8> {
    let dataset = record.dataset();
    let measure = dataset.measure(&figure.key.measure);
    let reference = &file.reference;
    let standing = || Standing::name(record.standings().standing(figure));
    json_file(&Citation {
        format: 1,
        figure: &figure.id,
        on_record: file.gone.is_none(),
        gone: file.gone.as_ref(),
        reported: &figure.reported,
        reading: ReadingJson::of(figure.reading(), record.kind(figure)),
        measure: MeasureLine {
            id: figure.key.measure.as_str(),
            title: measure.map(|measure: &Measure| &*measure.title),
            unit: measure.map(|measure| &*measure.unit),
        },
        dimensions: &figure.key.dimensions,
        timing: TimingJson::of(&figure.key.timing),
        source: dataset.source(&figure.source).map(|source| SourceLine::of(dataset, source)),
        basis: figure.basis.name(),
        standing: file.gone.is_none().then(standing),
        history: history(record, figure),
        edition: reference.edition.map(|(number, _)| number),
        permalink: file.permalink.as_deref(),
        latest: file.latest.as_deref(),
        editions: &file.editions,
        citation: Forms {
            key: &reference.key,
            text: reference.plain(),
            bibtex: reference.bibtex(),
            csl: reference.csl(),
        },
    })
}
