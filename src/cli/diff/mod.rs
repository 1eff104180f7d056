//! `onrecord diff`: what changed from one CSV file to another, or from one state of the record to another.

mod states;
mod tables;

pub(super) use tables::{bytes, table, unreadable};

use super::arguments::DiffOptions;
use super::{ExitStatus, output};
use crate::pipeline::State;
use std::path::{Path, PathBuf};

pub(super) fn run(root: &Path, options: &DiffOptions) -> ExitStatus {
    let file = |text: &Option<String>| text.as_ref().map(PathBuf::from).filter(|path| is_table(path));
    match (file(&options.old), file(&options.new)) {
        (Some(old), Some(new)) => tables::run(&old, &new, options),
        (None, None) if options.key.is_empty() => states::run(root, options),
        (None, None) => usage("--key is for two CSV files; figures are known by their ids"),
        (Some(_), None) | (None, Some(_)) => usage("name two CSV files, or two states of the record"),
    }
}

fn usage(message: &str) -> ExitStatus {
    output::message(&format!("error: {message}\n  help: onrecord diff --help"));
    ExitStatus::Usage
}

/// What looks like a table is taken for one, so that a mistyped name is not looked for in the history.
fn is_table(path: &Path) -> bool {
    path.is_file() || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// "draft", the number of an edition, or a revision of the git history.
fn state(text: &str) -> State {
    match text {
        "draft" => State::Draft,
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.parse().map_or_else(|_| State::Revision(digits.to_owned()), State::Edition)
        }
        revision => State::Revision(revision.to_owned()),
    }
}
