//! A conflict as a structure: its figures with their weights, what ties them, and the fewest changes that would do.

use super::super::words::range;
use super::case::{Case, figures_of};
use super::ties;
use crate::constraint::{self, Doubt, StatementId};
use crate::finding::{Change, Conflict, Correction, Ends, Member, Needed, Weighed};
use crate::model::{Figure, FigureId};
use crate::reconcile::{Left, Record, Stated};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn conflict(record: &Record, case: &Case<'_>) -> Conflict {
    let disagreement = case.disagreement;
    let remedies = &disagreement.remedies;
    let all = in_order(record, case);
    let figures: Vec<&Figure> = figures_of(record, &all).collect();
    let members = |set: &Vec<StatementId>| -> Vec<Member> {
        set.iter().flat_map(|id| members(record, &figures, *id)).collect()
    };
    let place = |id: &StatementId| all.iter().position(|known| known == id);
    let mut corrections: Vec<_> = remedies.least.iter().chain(&remedies.near).collect();
    corrections.sort_by_cached_key(|correction| {
        (correction.cost, correction.statements.iter().map(place).collect::<Vec<_>>())
    });
    Conflict {
        sets: disagreement.sets.iter().map(members).collect(),
        remedies: remedies.least.iter().map(|least| members(&least.statements)).collect(),
        clear: remedies.clear,
        complete: disagreement.complete,
        claims: all.iter().filter_map(|id| weighed(record, *id)).collect(),
        ties: in_words(record, &figures, &all),
        corrections: corrections
            .into_iter()
            .map(|correction| self::correction(record, &figures, correction, &all))
            .collect(),
        all_corrections: remedies.complete,
        tied_to: disagreement.part.and_then(|place| Some(record.dataset().figures().get(place)?.id.clone())),
    }
}

/// The statements of all its sets, the figures in the order in which they are told.
fn in_order(record: &Record, case: &Case<'_>) -> Vec<StatementId> {
    let all: BTreeSet<StatementId> = case.disagreement.sets.iter().flatten().copied().collect();
    let mut all: Vec<StatementId> = all.into_iter().collect();
    let told: BTreeMap<&FigureId, usize> =
        case.figures.iter().enumerate().map(|(at, figure)| (&figure.id, at)).collect();
    let place = |id: &StatementId| figure(record, *id).and_then(|figure| told.get(&figure.id));
    all.sort_by_cached_key(|id| (place(id).is_none(), place(id)));
    all
}

fn weighed(record: &Record, id: StatementId) -> Option<Weighed> {
    let figure = figure(record, id)?;
    let Doubt::Weighs(weight) = record.network().system().doubt(id)? else { return None };
    let kind = record.dataset().source(&figure.source).map_or("not known", |source| source.kind.words());
    Some(Weighed { figure: figure.id.clone(), weight, kind })
}

fn figure(record: &Record, id: StatementId) -> Option<&Figure> {
    figures_of(record, std::slice::from_ref(&id)).next()
}

/// The ties in words, each once.
fn in_words(record: &Record, figures: &[&Figure], set: &[StatementId]) -> Vec<String> {
    let ties = set.iter().filter_map(|id| Some((*id, record.network().stated(*id)?)));
    let mut words: Vec<String> = ties
        .filter(|(_, stated)| stated.is_tie())
        .map(|(id, stated)| ties::words(record, figures, id, stated))
        .collect();
    words.dedup();
    words
}

fn correction(
    record: &Record,
    figures: &[&Figure],
    correction: &constraint::Correction,
    all: &[StatementId],
) -> Correction {
    let rest: Vec<StatementId> =
        all.iter().copied().filter(|id| !correction.statements.contains(id)).collect();
    let changes = correction.statements.iter().flat_map(|id| {
        let stated = record.network().stated(*id).filter(|stated| stated.is_tie());
        let words = stated.map(|stated| ties::words(record, figures, *id, stated));
        let needed = needed(record, *id, &rest);
        // What several relations imply together is one change.
        let member = members(record, figures, *id).into_iter().next();
        member.map(|member| Change { member, words, needed })
    });
    Correction { weight: correction.cost, changes: changes.collect() }
}

/// What a figure would have to be for the rest to hold.
fn needed(record: &Record, id: StatementId, rest: &[StatementId]) -> Needed {
    let Some(figure) = figure(record, id) else { return Needed::SetAside };
    let kind = record.kind(figure);
    let network = record.network();
    let variable = network.variable(record.dataset(), figure);
    let Some(Left { typical, loosest }) = variable.and_then(|on| network.left_by(rest, on)) else {
        return Needed::NotDecided;
    };
    if record.keeps_back(figure) || record.can_only_be_small(figure, &loosest) {
        return Needed::Withheld;
    }
    let wide = range(&loosest, kind);
    let words = match typical.as_ref().map(|typical| range(typical, kind)) {
        Some(usual) if usual == wide => usual,
        Some(usual) => format!("{usual}, on the loosest reading {wide}"),
        None => format!("{wide}, on the loosest reading of the others only"),
    };
    Needed::Range { words, typical: typical.as_ref().map(Ends::from), loosest: Ends::from(&loosest) }
}

/// What a statement stands for: none for a convention, several for relations that imply it together.
fn members(record: &Record, figures: &[&Figure], id: StatementId) -> Vec<Member> {
    match record.network().stated(id) {
        Some(Stated::Figure(place)) => {
            let figure = record.dataset().figures().get(*place);
            figure.map(|figure| Member::Figure(figure.id.clone())).into_iter().collect()
        }
        Some(Stated::Relations(ids)) => ids.iter().cloned().map(Member::Relation).collect(),
        Some(stated @ Stated::Inferred(..)) => vec![Member::Tie(ties::words(record, figures, id, stated))],
        Some(Stated::Rounding) | None => Vec::new(),
    }
}
