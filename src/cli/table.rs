//! A table, from whatever file: read as a mapping says, or a mapping proposed for it.

use super::arguments::TableOptions;
use super::check::failed;
use super::import::finish;
use super::{ExitStatus, output};
use crate::finding::Finding;
use crate::import::sheet::Sheet;
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

/// A file with tables in it.
pub(super) struct Tables<'t> {
    pub(super) input: &'t Input,
    /// The format, as the command names it.
    pub(super) format: &'static str,
    /// What was found of the file as a whole.
    pub(super) findings: Vec<Finding>,
    pub(super) settings: &'t Settings,
}

/// Gives a sheet of a file, by its name where one is named.
pub(super) type Open<'o, 's> = Box<dyn FnOnce(Option<&str>) -> Result<Sheet<'s>, Box<Finding>> + 'o>;

/// Whether anything is written.
pub(super) fn mode(options: &TableOptions) -> Mode {
    if options.dry_run { Mode::Preview } else { Mode::Write }
}

/// Ends with findings and nothing written.
pub(super) fn nothing(findings: &[Finding], mode: Mode) -> ExitStatus {
    finish(&Written::default(), findings, mode)
}

/// Imports a table, or proposes how.
pub(super) fn run(root: &Path, options: &TableOptions, tables: Tables<'_>, open: Open<'_, '_>) -> ExitStatus {
    match &options.map {
        Some(name) => take(root, options, tables, open, name),
        None => propose(root, options, tables, open),
    }
}

fn take(
    root: &Path,
    options: &TableOptions,
    tables: Tables<'_>,
    open: Open<'_, '_>,
    name: &str,
) -> ExitStatus {
    let Tables { input, format, mut findings, settings } = tables;
    let mode = mode(options);
    let mapping = match mapping(root, name) {
        Ok(mapping) => mapping,
        Err(faults) => return nothing(&faults, mode),
    };
    let sheet = match open(mapping.sheet.as_deref()) {
        Ok(sheet) => sheet,
        Err(fault) => {
            findings.push(*fault);
            return nothing(&findings, mode);
        }
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
    let mut draft = tabular::read(sheet, input, format, &ask);
    import::keep_persons_out(&mut draft, &policy);
    let record = Record { dataset: &loaded.dataset, reader: &reader, id: load::derived_id };
    tabular::supersede(&mut draft, &mapping, &record);
    let written = import::write(root, &draft, mode);
    findings.extend(draft.findings);
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

fn propose(root: &Path, options: &TableOptions, tables: Tables<'_>, open: Open<'_, '_>) -> ExitStatus {
    let Tables { input, mut findings, settings, .. } = tables;
    let mode = mode(options);
    let stem = input.name.rsplit_once('.').map_or(input.name.as_str(), |(stem, _)| stem);
    let sheet = match open(None) {
        Ok(sheet) => sheet,
        Err(fault) => {
            findings.push(*fault);
            return nothing(&findings, mode);
        }
    };
    let whole = sheet.name.as_ref().map_or_else(|| stem.to_owned(), |sheet| format!("{stem} {sheet}"));
    let name = clean::slug(&whole).unwrap_or_else(|| "table".to_owned());
    let proposed = tabular::propose(sheet, input, &name, options.header_row, &Policy::of(settings));
    match proposed {
        Err(faults) => {
            findings.extend(faults);
            nothing(&findings, mode)
        }
        Ok(text) => {
            let status = finish(&import::write_proposal(root, &name, &text, mode), &findings, mode);
            output::message(&format!(
                "Answer each TODO in proposed/imports/{name}.toml, move it to imports/{name}.toml, and run the command again with --map {name}."
            ));
            status
        }
    }
}
