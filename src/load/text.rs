//! A file as text, with places counted as a person counts them.

use super::codes::NOT_UTF8;
use crate::finding::Finding;
use crate::model::Place;
use std::ops::Range;
use std::sync::Arc;

/// A file's path and text. A byte order mark is left out; line ends stay as they are.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) path: Arc<str>,
    pub(super) text: String,
}

impl Text {
    /// Takes a file's bytes as text.
    pub(super) fn new(path: &Arc<str>, bytes: Vec<u8>) -> Result<Self, Finding> {
        let text = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
        let text = text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned);
        let text = Self { path: Arc::clone(path), text };
        match text.text.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            None => Ok(text),
            Some((at, c)) => Err(Finding::input(
                &NOT_UTF8,
                text.place(at..at + c.len_utf8()),
                format!("the file holds the control character {}", c.escape_unicode()),
                "take the character out",
            )),
        }
    }

    /// The stem of the file's name.
    pub(super) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The place of a span of bytes.
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        let before = self.text.get(..span.start).unwrap_or(&self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let meant = self.text.get(span).and_then(|text| text.lines().next()).unwrap_or_default();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Place::new(&self.path, number(line), number(column), number(meant.chars().count()))
    }

    /// The file as a whole.
    pub(super) fn whole(&self) -> Place {
        Place::file(&self.path)
    }
}

fn not_utf8(path: &Arc<str>, error: &std::string::FromUtf8Error) -> Finding {
    let bytes = error.as_bytes();
    let at = error.utf8_error().valid_up_to();
    let before = bytes.get(..at).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let column = String::from_utf8_lossy(before.get(start..).unwrap_or_default()).chars().count() + 1;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let bad = bytes.get(at).copied().unwrap_or_default();
    let guess = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "it looks like UTF-16",
        _ if bad == 0xA3 => "the byte A3 is £ in Latin-1 and Windows-1252",
        _ => "it may be Latin-1 or Windows-1252",
    };
    Finding::input(
        &NOT_UTF8,
        Place::new(path, number(line), number(column), 1),
        format!("the byte {bad:02X} is not UTF-8"),
        format!("save the file as UTF-8; {guess}"),
    )
}
