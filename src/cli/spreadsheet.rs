//! `onrecord import spreadsheet`: a sheet of a workbook as a table, what is on its sheets, and what is hidden in it.

use super::arguments::SpreadsheetOptions;
use super::check::failed;
use super::table::{self, Tables};
use super::{ExitStatus, output};
use crate::finding::{Finding, Severity};
use crate::import::Input;
use crate::import::sheet::{Sheet, Visibility};
use crate::import::workbook::{Unseen, Workbook};
use crate::load;
use crate::model::Settings;
use crate::personal::Policy;
use crate::pipeline::Failure;
use crate::report::{Colour, SourceLines, human, visible};
use std::fmt::Write;
use std::path::Path;

pub(super) fn run(root: &Path, options: &SpreadsheetOptions) -> ExitStatus {
    let settings = load::settings(root);
    let Some(settings) = settings.value else { return failed(root, Failure::Input(settings.findings)) };
    let opened = Input::open(&options.file, options.table.largest << 20);
    if !options.list {
        return match opened {
            Ok(input) => read(root, options, &input, &settings),
            Err(finding) => table::nothing(&[*finding], table::mode(&options.table)),
        };
    }
    match opened.and_then(|input| list(&input, &Policy::of(&settings))) {
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

/// Reads one sheet. A file that speaks of single persons anywhere is not read.
fn read(root: &Path, options: &SpreadsheetOptions, input: &Input, settings: &Settings) -> ExitStatus {
    let (mode, policy) = (table::mode(&options.table), Policy::of(settings));
    let mut book = match Workbook::open(input, &policy) {
        Ok(book) => book,
        Err(finding) => return table::nothing(&[*finding], mode),
    };
    let mut findings = book.findings().to_vec();
    match book.persons(&policy) {
        Ok(persons) => findings.extend(persons),
        Err(finding) => findings.push(*finding),
    }
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return table::nothing(&findings, mode);
    }
    let tables = Tables { input, format: "spreadsheet", findings, settings };
    let unseen = if options.include_hidden { Unseen::Included } else { Unseen::LeftOut };
    let book = &mut book;
    let open: table::Open<'_, '_> =
        Box::new(move |mapped| sheet(book, options.sheet.as_deref().or(mapped), unseen));
    table::run(root, &options.table, tables, open)
}

/// The sheet that is named; else the only one that is seen.
fn sheet<'s>(
    book: &'s mut Workbook<'_>,
    name: Option<&str>,
    unseen: Unseen,
) -> Result<Sheet<'s>, Box<Finding>> {
    let sheets = book.sheets();
    let named = |name: &str| {
        let number = || name.parse::<usize>().ok().filter(|number| (1..=sheets.len()).contains(number));
        sheets.iter().position(|sheet| sheet.name == name).or_else(|| number().map(|number| number - 1))
    };
    let mut shown = sheets.iter().enumerate().filter(|(_, sheet)| sheet.visibility == Visibility::Shown);
    let only = shown.next().filter(|_| shown.next().is_none()).map(|(at, _)| at);
    match name.map_or(only, named) {
        Some(at) => book.sheet(at, unseen),
        None => Err(Box::new(book.no_sheet(name))),
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
