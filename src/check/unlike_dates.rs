//! R009: a figure described as consistent with a figure of another date.

use super::rule::Rule;
use super::subject::{about, at};
use super::words::{account, titles};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Figure, Position, PositionStance};
use crate::period::TimingMatch;
use crate::quantity::{Rational, print};
use crate::reconcile::Record;

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
    let identity = [position.id.as_str(), &figure.reported, &other.reported];
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Discrepancy, identity);
    finding.title =
        format!("Described as consistent across unlike dates: {} and {}", now.words(), then.words());
    finding.message = format!(
        "{} describes {}, for {}, as {} {}, for {}.{} The dates differ, so this does not confirm the figure.",
        titles(record.dataset(), [&position.source]),
        account(record.dataset(), figure),
        now.words(),
        position.words.as_ref().map_or("consistent with".to_owned(), |words| format!("“{words}” with")),
        account(record.dataset(), other),
        then.words(),
        difference(figure, other).map_or(String::new(), |words| format!(" {words}")),
    );
    finding.verdict = Some(Verdict::NotComparable);
    finding.causes.push(Cause::new(
        CauseCode::DifferentAsOf,
        format!("one figure is for {}, the other for {}", now.words(), then.words()),
    ));
    finding.settles = Some(format!("What was the figure held by the body itself for {}?", now.words()));
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, [figure, other]);
    if !finding.sources.contains(&position.source) {
        finding.sources.push(position.source.clone());
    }
    at(&mut finding, position.place.as_ref());
    Some(finding)
}

/// The relative difference of the numbers as written, with the earlier figure as the base.
fn difference(figure: &Figure, other: &Figure) -> Option<String> {
    let now = figure.reading().amount()?.nominal_point()?;
    let then = other.reading().amount()?.nominal_point()?;
    let change = (&(now - then) * &Rational::from(100)).checked_div(then)?;
    let direction = match change.signum() {
        0 => return Some(format!("Both numbers are {}.", print::number(now))),
        1 => "above",
        _ => "below",
    };
    Some(format!(
        "{} is about {}% {direction} {}.",
        print::number(now),
        change.abs().to_decimal(0),
        print::number(then)
    ))
}
