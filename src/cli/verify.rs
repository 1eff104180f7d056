//! `onrecord verify`: the chain of editions and every file in it.

use super::{ExitStatus, check, output};
use crate::pipeline::{self, Failure};
use std::path::Path;

pub(super) fn run(root: &Path) -> ExitStatus {
    match pipeline::verify(root) {
        Ok(0) => output::result("There are no editions yet.\n"),
        Ok(editions) => {
            let editions = output::counted(editions, "edition");
            output::result(&format!("{editions}, every file as it was released.\n"))
        }
        Err(Failure::Input(findings)) => match check::failed(root, Failure::Input(findings)) {
            ExitStatus::Input => ExitStatus::Findings,
            other => other,
        },
        Err(failure) => check::failed(root, failure),
    }
}
