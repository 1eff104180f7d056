//! From the publisher's files to the questions that would settle what is open.

use super::Failure;
use super::assess::{self, Read};
use crate::model::MeasureId;
use crate::period::PartialDate;
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

/// Drafts the questions of a repository, or those that were open by what was public on a date.
///
/// # Errors
/// Where the files cannot be used, or must not be published as they are.
pub fn questions(root: &Path, as_known_on: Option<PartialDate>) -> Result<Drafts, Failure> {
    let Read { loaded, warnings } = assess::read(root)?;
    let dataset = assess::as_known(loaded.dataset, as_known_on);
    let current = assess::publish(dataset, &loaded.settings, warnings, &[])?;
    Ok(Drafts {
        questions: current.questions().to_vec(),
        measures: current.record.dataset().measures().map(|measure| measure.id.clone()).collect(),
    })
}
