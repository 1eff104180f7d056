//! R015: a figure said not to exist, not to be available or not to be published, while one is public.

use super::rule::Rule;
use super::subject::{about, at, identity, said_in};
use super::words::{account, accounts, titles};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{BodyId, Figure, MeasureId, Position, PositionStance};
use crate::period::TimingMatch;
use crate::quantity::NoValue;
use crate::reconcile::Record;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R015",
    name: "availability-conflict",
    finds: "A body that says its figure does not exist, cannot be had or is not published, while a figure attributed to it is public.",
    matters: "Readers meet a number and an answer that there is none to give.",
    example: "“Not held”, beside a leaked count from the same department for the same month.",
    resolve: "Ask the body what it holds, and whether the public figure is its own.",
};

/// Which conflict a statement makes, if any.
#[derive(Clone, Copy)]
enum Conflict {
    Existence,
    InOnePlace,
    Availability,
}

fn run(record: &Record) -> Vec<Finding> {
    let said = record.dataset().positions().flat_map(|position| by_position(record, position));
    let answered = record.dataset().figures().iter().filter_map(|figure| by_answer(record, figure));
    said.chain(answered).collect()
}

fn by_position<'a>(record: &'a Record, position: &'a Position) -> impl Iterator<Item = Finding> + 'a {
    let conflict = match position.stance {
        PositionStance::NotHeld => Some(Conflict::Existence),
        PositionStance::NotHeldCentrally => Some(Conflict::InOnePlace),
        PositionStance::NotPublished | PositionStance::CostRefused => Some(Conflict::Availability),
        PositionStance::Confirms
        | PositionStance::PartlyConfirms
        | PositionStance::ConsistentWith
        | PositionStance::Declines
        | PositionStance::Denies
        | PositionStance::Corrects
        | PositionStance::Supersedes
        | PositionStance::Withdraws => None,
    };
    let body = position.body.as_ref();
    let measures: BTreeSet<&MeasureId> =
        position.measures.iter().chain(of_figures(record, position)).collect();
    measures.into_iter().filter_map(move |measure| {
        let mut public = public_figures(record, measure, body?, None);
        if !position.measures.contains(measure) {
            // Said of single figures, it is said of no others.
            public.retain(|figure| position.on.contains(&figure.id));
        }
        if position.stance == PositionStance::NotPublished {
            // What the body has since published itself is an answer to the statement, not a conflict with it.
            public.retain(|figure| !is_publication(record, figure));
        }
        let said = format!(
            "{} {}{} ({})",
            record.dataset().body_name(body?),
            position.stance.words(),
            position.words.as_ref().map_or(String::new(), |words| format!(", “{words}”")),
            titles(record.dataset(), [&position.source])
        );
        let mut finding = finding(record, conflict?, &said, position.id.as_str(), &public)?;
        said_in(&mut finding, &position.source);
        at(&mut finding, position.place.as_ref());
        if !public.iter().any(|figure| position.on.contains(&figure.id)) {
            finding.assumptions.push("that the statement is about the same date".to_owned());
        }
        Some(finding)
    })
}

fn of_figures<'a>(record: &'a Record, position: &'a Position) -> impl Iterator<Item = &'a MeasureId> {
    position.on.iter().filter_map(|id| record.figure(id)).map(|figure| &figure.key.measure)
}

fn by_answer(record: &Record, answer: &Figure) -> Option<Finding> {
    let conflict = match answer.reading().no_value()? {
        NoValue::NotHeld => Conflict::Existence,
        NoValue::NotHeldCentrally => Conflict::InOnePlace,
        NoValue::DisproportionateCost | NoValue::CostLimit | NoValue::NotYetPublished => {
            Conflict::Availability
        }
        _ => return None,
    };
    let source = record.dataset().source(&answer.source)?;
    let public = public_figures(record, &answer.key.measure, source.body.as_ref()?, Some(answer));
    let said = format!("The answer is {}", account(record.dataset(), answer));
    let mut finding = finding(record, conflict, &said, answer.id.as_str(), &public)?;
    let when = record.lineage().timing(answer);
    if public.iter().any(|figure| when.compare(record.lineage().timing(figure)) != TimingMatch::Same) {
        finding.assumptions.push("the same date for both".to_owned());
    }
    about(&mut finding, [answer]);
    Some(finding)
}

/// Root figures of the measure that come from the body itself, for the same time as the answer.
fn public_figures<'a>(
    record: &'a Record,
    measure: &MeasureId,
    body: &BodyId,
    answer: Option<&Figure>,
) -> Vec<&'a Figure> {
    let same_time = |figure: &Figure| {
        answer.is_none_or(|answer| {
            answer.key.dimensions == figure.key.dimensions
                && answer.source != figure.source
                && record.lineage().timing(answer).compare(record.lineage().timing(figure))
                    != TimingMatch::Different
        })
    };
    let dataset = record.dataset();
    let figures = answer.map_or(dataset.figures_of(measure), |answer| dataset.figures_alike(&answer.key));
    figures
        .iter()
        .filter(|figure| figure.reading().amount().is_some() && figure.basis.states_a_fact())
        .filter(|figure| record.root(figure).id == figure.id && same_time(figure))
        .filter(|figure| {
            record.dataset().source(&figure.source).is_some_and(|source| source.body.as_ref() == Some(body))
        })
        .collect()
}

fn is_publication(record: &Record, figure: &Figure) -> bool {
    record.dataset().source(&figure.source).is_some_and(|source| source.kind.is_publication())
}

fn finding(record: &Record, conflict: Conflict, said: &str, by: &str, public: &[&Figure]) -> Option<Finding> {
    if public.is_empty() {
        return None;
    }
    let (verdict, cause, title) = match conflict {
        Conflict::Existence => {
            (Verdict::ExistenceConflict, CauseCode::ExistenceConflict, "Said not to be held, and reported")
        }
        Conflict::InOnePlace => (
            Verdict::ExistenceConflict,
            CauseCode::ExistenceConflict,
            "Said not to be held in one place, and reported",
        ),
        Conflict::Availability => (
            Verdict::AvailabilityConflict,
            CauseCode::AvailabilityConflict,
            "Said not to be available, and public",
        ),
    };
    let mut parts = vec![by];
    parts.extend(identity(public));
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Discrepancy, parts);
    finding.title = title.to_owned();
    let (figures, is) = if public.len() == 1 { ("A figure", "is") } else { ("Figures", "are") };
    finding.message = format!(
        "{said}. {figures} attributed to the same body {is} public: {}.",
        accounts(record.dataset(), public.iter().copied())
    );
    finding.verdict = Some(verdict);
    finding.causes.push(Cause::new(cause, "a figure attributed to the body is public"));
    finding.settles = Some("Does the body hold the figure, and is the public one its own?".to_owned());
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, public.iter().copied());
    Some(finding)
}
