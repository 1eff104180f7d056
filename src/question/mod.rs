//! The question that would settle most: for each measure with open matters, the drafts of a written question in
//! Parliament and of a request for information, and what its answer would be if the figures on record are right.
//!
//! Findings → matters (one a measure) → what to ask → drafts. Nothing in a draft is guessed: what is not on record
//! is a gap in square brackets, and a note says how to fill it.

mod ask;
mod bearing;
mod draft;
mod expected;
mod ground;
mod matter;
mod note;
mod noun;
mod request;
mod time;
mod written;

pub use draft::{Question, Request, Said, Settled};

use crate::finding::Finding;
use crate::model::Disclosure;
use crate::reconcile::Record;
use ask::Ask;
use ground::Ground;
use matter::Matter;
use std::cmp::Reverse;

/// Drafts a question for every measure with open matters. What would settle most comes first.
#[must_use]
pub fn questions(record: &Record, findings: &[Finding], policy: &Disclosure) -> Vec<Question> {
    let ground = Ground::new(record, policy);
    let mut questions: Vec<Question> =
        matter::matters(&ground, findings).iter().map(|matter| question(&ground, matter)).collect();
    questions.sort_by(|a, b| (Reverse(a.weight), &a.measure).cmp(&(Reverse(b.weight), &b.measure)));
    questions
}

fn question(ground: &Ground<'_>, matter: &Matter<'_>) -> Question {
    let ask = Ask::of(ground, matter);
    let bearing = bearing::bearing(ground, matter);
    let written = written::written(ground, matter, &ask, &bearing);
    let ranges: Vec<_> =
        matter.findings.iter().map(|finding| expected::ranges(ground, matter, finding)).collect();
    let mut notes = note::notes(ground, matter, &ask, &bearing);
    notes.extend(written.note);
    Question {
        measure: matter.measure.id.clone(),
        about: matter.measure.short_title().to_owned(),
        body: matter.body.map(|body| body.id.clone()),
        asked_of: matter.body.map(|body| body.name.clone()),
        settles: matter
            .findings
            .iter()
            .zip(&ranges)
            .map(|(finding, ranges)| Settled::of(finding, expected::told(ranges)))
            .collect(),
        weight: matter.weight(),
        written: written.text,
        request: request::request(ground, matter, &ask, &bearing),
        expected: expected::expected(&ask, &ranges),
        said: bearing.into_iter().map(|bearing| bearing.said).collect(),
        notes,
    }
}
