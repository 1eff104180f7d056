//! R009: a figure described as consistent with a figure of another date.

use super::rule::Rule;
use super::subject::{about, at, said_in};
use super::words::{account, titles};
use crate::finding::{Bridge, Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Figure, Position, PositionStance};
use crate::period::TimingMatch;
use crate::quantity::{Rational, print};
use crate::reconcile::{Record, bridge};

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R009",
    name: "unlike-dates",
    finds: "A body that describes a figure as consistent with a figure of another date.",
    matters: "Two positions years apart cannot confirm one another, whatever lies between them.",
    example: "“In line with the 2014 figure”, said of a count made in 2024.",
    resolve: "Ask the body for its own figure at the same date.",
};

fn run(record: &Record) -> Vec<Finding> {
    let dataset = record.dataset();
    let positions = dataset.positions().filter(|p| p.stance == PositionStance::ConsistentWith);
    positions
        .flat_map(|position| position.on.iter().map(move |id| (position, id)))
        .filter_map(|(position, id)| {
            let figure = record.figure(id)?;
            let other = record.figure(position.compared_with.as_ref()?)?;
            unlike(record, position, figure, other)
        })
        .collect()
}

fn unlike(record: &Record, position: &Position, figure: &Figure, other: &Figure) -> Option<Finding> {
    let (now, then) = (record.lineage().timing(figure), record.lineage().timing(other));
    if now.compare(then) != TimingMatch::Different {
        return None;
    }
    let mut identity = vec![position.id.as_str(), &figure.reported, &other.reported];
    if position.on.len() > 1 {
        identity.push(figure.id.as_str());
    }
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Discrepancy, identity);
    finding.title =
        format!("Described as consistent across unlike dates: {} and {}", now.words(), then.words());
    finding.message = format!(
        "{} describes {}, for {}, as consistent with {}, for {}{}.{} The dates differ, so this does not confirm the figure.",
        titles(record.dataset(), [&position.source]),
        account(record.dataset(), figure),
        now.words(),
        account(record.dataset(), other),
        then.words(),
        position.words.as_ref().map_or(String::new(), |words| format!(" (“{words}”)")),
        difference(record, figure, other).map_or(String::new(), |words| format!(" {words}")),
    );
    finding.verdict = Some(Verdict::NotComparable);
    finding.causes.push(Cause::new(
        CauseCode::DifferentAsOf,
        format!("one figure is for {}, the other for {}", now.words(), then.words()),
    ));
    finding.settles = Some(format!("What was the figure held by the body itself for {}?", now.words()));
    if figure.key.measure == other.key.measure {
        finding.bridge = bridge(record, other, figure);
        finding.residual = finding.bridge.as_ref().map(Bridge::residual);
    }
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, [figure, other]);
    said_in(&mut finding, &position.source);
    at(&mut finding, position.place.as_ref());
    Some(finding)
}

/// The relative difference of the numbers as written, with the figure set beside as the base.
fn difference(record: &Record, figure: &Figure, other: &Figure) -> Option<String> {
    if figure.key.measure != other.key.measure {
        return None;
    }
    let number = |figure: &Figure| Some(record.value(figure)?.nominal?.into_owned());
    let (now, then) = (number(figure)?, number(other)?);
    let change = (&(&now - &then) * &Rational::from(100)).checked_div(&then.abs())?;
    let direction = match change.signum() {
        0 => return Some(format!("Both numbers are {}.", print::number(&now))),
        1 => "above",
        _ => "below",
    };
    let (now, then) = (print::number(&now), print::number(&then));
    let by = match change.abs().to_decimal(0).as_str() {
        "0" => "less than 1%".to_owned(),
        whole => format!("about {whole}%"),
    };
    Some(format!("{now} is {by} {direction} {then}."))
}
