//! `onrecord import csv`: a file of separated values.

use super::ExitStatus;
use super::arguments::CsvOptions;
use super::check::failed;
use super::table::{self, Tables};
use crate::import::Input;
use crate::import::comma::Comma;
use crate::load;
use crate::pipeline::Failure;
use std::path::Path;

pub(super) fn run(root: &Path, options: &CsvOptions) -> ExitStatus {
    let settings = load::settings(root);
    let Some(settings) = settings.value else { return failed(root, Failure::Input(settings.findings)) };
    let mode = table::mode(&options.table);
    let input = match Input::open(&options.file, options.table.largest << 20) {
        Ok(input) => input,
        Err(finding) => return table::nothing(&[*finding], mode),
    };
    let comma = match Comma::open(&input) {
        Ok(comma) => comma,
        Err(finding) => return table::nothing(&[*finding], mode),
    };
    let tables =
        Tables { input: &input, format: "csv", findings: comma.findings(&input), settings: &settings };
    table::run(root, &options.table, tables, Box::new(|_| Ok(comma.sheet())))
}
