//! The rules: one file each. A rule reads the record and returns findings; it changes nothing.

mod anchor;
mod as_of_dropped;
mod assumed;
mod availability;
mod called_for;
mod chain;
mod definition_differs;
mod hedge_added;
mod hedge_dropped;
mod hedges;
mod implied_value;
mod impossible_percentage;
mod incomplete_change;
mod network;
mod no_published_figure;
mod no_value;
mod not_yet;
mod plain;
mod recomputed;
mod relation_conflict;
mod rounding_inferred;
mod rule;
mod scope_shift;
mod size_word;
mod subject;
mod unconfirmed;
mod unit;
mod unlike_dates;
mod values;
mod wording;
mod words;

pub use wording::wording;

use crate::finding::{Finding, RuleDoc};
use crate::reconcile::Record;
use rule::Rule;
use std::cmp::Reverse;

/// Every rule, in the order of their codes.
const RULES: &[Rule] = &[
    relation_conflict::RULE,
    hedge_dropped::RULE,
    scope_shift::RULE,
    recomputed::RULE,
    called_for::RULE,
    values::AGREE,
    values::CONFLICT,
    unconfirmed::RULE,
    unlike_dates::RULE,
    incomplete_change::RULE,
    definition_differs::RULE,
    as_of_dropped::RULE,
    no_value::RULE,
    no_published_figure::RULE,
    availability::RULE,
    network::TOTAL,
    impossible_percentage::RULE,
    implied_value::RULE,
    hedge_added::RULE,
    size_word::RULE,
    anchor::RULE,
    rounding_inferred::RULE,
    network::ORDER,
    network::UNDECIDED,
    not_yet::RULE,
];

/// Runs every rule over a record. Worst first; of those the ones that leave most unaccounted for, as a share of the
/// larger number; then by code, measure and fingerprint.
#[must_use]
pub fn check(record: &Record) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| (rule.run)(record)).collect();
    for finding in &mut findings {
        finding.take_review(record.dataset().reviews());
    }
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.code, f.measure.clone(), f.fingerprint.clone());
        let ranked =
            (Reverse(a.severity), Reverse(&a.residual)).cmp(&(Reverse(b.severity), Reverse(&b.residual)));
        ranked.then_with(|| key(a).cmp(&key(b)))
    });
    findings
}

/// The documentation of every rule.
pub fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    RULES.iter().map(|rule| rule.doc).chain(wording::DOCS)
}
