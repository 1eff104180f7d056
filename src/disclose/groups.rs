//! D002: a group of which all, or all but one, are in one category.

use super::policy::{Guard, severity};
use crate::constraint::Variable;
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{Counted, Disclosure, DisclosureMode, Figure, Measure};
use crate::quantity::Rational;
use crate::reconcile::{Record, Stated, Tie};
use std::collections::BTreeMap;

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "D002",
    name: "group-disclosure",
    finds: "A published total at or above the threshold whose people are all, or all but one, in one category.",
    matters: "Whoever is known to be in the group is then known to be in the category; with one exception, that one person knows it of all others.",
    example: "Of 40 people in a centre, a table by outcome counts 40 under one outcome and none under the others.",
    resolve: "Join the category with another or leave the breakdown out, if being in the category says something of a person that is not to be known.",
};

/// Every group that one category takes up.
pub(super) fn groups(record: &Record, policy: &Disclosure) -> Vec<Finding> {
    let (dataset, network) = (record.dataset(), record.network());
    let mut printed: BTreeMap<Variable, &Figure> = BTreeMap::new();
    for figure in dataset.figures() {
        if let Some(variable) = network.variable(dataset, figure).filter(|_| count(figure).is_some()) {
            printed.entry(variable).or_insert(figure);
        }
    }
    let ties = network.system().statements().filter_map(|id| match network.stated(id)? {
        Stated::Inferred(Tie::Codes, variables) => variables.split_first(),
        _ => None,
    });
    ties.filter_map(|(whole, parts)| {
        let whole = *printed.get(whole)?;
        let measure = dataset.measure(&whole.key.measure)?;
        let guard = Guard::of(measure, policy)?;
        let parts: Vec<&Figure> = parts.iter().filter_map(|part| printed.get(part).copied()).collect();
        let part =
            parts.iter().copied().find(|part| takes_up(part, whole, &guard)).filter(|_| parts.len() > 1)?;
        Some(finding(part, whole, measure, &guard, policy.mode))
    })
    .collect()
}

fn count(figure: &Figure) -> Option<&Rational> {
    let exact = figure.reading().amount()?.cuts().support().as_point()?;
    (figure.basis.states_a_fact() && exact.is_integer()).then_some(exact)
}

/// The part is all of the whole, or all but one.
fn takes_up(part: &Figure, whole: &Figure, guard: &Guard) -> bool {
    let Some((part, whole)) = count(part).zip(count(whole)) else { return false };
    let others = whole - part;
    *whole >= Rational::from(guard.threshold) && others.signum() >= 0 && others <= Rational::from(1)
}

fn finding(part: &Figure, whole: &Figure, measure: &Measure, guard: &Guard, mode: DisclosureMode) -> Finding {
    let severity = match (guard.counted, mode) {
        (Counted::SensitivePeople, mode) => severity(mode),
        (_, DisclosureMode::Origin) => Severity::Warning,
        (_, DisclosureMode::Republish) => Severity::Note,
    };
    let ids = [&part.id, &whole.id];
    let mut finding = Finding::new(&DOC, severity, Nature::Disclosure, ids.map(|id| id.as_str()));
    finding.title = "A group that is all in one category".to_owned();
    finding.message = format!(
        "All, or all but one, of those counted in the figure {} are counted in {}.",
        whole.id, part.id
    );
    finding.help = Some(DOC.resolve.to_owned());
    finding.measure = Some(measure.id.clone());
    finding.figures = ids.map(Clone::clone).to_vec();
    finding.sources.push(part.source.clone());
    finding.locations.extend(part.place().cloned());
    finding
}
