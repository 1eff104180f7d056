//! Findings that opened, closed or turned.

use super::join::{Joined, join};
use crate::finding::{Finding, Fingerprint, Nature};
use crate::model::{FigureId, MeasureId, SourceId};
use crate::quantity::Rational;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

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
/// Those
/// that quote a figure whose count is withheld somewhere are not set beside one another.
pub(super) fn findings(
    before: &[Finding],
    after: &[Finding],
    shielded: &BTreeSet<FigureId>,
) -> FindingChanges {
    let (before, after) = (public(before, shielded), public(after, shielded));
    let same = join(before, after, |finding| &finding.fingerprint);
    let moved = join(same.old, same.new, claims);
    let grown = alike(moved.old, moved.new);
    let told = same.pairs.into_iter().filter(|(before, after)| differs(before, after));
    let altered = told.chain(moved.pairs).chain(grown.pairs);
    let mut altered: Vec<_> = altered
        .map(|(before, after)| AlteredFinding { before: before.clone(), after: after.clone() })
        .collect();
    altered.sort_by(|a, b| order(&a.after).cmp(&order(&b.after)));
    FindingChanges { opened: sorted(grown.new), closed: sorted(grown.old), altered }
}

/// One finding a fingerprint.
fn public<'a>(findings: &'a [Finding], shielded: &BTreeSet<FigureId>) -> Vec<&'a Finding> {
    let quotes = |finding: &&Finding| finding.figures.iter().any(|id| shielded.contains(id));
    let public = findings.iter().filter(|finding| finding.nature != Nature::Input && !quotes(finding));
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

/// Pairs findings of one rule on one measure that share at least half of all the figures they speak of, those
/// that share most first: a finding that gained or lost a figure is not another finding.
fn alike<'a>(old: Vec<&'a Finding>, new: Vec<&'a Finding>) -> Joined<'a, Finding> {
    let mut sides: BTreeMap<_, (Vec<&Finding>, Vec<&Finding>)> = BTreeMap::new();
    old.into_iter().for_each(|finding| sides.entry(subject(finding)).or_default().0.push(finding));
    new.into_iter().for_each(|finding| sides.entry(subject(finding)).or_default().1.push(finding));
    let mut joined = Joined { pairs: Vec::new(), old: Vec::new(), new: Vec::new() };
    for (mut old, mut new) in sides.into_values() {
        for (before, after) in likest(&old, &new) {
            if let Some(pair) = position(&old, before).zip(position(&new, after)) {
                joined.pairs.push((old.swap_remove(pair.0), new.swap_remove(pair.1)));
            }
        }
        joined.old.extend(old);
        joined.new.extend(new);
    }
    joined
}

/// The rule, and what it is about.
fn subject(finding: &Finding) -> (&str, Option<&MeasureId>) {
    (finding.code, finding.measure.as_ref())
}

fn position(findings: &[&Finding], one: &Finding) -> Option<usize> {
    findings.iter().position(|finding| std::ptr::eq(*finding, one))
}

/// Every pair that shares enough, those that share most first.
fn likest<'a>(old: &[&'a Finding], new: &[&'a Finding]) -> Vec<(&'a Finding, &'a Finding)> {
    let half = Rational::new(1, 2).unwrap_or_default();
    let pairs = old.iter().flat_map(|before| new.iter().map(move |after| (*before, *after)));
    let mut pairs: Vec<_> =
        pairs.filter_map(|(before, after)| Some((shared(before, after)?, before, after))).collect();
    pairs.retain(|(share, ..)| *share >= half);
    // The same whichever side is the older.
    let names = |before: &Finding, after: &Finding| {
        let mut names = [before.fingerprint.to_string(), after.fingerprint.to_string()];
        names.sort();
        names
    };
    pairs.sort_by_cached_key(|(share, before, after)| (Reverse(share.clone()), names(before, after)));
    pairs.into_iter().map(|(_, before, after)| (before, after)).collect()
}

/// The share of the figures of both findings that both speak of; none where neither speaks of any.
fn shared(before: &Finding, after: &Finding) -> Option<Rational> {
    let (one, other): (BTreeSet<_>, BTreeSet<_>) =
        (before.figures.iter().collect(), after.figures.iter().collect());
    let number = |count: usize| i64::try_from(count).ok();
    Rational::new(number(one.intersection(&other).count())?, number(one.union(&other).count())?)
}

fn order(finding: &Finding) -> (&str, Option<&MeasureId>, &Fingerprint) {
    (finding.code, finding.measure.as_ref(), &finding.fingerprint)
}

fn sorted(mut findings: Vec<&Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| order(finding));
    findings.into_iter().cloned().collect()
}
