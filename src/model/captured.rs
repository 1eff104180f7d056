//! The words captured from a source: the block quotes among the publisher's notes on it.

use super::{Place, Source};
use std::sync::Arc;

/// A line of captured words, without the `>` before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedLine<'s> {
    /// The words.
    pub text: &'s str,
    /// Whether it goes on from the line before, or opens another block.
    pub opens: Opens,
    /// Where its words start, for sources read from the publisher's files.
    pub place: Option<Place>,
}

/// Whether a line opens a block of captured words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// Other text, or nothing, stands before it.
    Block,
    /// A captured line stands before it.
    Nothing,
}

impl Source {
    /// The lines of its notes that start with `>`: words captured from the source. All else is the publisher's.
    pub fn captured(&self) -> impl Iterator<Item = CapturedLine<'_>> {
        let mut opens = Opens::Block;
        let mut fence = Fence::default();
        let lines = self.notes.lines().enumerate();
        lines.filter_map(move |(at, line)| {
            let is_code = fence.holds(line);
            let Some(text) = quoted(line).filter(|_| !is_code) else {
                opens = Opens::Block;
                return None;
            };
            let before = line.len() - text.len();
            let column = line.get(..before).unwrap_or_default().chars().count();
            let place = self.notes_place.as_ref().map(|start| within(start, at, column, text));
            let opens = std::mem::replace(&mut opens, Opens::Nothing);
            Some(CapturedLine { text, opens, place })
        })
    }
}

fn within(start: &Place, line: usize, column: usize, text: &str) -> Place {
    let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let (line, column) = (start.line.saturating_add(small(line)), small(column).saturating_add(1));
    Place::new(&Arc::clone(&start.path), line, column, small(text.chars().count()))
}

/// What stands after the `>` at the start of a line, however many there are.
fn quoted(line: &str) -> Option<&str> {
    let mut rest = line.trim_start_matches(' ');
    if line.len() - rest.len() > 3 {
        return None;
    }
    let mut is_quoted = false;
    while let Some(after) = rest.strip_prefix('>') {
        (rest, is_quoted) = (after.trim_start(), true);
    }
    is_quoted.then_some(rest)
}

/// A block of code between lines of ``` or ~~~, in which a `>` is no quotation.
#[derive(Debug, Default)]
struct Fence(Option<&'static str>);

impl Fence {
    /// Whether the line is part of such a block.
    fn holds(&mut self, line: &str) -> bool {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (self.0, mark) {
            (None, Some(mark)) => self.0 = Some(mark),
            (Some(open), Some(mark)) if open == mark => self.0 = None,
            _ => return self.0.is_some(),
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(notes: &str) -> Source {
        let place = Place::new(&Arc::from("data/sources/a.md"), 7, 1, 0);
        let mut source: Source = serde_json::from_value(serde_json::json!({
            "id": "a", "title": "A", "kind": "other", "origin": [], "reported_by": [], "notes": notes,
        }))
        .unwrap();
        source.notes_place = Some(place);
        source
    }

    #[test]
    fn captured_words_are_the_lines_after_a_greater_than_sign() {
        let source = source(
            "Notes > no quotation.\n\n> one\n  > > zwei Wörter\n\n>three\n```\n> code\n```\n    > code",
        );
        let lines: Vec<_> = source.captured().collect();
        let texts: Vec<_> = lines.iter().map(|line| (line.text, line.opens)).collect();
        assert_eq!(texts, [("one", Opens::Block), ("zwei Wörter", Opens::Nothing), ("three", Opens::Block)]);
        let places: Vec<_> = lines.iter().flat_map(|line| &line.place).map(Place::to_string).collect();
        assert_eq!(places, ["data/sources/a.md:9:3", "data/sources/a.md:10:7", "data/sources/a.md:12:2"]);
    }
}
