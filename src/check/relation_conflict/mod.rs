//! R001: one account has a group as part of another, another account has it as separate.

mod claims;

use super::rule::Rule;
use super::subject::{about, at, said_in};
use super::words::{account, and, titles};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::Figure;
use crate::quantity::{Interval, Rational, print};
use crate::reconcile::Record;
use claims::{Claim, Claims};

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R001",
    name: "relation-conflict",
    finds: "Sources that relate the same two groups in ways that cannot both hold: one says that the first is part of the second, another that the two are separate.",
    matters: "The total differs by the whole of the smaller group, and readers who add or do not add it get different figures.",
    example: "One report says “a further 120 appeals”, another “including 120 appeals”, of the same 1,900 cases.",
    resolve: "Ask the body that holds the figures whether the smaller group is counted in the larger one.",
};

fn run(record: &Record) -> Vec<Finding> {
    claims::conflicts(record).iter().filter_map(|claims| conflict(record, claims)).collect()
}

fn conflict(record: &Record, claims: &Claims<'_>) -> Option<Finding> {
    let first = claims.part_of.first()?;
    let roots = (record.root(first.part), record.root(first.whole));
    let all = || claims.part_of.iter().chain(&claims.separate);
    let ids: Vec<&str> = all().map(|claim| claim.relation.id.as_str()).collect();
    let values = [roots.0.reported.as_str(), roots.1.reported.as_str()];
    let mut finding = Finding::new(&DOC, Severity::Error, Nature::Discrepancy, ids.into_iter().chain(values));
    describe(record, &mut finding, claims, roots);
    if claims.date_assumed {
        finding.assumptions.push("the same date for all of these accounts".to_owned());
    }
    about(&mut finding, [roots.1, roots.0]);
    for claim in all() {
        about(&mut finding, [claim.part, claim.whole]);
        at(&mut finding, claim.relation.place.as_ref());
        said_in(&mut finding, &claim.relation.source);
    }
    Some(finding)
}

fn describe(record: &Record, finding: &mut Finding, claims: &Claims<'_>, (part, whole): (&Figure, &Figure)) {
    let dataset = record.dataset();
    let with_words = |items: &[Claim<'_>]| {
        and(items.iter().map(|Claim { relation, .. }| match &relation.words {
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
        .figures_alike(&whole.key)
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
