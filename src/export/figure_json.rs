//! A figure as JSON: its words, how they are read, and how it stands.

use super::reading_json::ReadingJson;
use crate::model::{Code, Dataset, DimensionId, Figure, FigureId, Flag, PositionId, SourceId, Wording};
use crate::period::{PartialDate, ReferencePeriod, Timing};
use crate::reconcile::{Evidence, Record, Standing, Step};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// A figure. Keys that have nothing to say are left out.
#[derive(Serialize)]
pub(super) struct FigureJson<'a> {
    id: &'a FigureId,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    dimensions: &'a BTreeMap<DimensionId, Code>,
    #[serde(flatten)]
    timing: TimingJson,
    reported: &'a str,
    reading: ReadingJson<'a>,
    basis: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    flags: Vec<&'static str>,
    standing: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<StepJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeats: Option<&'a FigureId>,
    source: &'a SourceId,
    #[serde(skip_serializing_if = "Option::is_none")]
    wording: Option<&'a Wording>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

/// When a figure is about; nothing where its source does not say.
#[derive(Default, Serialize)]
pub(super) struct TimingJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<ReferencePeriod>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period_start: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period_end: Option<Date>,
}

/// One step in the history of a standing: what the body concerned did, and the standing from then on.
#[derive(Serialize)]
pub(super) struct StepJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<PartialDate>,
    standing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<&'a PositionId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stance: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<&'a FigureId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a SourceId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
}

impl<'a> FigureJson<'a> {
    pub(super) fn of(record: &'a Record, figure: &'a Figure) -> Self {
        let wording = figure.wording();
        Self {
            id: &figure.id,
            dimensions: &figure.key.dimensions,
            timing: TimingJson::of(&figure.key.timing),
            reported: &figure.reported,
            reading: ReadingJson::of(figure.reading(), record.kind(figure)),
            basis: figure.basis.name(),
            flags: figure.flags.iter().copied().map(Flag::name).collect(),
            standing: record.standings().standing(figure).name(),
            history: history(record, figure),
            repeats: record.origin(figure).map(|origin| &origin.id),
            source: &figure.source,
            wording: (!wording.is_plain()).then_some(wording),
            locator: figure.locator.as_deref(),
            note: figure.note.as_deref(),
        }
    }
}

impl TimingJson {
    pub(super) fn of(timing: &Timing) -> Self {
        match timing {
            Timing::AsOf(date) => Self { as_of: Some(*date), ..Self::default() },
            Timing::During(period) => Self {
                period: Some(*period),
                period_start: Some(period.start()),
                period_end: Some(period.end()),
                ..Self::default()
            },
            Timing::NotStated => Self::default(),
        }
    }
}

/// The steps by which a figure came to its standing.
pub(super) fn history<'a>(record: &'a Record, figure: &Figure) -> Vec<StepJson<'a>> {
    let steps = record.standings().history(figure).iter();
    steps.map(|step| StepJson::of(record.dataset(), step)).collect()
}

impl<'a> StepJson<'a> {
    fn of(dataset: &'a Dataset, step: &'a Step) -> Self {
        let (position, figure) = match &step.evidence {
            Evidence::Position(id) => (dataset.position(id), None),
            Evidence::OwnFigure(id) => (None, dataset.figure(id)),
        };
        Self {
            date: step.date,
            standing: Standing::Verified(step.status).name(),
            position: position.map(|position| &position.id),
            stance: position.map(|position| position.stance.name()),
            figure: figure.map(|figure| &figure.id),
            source: position.map(|position| &position.source).or(figure.map(|figure| &figure.source)),
            words: position.and_then(|position| position.words.as_deref()),
        }
    }
}
