//! Text to a tree of values; what is no TOML is noted, the first mistake of each line.

use super::super::codes::SYNTAX;
use super::super::document::Document;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, Error};

/// One slip can upset the reading of everything after it, so only the first few lines with mistakes are named.
const NAMED: usize = 8;

/// The tree of a TOML text that starts at a byte of the document. None where it is no TOML.
pub(super) fn parse<'d>(document: &Document, text: &'d str, base: usize) -> Option<Spanned<DeTable<'d>>> {
    let (tree, mut errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Some(tree);
    }
    errors.sort_by_key(start);
    errors.dedup_by_key(|error| line_of(text, start(error)));
    for error in errors.iter().take(NAMED) {
        note(document, text, base, error);
    }
    None
}

fn note(document: &Document, text: &str, base: usize, error: &Error) {
    let span = error.span().unwrap_or(0..0);
    let words = text.get(span.clone()).unwrap_or_default();
    let place = base + span.start..base + span.end;
    if error.message() == "duplicate key" {
        let message = format!("“{words}” is set a second time");
        document.error(&SYNTAX, place, message, "keep one of the two");
    } else {
        let message = format!("this is not TOML: {}", error.message());
        document.error(&SYNTAX, place, message, help(text, &span, error.message()));
    }
}

fn help(text: &str, span: &Range<usize>, message: &str) -> &'static str {
    let line = line_at(text, span.start);
    if line.contains(['“', '”']) {
        "put straight quotation marks around text, \"…\", not “…”"
    } else if message.contains("date") {
        "put dates in quotation marks: said = \"2025-10\""
    } else if message.contains("must be quoted") {
        "put text in quotation marks: title = \"…\""
    } else if message.contains("recurs") {
        "nothing in these formats is nested so deep"
    } else if message.contains("invalid basic string") {
        "close the text with a quotation mark; text over several lines stands between \"\"\" and \"\"\""
    } else if message.contains("unclosed") {
        "close the bracket that is open here"
    } else if message.contains("escaped") {
        "write \\\\ for one backslash, or put the text between single quotation marks"
    } else if line.split_once(':').is_some_and(|(key, _)| !key.contains(['=', '"', '#'])) {
        "write key = \"text\", with an equals sign"
    } else {
        "write key = \"text\", one a line; https://toml.io describes the language"
    }
}

fn start(error: &Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

/// The number of line ends before a byte.
fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().get(..at).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count()
}

fn line_at(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    text.get(start..).unwrap_or_default().lines().next().unwrap_or_default()
}
