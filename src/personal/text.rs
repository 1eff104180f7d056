//! Identifiers in running text.

use super::identifier::find;
use super::sieve::kinds;
use super::{Contacts, Identifier};
use std::ops::Range;

/// An identifier in a text: its kind and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// What it is.
    pub kind: Identifier,
    /// Where it stands.
    pub span: Range<usize>,
}

/// The identifiers in a text, in the order of their places, those of offices that may stand left out. What needs a
/// header to be known by is not looked for, and web addresses are passed over: they hold long numbers of their own.
#[must_use]
pub fn traces(text: &str, contacts: &Contacts) -> Vec<Trace> {
    let mut traces = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        in_line(line, at, contacts, &mut traces);
        at += line.len();
    }
    traces.sort_by_key(|trace| trace.span.start);
    traces.dedup_by(|later, earlier| earlier.span.end > later.span.start);
    traces
}

fn in_line(line: &str, at: usize, contacts: &Contacts, traces: &mut Vec<Trace>) {
    let may_hold = kinds(line);
    for kind in Identifier::ALL.into_iter().filter(|kind| !kind.needs_context() && may_hold.has(*kind)) {
        for span in find(kind, line) {
            let stands = line.get(span.clone()).is_some_and(|text| contacts.allow(text));
            if !stands && !is_in_address(line, &span) {
                traces.push(Trace { kind, span: span.start + at..span.end + at });
            }
        }
    }
}

/// Within a web address: nothing but its characters between `://` and the place.
fn is_in_address(line: &str, span: &Range<usize>) -> bool {
    let before = line.get(..span.start).unwrap_or_default();
    let word =
        before.rfind(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '(')).map_or(0, |at| at + 1);
    before.get(word..).is_some_and(|word| word.contains("://"))
}
