//! `onrecord import csv`: a table, read as a mapping file says, or a mapping proposed for it.

use super::arguments::CsvOptions;
use super::check::failed;
use super::import::finish;
use super::{ExitStatus, output};
use crate::finding::Finding;
use crate::import::comma::Comma;
use crate::import::tabular::{self, Ask, Mapping, Record};
use crate::import::{self, Input, Mode, Written, clean};
use crate::load;
use crate::model::Settings;
use crate::personal::Policy;
use crate::pipeline::Failure;
use crate::quantity::Reader;
use std::path::Path;

/// The largest mapping file, in bytes.
const LARGEST_MAPPING: u64 = 4 << 20;

pub(super) fn run(root: &Path, options: &CsvOptions) -> ExitStatus {
    let settings = load::settings(root);
    let Some(settings) = settings.value else { return failed(root, Failure::Input(settings.findings)) };
    let mode = if options.dry_run { Mode::Preview } else { Mode::Write };
    let input = match Input::open(&options.file, options.largest << 20) {
        Ok(input) => input,
        Err(finding) => return nothing(&[*finding], mode),
    };
    let table = match Comma::open(&input) {
        Ok(table) => table,
        Err(finding) => return nothing(&[*finding], mode),
    };
    match &options.map {
        Some(name) => take(root, options, (&input, &table), &settings, name),
        None => propose(root, options, (&input, &table), &settings),
    }
}

/// Ends with findings and nothing written.
fn nothing(findings: &[Finding], mode: Mode) -> ExitStatus {
    finish(&Written::default(), findings, mode)
}

fn take(
    root: &Path,
    options: &CsvOptions,
    (input, table): (&Input, &Comma<'_>),
    settings: &Settings,
    name: &str,
) -> ExitStatus {
    let mode = if options.dry_run { Mode::Preview } else { Mode::Write };
    let mapping = match mapping(root, name) {
        Ok(mapping) => mapping,
        Err(findings) => return nothing(&findings, mode),
    };
    let loaded = load::load(root);
    let Some(loaded) = loaded.value else { return failed(root, Failure::Input(loaded.findings)) };
    let measures: Vec<_> = loaded.dataset.measures().cloned().collect();
    let (reader, policy) = (Reader::new(settings.hedges.clone()), Policy::of(settings));
    let ask = Ask {
        mapping: &mapping,
        measures: &measures,
        reader: &reader,
        policy: &policy,
        published: options.published,
        received: options.received,
    };
    let mut draft = tabular::read(table.sheet(), input, "csv", &ask);
    import::keep_persons_out(&mut draft, &policy);
    let record = Record { dataset: &loaded.dataset, reader: &reader, id: load::derived_id };
    tabular::supersede(&mut draft, &mapping, &record);
    let written = import::write(root, &draft, mode);
    let findings: Vec<Finding> = table.findings(input).into_iter().chain(draft.findings).collect();
    finish(&written, &findings, mode)
}

fn mapping(root: &Path, name: &str) -> Result<Mapping, Vec<Finding>> {
    if clean::slug(name).as_deref() != Some(name) {
        let message = format!("“{}” is not the name of a mapping", crate::report::visible(name));
        return Err(vec![tabular::no_mapping(message)]);
    }
    let path = format!("imports/{name}.toml");
    let file = Input::open(&root.join(&path), LARGEST_MAPPING).map_err(|finding| vec![*finding])?;
    let text = file.text().map_err(|finding| vec![*finding])?;
    Mapping::parse(&path.as_str().into(), text)
}

fn propose(
    root: &Path,
    options: &CsvOptions,
    (input, table): (&Input, &Comma<'_>),
    settings: &Settings,
) -> ExitStatus {
    let mode = if options.dry_run { Mode::Preview } else { Mode::Write };
    let stem = input.name.rsplit_once('.').map_or(input.name.as_str(), |(stem, _)| stem);
    let name = clean::slug(stem).unwrap_or_else(|| "table".to_owned());
    let proposed = tabular::propose(table.sheet(), input, &name, options.header_row, &Policy::of(settings));
    match proposed {
        Err(findings) => nothing(&findings, mode),
        Ok(text) => {
            let status =
                finish(&import::write_proposal(root, &name, &text, mode), &table.findings(input), mode);
            output::message(&format!(
                "Answer each TODO in proposed/imports/{name}.toml, move it to imports/{name}.toml, and run the command again with --map {name}."
            ));
            status
        }
    }
}
