//! From the publisher's files to the questions that would settle what is open.

use super::Failure;
use super::assess::{self, Read};
use crate::model::MeasureId;
use crate::question::Question;
use std::path::Path;

/// The drafts, and the measures there are.
#[derive(Debug)]
pub struct Drafts {
    /// What would settle most first.
    pub questions: Vec<Question>,
    /// Every measure on record, with a question or without.
    pub measures: Vec<MeasureId>,
}

/// Drafts the questions of a repository.
///
/// # Errors
/// Where the files cannot be used, or must not be published as they are.
pub fn questions(root: &Path) -> Result<Drafts, Failure> {
    let Read { loaded, warnings } = assess::read(root)?;
    let current = assess::publish(loaded.dataset, &loaded.settings, warnings)?;
    Ok(Drafts {
        questions: current.questions().to_vec(),
        measures: current.record.dataset().measures().map(|measure| measure.id.clone()).collect(),
    })
}
