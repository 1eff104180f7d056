//! D007: a percentage whose base is published, and which so gives a small count back.

use super::policy::{Guard, severity};
use super::vintage::span;
use crate::constraint::Statement;
use crate::finding::{Finding, Nature, RuleDoc};
use crate::model::{Disclosure, Figure};
use crate::quantity::{Alpha, Interval, Rational};
use crate::reconcile::Record;

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "D007",
    name: "small-percentage",
    finds: "A percentage of a published count that stands for fewer people than the threshold.",
    matters: "The base gives the count back: half a per cent of 200 people is one person.",
    example: "A report gives the number in a centre and the percentage with a condition, without their count.",
    resolve: "Round the percentage further, give it for a larger group, or leave out its base.",
};

/// Every percentage that stands for a small count which is not itself on record.
pub(super) fn percentages(record: &Record, policy: &Disclosure) -> Vec<Finding> {
    let (dataset, network) = (record.dataset(), record.network());
    let found = network.system().statements().filter_map(|id| {
        let Some(Statement::Percentage { part, whole, percent, .. }) = network.system().statement(id) else {
            return None;
        };
        if network.is_reported(*part) || network.is_withheld(*part) {
            return None;
        }
        let (whole, percent) = (network.example(dataset, *whole)?, network.example(dataset, *percent)?);
        let guard = Guard::of(dataset.measure(&whole.key.measure)?, policy)?;
        stands_for_a_small_count(percent, whole, &guard).then(|| finding(percent, whole, policy))
    });
    found.collect()
}

fn stands_for_a_small_count(percent: &Figure, whole: &Figure, guard: &Guard) -> bool {
    let typical =
        |figure: &Figure| figure.reading().amount().map(|amount| amount.cuts().at(Alpha::Typical).clone());
    let Some((percent, whole)) = typical(percent).zip(typical(whole)) else { return false };
    let times = |a: Option<&Rational>, b: Option<&Rational>| Some(a? * b? * Rational::pow10(-2));
    let low = times(percent.lo().value(), whole.lo().value()).unwrap_or_default();
    let Some(high) = times(percent.hi().value(), whole.hi().value()) else { return false };
    span(&Interval::closed(low, high))
        .is_some_and(|span| span.least > 0 && span.most.is_some_and(|most| most < guard.threshold))
}

fn finding(percent: &Figure, whole: &Figure, policy: &Disclosure) -> Finding {
    let ids = [&percent.id, &whole.id];
    let mut finding =
        Finding::new(&DOC, severity(policy.mode), Nature::Disclosure, ids.map(|id| id.as_str()));
    finding.title = "A percentage that stands for a small count".to_owned();
    finding.message = format!(
        "The percentage {} of the count {} stands for a count below the disclosure threshold.",
        percent.id, whole.id
    );
    finding.help = Some(DOC.resolve.to_owned());
    finding.measure = Some(percent.key.measure.clone());
    finding.figures = ids.map(Clone::clone).to_vec();
    finding.sources.push(percent.source.clone());
    finding.locations.extend(percent.place().cloned());
    finding
}
