//! The header of a figures file: which column holds what.

use super::super::codes::{BAD_HEADER, MISSING_KEY, UNKNOWN_KEY};
use super::super::table::suggestion;
use super::super::text::Text;
use super::rows::cells;
use crate::finding::Finding;
use std::collections::BTreeMap;
use std::ops::Range;

/// The columns that every figures file may have.
const COLUMNS: [&str; 17] = [
    "id",
    "measure",
    "as_of",
    "period",
    "reported",
    "source",
    "described_as",
    "counted_as",
    "includes",
    "qualifiers",
    "extent",
    "basis",
    "missing",
    "flags",
    "words",
    "locator",
    "note",
];
/// Without these a row says too little.
const REQUIRED: [&str; 3] = ["measure", "reported", "source"];

/// Whether a name is a column of the format, so that no dimension can have it.
pub(in crate::load) fn is_reserved(name: &str) -> bool {
    COLUMNS.contains(&name)
}

/// The header: the column of each name, and where the rows start.
pub(super) struct Header {
    pub(super) columns: BTreeMap<String, usize>,
    pub(super) width: usize,
    /// The names of columns that are dimensions.
    pub(super) dimensions: Vec<String>,
}

impl Header {
    /// Reads the first line. None where the file cannot be read by it.
    pub(super) fn read(
        text: &Text,
        is_dimension: impl Fn(&str) -> bool,
        findings: &mut Vec<Finding>,
    ) -> Option<Self> {
        let end = text.text.find('\n').unwrap_or(text.text.len());
        let line = text.text.get(..end).unwrap_or_default().trim_end_matches('\r');
        if line.trim().is_empty() {
            let help =
                "write the names of the columns in the first line, such as measure,as_of,reported,source";
            findings.push(Finding::input(&BAD_HEADER, text.whole(), "the file has no header", help));
            return None;
        }
        if let Some(separator) = other_separator(line) {
            let message = format!("the columns are separated by {separator}");
            findings.push(Finding::input(
                &BAD_HEADER,
                text.place(0..line.len()),
                message,
                "separate them with commas",
            ));
            return None;
        }
        let before = findings.len();
        let header = Self::columns(text, line, is_dimension, findings);
        (findings.len() == before).then_some(header)
    }

    fn columns(
        text: &Text,
        line: &str,
        is_dimension: impl Fn(&str) -> bool,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let cells = cells(line, 0);
        let mut header = Self { columns: BTreeMap::new(), width: cells.len(), dimensions: Vec::new() };
        for (index, (span, name)) in cells.into_iter().enumerate() {
            let place = |span: Range<usize>| text.place(span);
            let known = COLUMNS.contains(&name.as_str());
            if name.trim().is_empty() {
                findings.push(Finding::input(
                    &BAD_HEADER,
                    place(span),
                    format!("column {} has no name", index + 1),
                    BAD_HEADER.resolve,
                ));
            } else if header.columns.keys().any(|other| other.eq_ignore_ascii_case(name.trim())) {
                findings.push(Finding::input(
                    &BAD_HEADER,
                    place(span),
                    format!("two columns are named “{}”", name.trim()),
                    BAD_HEADER.resolve,
                ));
            } else if !known && !is_dimension(&name) {
                let help = suggestion(&name, COLUMNS.into_iter());
                let message =
                    format!("“{name}” is neither a column of the format nor a dimension of any measure");
                findings.push(Finding::input(&UNKNOWN_KEY, place(span), message, help));
            } else {
                if !known {
                    header.dimensions.push(name.clone());
                }
                header.columns.insert(name, index);
            }
        }
        for name in REQUIRED {
            // A misspelt column is reported as unknown, with this name as the suggestion.
            if !header.columns.contains_key(name)
                && findings.iter().all(|f| f.help.as_deref().is_none_or(|help| !help.contains(name)))
            {
                let message = format!("the column “{name}” is missing");
                findings.push(Finding::input(
                    &MISSING_KEY,
                    text.place(0..line.len()),
                    message,
                    MISSING_KEY.resolve,
                ));
            }
        }
        header
    }
}

fn other_separator(line: &str) -> Option<&'static str> {
    [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")]
        .into_iter()
        .find(|(separator, _)| line.matches(*separator).count() > line.matches(',').count())
        .map(|(_, name)| name)
}
