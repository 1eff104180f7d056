//! A figure that its body replaced after it was quoted.

use super::candidate::Candidate;
use super::claim::Claim;
use crate::finding::CauseCode;
use crate::model::{Figure, Position, PositionStance};
use crate::quantity::{Rational, print};
use crate::reconcile::{Record, Value};

/// A value that a body gave, and the one that it put in its place.
pub(in crate::reconcile) struct Revision<'a> {
    pub(in crate::reconcile) earlier: &'a Figure,
    pub(in crate::reconcile) later: &'a Figure,
    pub(in crate::reconcile) value: Value<'a>,
    position: &'a Position,
}

impl Revision<'_> {
    pub(in crate::reconcile) fn words(&self, record: &Record) -> String {
        let date = record.dataset().source(&self.position.source).and_then(|source| source.public_date());
        let when = date.map_or(String::new(), |date| format!(" on {}", date.words()));
        format!("“{}” was replaced by “{}”{when}", self.earlier.reported, self.later.reported)
    }
}

/// The revisions of a number that a figure gives: its body gave it too, and replaced it after the figure was public.
pub(in crate::reconcile) fn revisions<'a>(
    record: &'a Record,
    figure: &'a Figure,
) -> impl Iterator<Item = Revision<'a>> {
    let replaced = record
        .dataset()
        .positions()
        .filter(|position| matches!(position.stance, PositionStance::Corrects | PositionStance::Supersedes));
    replaced
        .flat_map(|position| position.on.iter().map(move |id| (position, id)))
        .filter_map(|(position, id)| {
            let earlier = record.figure(id)?;
            let later = record.figure(position.value.as_ref()?)?;
            let value = record.value(later)?;
            Some(Revision { earlier, later, value, position })
        })
        .filter(|revision| {
            let number = |figure: &Figure| Some(record.value(figure)?.nominal?.into_owned());
            let alike = figure.key.measure == revision.earlier.key.measure
                && figure.key.dimensions == revision.earlier.key.dimensions;
            alike && number(figure).is_some_and(|own: Rational| number(revision.earlier) == Some(own))
        })
        .filter(|revision| was_quoted_before(record, figure, revision.position))
}

fn was_quoted_before(record: &Record, figure: &Figure, position: &Position) -> bool {
    let date = |id| record.dataset().source(id)?.public_date();
    match (date(&figure.source), date(&position.source)) {
        (Some(quoted), Some(replaced)) => quoted.earliest() <= replaced.latest(),
        _ => false,
    }
}

pub(super) fn candidate(record: &Record, claim: &Claim<'_>) -> Option<Candidate> {
    revisions(record, claim.figure).find_map(|revision| {
        let reached = claim.fits(&revision.value.cuts)?;
        let later = revision.value.nominal.as_deref().map(print::number).unwrap_or_default();
        let words = format!("{}; {later} fits", revision.words(record));
        Some(Candidate::new(CauseCode::RevisedSince, reached, words).of(claim.figure))
    })
}
