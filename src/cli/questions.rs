//! `onrecord questions`: what is open, and the question that would settle it.

use super::arguments::{DraftFormat, QuestionsOptions};
use super::{ExitStatus, check, output};
use crate::finding::nearest;
use crate::pipeline::{self, Drafts};
use crate::question::Question;
use crate::report::{questions, visible};
use std::path::Path;

pub(super) fn run(root: &Path, options: &QuestionsOptions) -> ExitStatus {
    let drafts = match pipeline::questions(root, options.as_known_on) {
        Ok(drafts) => drafts,
        Err(failure) => return check::failed(root, failure),
    };
    if let Some(wanted) = options.measure.as_deref().filter(|wanted| !is_known(&drafts, wanted)) {
        return unknown(&drafts, wanted);
    }
    let asked = |question: &&Question| {
        options.measure.as_ref().is_none_or(|wanted| question.measure.as_str() == wanted)
    };
    let chosen: Vec<&Question> = drafts.questions.iter().filter(asked).collect();
    output::result(&match options.format {
        DraftFormat::Human => questions::human(&chosen),
        DraftFormat::Json => questions::json(&chosen),
        DraftFormat::Markdown => questions::markdown(&chosen),
    })
}

fn is_known(drafts: &Drafts, wanted: &str) -> bool {
    drafts.measures.iter().any(|id| id.as_str() == wanted)
}

fn unknown(drafts: &Drafts, wanted: &str) -> ExitStatus {
    let near = nearest(wanted, drafts.measures.iter().map(|id| id.as_str()));
    let help = near.map_or_else(
        || "`onrecord questions` alone drafts those of every measure".to_owned(),
        |near| format!("did you mean {near}?"),
    );
    output::message(&format!("error: there is no measure “{}”\n  help: {help}", visible(wanted)));
    ExitStatus::Usage
}
