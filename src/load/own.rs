//! The publisher's own words, as they are read, with their places.

use super::document::Document;
use crate::model::{OwnText, Place};
use std::ops::Range;

/// A text that was read from a span of a document. Each of its lines is found again as it was written; one that was
/// written with escapes has the place of what stands before it.
pub(super) fn of_span(document: &Document, span: &Range<usize>, text: &str) -> OwnText {
    let raw = document.text().get(span.clone()).unwrap_or_default();
    let mut anchors: Vec<(usize, Place)> = vec![(0, document.place(span.clone()))];
    let (mut at, mut cursor) = (0, 0);
    for line in text.split('\n') {
        let found = raw.get(cursor..).and_then(|rest| rest.find(line));
        if let Some(found) = found.filter(|_| !line.trim().is_empty()) {
            let start = cursor + found;
            cursor = start + line.len();
            anchors.retain(|(known, _)| *known != at);
            anchors.push((at, document.place(span.start + start..span.start + cursor)));
        }
        at += line.len() + 1;
    }
    OwnText::new(text.to_owned(), anchors)
}
