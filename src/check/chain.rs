//! The chain of repetition around a figure: what stands before it, and who took it over from there.

use super::words::accounts;
use crate::model::Figure;
use crate::reconcile::Record;
use std::collections::BTreeSet;

/// The figures before this one in the chain of repetition, the nearest first.
pub(super) fn ancestors<'a>(record: &'a Record, figure: &'a Figure) -> Vec<&'a Figure> {
    let mut seen = BTreeSet::from([&figure.id]);
    let mut before = Vec::new();
    let mut at = figure;
    while let Some(origin) = record.origin(at).filter(|origin| seen.insert(&origin.id)) {
        before.push(origin);
        at = origin;
    }
    before
}

/// The figures that took these over and kept what `keeps` says, directly or from one another.
pub(super) fn handed_on<'a>(
    record: &'a Record,
    from: &[&'a Figure],
    keeps: impl Fn(&Figure) -> bool,
) -> Vec<&'a Figure> {
    let mut seen: BTreeSet<_> = from.iter().map(|figure| &figure.id).collect();
    let mut open: Vec<&Figure> = from.to_vec();
    let mut found = Vec::new();
    while let Some(figure) = open.pop() {
        let next = record.repetitions(figure).filter(|next| keeps(next) && seen.insert(&next.id));
        let next: Vec<&Figure> = next.collect();
        open.extend(&next);
        found.extend(next);
    }
    found.sort_by_key(|figure| &figure.id);
    found
}

/// ` It is taken over in that form as “65” (Report).`: the step at which a change was made is not theirs.
pub(super) fn taken_over(record: &Record, later: &[&Figure]) -> String {
    if later.is_empty() {
        return String::new();
    }
    format!(" From there it is taken over as {}.", accounts(record.dataset(), later.iter().copied()))
}
