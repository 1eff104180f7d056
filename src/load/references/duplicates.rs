//! Ids that must be one of a kind.

use super::{Found, Gathered};
use crate::finding::{Finding, RuleDoc};
use crate::load::codes::{DUPLICATE_ID, DUPLICATE_KEY};
use crate::load::figures::derived_id;
use crate::model::{Figure, Place};
use rayon::prelude::*;

pub(super) fn check(gathered: &Gathered, found: &mut Found) {
    let entries = &gathered.entries;
    let bodies = gathered.declared.bodies.bodies.iter().map(|body| (body.id.as_str(), body.place.as_ref()));
    note("body", bodies, found);
    note("relation", entries.relations.iter().map(|one| (one.id.as_str(), one.place.as_ref())), found);
    let notes = entries.change_notes.iter().map(|one| (one.id.as_str(), one.place.as_ref()));
    note("change note", notes, found);
    note("position", entries.positions.iter().map(|one| (one.id.as_str(), one.place.as_ref())), found);
    let mut figures: Vec<&Figure> = gathered.figures.iter().flat_map(|file| &file.figures).collect();
    note_ids(&mut figures, found);
    note_keys(&mut figures, found);
}

fn note<'g>(kind: &str, things: impl Iterator<Item = (&'g str, Option<&'g Place>)>, found: &mut Found) {
    let mut things: Vec<_> = things.collect();
    things.sort_unstable();
    for pair in things.chunk_by(|a, b| a.0 == b.0) {
        let [(id, first), others @ ..] = pair else { continue };
        for (_, place) in others {
            let message = format!("the {kind} id “{id}” stands twice; the first is at {}", words(*first));
            add(&DUPLICATE_ID, (*place, *first), message, "give one of them another id", found);
        }
    }
}

fn note_ids(figures: &mut [&Figure], found: &mut Found) {
    figures.par_sort_unstable_by(|a, b| (&a.id, a.place()).cmp(&(&b.id, b.place())));
    for same in figures.chunk_by(|a, b| a.id == b.id) {
        let [first, others @ ..] = same else { continue };
        // Rows without ids get the same one where they give the same thing, which is told in its own words.
        for figure in others.iter().filter(|figure| has_own_id(figure) || !is_same(figure, first)) {
            let at = words(first.place());
            let message = format!("the figure id “{}” stands twice; the first is at {at}", figure.id);
            add(
                &DUPLICATE_ID,
                (figure.place(), first.place()),
                message,
                "give one of them another id",
                found,
            );
        }
    }
}

/// Rows for the same thing, time and source are told apart only by ids written in them.
fn note_keys(figures: &mut [&Figure], found: &mut Found) {
    figures.par_sort_unstable_by(|a, b| (&a.key, &a.source, a.place()).cmp(&(&b.key, &b.source, b.place())));
    for same in figures.chunk_by(|a, b| is_same(a, b)) {
        let [first, others @ ..] = same else { continue };
        if others.is_empty() || same.iter().all(|figure| has_own_id(figure)) {
            continue;
        }
        for figure in others {
            let message = format!(
                "“{}” gives “{}” for the same time and breakdown twice; the first is at {}",
                figure.source,
                figure.key.measure,
                words(first.place())
            );
            let help = "delete one; if the source really gives two figures, give each its own id";
            add(&DUPLICATE_KEY, (figure.place(), first.place()), message, help, found);
        }
    }
}

fn is_same(a: &Figure, b: &Figure) -> bool {
    a.key == b.key && a.source == b.source
}

fn has_own_id(figure: &Figure) -> bool {
    figure.id != derived_id(&figure.key, &figure.source)
}

fn add(
    rule: &RuleDoc,
    (place, first): (Option<&Place>, Option<&Place>),
    message: String,
    help: &str,
    found: &mut Found,
) {
    let Some(place) = place else { return };
    let mut finding = Finding::input(rule, place.clone(), message, help);
    finding.locations.extend(first.cloned());
    found.add(finding);
}

fn words(place: Option<&Place>) -> String {
    place.map(ToString::to_string).unwrap_or_default()
}
