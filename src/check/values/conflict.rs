//! R007: two reports of one thing that cannot both be true as stated.

use super::super::hedge_added;
use super::super::subject::{about, identity};
use super::super::words::{account, accounts, difference, for_time, sentence};
use super::cluster::{MOST_FOR_ONE_TIME, assumed_pairs, clusters};
use super::crowd::crowds;
use crate::finding::{Bridge, Distances, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Figure, FigureId, Measure};
use crate::quantity::print;
use crate::reconcile::{Agreement, Comparison, Difference, Record, bridge, compare, diagnosis, weight};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "R007",
    name: "values-conflict",
    finds: "Two reports of one figure, for the same time, that cannot both be true as stated, or only on a loose reading.",
    matters: "Whoever cites one of them contradicts whoever cites the other.",
    example: "2,081 in a table and 2,801 in a letter, for the same quarter.",
    resolve: "Ask which figure the body that holds it stands by, and what the other one counts.",
};

/// How many conflicts of one measure are reported one by one; the rest are counted.
const MOST: usize = 20;

pub(super) fn run(record: &Record) -> Vec<Finding> {
    record.dataset().measures().flat_map(|measure| of_measure(record, measure)).collect()
}

/// A repetition is held against what it repeats; figures of different origin against one another.
fn of_measure(record: &Record, measure: &Measure) -> Vec<Finding> {
    let groups = clusters(record, measure);
    let within = groups.values().flat_map(|cluster| held_within(record, cluster));
    let pairs = within.chain(assumed_pairs(record, &groups));
    let mut conflicts: Vec<_> = pairs.filter_map(|(a, b)| Some((severity(record, a, b)?, a, b))).collect();
    conflicts.sort_by_key(|(severity, ..)| Reverse(*severity));
    let more = conflicts.len().saturating_sub(MOST);
    let listed = conflicts.iter().take(MOST);
    let mut findings: Vec<Finding> = listed.filter_map(|(_, a, b)| conflict(record, a, b)).collect();
    if let Some(last) = findings.last_mut().filter(|_| more > 0) {
        let pairs = if more == 1 {
            "pair of figures of this measure conflicts and is"
        } else {
            "pairs of figures of this measure conflict and are"
        };
        last.message.push_str(&format!(" {more} more {pairs} not listed."));
    }
    findings.extend(crowds(record, measure, &groups));
    findings
}

/// The pairs within a cluster: figures of different origin, and repetitions with what they repeat.
fn held_within<'a>(record: &Record, cluster: &[&'a Figure]) -> Vec<(&'a Figure, &'a Figure)> {
    let places: BTreeMap<&FigureId, usize> =
        cluster.iter().enumerate().map(|(at, figure)| (&figure.id, at)).collect();
    let is_root = |at: &usize| cluster.get(*at).is_some_and(|figure| record.root(figure).id == figure.id);
    let roots: Vec<usize> = (0..cluster.len()).filter(is_root).take(MOST_FOR_ONE_TIME).collect();
    let apart = roots.iter().enumerate().flat_map(|(n, a)| roots.iter().skip(n + 1).map(move |b| (*a, *b)));
    let repeated = cluster.iter().enumerate().filter_map(|(at, figure)| {
        let origin = *places.get(&record.origin(figure)?.id)?;
        Some((at.min(origin), at.max(origin)))
    });
    let pairs: BTreeSet<(usize, usize)> = apart.chain(repeated).filter(|(a, b)| a != b).collect();
    pairs.into_iter().filter_map(|(a, b)| Some((*cluster.get(a)?, *cluster.get(b)?))).collect()
}

/// Two figures that conflict, with how they were held together.
struct Conflict {
    severity: Severity,
    verdict: Verdict,
    held: Agreement,
    comparison: Comparison,
}

fn severity(record: &Record, a: &Figure, b: &Figure) -> Option<Severity> {
    judge(record, a, b).map(|conflict| conflict.severity)
}

fn judge(record: &Record, a: &Figure, b: &Figure) -> Option<Conflict> {
    let held = record.held_together(a, b)?;
    if !matches!(held.verdict, Verdict::Inconsistent | Verdict::Marginal) {
        return None;
    }
    if held.verdict == Verdict::Marginal && hedge_added::tells(record, a, b) {
        return None;
    }
    let comparison = compare(a, b, record.lineage(), record.kind(a));
    let assumed = !comparison.assumptions.is_empty();
    let (severity, verdict) = match (comparison.is_comparable(), assumed, held.verdict) {
        (false, true, _) => (Severity::Note, Verdict::NotComparable),
        (false, false, _) => (Severity::Warning, Verdict::NotComparable),
        (true, true, verdict) => (Severity::Note, verdict),
        (true, false, Verdict::Marginal) => (Severity::Warning, Verdict::Marginal),
        (true, false, verdict) => (Severity::Error, verdict),
    };
    Some(Conflict { severity, verdict, held, comparison })
}

fn conflict(record: &Record, a: &Figure, b: &Figure) -> Option<Finding> {
    let (a, b) = by_weight(record, a, b);
    let Conflict { severity, verdict, held, comparison } = judge(record, a, b)?;
    let unlike = comparison.differences.contains(&Difference::Form);
    let distances = (!unlike).then_some(held.distances.clone());
    let mut finding = Finding::new(&DOC, severity, Nature::Discrepancy, identity(&[a, b]));
    finding.title = format!("“{}” against “{}”", a.reported, b.reported);
    finding.message = message(record, a, b, distances.as_ref(), verdict);
    finding.verdict = Some(verdict);
    finding.assumptions = comparison.assumptions;
    finding.assumptions.extend(record.rounding_assumed([a, b]));
    finding.causes = diagnosis::of_pair(record, a, b);
    finding.settles = record.dataset().measure(&a.key.measure).map(|measure| {
        format!("What is the figure{} for “{}”?", for_time(record.lineage().timing(a)), measure.title)
    });
    if !unlike {
        finding.bridge = bridge(record, a, b);
        finding.residual = finding.bridge.as_ref().map(Bridge::residual);
    }
    finding.distances = distances;
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, [a, b]);
    Some(finding)
}

/// The kind of source relied on more comes first; ties keep the order of the dataset.
fn by_weight<'a>(record: &Record, a: &'a Figure, b: &'a Figure) -> (&'a Figure, &'a Figure) {
    let of =
        |figure: &Figure| record.dataset().source(&figure.source).map_or(0, |source| weight(source.kind));
    if of(b) > of(a) { (b, a) } else { (a, b) }
}

fn message(
    record: &Record,
    a: &Figure,
    b: &Figure,
    distances: Option<&Distances>,
    verdict: Verdict,
) -> String {
    let dataset = record.dataset();
    let judged = match verdict {
        Verdict::NotComparable => "are not comparable as reported",
        Verdict::Marginal => "agree only on a loose reading",
        _ => "cannot both be true as stated",
    };
    let repeats = match (record.lineage().repeats(b, a), record.lineage().repeats(a, b)) {
        (true, _) => format!(" {} repeats {}.", account(dataset, b), account(dataset, a)),
        (_, true) => format!(" {} repeats {}.", account(dataset, a), account(dataset, b)),
        _ => String::new(),
    };
    let time = for_time(record.lineage().timing(a));
    let both = accounts(dataset, [a, b]);
    let opening = if time.is_empty() { both } else { format!("{}, {both}", sentence(time.trim())) };
    let apart = distances.map_or(String::new(), |distances| apart(record, (a, b), distances));
    format!("{opening} {judged}.{apart}{repeats}")
}

/// How far apart the two are, as written and on the loosest reading, where that is less.
fn apart(record: &Record, (a, b): (&Figure, &Figure), distances: &Distances) -> String {
    let number = |figure: &Figure| Some(record.value(figure)?.nominal?.into_owned());
    let written = number(a).zip(number(b));
    let mut words = written.as_ref().map_or(String::new(), |(x, y)| difference(x, y));
    let gap = &distances.gap;
    if gap.signum() > 0 && written.is_none_or(|(x, y)| (&x - &y).abs() != *gap) {
        words.push_str(&format!(" Even on the loosest reading {} lies between them.", print::number(gap)));
    }
    words
}
