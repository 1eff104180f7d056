//! `onrecord disclose`: tables of counts, audited without a record.

use super::arguments::{DiscloseFormat, DiscloseMode, DiscloseOptions};
use super::diff::table;
use super::{ExitStatus, output};
use crate::disclose::{Layout, TableAudit, TableFile, audit_tables};
use crate::model::{Disclosure, DisclosureMode, Zeros};
use crate::report::disclosure::{self, Audited};
use crate::report::visible;
use crate::table::Loaded;
use std::path::Path;

pub(super) fn run(options: &DiscloseOptions) -> ExitStatus {
    let paths =
        options.files.iter().map(|path| (path, false)).chain(options.earlier.iter().map(|path| (path, true)));
    let mut loaded: Vec<(&Path, Loaded, bool)> = Vec::new();
    for (path, is_earlier) in paths {
        match table(path) {
            Ok(table) => loaded.push((path, table, is_earlier)),
            Err(status) => return status,
        }
    }
    let file = |(path, loaded, is_earlier): &(&Path, Loaded, bool)| TableFile {
        name: path.display().to_string(),
        table: loaded.table.clone(),
        is_earlier: *is_earlier,
    };
    let files: Vec<TableFile> = loaded.iter().map(file).collect();
    let layout =
        Layout { keys: options.keys.clone(), counts: options.count.clone(), totals: options.total.clone() };
    match audit_tables(&files, &layout, &policy(options)) {
        Ok(audit) => print(&files, &audit, options.format),
        Err(misread) => {
            output::message(&format!(
                "error: {}\n  help: {}",
                visible(&misread.to_string()),
                visible(&misread.help())
            ));
            ExitStatus::Usage
        }
    }
}

fn policy(options: &DiscloseOptions) -> Disclosure {
    Disclosure {
        mode: match options.mode {
            DiscloseMode::Origin => DisclosureMode::Origin,
            DiscloseMode::Republish => DisclosureMode::Republish,
        },
        threshold: options.threshold,
        sensitive_threshold: options.threshold,
        rounding: options.rounding,
        zeros: if options.zeros { Zeros::Small } else { Zeros::Open },
    }
}

fn print(files: &[TableFile], audit: &TableAudit, format: DiscloseFormat) -> ExitStatus {
    let audited = Audited { files, audit };
    let text = match format {
        DiscloseFormat::Human => disclosure::human(&audited),
        DiscloseFormat::Json => disclosure::json(&audited),
        DiscloseFormat::Csv => disclosure::protected_csv(&audited, 0),
    };
    match output::result(&text) {
        ExitStatus::Fine if !audit.found.is_empty() => ExitStatus::Findings,
        status => status,
    }
}
