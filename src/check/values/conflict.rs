//! R007: two reports of one thing that cannot both be true as stated.

use super::super::subject::{about, identity};
use super::super::words::{account, accounts, for_time, sentence};
use super::causes::causes;
use super::cluster::{assumed_pairs, clusters};
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Figure, Measure};
use crate::quantity::{Rational, print};
use crate::reconcile::{Agreement, Record, agreement, compare, weight};

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
    let within = groups.values().flat_map(|cluster| {
        let pairs =
            cluster.iter().enumerate().flat_map(|(at, a)| cluster.iter().skip(at + 1).map(move |b| (*a, *b)));
        pairs.filter(|(a, b)| are_held_together(record, a, b))
    });
    let mut pairs = within.chain(assumed_pairs(record, &groups));
    let mut findings: Vec<Finding> =
        pairs.by_ref().filter_map(|(a, b)| conflict(record, a, b)).take(MOST).collect();
    let more = pairs.filter(|(a, b)| conflict(record, a, b).is_some()).count();
    if let Some(last) = findings.last_mut().filter(|_| more > 0) {
        last.message
            .push_str(&format!(" {more} more pairs of figures of this measure conflict and are not listed."));
    }
    findings
}

fn are_held_together(record: &Record, a: &Figure, b: &Figure) -> bool {
    let roots = record.root(a).id == a.id && record.root(b).id == b.id;
    roots || record.lineage().repeats(a, b) || record.lineage().repeats(b, a)
}

fn conflict(record: &Record, a: &Figure, b: &Figure) -> Option<Finding> {
    let held = agreement(a.reading().amount()?, b.reading().amount()?, record.kind(a));
    if !matches!(held.verdict, Verdict::Inconsistent | Verdict::Marginal) {
        return None;
    }
    let comparison = compare(a, b, record.lineage());
    let assumed = !comparison.assumptions.is_empty();
    let (severity, verdict) = match (comparison.is_comparable(), assumed, held.verdict) {
        (false, ..) => (Severity::Warning, Verdict::NotComparable),
        (true, true, verdict) => (Severity::Note, verdict),
        (true, false, Verdict::Marginal) => (Severity::Warning, Verdict::Marginal),
        (true, false, verdict) => (Severity::Error, verdict),
    };
    let (a, b) = by_weight(record, a, b);
    let mut finding = Finding::new(&DOC, severity, Nature::Discrepancy, identity(&[a, b]));
    finding.title = format!("“{}” against “{}”", a.reported, b.reported);
    finding.message = message(record, a, b, &held, verdict);
    finding.verdict = Some(verdict);
    finding.assumptions = comparison.assumptions;
    finding.causes = causes(record, (a, b), &held, &comparison.differences);
    finding.settles = record.dataset().measure(&a.key.measure).map(|measure| {
        format!("What is the figure{} for “{}”?", for_time(record.lineage().timing(a)), measure.title)
    });
    finding.distances = Some(held.distances);
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

fn message(record: &Record, a: &Figure, b: &Figure, held: &Agreement, verdict: Verdict) -> String {
    let dataset = record.dataset();
    let difference = a
        .reading()
        .amount()
        .and_then(|x| x.nominal_point())
        .zip(b.reading().amount().and_then(|y| y.nominal_point()))
        .map_or(String::new(), |(x, y)| difference(x, y));
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
    let gap = match held.distances.gap.signum() {
        1 => {
            format!(" Even on the loosest reading {} lies between them.", print::number(&held.distances.gap))
        }
        _ => String::new(),
    };
    let time = for_time(record.lineage().timing(a));
    let both = accounts(dataset, [a, b]);
    let opening = if time.is_empty() { both } else { format!("{}, {both}", sentence(time.trim())) };
    format!("{opening} {judged}.{difference}{gap}{repeats}")
}

fn difference(x: &Rational, y: &Rational) -> String {
    let off = (x - y).abs();
    let share = (&off * &Rational::from(100)).checked_div(&x.abs());
    match share {
        Some(share) => format!(
            " The difference is {}, {}% of {}.",
            print::number(&off),
            share.to_decimal(1),
            print::number(x)
        ),
        None => format!(" The difference is {}.", print::number(&off)),
    }
}
