//! Rows of separated values, one after the other.

use crate::import::sheet::{Cell, Row, Unreadable};

/// As many columns as a spreadsheet has.
const MOST_COLUMNS: u32 = 16_384;
/// A longer cell is most likely a quotation mark that is never closed.
const LONGEST_CELL: usize = 1 << 20;

/// Walks over a text. Blank cells and rows are counted and left out.
#[derive(Debug)]
pub(super) struct Rows<'t> {
    text: &'t str,
    separator: u8,
    at: usize,
    number: u32,
    broken: bool,
}

impl<'t> Rows<'t> {
    pub(super) fn new(text: &'t str, separator: u8) -> Self {
        Self { text, separator, at: 0, number: 0, broken: false }
    }

    /// Passes over a line, which counts as a row.
    pub(super) fn skip_line(&mut self) {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(|byte| !matches!(byte, b'\r' | b'\n')) {
            self.at += 1;
        }
        self.end_of_line();
        self.number += 1;
    }

    fn next_row(&mut self) -> Result<Row, Unreadable> {
        self.number = self.number.saturating_add(1);
        let mut row = Row { number: self.number, ..Row::default() };
        let mut column = 1;
        loop {
            let text = self.cell()?;
            if !text.is_empty() {
                row.cells.push(Cell::text(column, text));
            }
            if self.text.as_bytes().get(self.at) != Some(&self.separator) {
                self.end_of_line();
                return Ok(row);
            }
            self.at += 1;
            column += 1;
            if column > MOST_COLUMNS {
                let message = format!("the row has more than {MOST_COLUMNS} cells");
                return Err(self.fault(message, "import the table that this file was made from"));
            }
        }
    }

    /// The next cell. What follows a closed quotation mark belongs to it, as spreadsheets read it.
    fn cell(&mut self) -> Result<String, Unreadable> {
        let mut text = String::new();
        if self.text.as_bytes().get(self.at) == Some(&b'"') {
            self.at += 1;
            self.quoted(&mut text)?;
        }
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let is_end = |byte: &u8| *byte == self.separator || matches!(*byte, b'\r' | b'\n');
        let length = rest.iter().take(LONGEST_CELL + 1).position(is_end).unwrap_or(rest.len());
        if length > LONGEST_CELL {
            return Err(self.too_long());
        }
        text.push_str(self.text.get(self.at..self.at + length).unwrap_or_default());
        self.at += length;
        Ok(text)
    }

    fn quoted(&mut self, text: &mut String) -> Result<(), Unreadable> {
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let Some(length) = rest.iter().take(LONGEST_CELL).position(|byte| *byte == b'"') else {
                return Err(self.too_long());
            };
            text.push_str(self.text.get(self.at..self.at + length).unwrap_or_default());
            if text.len() > LONGEST_CELL {
                return Err(self.too_long());
            }
            self.at += length + 1;
            if rest.get(length + 1) != Some(&b'"') {
                return Ok(());
            }
            text.push('"');
            self.at += 1;
        }
    }

    fn end_of_line(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
    }

    fn too_long(&self) -> Unreadable {
        let message =
            "a quotation mark is opened and not closed, or a cell is longer than a mebibyte".to_owned();
        self.fault(message, "look at the quotation marks of this row, or download the file again")
    }

    fn fault(&self, message: String, help: &str) -> Unreadable {
        Unreadable { row: Some(self.number), message, help: help.to_owned() }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.broken && self.at < self.text.len() {
            match self.next_row() {
                Ok(row) if row.cells.is_empty() => {}
                Ok(row) => return Some(Ok(row)),
                Err(fault) => {
                    self.broken = true;
                    return Some(Err(fault));
                }
            }
        }
        None
    }
}
