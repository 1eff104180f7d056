//! R006: reports in different words that can all be true together.

use super::agreed::{Agreed, finding};
use super::cluster::clusters;
use crate::finding::{Finding, RuleDoc, Verdict};
use crate::model::{Figure, Measure, QuantityKind, SourceId};
use crate::period::Timing;
use crate::quantity::{Alpha, Interval};
use crate::reconcile::{Difference, Record, compare};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "R006",
    name: "values-agree",
    finds: "Reports of one figure in different words that can all be true together. What the same sources say of several dates, periods or parts of a measure is one finding.",
    matters: "A round number and an exact one need not differ: “more than 53,000” and 53,298 do not.",
    example: "“over 1,900” in one report and 1,904 in another.",
    resolve: "Nothing need be done.",
};

pub(super) fn run(record: &Record) -> Vec<Finding> {
    record.dataset().measures().flat_map(|measure| of_measure(record, measure)).collect()
}

/// Each set of sources once.
fn of_measure(record: &Record, measure: &Measure) -> Vec<Finding> {
    let mut by_sources: BTreeMap<BTreeSet<&SourceId>, Vec<Agreed<'_>>> = BTreeMap::new();
    let clusters = clusters(record, measure).into_values().filter(|cluster| cluster.len() > 1);
    for agreed in clusters.filter_map(|cluster| agree(record, cluster)) {
        let sources = agreed.figures.iter().map(|figure| &figure.source).collect();
        by_sources.entry(sources).or_default().push(agreed);
    }
    by_sources.into_values().map(|agreed| finding(record, measure, &agreed)).collect()
}

fn agree<'a>(record: &Record, cluster: Vec<&'a Figure>) -> Option<Agreed<'a>> {
    let worded_alike = cluster.windows(2).all(|pair| match pair {
        [a, b] => a.reading().amount().map(|x| x.cuts()) == b.reading().amount().map(|x| x.cuts()),
        _ => true,
    });
    let words: BTreeSet<&str> = cluster.iter().map(|figure| figure.reported.as_str()).collect();
    if worded_alike || words.len() < 2 {
        return None;
    }
    let shared = [(Alpha::Core, Verdict::Consistent), (Alpha::Typical, Verdict::ConsistentAfterRounding)]
        .into_iter()
        .find_map(|(alpha, verdict)| Some((meeting_of_all(record, &cluster, alpha)?, verdict)));
    let (meeting, verdict) = shared?;
    let differences = differences(record, &cluster);
    // Money in two currencies cannot agree.
    if differences.contains(&Difference::Form) {
        return None;
    }
    let undated = cluster.iter().all(|figure| *record.lineage().timing(figure) == Timing::NotStated);
    Some(Agreed { figures: cluster, words, meeting, verdict, differences, undated })
}

/// How many figures are held pair by pair against what they count; any further are taken to count alike.
const MOST: usize = 40;

fn differences(record: &Record, cluster: &[&Figure]) -> BTreeSet<Difference> {
    let some = cluster.get(..MOST).unwrap_or(cluster);
    let pairs = some.iter().enumerate().flat_map(|(at, a)| some.iter().skip(at + 1).map(move |b| (*a, *b)));
    pairs.flat_map(|(a, b)| compare(a, b, record.lineage(), record.kind(a)).differences).collect()
}

fn meeting_of_all(record: &Record, cluster: &[&Figure], alpha: Alpha) -> Option<Interval> {
    let first = cluster.first()?;
    let shared = cluster
        .iter()
        .try_fold(Interval::all(), |shared, figure| shared.intersect(record.value(figure)?.cuts.at(alpha)))?;
    match record.kind(first) {
        QuantityKind::Count => shared.to_integers(),
        QuantityKind::Amount
        | QuantityKind::Ratio
        | QuantityKind::Share
        | QuantityKind::Rate
        | QuantityKind::Change => Some(shared),
    }
}
