//! Open matters: what is unanswered, refused or unexplained, one matter a measure.

use super::ground::Ground;
use crate::finding::{Finding, Nature, Severity};
use crate::model::{Body, Figure, Measure, MeasureId, QuantityKind};
use crate::quantity::NoValue;
use std::collections::BTreeMap;

/// Everything open on one measure, with the body that can settle it.
pub(super) struct Matter<'a> {
    pub(super) measure: &'a Measure,
    pub(super) body: Option<&'a Body>,
    pub(super) findings: Vec<&'a Finding>,
}

impl<'a> Matter<'a> {
    pub(super) fn weight(&self) -> u32 {
        let weight = |severity| match severity {
            Severity::Error => 9,
            Severity::Warning => 3,
            Severity::Note => 1,
        };
        self.findings.iter().map(|finding| weight(finding.severity)).sum()
    }

    /// The findings of one rule.
    pub(super) fn of_rule(&self, code: &'static str) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().copied().filter(move |finding| finding.code == code)
    }
}

/// Rules on how figures are worded, drawn or rounded: what would settle them is read, not asked for.
const ON_WORDING: [&str; 8] = ["R002", "R003", "R005", "R012", "R019", "R020", "R021", "R022"];

/// Groups open findings by the measure whose figure would settle them.
pub(super) fn matters<'a>(ground: &Ground<'a>, findings: &'a [Finding]) -> Vec<Matter<'a>> {
    let mut groups: BTreeMap<&MeasureId, Vec<&Finding>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| is_open(ground, finding)) {
        if let Some(measure) = home(ground, finding) {
            groups.entry(measure).or_default().push(finding);
        }
    }
    let dataset = ground.record.dataset();
    let matter = |(id, findings): (&MeasureId, Vec<&'a Finding>)| {
        let measure = dataset.measure(id)?;
        let body = measure.responsible.as_ref().and_then(|id| dataset.body(id));
        Some(Matter { measure, body, findings })
    };
    groups.into_iter().filter_map(matter).collect()
}

/// Something that a body could answer and has not, or not so that the accounts agree.
fn is_open(ground: &Ground<'_>, finding: &Finding) -> bool {
    let settled =
        finding.review.as_ref().is_some_and(|review| matches!(review.state, "explained" | "accepted"));
    if settled || ON_WORDING.contains(&finding.code) {
        return false;
    }
    match (finding.nature, finding.code) {
        (Nature::Gap, "R013") => is_unanswered(ground, finding),
        (Nature::Gap, _) => true,
        // A loose reading under which the arithmetic holds leaves nothing to ask.
        (Nature::Discrepancy, "R004") => finding.severity == Severity::Error,
        (Nature::Discrepancy, _) => finding.verdict.is_some() && finding.severity >= Severity::Warning,
        (Nature::Agreement | Nature::Input | Nature::Disclosure, _) => false,
    }
}

/// That there is no such thing, or that it rounds to nothing, is an answer.
fn is_unanswered(ground: &Ground<'_>, finding: &Finding) -> bool {
    let answered = [NoValue::NoneExists, NoValue::NotApplicable, NoValue::BelowHalfUnit];
    let figures = finding.figures.iter().filter_map(|id| ground.record.figure(id));
    figures.filter_map(|figure| figure.reading().no_value()).any(|reason| !answered.contains(reason))
}

/// Changes are settled by the figures they compare, so they belong to the measure of those.
fn home<'a>(ground: &Ground<'a>, finding: &'a Finding) -> Option<&'a MeasureId> {
    let own = finding.measure.as_ref()?;
    let measure = ground.record.dataset().measure(own)?;
    if measure.quantity != QuantityKind::Change {
        return Some(own);
    }
    let compared: Option<(&Figure, _)> = finding.figures.first().and_then(|id| ground.change(id));
    Some(compared.map_or(own, |(new, _)| &new.key.measure))
}
