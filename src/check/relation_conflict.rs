//! R001: one account has a group as part of another, another account has it as separate.

use super::rule::Rule;
use super::subject::{about, at};
use super::words::{account, and, titles};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Asserted, Code, DimensionId, Figure, MeasureId, Relation};
use crate::period::TimingMatch;
use crate::quantity::{Interval, Rational, print};
use crate::reconcile::Record;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R001",
    name: "relation-conflict",
    finds: "Sources that relate the same two groups in ways that cannot both hold: one says that the first is part of the second, another that the two are separate.",
    matters: "The total differs by the whole of the smaller group, and readers who add or do not add it get different figures.",
    example: "One report says “a further 120 appeals”, another “including 120 appeals”, of the same 1,900 cases.",
    resolve: "Ask the body that holds the figures whether the smaller group is counted in the larger one.",
};

/// What two figures are about, apart from time.
type Group<'a> = (&'a MeasureId, &'a BTreeMap<DimensionId, Code>);

#[derive(Default)]
struct Claims<'a> {
    part_of: Vec<(&'a Relation, &'a Figure, &'a Figure)>,
    separate: Vec<(&'a Relation, &'a Figure, &'a Figure)>,
}

fn run(record: &Record) -> Vec<Finding> {
    let mut claims: BTreeMap<(Group<'_>, Group<'_>), Claims<'_>> = BTreeMap::new();
    for relation in record.dataset().relations() {
        match &relation.asserted {
            Asserted::PartOf { part, whole } => {
                if let Some((part, whole)) = record.figure(part).zip(record.figure(whole)) {
                    claims.entry(pair(part, whole)).or_default().part_of.push((relation, part, whole));
                }
            }
            Asserted::Separate { members } => {
                for (index, first) in members.iter().enumerate() {
                    for second in members.iter().skip(index + 1) {
                        if let Some((a, b)) = record.figure(first).zip(record.figure(second)) {
                            claims.entry(pair(a, b)).or_default().separate.push((relation, a, b));
                        }
                    }
                }
            }
            Asserted::Sum { .. }
            | Asserted::Difference { .. }
            | Asserted::Ratio { .. }
            | Asserted::Share { .. }
            | Asserted::Change { .. }
            | Asserted::Multiple { .. } => {}
        }
    }
    claims.into_values().filter_map(|claims| conflict(record, claims)).collect()
}

fn pair<'a>(a: &'a Figure, b: &'a Figure) -> (Group<'a>, Group<'a>) {
    let (a, b) = ((&a.key.measure, &a.key.dimensions), (&b.key.measure, &b.key.dimensions));
    if a <= b { (a, b) } else { (b, a) }
}

fn conflict(record: &Record, mut claims: Claims<'_>) -> Option<Finding> {
    let (_, part, whole) = *claims.part_of.first()?;
    let aligned = |a: &Figure| {
        let other = if a.key.measure == part.key.measure { part } else { whole };
        record.lineage().timing(a).compare(record.lineage().timing(other)) != TimingMatch::Different
    };
    claims.separate.retain(|(_, a, b)| aligned(a) && aligned(b));
    if claims.separate.is_empty() {
        return None;
    }
    let roots = (record.root(part), record.root(whole));
    let ids: Vec<&str> =
        claims.part_of.iter().chain(&claims.separate).map(|(relation, _, _)| relation.id.as_str()).collect();
    let values = [roots.0.reported.as_str(), roots.1.reported.as_str()];
    let mut finding = Finding::new(&DOC, Severity::Error, Nature::Discrepancy, ids.into_iter().chain(values));
    describe(record, &mut finding, &claims, roots);
    about(&mut finding, [roots.1, roots.0]);
    for (relation, a, b) in claims.part_of.iter().chain(&claims.separate) {
        about(&mut finding, [*a, *b]);
        at(&mut finding, relation.place.as_ref());
        if !finding.sources.contains(&relation.source) {
            finding.sources.push(relation.source.clone());
        }
    }
    Some(finding)
}

fn describe(record: &Record, finding: &mut Finding, claims: &Claims<'_>, (part, whole): (&Figure, &Figure)) {
    let dataset = record.dataset();
    let with_words = |items: &[(&Relation, &Figure, &Figure)]| {
        and(items.iter().map(|(relation, _, _)| match &relation.words {
            Some(words) => format!("{} (“{words}”)", titles(dataset, [&relation.source])),
            None => titles(dataset, [&relation.source]),
        }))
    };
    finding.title = "Counted within, or in addition?".to_owned();
    finding.verdict = Some(Verdict::Inconsistent);
    finding.message = format!(
        "Sources relate {} to {} in two ways. As a part of it: {}. As separate from it: {}. Both cannot hold.",
        account(dataset, part),
        account(dataset, whole),
        with_words(&claims.part_of),
        with_words(&claims.separate),
    );
    if let Some((if_part, if_separate)) = totals(part, whole) {
        finding.message.push_str(&format!(
            " The total is {} if the smaller group is a part, and {} if it is separate.",
            print::interval_words(&if_part),
            print::interval_words(&if_separate),
        ));
        finding.message.push_str(&agreeing(record, whole, [&if_part, &if_separate]));
        finding.arithmetic = calculation(part, whole, &if_separate);
    }
    finding.causes.push(Cause::new(
        CauseCode::SubsetVsAdditional,
        "one account reads the smaller group as a part of the larger one, another as an addition to it",
    ));
    finding.settles = Some(format!(
        "Are the {} counted in “{}” included in the {} counted in “{}”?",
        unit(record, part),
        part.reported,
        unit(record, whole),
        whole.reported
    ));
    finding.help = Some(DOC.resolve.to_owned());
}

fn unit<'a>(record: &'a Record, figure: &Figure) -> &'a str {
    record.dataset().measure(&figure.key.measure).map_or("units", |measure| measure.unit.as_str())
}

/// The total on either reading, at the typical cut.
fn totals(part: &Figure, whole: &Figure) -> Option<(Interval, Interval)> {
    let part = part.reading().amount()?.cuts().typical();
    let whole = whole.reading().amount()?.cuts().typical();
    Some((whole.clone(), whole.add(part)))
}

fn calculation(part: &Figure, whole: &Figure, sum: &Interval) -> Vec<String> {
    let nominal = |figure: &Figure| -> Option<Rational> {
        figure.reading().amount().and_then(|amount| amount.nominal_point().cloned())
    };
    nominal(whole).zip(nominal(part)).map_or_else(Vec::new, |(whole, part)| {
        vec![format!("{} + {} = {}", print::number(&whole), print::number(&part), print::interval_words(sum))]
    })
}

/// Which other reports of the whole agree with either total.
fn agreeing(record: &Record, whole: &Figure, totals: [&Interval; 2]) -> String {
    let vague: Vec<String> = record
        .dataset()
        .figures_of(&whole.key.measure)
        .iter()
        .filter(|figure| figure.id != whole.id && record.root(figure).id == record.root(whole).id)
        .filter(|figure| {
            figure.reading().amount().is_some_and(|amount| {
                totals.iter().all(|total| amount.cuts().typical().intersect(total).is_some())
            })
        })
        .map(|figure| format!("“{}”", figure.reported))
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    match vague.len() {
        0 => String::new(),
        1 => format!(" {} agrees with both.", and(vague)),
        _ => format!(" {} agree with both.", and(vague)),
    }
}
