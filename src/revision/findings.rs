//! Findings that opened, closed or turned.

use super::join::join;
use crate::finding::{Finding, Fingerprint, Nature};
use crate::model::{FigureId, MeasureId, SourceId};
use serde::Serialize;
use std::collections::BTreeMap;

/// What changed in what was found, each list by code, measure and fingerprint.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FindingChanges {
    /// Findings that were not there before.
    pub opened: Vec<Finding>,
    /// Findings that are no longer there.
    pub closed: Vec<Finding>,
    /// Findings on the same claims that say something else now.
    pub altered: Vec<AlteredFinding>,
}

/// A finding that says something else now: another verdict, another value behind it, or a review.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlteredFinding {
    /// What it said.
    pub before: Finding,
    /// What it says.
    pub after: Finding,
}

impl AlteredFinding {
    /// Its verdict or its severity is another, and not only the values behind it.
    #[must_use]
    pub fn is_turned(&self) -> bool {
        (self.before.verdict, self.before.severity) != (self.after.verdict, self.after.severity)
    }
}

impl FindingChanges {
    /// Nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.opened.is_empty() && self.closed.is_empty() && self.altered.is_empty()
    }
}

/// Compares what was found. Mistakes in the publisher's files are no news to readers.
pub(super) fn findings(before: &[Finding], after: &[Finding]) -> FindingChanges {
    let same = join(public(before), public(after), |finding| &finding.fingerprint);
    let moved = join(same.old, same.new, claims);
    let altered = same.pairs.into_iter().filter(|(before, after)| differs(before, after)).chain(moved.pairs);
    let mut altered: Vec<_> = altered
        .map(|(before, after)| AlteredFinding { before: before.clone(), after: after.clone() })
        .collect();
    altered.sort_by(|a, b| order(&a.after).cmp(&order(&b.after)));
    FindingChanges { opened: sorted(moved.new), closed: sorted(moved.old), altered }
}

/// One finding a fingerprint.
fn public(findings: &[Finding]) -> Vec<&Finding> {
    let public = findings.iter().filter(|finding| finding.nature != Nature::Input);
    public.map(|finding| (&finding.fingerprint, finding)).collect::<BTreeMap<_, _>>().into_values().collect()
}

fn differs(before: &Finding, after: &Finding) -> bool {
    (before.verdict, before.severity, &before.review) != (after.verdict, after.severity, &after.review)
}

/// The rule and the claims that it compared, whatever their values.
fn claims(finding: &Finding) -> (&str, Option<&MeasureId>, Vec<&FigureId>, Vec<&SourceId>) {
    let mut figures: Vec<_> = finding.figures.iter().collect();
    let mut sources: Vec<_> = finding.sources.iter().collect();
    figures.sort_unstable();
    sources.sort_unstable();
    (finding.code, finding.measure.as_ref(), figures, sources)
}

fn order(finding: &Finding) -> (&str, Option<&MeasureId>, &Fingerprint) {
    (finding.code, finding.measure.as_ref(), &finding.fingerprint)
}

fn sorted(mut findings: Vec<&Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| order(finding));
    findings.into_iter().cloned().collect()
}
