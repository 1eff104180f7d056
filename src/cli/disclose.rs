//! `onrecord disclose`: tables of counts, audited without a record.

use super::arguments::{DiscloseFormat, DiscloseMode, DiscloseOptions};
use super::diff::table;
use super::{ExitStatus, output};
use crate::disclose::{Layout, TableAudit, TableFile, audit_tables};
use crate::finding::{Finding, Severity};
use crate::model::{Disclosure, DisclosureMode, Place, Zeros};
use crate::personal::{Policy, audit, of_table};
use crate::report::disclosure::{self, Audited};
use crate::report::{Colour, SourceLines, human, visible};
use crate::table::Loaded;
use std::collections::BTreeSet;
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
    let persons = persons(&loaded, options);
    if !persons.is_empty() {
        output::message(human::render(&persons, &SourceLines::wanted_by(&[]), Colour::Never).trim_end());
    }
    if persons.iter().any(|finding| finding.severity == Severity::Error) {
        return ExitStatus::Input;
    }
    let layout = Layout {
        keys: options.keys.clone(),
        counts: options.count.clone(),
        totals: options.total.clone(),
        withheld: options.withheld.clone(),
        blank: options.blank.clone(),
    };
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

/// What speaks of single persons in the files. A table with a row for each person is not to be published at all.
fn persons(loaded: &[(&Path, Loaded, bool)], options: &DiscloseOptions) -> Vec<Finding> {
    let named = |names: &[String]| names.iter().map(|name| name.trim().to_owned()).collect::<BTreeSet<_>>();
    let policy = Policy {
        declared: &named(&options.keys) | &named(&options.count),
        quantities: named(&options.count),
        threshold: usize::try_from(options.threshold).unwrap_or(usize::MAX),
        ..Policy::default()
    };
    let of_file = |(path, loaded, _): &(&Path, Loaded, bool)| {
        let place = Place::file(&path.display().to_string().into());
        let hits = audit(&loaded.table, &policy);
        hits.into_iter().map(move |hit| of_table(&hit, place.clone())).collect::<Vec<_>>()
    };
    loaded.iter().flat_map(of_file).collect()
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
    if matches!(format, DiscloseFormat::Csv) && !audit.is_safe_then {
        output::message("warning: the table printed is not shown to be safe; --format human says why");
    }
    match output::result(&text) {
        ExitStatus::Fine if !audit.found.is_empty() => ExitStatus::Findings,
        status => status,
    }
}
