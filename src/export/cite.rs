//! A cited figure as JSON: small enough to be asked for by a document that quotes it.

use super::figure_json::{StepJson, TimingJson, history};
use super::json_file::json_file;
use super::reading_json::ReadingJson;
use super::sources::SourceLine;
use crate::model::{Code, DimensionId, Figure, FigureId, Measure};
use crate::reconcile::Record;
use serde::Serialize;
use std::collections::BTreeMap;

/// The edition in which a figure first stood, and where it can be cited for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition<'a> {
    /// The number of the edition; none for a figure of the draft.
    pub first: Option<u32>,
    /// The address of the figure that will not change.
    pub permalink: &'a str,
}

#[derive(Serialize)]
struct Citation<'a> {
    figure: &'a FigureId,
    reported: &'a str,
    reading: ReadingJson<'a>,
    measure: MeasureLine<'a>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    dimensions: &'a BTreeMap<DimensionId, Code>,
    #[serde(flatten)]
    timing: TimingJson,
    source: Option<SourceLine<'a>>,
    basis: &'static str,
    standing: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<StepJson<'a>>,
    first_edition: Option<u32>,
    permalink: &'a str,
}

#[derive(Serialize)]
struct MeasureLine<'a> {
    id: &'a str,
    title: Option<&'a str>,
    unit: Option<&'a str>,
}

/// The file `/cite/FIGURE-ID.json`.
#[must_use]
pub fn citation_json(record: &Record, figure: &Figure, edition: Edition<'_>) -> Vec<u8> {
    let dataset = record.dataset();
    let measure = dataset.measure(&figure.key.measure);
    json_file(&Citation {
        figure: &figure.id,
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
        standing: record.standings().standing(figure).name(),
        history: history(record, figure),
        first_edition: edition.first,
        permalink: edition.permalink,
    })
}
