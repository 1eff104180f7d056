//! Findings for programs: one object, `{"findings": […]}`.

use super::visible::visible_json;
use super::worst_first;
use crate::finding::{
    Bridge, Cause, Conflict, Distances, Finding, Fingerprint, Nature, Reviewed, Severity, Verdict,
};
use crate::model::{FigureId, MeasureId, Place, SourceId};
use crate::quantity::Rational;
use serde::Serialize;

/// Writes findings as one JSON object, worst first.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "names, texts and lists always become JSON; if not, it is a bug of ours"
)]
pub fn render(findings: &[Finding]) -> String {
    let report = Report { findings: worst_first(findings).into_iter().map(Entry::of).collect() };
    let json = serde_json::to_string_pretty(&report).expect("plain values become JSON");
    visible_json(&json) + "\n"
}

#[derive(Serialize)]
struct Report<'a> {
    findings: Vec<Entry<'a>>,
}

/// A finding as programs read it: every key always there, in this order. Keys are added at the end only.
#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    name: &'a str,
    severity: Severity,
    message: &'a str,
    help: Option<&'a str>,
    verdict: Option<Verdict>,
    figures: &'a [FigureId],
    sources: &'a [SourceId],
    measure: Option<&'a MeasureId>,
    locations: Vec<Location<'a>>,
    causes: &'a [Cause],
    fingerprint: &'a Fingerprint,
    review: Option<&'a Reviewed>,
    nature: Nature,
    title: &'a str,
    distances: Option<&'a Distances>,
    arithmetic: &'a [String],
    assumptions: &'a [String],
    settles: Option<&'a str>,
    conflict: Option<&'a Conflict>,
    bridge: Option<&'a Bridge>,
    residual: Option<&'a Rational>,
}

/// A place; no line where the file as a whole is meant, no column where the line is.
#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    line: Option<u32>,
    column: Option<u32>,
}

impl<'a> Entry<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            code: finding.code,
            name: finding.name,
            severity: finding.severity,
            message: &finding.message,
            help: finding.help.as_deref(),
            verdict: finding.verdict,
            figures: &finding.figures,
            sources: &finding.sources,
            measure: finding.measure.as_ref(),
            locations: finding.locations.iter().map(Location::of).collect(),
            causes: &finding.causes,
            fingerprint: &finding.fingerprint,
            review: finding.review.as_ref(),
            nature: finding.nature,
            title: &finding.title,
            distances: finding.distances.as_ref(),
            arithmetic: &finding.arithmetic,
            assumptions: &finding.assumptions,
            settles: finding.settles.as_deref(),
            conflict: finding.conflict.as_ref(),
            bridge: finding.bridge.as_ref(),
            residual: finding.residual.as_ref(),
        }
    }
}

impl<'a> Location<'a> {
    fn of(place: &'a Place) -> Self {
        let known = |number: u32| (number > 0).then_some(number);
        Self { path: &place.path, line: known(place.line), column: known(place.column) }
    }
}
