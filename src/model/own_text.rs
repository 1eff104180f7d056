//! A text in the publisher's own words, with where each part of it stands in its file.

use super::Place;
use std::ops::Range;
use std::sync::Arc;

/// A text in the publisher's own words: a title, a note, a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnText {
    /// The text, in Markdown.
    pub text: String,
    /// Bytes of the text whose place is known, in order. What follows on the same line is counted from there.
    anchors: Vec<(usize, Place)>,
}

impl OwnText {
    /// A text with the places of some of its bytes, in order.
    #[must_use]
    pub fn new(text: String, anchors: Vec<(usize, Place)>) -> Self {
        Self { text, anchors }
    }

    /// A file that is such a text as a whole.
    #[must_use]
    pub fn of_file(path: &str, text: String) -> Self {
        let path: Arc<str> = Arc::from(path);
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        let anchors = starts.zip(1..).map(|(at, line)| (at, Place::new(&path, line, 1, 0))).collect();
        Self { text, anchors }
    }

    /// The place of some bytes of the text.
    #[must_use]
    pub fn place(&self, span: &Range<usize>) -> Option<Place> {
        let count = |from: usize, to: usize| {
            u32::try_from(self.text.get(from..to).unwrap_or_default().chars().count()).unwrap_or(u32::MAX)
        };
        let at = self.anchors.partition_point(|(at, _)| *at <= span.start);
        let (from, place) = self.anchors.get(at.saturating_sub(1))?;
        let is_on_its_line = self.text.get(*from..span.start).is_some_and(|between| !between.contains('\n'));
        if !is_on_its_line {
            return Some(place.clone());
        }
        let column = place.column.saturating_add(count(*from, span.start));
        Some(Place::new(&place.path, place.line, column, count(span.start, span.end)))
    }
}
