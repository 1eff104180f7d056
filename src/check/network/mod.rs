//! R016, R023 and R024: figures that cannot all hold with what ties them together, or for which that was not decided.

mod case;
mod conflict;
mod order;
mod sums;
mod ties;
mod total;
mod undecided;
mod words;

use super::rule::Rule;
use crate::constraint::Variable;
use crate::finding::{Finding, Severity, Verdict};
use crate::model::{Asserted, MeasureId};
use crate::reconcile::{Disagreement, Record, Stated};
use case::Case;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const TOTAL: Rule = Rule { doc: &total::DOC, run: total::run };
pub(super) const UNDECIDED: Rule = Rule { doc: &undecided::DOC, run: undecided::run };
pub(super) const ORDER: Rule = Rule { doc: &order::DOC, run: order::run };

/// How many disagreements of one measure and rule are reported one by one; the rest are counted.
const MOST: usize = 20;

/// Which of the two rules tells of a disagreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    AsTotal,
    AsOrder,
    /// A single relation is worked out again by R004, with the figures that its source names.
    Elsewhere,
}

fn told(record: &Record, disagreement: &Disagreement) -> Told {
    let Some(set) = disagreement.sets.first() else { return Told::Elsewhere };
    let network = record.network();
    let mut ties = set.iter().filter_map(|id| network.stated(*id)).filter(|stated| stated.is_tie());
    match (ties.next(), ties.next()) {
        (None, _) => Told::Elsewhere,
        (Some(_), Some(_)) => Told::AsTotal,
        (Some(Stated::Inferred(tie, _)), None) if tie.adds_up() => Told::AsTotal,
        (Some(Stated::Inferred(..)), None) => Told::AsOrder,
        (Some(Stated::Relations(ids)), None) if ids.len() > 1 => Told::AsTotal,
        (Some(Stated::Relations(ids)), None) => {
            let relation = ids.first().and_then(|id| record.dataset().relation(id));
            match relation.map(|relation| &relation.asserted) {
                Some(Asserted::Cumulative { .. }) => Told::AsOrder,
                Some(Asserted::Complement { whole: None, .. }) => Told::AsTotal,
                _ => Told::Elsewhere,
            }
        }
        (Some(Stated::Figure(_) | Stated::Rounding), None) => Told::Elsewhere,
    }
}

/// The findings of one rule: for each measure those with the largest part unaccounted for, and how many more there are.
fn findings(record: &Record, rule: Told, make: fn(&Record, &Case<'_>) -> Finding) -> Vec<Finding> {
    let mut by_measure: BTreeMap<&MeasureId, Vec<Case<'_>>> = BTreeMap::new();
    let asserted = told_by_their_sources(record);
    for disagreement in record.disagreements().found.iter().filter(|d| told(record, d) == rule) {
        if is_inferred(record, disagreement) && asserted.contains(&tied(record, disagreement)) {
            continue;
        }
        if let Some(case) = Case::of(record, disagreement) {
            by_measure.entry(case.measure).or_default().push(case);
        }
    }
    let mut findings = Vec::new();
    for mut cases in by_measure.into_values() {
        // What a source asserts is told before the same figures are held against what we infer.
        cases.sort_by(|a, b| (a.is_inferred(), &b.residual).cmp(&(b.is_inferred(), &a.residual)));
        let mut known = BTreeSet::new();
        cases.retain(|case| known.insert(case.ids()));
        let more = cases.len().saturating_sub(MOST);
        findings.extend(cases.iter().take(MOST).map(|case| make(record, case)));
        if let Some(last) = findings.last_mut().filter(|_| more > 0) {
            last.message.push_str(&words::not_listed(more));
        }
    }
    findings
}

/// The quantities that the ties of a disagreement are about.
fn tied(record: &Record, disagreement: &Disagreement) -> BTreeSet<Variable> {
    let network = record.network();
    let set = disagreement.sets.first().into_iter().flatten();
    let ties = set.filter(|id| network.stated(**id).is_some_and(Stated::is_tie));
    ties.flat_map(|id| network.variables_of(*id)).collect()
}

fn is_inferred(record: &Record, disagreement: &Disagreement) -> bool {
    let set = disagreement.sets.first().into_iter().flatten();
    !set.filter_map(|id| record.network().stated(*id)).any(|stated| matches!(stated, Stated::Relations(_)))
}

/// The quantities of each relation that R004 finds not to hold: what we infer of the same ones says nothing more.
fn told_by_their_sources(record: &Record) -> BTreeSet<BTreeSet<Variable>> {
    let found = record.disagreements().found.iter();
    let elsewhere = found.filter(|d| told(record, d) == Told::Elsewhere && !is_inferred(record, d));
    elsewhere.map(|disagreement| tied(record, disagreement)).collect()
}

/// What a source asserts is held against it; what we infer is put as a warning.
fn severity(case: &Case<'_>) -> Severity {
    match (case.disagreement.verdict, case.is_inferred()) {
        (Verdict::Inconsistent, false) => Severity::Error,
        (Verdict::Inconsistent, true) | (_, false) => Severity::Warning,
        (_, true) => Severity::Note,
    }
}
