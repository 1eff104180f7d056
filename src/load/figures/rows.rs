//! The rows of a figures file, each cell with its place.

use super::super::codes::{RAGGED_ROW, SYNTAX};
use super::super::text::Text;
use super::header::Header;
use super::row::Row;
use crate::finding::Finding;
use csv::{ErrorKind, ReaderBuilder, StringRecord};
use std::ops::Range;

/// Hands every sound row to `take`.
pub(super) fn each<'t>(
    text: &'t Text,
    header: &'t Header,
    findings: &mut Vec<Finding>,
    mut take: impl FnMut(Row<'_>, &mut Vec<Finding>),
) {
    let mut reader = ReaderBuilder::new().has_headers(true).flexible(true).from_reader(text.text.as_bytes());
    let mut record = StringRecord::new();
    let mut lines = Lines { text: &text.text, at: 0, line: 1 };
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                let start = record.position().map_or(0, csv::Position::byte);
                let start = lines.forward(usize::try_from(start).unwrap_or(usize::MAX));
                let row = Row { text, header, record: &record, start, line: lines.line };
                if record.len() == header.width {
                    take(row, findings);
                } else {
                    findings.push(ragged(&row));
                }
            }
            Err(error) => {
                findings.push(broken(text, &error));
                if !matches!(error.kind(), ErrorKind::UnequalLengths { .. }) {
                    break;
                }
            }
        }
    }
}

/// Walks through a text once, so that naming a line costs nothing more than reading.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// Moves on to a row, past the empty lines before it, and returns where its first cell starts.
    fn forward(&mut self, to: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut to = to;
        while bytes.get(to).is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
            to += 1;
        }
        let passed = bytes.get(self.at..to).unwrap_or_default();
        let count = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        self.at = to;
        to
    }
}

fn ragged(row: &Row<'_>) -> Finding {
    let (found, wanted) = (row.record.len(), row.header.width);
    let place = row.first();
    if row.text.text.get(row.start..).is_some_and(|rest| unclosed(rest, row.record)) {
        return Finding::input(
            &SYNTAX,
            place,
            "a quotation mark in this row is not closed",
            "close it, or write it twice to mean the mark itself",
        );
    }
    let cells = |number: usize| if number == 1 { "1 cell".to_owned() } else { format!("{number} cells") };
    Finding::input(
        &RAGGED_ROW,
        place,
        format!("the row has {}, the header {wanted}", cells(found)),
        RAGGED_ROW.resolve,
    )
}

/// A quotation mark that runs to the end of the file takes every later row with it.
fn unclosed(rest: &str, record: &StringRecord) -> bool {
    rest.matches('"').count() % 2 == 1 && record.iter().any(|cell| cell.contains('\n'))
}

fn broken(text: &Text, error: &csv::Error) -> Finding {
    let at = error.position().map_or(0, csv::Position::byte);
    let at = usize::try_from(at).unwrap_or(0).min(text.text.len());
    Finding::input(&SYNTAX, text.place(at..at), error.to_string(), SYNTAX.resolve)
}

/// The cells of one row of raw text, with their spans, quotation marks taken off.
pub(super) fn cells(raw: &str, offset: usize) -> Vec<(Range<usize>, String)> {
    let mut cells = Vec::new();
    let (mut start, mut quoted) = (0, false);
    let ends = raw.char_indices().filter_map(|(at, c)| {
        if c == '"' {
            quoted = !quoted;
        }
        (c == ',' && !quoted).then_some(at)
    });
    let ends: Vec<usize> = ends.chain(std::iter::once(raw.len())).collect();
    for end in ends {
        let cell = raw.get(start..end).unwrap_or_default();
        let inner = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
        let lead = usize::from(inner.is_some());
        let text = inner.map_or_else(|| cell.to_owned(), |inner| inner.replace("\"\"", "\""));
        cells.push((offset + start + lead..offset + end - lead, text));
        start = end + 1;
    }
    cells
}
