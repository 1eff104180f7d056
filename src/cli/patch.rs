//! `onrecord patch`: a difference in the highlighter format, applied.

use super::arguments::PatchOptions;
use super::diff::{bytes, table, unreadable};
use super::{ExitStatus, output};
use crate::report::visible;
use crate::table::highlighter::Patch;

pub(super) fn run(options: &PatchOptions) -> ExitStatus {
    match patched(options) {
        Ok(text) => output::result(&text),
        Err(status) => status,
    }
}

fn patched(options: &PatchOptions) -> Result<String, ExitStatus> {
    let base = table(&options.base)?;
    let patch = Patch::read(&bytes(&options.patch)?)
        .map_err(|fault| unreadable(&options.patch, &fault.to_string(), &fault.help))?;
    let table = patch.apply(&base.table).map_err(|conflicts| {
        for conflict in conflicts {
            output::message(&format!("conflict: {}", visible(&conflict.to_string())));
        }
        ExitStatus::Findings
    })?;
    Ok(table.to_csv())
}
