//! Two states of the record: editions, the draft, revisions of the git history.

use super::state;
use crate::cli::arguments::{DiffFormat, DiffOptions};
use crate::cli::{ExitStatus, check, output};
use crate::export;
use crate::pipeline::{self, Difference, State};
use crate::report::changes::{self, Sides};
use std::path::Path;

pub(super) fn run(root: &Path, options: &DiffOptions) -> ExitStatus {
    let before = options.old.as_deref().map_or(State::LastEdition, state);
    let after = options.new.as_deref().map_or(State::Draft, state);
    let difference = match pipeline::diff(root, &before, &after) {
        Ok(difference) => difference,
        Err(failure) => return check::failed(root, failure),
    };
    match output::result(&text(&difference, options.format)) {
        ExitStatus::Fine if !difference.changes.is_empty() => ExitStatus::Findings,
        status => status,
    }
}

fn text(difference: &Difference, format: DiffFormat) -> String {
    let Difference { before, after, changes, old, new } = difference;
    let sides = Sides { before: before.clone(), after: after.clone() };
    let file = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    match format {
        DiffFormat::Human => changes::human(changes, &sides),
        DiffFormat::Markdown => changes::markdown(changes, &sides),
        DiffFormat::Html => changes::html(changes, &sides),
        DiffFormat::Json => file(export::changes_json(changes)),
        DiffFormat::Csv => file(export::changes_csv(changes)),
        DiffFormat::Daff => export::changes_daff(changes, old, new).map(file).unwrap_or_default(),
    }
}
