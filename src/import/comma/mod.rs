//! CSV and its kin as a sheet: the encoding and the separator are found, and rows are read one by one.
//!
//! The text of a file is held once, never its cells. Rows are counted as a spreadsheet counts them: a blank line is a
//! row, and a line break within quotation marks is none.

mod encoding;
mod rows;
mod separator;
#[cfg(test)]
mod tests;

pub use encoding::Encoding;

use super::Input;
use super::codes::{GUESSED_TEXT, UNREAD_TABLE, error, warning};
use super::sheet::{Sheet, Visibility};
use crate::finding::Finding;
use crate::model::Place;
use rows::Rows;
use std::borrow::Cow;

/// A file of separated values.
#[derive(Debug)]
pub struct Comma<'i> {
    text: Cow<'i, str>,
    encoding: Encoding,
    separator: u8,
    /// Rows before the first that is read: a line that only names the separator.
    skipped: u32,
}

impl<'i> Comma<'i> {
    /// Finds out how a file is written.
    ///
    /// # Errors
    /// A finding that says what to do, where it is no text.
    pub fn open(input: &'i Input) -> Result<Self, Box<Finding>> {
        let (text, encoding) = encoding::decode(&input.bytes).map_err(|(message, help)| {
            Box::new(error(&UNREAD_TABLE, Place::file(&input.path), message, help))
        })?;
        let (separator, skipped) = match separator::named(&text) {
            Some(separator) => (separator, 1),
            None => (separator::likely(&text), 0),
        };
        Ok(Self { text, encoding, separator, skipped })
    }

    /// How its bytes are read.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What stands between its cells.
    #[must_use]
    pub fn separator(&self) -> char {
        char::from(self.separator)
    }

    /// What a person should look at before relying on the text.
    #[must_use]
    pub fn findings(&self, input: &Input) -> Vec<Finding> {
        if self.encoding != Encoding::Windows1252 {
            return Vec::new();
        }
        let message = "the text is not UTF-8; it is read as Windows-1252";
        let help =
            "look at letters with accents and at pound signs; save the file as UTF-8 if they are others";
        vec![warning(&GUESSED_TEXT, Place::file(&input.path), message, help)]
    }

    /// Its rows. Each call starts at the top.
    #[must_use]
    pub fn sheet(&self) -> Sheet<'_> {
        let mut rows = Rows::new(&self.text, self.separator);
        for _ in 0..self.skipped {
            rows.skip_line();
        }
        Sheet { name: None, visibility: Visibility::Shown, rows: Box::new(rows) }
    }
}
