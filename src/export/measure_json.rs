//! One measure as JSON: what it is, every figure with its reading and standing, its sources and its findings.

use super::figure_json::FigureJson;
use super::json_file::json_file;
use super::sources::SourceLine;
use super::terms::Terms;
use crate::finding::{Finding, Severity};
use crate::model::{Dataset, Measure, SourceId};
use crate::reconcile::Record;
use serde::Serialize;
use std::collections::BTreeSet;

/// The version of the form of this file.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct MeasureFile<'a> {
    format: u32,
    terms: &'a Terms,
    measure: &'a Measure,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsible_name: Option<&'a str>,
    figures: Vec<FigureJson<'a>>,
    sources: Vec<SourceLine<'a>>,
    findings: Vec<FindingLine<'a>>,
}

/// A finding by its stable name; the file of findings has the rest.
#[derive(Serialize)]
struct FindingLine<'a> {
    fingerprint: &'a str,
    code: &'a str,
    name: &'a str,
    severity: Severity,
    title: &'a str,
}

/// One measure as a JSON file. The findings are those that concern it, in the order in which they are to stand.
#[must_use]
pub fn measure_json(record: &Record, measure: &Measure, findings: &[&Finding], terms: &Terms) -> Vec<u8> {
    let dataset = record.dataset();
    let figures = dataset.figures_of(&measure.id);
    let sources: BTreeSet<&SourceId> = figures.iter().map(|figure| &figure.source).collect();
    json_file(&MeasureFile {
        format: FORMAT,
        terms,
        measure,
        responsible_name: measure.responsible.as_ref().map(|body| dataset.body_name(body)),
        figures: figures.iter().map(|figure| FigureJson::of(record, figure)).collect(),
        sources: lines(dataset, sources),
        findings: findings.iter().map(|finding| FindingLine::of(finding)).collect(),
    })
}

fn lines<'a>(dataset: &'a Dataset, ids: BTreeSet<&SourceId>) -> Vec<SourceLine<'a>> {
    let sources = ids.into_iter().filter_map(|id| dataset.source(id));
    sources.map(|source| SourceLine::of(dataset, source)).collect()
}

impl<'a> FindingLine<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            fingerprint: finding.fingerprint.as_str(),
            code: finding.code,
            name: finding.name,
            severity: finding.severity,
            title: &finding.title,
        }
    }
}
