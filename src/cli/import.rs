//! `onrecord import`: what others publish, turned into data files for a person to review.

use super::arguments::{ImportCommand, ImportOptions};
use super::check::failed;
use super::{ExitStatus, csv, output, spreadsheet};
use crate::finding::{Finding, Severity, nearest};
use crate::import::{self, Draft, Fate, Format, Import, Input, Mode, Written};
use crate::load;
use crate::model::{Dataset, Measure};
use crate::personal::Policy;
use crate::pipeline::Failure;
use crate::quantity::Reader;
use crate::report::{Colour, SourceLines, human, visible};
use std::collections::BTreeSet;
use std::path::Path;

pub(super) fn run(root: &Path, command: &ImportCommand) -> ExitStatus {
    let (format, options) = match command {
        ImportCommand::Parliament(options) => (Format::Parliament, options),
        ImportCommand::Alaveteli(options) => (Format::Alaveteli, options),
        ImportCommand::Govuk(options) => (Format::GovUk, options),
        ImportCommand::Theyworkforyou(options) => (Format::TheyWorkForYou, options),
        ImportCommand::Spreadsheet(options) => return spreadsheet::run(root, options),
        ImportCommand::Csv(options) => return csv::run(root, options),
    };
    let settings = load::settings(root);
    let Some(settings) = settings.value else { return failed(root, Failure::Input(settings.findings)) };
    let measures = match measures(root, &options.measures) {
        Ok(measures) => measures,
        Err(failure) => return failed(root, failure),
    };
    let reader = Reader::new(settings.hedges.clone());
    let import = Import { reader: &reader, measures: &measures, received: options.received };
    let (mut draft, unreadable) = read(format, &import, options);
    import::keep_persons_out(&mut draft, &Policy::of(&settings));
    let mode = if options.dry_run { Mode::Preview } else { Mode::Write };
    let written = import::write(root, &draft, mode);
    let findings: Vec<Finding> = unreadable.into_iter().chain(draft.findings).collect();
    finish(&written, &findings, mode)
}

/// The measures that are named, from a repository that has no mistakes in it.
fn measures(root: &Path, ids: &[String]) -> Result<Vec<Measure>, Failure> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let loaded = load::load(root);
    let Some(loaded) = loaded.value else { return Err(Failure::Input(loaded.findings)) };
    let ids: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
    ids.into_iter().map(|id| measure(&loaded.dataset, id)).collect()
}

fn measure(dataset: &Dataset, id: &str) -> Result<Measure, Failure> {
    let measures = || dataset.measures();
    let found = measures().find(|measure| measure.id.as_str() == id);
    found.cloned().ok_or_else(|| {
        let near = nearest(id, measures().map(|measure| measure.id.as_str()));
        let near = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        Failure::Configuration(format!("there is no measure “{}” in data/measures{near}", visible(id)))
    })
}

fn read(format: Format, import: &Import<'_>, options: &ImportOptions) -> (Draft, Vec<Finding>) {
    let (mut draft, mut unreadable) = (Draft::default(), Vec::new());
    for path in &options.files {
        match Input::open(path, options.largest << 20) {
            Ok(input) => draft.absorb(import::read(format, &input, import)),
            Err(finding) => unreadable.push(*finding),
        }
    }
    (draft, unreadable)
}

pub(super) fn finish(written: &Written, findings: &[Finding], mode: Mode) -> ExitStatus {
    let found: Vec<Finding> = findings.iter().chain(&written.findings).cloned().collect();
    if !found.is_empty() {
        output::message(human::render(&found, &SourceLines::wanted_by(&[]), Colour::Never).trim_end());
    }
    let printed = output::result(&summary(written, mode));
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    match printed {
        ExitStatus::Fine if findings.iter().any(is_error) => ExitStatus::Input,
        ExitStatus::Fine if written.findings.iter().any(is_error) => ExitStatus::Findings,
        printed => printed,
    }
}

fn summary(written: &Written, mode: Mode) -> String {
    let word = |fate| match fate {
        Fate::New => "new",
        Fate::Extended => "extended",
        Fate::Same => "as it was",
        Fate::Differs => "left alone",
    };
    let lines = written.files.iter().filter(|(_, fate)| **fate != Fate::Same);
    let mut text: String =
        lines.map(|(path, fate)| format!("{:<12}{}\n", word(*fate), visible(path))).collect();
    let count = |wanted: Fate| written.files.values().filter(|fate| **fate == wanted).count();
    let made = count(Fate::New) + count(Fate::Extended);
    let (verb, rest) = match mode {
        Mode::Write => ("written", ""),
        Mode::Preview => ("would be written", " Nothing was written."),
    };
    text += &format!(
        "{} {verb}, {} as before, {} left alone.{rest}\n",
        output::counted(made, "file"),
        count(Fate::Same),
        count(Fate::Differs)
    );
    text
}
