//! What whoever asks should know: gaps to fill in, and what has been refused before.

use super::ask::{Ask, Opening, Refusal, refusals};
use super::bearing::Bearing;
use super::ground::Ground;
use super::matter::Matter;
use super::time::on;
use super::written::MINISTER;
use crate::model::{FoiLaw, SourceId, SourceKind};

pub(super) fn notes(
    ground: &Ground<'_>,
    matter: &Matter<'_>,
    ask: &Ask<'_>,
    bearing: &[Bearing<'_>],
) -> Vec<String> {
    let mut notes = to_whom(matter);
    notes.extend(refused(ground, matter, ask));
    notes.extend(without_number(bearing));
    if ask.times.iter().any(|time| time.is_a_day_chosen(ask.nature)) {
        notes.push("The sources name a month. The draft names its last day, because a count at a moment needs a day.".to_owned());
    }
    if matches!(ask.opening, Opening::WithSmallCounts) {
        notes.push("Figures were withheld so that nobody can be identified. The draft asks for larger groups or longer periods, since beside published totals even a bound can give a small number away; no range is given for them.".to_owned());
    }
    notes
}

fn to_whom(matter: &Matter<'_>) -> Vec<String> {
    let Some(body) = matter.body else {
        return vec![format!(
            "No body is on record as holding this figure: fill in {MINISTER}, and address the request to the body that holds it."
        )];
    };
    let mut notes = Vec::new();
    if body.asked_as.is_none() {
        notes.push(format!(
            "Which minister answers for {} in Parliament is not on record: fill in {MINISTER}. Where none does, use the request for information.",
            body.name
        ));
    }
    match body.foi {
        None => notes.push(format!(
            "Whether {} must answer requests under the Freedom of Information Act 2000 is not on record.",
            body.name
        )),
        Some(FoiLaw::None) => notes
            .push(format!("{} is under no freedom of information law, so no request is drafted.", body.name)),
        Some(FoiLaw::Uk | FoiLaw::Scotland) => {}
    }
    notes
}

/// What met a refusal is not asked for again in the same way.
fn refused(ground: &Ground<'_>, matter: &Matter<'_>, ask: &Ask<'_>) -> Vec<String> {
    let avoided = matches!(ask.opening, Opening::WhereRecorded(_) | Opening::WhatIsHeld(_));
    let note = |one: &super::ask::RefusalIn| {
        let source = SourceId::new(&one.source).ok().and_then(|id| ground.record.dataset().source(&id));
        let title = source.map_or(one.source.as_str(), |source| &source.title);
        let date = source.and_then(|source| source.public_date());
        let date = date.map_or(String::new(), |date| format!(" {}", on(date)));
        let said = match one.refusal {
            Refusal::Cost => "was not given because of its cost",
            Refusal::InNoOnePlace => "was said not to be held in one place",
            Refusal::NotHeld => "was said not to be held",
        };
        let instead = match (one.refusal, avoided) {
            (_, false) => "A question for all of it may meet the same answer",
            (Refusal::NotHeld, true) => "The draft asks instead for what is held",
            (Refusal::Cost | Refusal::InNoOnePlace, true) => {
                "The draft asks instead where it is recorded and for the most recent part alone"
            }
        };
        format!("This {said}{date} ({title}). {instead}.")
    };
    refusals(ground, matter).iter().map(note).collect()
}

fn without_number(bearing: &[Bearing<'_>]) -> Vec<String> {
    let answers = bearing.iter().filter(|one| one.source.kind == SourceKind::WrittenAnswer);
    let unknown = answers.filter(|one| one.source.reference.is_none());
    unknown
        .map(|one| {
            format!(
                "An answer that bears on this is on record without its number ({}). With the number, a written question can open “pursuant to the Answer of DATE to Question NUMBER”.",
                one.source.title
            )
        })
        .collect()
}
