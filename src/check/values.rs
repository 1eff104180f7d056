//! R006 and R007: reported values of one thing that agree, and that do not.

use super::rule::Rule;
use super::subject::{about, identity};
use super::words::{account, accounts, and, range};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Figure, Measure};
use crate::period::TimingMatch;
use crate::quantity::{Alpha, Interval, print};
use crate::reconcile::{Agreement, Difference, Record, Standing, Status, agreement, compare, slips, weight};
use std::collections::BTreeMap;

pub(super) const AGREE: Rule = Rule { doc: &AGREE_DOC, run: |record| each_cluster(record, agree) };
pub(super) const CONFLICT: Rule = Rule { doc: &CONFLICT_DOC, run: |record| each_cluster(record, conflicts) };

const AGREE_DOC: RuleDoc = RuleDoc {
    code: "R006",
    name: "values-agree",
    finds: "Reports of one figure in different words that can all be true together.",
    matters: "A round number and an exact one need not differ: “more than 53,000” and 53,298 do not.",
    example: "“over 1,900” in one report and 1,904 in another.",
    resolve: "Nothing need be done.",
};

const CONFLICT_DOC: RuleDoc = RuleDoc {
    code: "R007",
    name: "values-conflict",
    finds: "Two reports of one figure, for the same time, that cannot both be true as stated, or only on a loose reading.",
    matters: "Whoever cites one of them contradicts whoever cites the other.",
    example: "2,081 in a table and 2,801 in a letter, for the same quarter.",
    resolve: "Ask which figure the body that holds it stands by, and what the other one counts.",
};

/// How many conflicts of one cluster are reported one by one; the rest are counted.
const MOST: usize = 20;

/// Figures of one measure and breakdown that speak of the same time.
type Cluster<'a> = Vec<&'a Figure>;

fn each_cluster(record: &Record, rule: fn(&Record, &[&Figure]) -> Vec<Finding>) -> Vec<Finding> {
    let measures = record.dataset().measures();
    measures
        .flat_map(|measure| clusters(record, measure))
        .flat_map(|cluster| rule(record, &cluster))
        .collect()
}

/// Live values only: what was superseded or withdrawn is history, and a demand is no measurement.
fn clusters<'a>(record: &'a Record, measure: &Measure) -> Vec<Cluster<'a>> {
    let mut groups: BTreeMap<_, Cluster<'a>> = BTreeMap::new();
    for figure in record.dataset().figures_of(&measure.id) {
        if figure.basis.states_a_fact() && figure.reading().amount().is_some() && is_live(record, figure) {
            let key = (&figure.key.dimensions, record.lineage().timing(figure));
            groups.entry(key).or_default().push(figure);
        }
    }
    groups.into_values().filter(|cluster| cluster.len() > 1).collect()
}

fn is_live(record: &Record, figure: &Figure) -> bool {
    !matches!(record.standings().standing(figure), Standing::Verified(Status::Superseded | Status::Withdrawn))
}

fn agree(record: &Record, cluster: &[&Figure]) -> Vec<Finding> {
    let worded_alike = cluster.windows(2).all(|pair| match pair {
        [a, b] => a.reading().amount().map(|x| x.cuts()) == b.reading().amount().map(|x| x.cuts()),
        _ => true,
    });
    if worded_alike {
        return Vec::new();
    }
    let shared = [(Alpha::Core, Verdict::Consistent), (Alpha::Typical, Verdict::ConsistentAfterRounding)]
        .into_iter()
        .find_map(|(alpha, verdict)| Some((meeting_of_all(record, cluster, alpha)?, verdict)));
    shared
        .map(|(meeting, verdict)| agreement_finding(record, cluster, &meeting, verdict))
        .into_iter()
        .collect()
}

fn meeting_of_all(record: &Record, cluster: &[&Figure], alpha: Alpha) -> Option<Interval> {
    let first = cluster.first()?;
    let shared = cluster.iter().try_fold(Interval::all(), |shared, figure| {
        shared.intersect(figure.reading().amount()?.cuts().at(alpha))
    })?;
    match record.kind(first) {
        crate::model::QuantityKind::Count => shared.to_integers(),
        _ => Some(shared),
    }
}

fn agreement_finding(record: &Record, cluster: &[&Figure], meeting: &Interval, verdict: Verdict) -> Finding {
    let mut finding = Finding::new(&AGREE_DOC, Severity::Note, Nature::Agreement, identity(cluster));
    let kind = cluster.first().map(|figure| record.kind(figure)).unwrap_or(crate::model::QuantityKind::Count);
    let distinct: std::collections::BTreeSet<&str> = cluster.iter().map(|f| f.reported.as_str()).collect();
    finding.title = match verdict {
        Verdict::ConsistentAfterRounding => "These reports agree within rounding".to_owned(),
        _ => "These reports agree".to_owned(),
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
    let roots = cluster.iter().map(|figure| &record.root(figure).source);
    roots.collect::<std::collections::BTreeSet<_>>().len()
}

/// A repetition is held against what it repeats; figures of different origin against one another.
fn conflicts(record: &Record, cluster: &[&Figure]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut more = 0;
    for (index, a) in cluster.iter().enumerate() {
        for b in cluster.iter().skip(index + 1).filter(|b| are_held_together(record, a, b)) {
            let Some(finding) = conflict(record, a, b) else { continue };
            if findings.len() < MOST {
                findings.push(finding);
            } else {
                more += 1;
            }
        }
    }
    if let Some(last) = findings.last_mut().filter(|_| more > 0) {
        last.message.push_str(&format!(" {more} more pairs of these figures conflict and are not listed."));
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
    let mut finding = Finding::new(&CONFLICT_DOC, severity, Nature::Discrepancy, identity(&[a, b]));
    finding.title = format!("“{}” against “{}”", a.reported, b.reported);
    finding.message = message(record, a, b, &held, verdict);
    finding.verdict = Some(verdict);
    finding.assumptions = comparison.assumptions;
    finding.causes = causes(a, b, &held, &comparison.differences, record);
    finding.settles = record.dataset().measure(&a.key.measure).map(|measure| {
        format!("What is the figure for “{}”, for {}?", measure.title, record.lineage().timing(a).words())
    });
    finding.distances = Some(held.distances);
    finding.help = Some(CONFLICT_DOC.resolve.to_owned());
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
        Verdict::NotComparable => "They are not comparable as reported".to_owned(),
        Verdict::Marginal => "They agree only on a loose reading".to_owned(),
        _ => format!("They {}", verdict.words()),
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
    format!(
        "{} for {}. {judged}.{difference}{gap}{repeats}",
        accounts(dataset, [a, b]),
        record.lineage().timing(a).words()
    )
}

fn difference(x: &crate::quantity::Rational, y: &crate::quantity::Rational) -> String {
    let off = (x - y).abs();
    let share = (&off * &crate::quantity::Rational::from(100)).checked_div(&x.abs());
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

fn causes(
    a: &Figure,
    b: &Figure,
    held: &Agreement,
    differences: &[Difference],
    record: &Record,
) -> Vec<Cause> {
    let mut causes: Vec<Cause> = differences.iter().filter_map(|field| by_field(*field)).collect();
    if let (Some(x), Some(y)) = (a.reading().amount(), b.reading().amount()) {
        if held.verdict == Verdict::Marginal {
            causes.push(Cause::new(
                CauseCode::Understated,
                "one report is true of the other only as a distant bound",
            ));
        }
        if let Some((x, y)) = x.nominal_point().zip(y.nominal_point()) {
            causes.extend(slips(x, y));
        }
    }
    if let Some(stale) = stale(record, a, b).or_else(|| stale(record, b, a)) {
        causes.push(stale);
    }
    if causes.is_empty() {
        causes.push(Cause::new(CauseCode::Unexplained, "nothing on record here explains the difference"));
    }
    causes.truncate(3);
    causes
}

fn by_field(field: Difference) -> Option<Cause> {
    let code = match field {
        Difference::CountingUnit => CauseCode::CountingUnit,
        Difference::Includes => CauseCode::Definition,
        Difference::Extent => CauseCode::Coverage,
        Difference::Timing => CauseCode::DifferentAsOf,
        Difference::Measure | Difference::Dimensions | Difference::Basis => return None,
    };
    Some(Cause::new(code, format!("they differ in {}", field.words())))
}

/// The value equals another period's, reported by a different source, to the digit.
fn stale(record: &Record, suspect: &Figure, other: &Figure) -> Option<Cause> {
    let value = suspect.reading().amount()?.cuts().support().as_point()?.clone();
    let earlier = record.dataset().figures_of(&suspect.key.measure).iter().find(|figure| {
        figure.source != suspect.source
            && figure.key.dimensions == suspect.key.dimensions
            && record.lineage().timing(figure).compare(record.lineage().timing(other))
                == TimingMatch::Different
            && figure.reading().amount().and_then(|x| x.cuts().support().as_point()) == Some(&value)
    })?;
    Some(Cause::new(
        CauseCode::StaleFigure,
        format!(
            "{} is also the figure for {}",
            print::number(&value),
            record.lineage().timing(earlier).words()
        ),
    ))
}
