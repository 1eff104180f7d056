//! R017: a percentage that no whole number of units can give.

mod stated_base;

use super::rule::Rule;
use super::subject::{about, at, said_in};
use super::words::{accounts_besides, title};
use crate::constraint::StatementId;
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Asserted, Figure, FigureId, QuantityKind, Relation};
use crate::quantity::{Rational, print};
use crate::reconcile::{Operands, Record, Stated, between, implied};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R017",
    name: "impossible-percentage",
    finds: "A percentage of a count that no whole part of it gives, however it was rounded: where a source relates the two, with or without the number of the part, and where it names the count in the same words (“40% of 7”).",
    matters: "A percentage of few cases can only take few values. One in between was worked out from something else.",
    example: "“12.7% of 19 appeals”: 2 of 19 are 10.5%, 3 of 19 are 15.8%.",
    resolve: "Ask for the number of cases behind the percentage, and for what it is a percentage of.",
};

fn run(record: &Record) -> Vec<Finding> {
    let mut told = BTreeSet::new();
    let shown = record.network().impossible_shares().into_iter().filter_map(|(id, set)| {
        let relation = record.dataset().relation(&id)?;
        // Where not even the plain quotient agrees, R004 says so; other reports of the quantities are R007's.
        let shown = rests_on_its_own_figures(record, relation, &set) && quotient_agrees(record, relation);
        (shown && told.insert(id)).then_some(relation)
    });
    let mut findings: Vec<Finding> = shown.filter_map(|relation| finding(record, relation)).collect();
    let related: BTreeSet<&FigureId> = findings.iter().flat_map(|finding| finding.figures.first()).collect();
    let bases = record.dataset().figures().iter().filter(|figure| !related.contains(&figure.id));
    let of_bases: Vec<Finding> = bases.filter_map(stated_base::finding).collect();
    findings.extend(of_bases);
    findings
}

/// No report but those that the relation names, or that these repeat, has a part in the conflict.
fn rests_on_its_own_figures(record: &Record, relation: &Relation, set: &[StatementId]) -> bool {
    let named = relation.asserted.figures().into_iter().filter_map(|id| record.figure(id));
    let own: BTreeSet<&FigureId> = named.flat_map(|figure| [&figure.id, &record.root(figure).id]).collect();
    let mut figures = set.iter().filter_map(|id| match record.network().stated(*id)? {
        Stated::Figure(place) => record.dataset().figures().get(*place),
        Stated::Relations(_) | Stated::Inferred(..) | Stated::Rounding => None,
    });
    figures.all(|figure| own.contains(&figure.id))
}

fn quotient_agrees(record: &Record, relation: &Relation) -> bool {
    let Asserted::Share { part, whole, result } = &relation.asserted else { return false };
    let Some(part) = part else { return true };
    let value = |id: &FigureId| record.figure(id).and_then(|figure| record.value(figure));
    // A part that was not given may be any number.
    let Some(one) = value(part) else { return true };
    let (Some(of), Some(share)) = (value(whole), value(result)) else { return false };
    let operands: Operands<'_> = [(part, &*one.cuts), (whole, &*of.cuts)].into_iter().collect();
    implied(&relation.asserted, &operands)
        .is_some_and(|quotient| between(&quotient, &share.cuts, QuantityKind::Share) != Verdict::Inconsistent)
}

fn finding(record: &Record, relation: &Relation) -> Option<Finding> {
    let Asserted::Share { part, whole, result } = &relation.asserted else { return None };
    let (whole, share) = (record.figure(whole)?, record.figure(result)?);
    let part = part.as_ref().and_then(|part| record.figure(part));
    let beside: Vec<&Figure> = part.into_iter().chain([whole]).collect();
    let identity: Vec<&str> = std::iter::once(relation.id.as_str())
        .chain(beside.iter().chain([&share]).map(|figure| figure.reported.as_str()))
        .collect();
    let mut finding = Finding::new(&DOC, Severity::Error, Nature::Discrepancy, identity);
    finding.title = format!("“{}” is no percentage of “{}”", share.reported, whole.reported);
    finding.message = format!(
        "{} sets {} beside {}. No whole number of units in “{}” gives that percentage.{}",
        title(record.dataset(), &relation.source),
        accounts_besides(record.dataset(), [share], Some(&relation.source)),
        accounts_besides(record.dataset(), beside.iter().copied(), Some(&relation.source)),
        whole.reported,
        nearest(record, whole, share).map_or(String::new(), |words| format!(" {words}")),
    );
    explain(&mut finding, share);
    about(&mut finding, std::iter::once(share).chain(beside));
    said_in(&mut finding, &relation.source);
    at(&mut finding, relation.place.as_ref());
    Some(finding)
}

/// What may be behind it, and what to ask.
fn explain(finding: &mut Finding, share: &Figure) {
    finding.verdict = Some(Verdict::Inconsistent);
    finding.causes = vec![
        Cause::new(CauseCode::Definition, "it may be a percentage of another group"),
        Cause::new(CauseCode::ArithmeticError, "the figures named give another percentage"),
    ];
    finding.settles =
        Some(format!("How many units, and out of how many, are counted in “{}”?", share.reported));
    finding.help = Some(DOC.resolve.to_owned());
}

/// The percentages of these figures on either side that whole numbers give.
fn nearest(record: &Record, whole: &Figure, share: &Figure) -> Option<String> {
    let of = record.value(whole)?.cuts.support().as_point()?.clone();
    on_either_side(&of, record.value(share)?.nominal?.as_ref())
}

fn on_either_side(of: &Rational, stated: &Rational) -> Option<String> {
    let hundred = Rational::from(100);
    let below = (stated * of).checked_div(&hundred)?.floor();
    let above = &below + &Rational::from(1);
    let percent = |count: &Rational| (count * &hundred).checked_div(of).map(|share| share.to_decimal(1));
    let of = print::number(of);
    Some(format!(
        "{} of {of} {} {}%, {} of {of} {} {}%.",
        print::number(&below),
        verb(&below),
        percent(&below)?,
        print::number(&above),
        verb(&above),
        percent(&above)?
    ))
}

fn verb(count: &Rational) -> &'static str {
    if *count == Rational::from(1) { "is" } else { "are" }
}
