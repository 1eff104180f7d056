//! `onrecord import spreadsheet`: what is on the sheets of a workbook, and what is hidden in it.

use super::arguments::SpreadsheetOptions;
use super::check::failed;
use super::{ExitStatus, output};
use crate::finding::{Finding, Severity};
use crate::import::Input;
use crate::import::sheet::Visibility;
use crate::import::workbook::Workbook;
use crate::load;
use crate::personal::Policy;
use crate::pipeline::Failure;
use crate::report::{Colour, SourceLines, human, visible};
use std::fmt::Write;
use std::path::Path;

pub(super) fn run(root: &Path, options: &SpreadsheetOptions) -> ExitStatus {
    let settings = load::settings(root);
    let Some(settings) = settings.value else { return failed(root, Failure::Input(settings.findings)) };
    let listed = Input::open(&options.file, options.largest << 20)
        .and_then(|input| list(&input, &Policy::of(&settings)));
    match listed {
        Ok((text, findings)) => {
            say(&findings);
            let refused = findings.iter().any(|finding| finding.severity == Severity::Error);
            match output::result(&text) {
                ExitStatus::Fine if refused => ExitStatus::Input,
                printed => printed,
            }
        }
        Err(finding) => {
            say(&[*finding]);
            ExitStatus::Input
        }
    }
}

fn say(findings: &[Finding]) {
    if !findings.is_empty() {
        output::message(human::render(findings, &SourceLines::wanted_by(&[]), Colour::Never).trim_end());
    }
}

/// A line for each sheet, and what was found.
fn list(input: &Input, policy: &Policy) -> Result<(String, Vec<Finding>), Box<Finding>> {
    let mut book = Workbook::open(input, policy)?;
    let mut text = format!("{}: {}\n", visible(&input.name), output::counted(book.sheets().len(), "sheet"));
    for index in 0..book.sheets().len() {
        let header = book.header_row(index)?;
        let Some(sheet) = book.sheets().get(index) else { continue };
        let hidden = match sheet.visibility {
            Visibility::Shown | Visibility::Filtered => "",
            Visibility::Hidden => ", hidden",
            Visibility::VeryHidden => ", very hidden",
        };
        let table = header.map(|row| format!(", header in row {row}")).unwrap_or_default();
        let counted = |number: u32, one| output::counted(usize::try_from(number).unwrap_or(usize::MAX), one);
        let (rows, columns) = (counted(sheet.rows, "row"), counted(sheet.columns, "column"));
        // Writing to a string cannot fail.
        let _written =
            writeln!(text, "{:>4}  “{}”: {rows}, {columns}{table}{hidden}", index + 1, visible(&sheet.name));
    }
    let mut findings = book.findings().to_vec();
    findings.extend(book.persons(policy)?);
    Ok((text, findings))
}
