//! Something in a document that may cite: an address or a key, with the words that carry it.

use serde::Serialize;
use std::fmt;

/// An address or a key in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The address, or the key with its `@`.
    pub target: String,
    /// The words of the link, where the address is not itself what is read.
    pub words: Option<String>,
    /// Where it is.
    pub spot: Spot,
}

/// A place in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Spot {
    /// In a text.
    Line {
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
    },
    /// In a Word document, which has no lines.
    Paragraph {
        /// From 1, in its part.
        paragraph: usize,
        /// The part.
        part: Part,
    },
}

/// A part of a Word document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The text.
    Text,
    /// The footnotes.
    Footnotes,
    /// The endnotes.
    Endnotes,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line { line, column } => write!(f, "{line}:{column}"),
            Self::Paragraph { paragraph, part: Part::Text } => write!(f, "paragraph {paragraph}"),
            Self::Paragraph { paragraph, part: Part::Footnotes } => {
                write!(f, "footnotes, paragraph {paragraph}")
            }
            Self::Paragraph { paragraph, part: Part::Endnotes } => {
                write!(f, "endnotes, paragraph {paragraph}")
            }
        }
    }
}

/// The lines of a text, to tell where a byte is.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The place of a byte. One within a character counts as the character's first.
    pub(super) fn spot(&self, byte: usize) -> Spot {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = self.text.char_indices().map(|(at, _)| at).skip_while(|at| *at < start);
        let column = match self.text.get(start..byte) {
            Some(before) => before.chars().count(),
            None => before.take_while(|at| *at < byte).count().saturating_sub(1),
        };
        Spot::Line { line, column: column + 1 }
    }
}
