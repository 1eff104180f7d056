//! The captured words of a source as one text in which quotations are looked for.

use super::super::plain::{Case, Plain};
use crate::model::{Opens, Place, Source};

/// What stands between two blocks of captured words, so that no quotation runs over from one into the next.
pub(super) const BREAK: &str = "\u{241e}";

/// The captured words of a source.
#[derive(Debug, Default)]
pub(super) struct Captured {
    pub(super) text: String,
    pub(super) plain: Plain,
    /// Where each line starts in the text, and in the file.
    lines: Vec<(usize, Option<Place>)>,
}

impl Captured {
    /// None where nothing was captured.
    pub(super) fn of(source: &Source) -> Option<Self> {
        let mut captured = Self::default();
        for line in source.captured() {
            if !captured.text.is_empty() {
                captured.text.push('\n');
                if line.opens == Opens::Block {
                    captured.text.push_str(BREAK);
                    captured.text.push('\n');
                }
            }
            captured.lines.push((captured.text.len(), line.place));
            captured.text.push_str(line.text);
        }
        captured.plain = Plain::of(&captured.text, Case::Kept);
        (!captured.plain.chars.is_empty()).then_some(captured)
    }

    /// The place of some characters of the plain text, as far as their first line goes.
    pub(super) fn place(&self, from: usize, to: usize) -> Option<Place> {
        let start = *self.plain.from.get(from)?;
        let at = self.lines.partition_point(|(line, _)| *line <= start).checked_sub(1)?;
        let (line, place) = self.lines.get(at)?;
        let end = self.lines.get(at + 1).map_or(self.text.len(), |(next, _)| next.saturating_sub(1));
        let end = self.plain.from.get(to).map_or(end, |to| (*to).min(end));
        let count = |from: usize, to: usize| {
            u32::try_from(self.text.get(from..to).unwrap_or_default().chars().count()).unwrap_or(u32::MAX)
        };
        let place = place.as_ref()?;
        let column = place.column + count(*line, start);
        Some(Place::new(&place.path, place.line, column, count(start, end)))
    }

    /// Some characters of the plain text, as they were captured.
    pub(super) fn words(&self, from: usize, to: usize) -> String {
        let byte = |at: usize| self.plain.from.get(at).copied().unwrap_or(self.text.len());
        let words = self.text.get(byte(from)..byte(to)).unwrap_or_default();
        words.split_whitespace().filter(|word| *word != BREAK).collect::<Vec<_>>().join(" ")
    }
}
