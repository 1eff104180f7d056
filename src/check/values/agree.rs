//! R006: reports in different words that can all be true together.

use super::super::subject::{about, identity};
use super::super::words::{and, range};
use super::cluster::clusters;
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Figure, QuantityKind};
use crate::period::Timing;
use crate::quantity::{Alpha, Interval};
use crate::reconcile::{Difference, Record, compare};
use std::collections::BTreeSet;

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "R006",
    name: "values-agree",
    finds: "Reports of one figure in different words that can all be true together.",
    matters: "A round number and an exact one need not differ: “more than 53,000” and 53,298 do not.",
    example: "“over 1,900” in one report and 1,904 in another.",
    resolve: "Nothing need be done.",
};

pub(super) fn run(record: &Record) -> Vec<Finding> {
    let measures = record.dataset().measures();
    measures
        .flat_map(|measure| clusters(record, measure).into_values())
        .filter(|cluster| cluster.len() > 1)
        .filter_map(|cluster| agree(record, &cluster))
        .collect()
}

fn agree(record: &Record, cluster: &[&Figure]) -> Option<Finding> {
    let worded_alike = cluster.windows(2).all(|pair| match pair {
        [a, b] => a.reading().amount().map(|x| x.cuts()) == b.reading().amount().map(|x| x.cuts()),
        _ => true,
    });
    let words: BTreeSet<&str> = cluster.iter().map(|figure| figure.reported.as_str()).collect();
    let differences = differences(record, cluster);
    // Money in two currencies cannot agree.
    if worded_alike || words.len() < 2 || differences.contains(&Difference::Form) {
        return None;
    }
    let shared = [(Alpha::Core, Verdict::Consistent), (Alpha::Typical, Verdict::ConsistentAfterRounding)]
        .into_iter()
        .find_map(|(alpha, verdict)| Some((meeting_of_all(record, cluster, alpha)?, verdict)));
    let (meeting, verdict) = shared?;
    let mut finding = agreement_finding(record, cluster, &meeting, verdict);
    finding.assumptions = assumptions(record, cluster, &differences);
    finding.assumptions.extend(record.rounding_assumed(cluster.iter().copied()));
    Some(finding)
}

/// How many figures are held pair by pair against what they count; any further are taken to count alike.
const MOST: usize = 40;

fn differences(record: &Record, cluster: &[&Figure]) -> BTreeSet<Difference> {
    let some = cluster.get(..MOST).unwrap_or(cluster);
    let pairs = some.iter().enumerate().flat_map(|(at, a)| some.iter().skip(at + 1).map(move |b| (*a, *b)));
    pairs.flat_map(|(a, b)| compare(a, b, record.lineage(), record.kind(a)).differences).collect()
}

fn assumptions(record: &Record, cluster: &[&Figure], differences: &BTreeSet<Difference>) -> Vec<String> {
    let undated = cluster.iter().all(|figure| *record.lineage().timing(figure) == Timing::NotStated);
    let date = undated.then(|| "the same date for all of them".to_owned());
    let fields = and(differences.iter().map(|field| field.words().to_owned()));
    let meant =
        (!fields.is_empty()).then(|| format!("that they mean the same, though they differ in {fields}"));
    date.into_iter().chain(meant).collect()
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

fn agreement_finding(record: &Record, cluster: &[&Figure], meeting: &Interval, verdict: Verdict) -> Finding {
    let mut finding = Finding::new(&DOC, Severity::Note, Nature::Agreement, identity(cluster));
    let kind = cluster.first().map(|figure| record.kind(figure)).unwrap_or(QuantityKind::Count);
    let distinct: BTreeSet<&str> = cluster.iter().map(|f| f.reported.as_str()).collect();
    finding.title = match verdict {
        Verdict::ConsistentAfterRounding => format!("{} agree within rounding", few(&distinct)),
        _ => format!("{} agree", few(&distinct)),
    };
    finding.message = format!(
        "{} can all be true together: all of them allow {}.",
        and(distinct.iter().map(|words| format!("“{words}”"))),
        range(meeting, kind)
    );
    let independent = independent_origins(record, cluster);
    if independent == 1 {
        finding.message.push_str(" They have one origin, so they do not confirm one another.");
    }
    finding.verdict = Some(verdict);
    about(&mut finding, cluster.iter().copied());
    finding
}

fn independent_origins(record: &Record, cluster: &[&Figure]) -> usize {
    let roots = cluster.iter().map(|figure| record.independence().lead(&record.root(figure).source));
    roots.collect::<BTreeSet<_>>().len()
}

/// The words of the reports, for a heading: three at most.
fn few(words: &BTreeSet<&str>) -> String {
    let quoted = words.iter().map(|words| format!("“{words}”"));
    match words.len() {
        0..=3 => and(quoted),
        more => and(quoted.take(2).chain(std::iter::once(format!("{} more", more - 2)))),
    }
}
