//! `onrecord export`: data files of measures, or of the whole record.

#![expect(
    clippy::disallowed_methods,
    reason = "the files that were asked for are written where they were asked for"
)]

use super::arguments::{ExportFormat, ExportOptions};
use super::check::failed;
use super::{ExitStatus, output};
use crate::export::Format;
use crate::pipeline::{self, ExportRequest, Exported};
use crate::report::visible;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path};

/// Folders of the source. A data file written into one would be read as one of the publisher's.
const SOURCE: [&str; 3] = ["data", "site", "templates"];

pub(super) fn run(root: &Path, options: &ExportOptions) -> ExitStatus {
    let of = if options.all { Exported::Everything } else { Exported::Measures(options.measures.clone()) };
    let formats: Vec<Format> = options.format.iter().copied().map(format).collect();
    let request = ExportRequest { root, of, formats: &formats, edition: options.edition };
    let out = options.out.as_deref().filter(|out| *out != Path::new("-"));
    if let Some(out) = out.filter(|out| is_of_the_source(root, out)) {
        let out = visible(&out.display().to_string());
        let help = "name a folder beside them with --out";
        return usage(&format!("{out}: this folder holds the files that the record is read from"), help);
    }
    if !options.all && formats.contains(&Format::Dcat) {
        return usage(
            "dcat: a catalogue is of the whole record, and no file was written",
            "leave dcat out of --format, or ask for the whole record with --all",
        );
    }
    match pipeline::export(&request) {
        Ok(files) if files.is_empty() => {
            output::message("No finding has been reviewed by a person, so there is nothing to write.");
            ExitStatus::Fine
        }
        Ok(files) => match (files.as_slice(), out) {
            (files, Some(out)) => write(files, out),
            ([(_, bytes)], None) => print(bytes),
            (files, None) => usage(
                &format!("these are {}, and only one can be printed", output::counted(files.len(), "file")),
                "name a folder with --out",
            ),
        },
        Err(failure) => failed(root, failure),
    }
}

fn format(wanted: ExportFormat) -> Format {
    match wanted {
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Csvw => Format::Csvw,
        ExportFormat::Datapackage => Format::DataPackage,
        ExportFormat::Json => Format::Json,
        ExportFormat::JsonStat => Format::JsonStat,
        ExportFormat::Jsonld => Format::JsonLd,
        ExportFormat::Dcat => Format::Dcat,
        ExportFormat::Claimreview => Format::ClaimReview,
        ExportFormat::Ods => Format::Ods,
        ExportFormat::Xlsx => Format::Xlsx,
        ExportFormat::Parquet => Format::Parquet,
        ExportFormat::Sqlite => Format::Sqlite,
    }
}

fn usage(error: &str, help: &str) -> ExitStatus {
    output::message(&format!("error: {error}\n  help: {help}"));
    ExitStatus::Usage
}

/// A folder that is, or lies in, one of those that are read. It need not be there yet.
fn is_of_the_source(root: &Path, out: &Path) -> bool {
    let there = out.ancestors().find_map(|path| {
        let named = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        Some((fs::canonicalize(named).ok()?, out.strip_prefix(path).ok()?))
    });
    let (Some((there, rest)), Ok(root)) = (there, fs::canonicalize(root)) else { return false };
    let plain = rest.components().all(|part| matches!(part, Component::Normal(_)));
    !plain || SOURCE.iter().any(|folder| there.join(rest).starts_with(root.join(folder)))
}

fn print(bytes: &[u8]) -> ExitStatus {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => ExitStatus::Fine,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitStatus::Fine,
        Err(_) => ExitStatus::Disk,
    }
}

fn write(files: &[(String, Vec<u8>)], out: &Path) -> ExitStatus {
    for (name, bytes) in files {
        let path = out.join(name);
        let folder = path.parent().unwrap_or(out);
        if let Err(error) = fs::create_dir_all(folder).and_then(|()| fs::write(&path, bytes)) {
            output::message(&format!("error: {}: {error}", visible(&path.display().to_string())));
            return ExitStatus::Disk;
        }
    }
    let count = output::counted(files.len(), "file");
    output::message(&format!("{count} in {}.", visible(&out.display().to_string())));
    ExitStatus::Fine
}
