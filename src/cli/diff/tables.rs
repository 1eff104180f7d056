//! Two CSV files.

use crate::cli::arguments::{DiffFormat, DiffOptions};
use crate::cli::{ExitStatus, output};
use crate::finding::nearest;
use crate::load;
use crate::report::tables::{self, Compared};
use crate::report::visible;
use crate::table::{Diff, Key, KeyFault, Loaded, Table, highlighter};
use std::path::Path;

pub(super) fn run(before: &Path, after: &Path, options: &DiffOptions) -> ExitStatus {
    let (old, new) = match (table(before), table(after)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(one), Err(other)) => return if one == other { one } else { ExitStatus::Disk },
        (Err(status), Ok(_)) | (Ok(_), Err(status)) => return status,
    };
    let key = if options.key.is_empty() { Key::Inferred } else { Key::Declared(options.key.clone()) };
    let diff = match Diff::between(&old.table, &new.table, &key) {
        Ok(diff) => diff,
        Err(fault) => return unknown_key(&fault),
    };
    let of = |path: &Path, loaded: &Loaded| {
        let name = path.display().to_string();
        loaded.remarks.iter().map(move |remark| format!("{name}: {remark}")).collect::<Vec<_>>()
    };
    let compared = Compared {
        diff: &diff,
        old: before.display().to_string(),
        new: after.display().to_string(),
        remarks: [of(before, &old), of(after, &new)].concat(),
    };
    let text = match options.format {
        DiffFormat::Human => tables::human(&compared),
        DiffFormat::Json => tables::json(&compared),
        DiffFormat::Markdown => tables::markdown(&compared),
        DiffFormat::Html => tables::html(&compared),
        DiffFormat::Csv => tables::csv(&compared),
        DiffFormat::Daff => highlighter::csv(&diff),
    };
    match output::result(&text) {
        ExitStatus::Fine if !diff.is_empty() => ExitStatus::Findings,
        status => status,
    }
}

/// The table of a file; where there is none, why is said.
pub(in crate::cli) fn table(path: &Path) -> Result<Loaded, ExitStatus> {
    Table::read(&bytes(path)?).map_err(|fault| unreadable(path, &fault.to_string(), &fault.help))
}

pub(in crate::cli) fn bytes(path: &Path) -> Result<Vec<u8>, ExitStatus> {
    load::any_table(path).map_err(|why| {
        output::message(&format!("error: {}: {why}", visible(&path.display().to_string())));
        ExitStatus::Disk
    })
}

pub(in crate::cli) fn unreadable(path: &Path, why: &str, help: &str) -> ExitStatus {
    let name = path.display().to_string();
    output::message(&format!("error: {}: {}\n  help: {help}", visible(&name), visible(why)));
    ExitStatus::Input
}

fn unknown_key(fault: &KeyFault) -> ExitStatus {
    let help = nearest(&fault.name, fault.known.iter().map(String::as_str)).map_or_else(
        || format!("its columns are {}", fault.known.join(", ")),
        |near| format!("did you mean {near}?"),
    );
    output::message(&format!("error: {}\n  help: {}", visible(&fault.to_string()), visible(&help)));
    ExitStatus::Usage
}
