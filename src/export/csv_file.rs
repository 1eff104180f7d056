//! Writing rows through the csv crate.

use super::column::{Cell, Datatype};
use super::decimal::Decimal;
use super::guard::guarded;
use std::fmt::Write as _;
use std::io::{self, Write};

/// A CSV file being written: a header, then rows of the same length.
pub(super) struct CsvFile<W: Write> {
    writer: csv::Writer<W>,
    number: String,
}

impl<W: Write> CsvFile<W> {
    pub(super) fn new(out: W) -> Self {
        Self { writer: csv::Writer::from_writer(out), number: String::new() }
    }

    pub(super) fn header<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        Ok(self.writer.write_record(names)?)
    }

    /// Writes a cell that is a token already.
    fn token(&mut self, token: &str) -> io::Result<()> {
        Ok(self.writer.write_field(token)?)
    }

    /// Writes a cell of a column with this datatype.
    pub(super) fn cell(&mut self, datatype: Datatype, cell: &Cell<'_>) -> io::Result<()> {
        match (cell, datatype) {
            (Cell::Blank, _) => self.token(""),
            (Cell::Text(text), Datatype::Text) => self.token(&guarded(text)),
            (Cell::Text(text), _) => self.token(text),
            (Cell::Number(value), _) => {
                self.number.clear();
                let _infallible = write!(self.number, "{}", Decimal(value.clone()));
                Ok(self.writer.write_field(&self.number)?)
            }
        }
    }

    pub(super) fn end_row(&mut self) -> io::Result<()> {
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// The bytes of a file that is written into memory.
#[expect(clippy::expect_used, reason = "memory takes every byte; if not, it is a bug of ours")]
pub(super) fn in_memory(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("writing into memory");
    bytes
}
