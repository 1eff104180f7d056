//! A row as it stands in the file: its cells as the csv reader gives them, and where each of them stands.

use super::super::lines::{characters, small};
use crate::model::Place;
use csv::StringRecord;
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

/// A row, and the bytes of the file it was read from.
#[derive(Debug, Default, Clone)]
pub(super) struct Record {
    pub(super) cells: StringRecord,
    /// The bytes of the row, without the end of its line.
    pub(super) span: Range<usize>,
    /// The line it starts on.
    pub(super) line: u32,
}

/// The places of the cells of a row. They are worked out when the first is asked for: most rows are never asked.
#[derive(Debug)]
pub(super) struct Scan<'t> {
    path: &'t Arc<str>,
    raw: &'t str,
    line: u32,
    cells: OnceCell<Vec<RawCell>>,
}

/// The bytes of a cell within its row, with its quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawCell {
    pub(super) span: Range<usize>,
    pub(super) marks: Marks,
}

/// How quotation marks stand in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// There are none.
    Without,
    /// They enclose it.
    Around,
    /// One stands where none may stand, at this byte of the row.
    Astray(usize),
    /// The one at its start is never closed.
    Open,
}

impl<'t> Scan<'t> {
    pub(super) fn new(path: &'t Arc<str>, text: &'t str, record: &Record) -> Self {
        let raw = text.get(record.span.clone()).unwrap_or_default();
        Self { path, raw, line: record.line, cells: OnceCell::new() }
    }

    /// The cells with their quotation marks.
    pub(super) fn cells(&self) -> &[RawCell] {
        self.cells.get_or_init(|| cells(self.raw))
    }

    /// The place of a cell, without its quotation marks; of the whole row where it has no such cell.
    pub(super) fn cell(&self, index: usize) -> Place {
        match self.cells().get(index) {
            Some(cell) => self.place(inner(cell)),
            None => self.row(),
        }
    }

    /// The place of some bytes of the value of a cell.
    pub(super) fn within(&self, index: usize, span: &Range<usize>) -> Place {
        let Some(cell) = self.cells().get(index) else { return self.row() };
        let inner = inner(cell);
        let words = self.raw.get(inner.clone()).unwrap_or_default();
        let start = inner.start + raw_offset(words, span.start, cell.marks);
        let end = inner.start + raw_offset(words, span.end, cell.marks);
        if start < end { self.place(start..end) } else { self.place(inner) }
    }

    /// There is a quotation mark in the row.
    pub(super) fn has_marks(&self) -> bool {
        self.raw.contains('"')
    }

    /// How often a character stands in the row.
    pub(super) fn count(&self, separator: char) -> usize {
        self.raw.matches(separator).count()
    }

    /// The place of the row's first line.
    pub(super) fn row(&self) -> Place {
        self.place(0..self.raw.len())
    }

    /// The place of some bytes of the row, up to the end of their first line.
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        let before = self.raw.get(..span.start).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count();
        let column = characters(self.raw, start, span.start) + 1;
        let words = self.raw.get(span.clone()).unwrap_or_default();
        let end = words.find(['\r', '\n']).map_or(span.end, |at| span.start + at);
        let length = characters(self.raw, span.start, end);
        Place::new(self.path, self.line + small(line), small(column), small(length))
    }
}

fn inner(cell: &RawCell) -> Range<usize> {
    match cell.marks {
        Marks::Around => cell.span.start + 1..cell.span.end.saturating_sub(1).max(cell.span.start + 1),
        Marks::Without | Marks::Astray(_) | Marks::Open => cell.span.clone(),
    }
}

/// The byte of a quoted cell as written that is a given byte of its value: each `""` is one mark.
fn raw_offset(written: &str, wanted: usize, marks: Marks) -> usize {
    if marks != Marks::Around {
        return wanted.min(written.len());
    }
    let (mut value, mut second) = (0, false);
    for (at, byte) in written.bytes().enumerate() {
        if value == wanted && !second {
            return at;
        }
        second = byte == b'"' && !second;
        value += usize::from(!second);
    }
    written.len()
}

/// Takes a row apart at the commas outside quotation marks.
fn cells(raw: &str) -> Vec<RawCell> {
    let bytes = raw.as_bytes();
    let mut cells = Vec::new();
    let mut start = 0;
    loop {
        let cell = if bytes.get(start) == Some(&b'"') { quoted(bytes, start) } else { bare(bytes, start) };
        let end = cell.span.end;
        cells.push(cell);
        if bytes.get(end) != Some(&b',') {
            return cells;
        }
        start = end + 1;
    }
}

fn bare(bytes: &[u8], start: usize) -> RawCell {
    let rest = bytes.get(start..).unwrap_or_default();
    let end = rest.iter().position(|byte| *byte == b',').unwrap_or(rest.len());
    let astray = rest.iter().take(end).position(|byte| *byte == b'"');
    let marks = astray.map_or(Marks::Without, |at| Marks::Astray(start + at));
    RawCell { span: start..start + end, marks }
}

fn quoted(bytes: &[u8], start: usize) -> RawCell {
    let mut at = start + 1;
    loop {
        let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'"')) else {
            return RawCell { span: start..bytes.len(), marks: Marks::Open };
        };
        let mark = at + next;
        match bytes.get(mark + 1) {
            Some(b'"') => at = mark + 2,
            None | Some(b',') => return RawCell { span: start..mark + 1, marks: Marks::Around },
            Some(_) => {
                let end = bare(bytes, mark + 1).span.end;
                return RawCell { span: start..end, marks: Marks::Astray(mark) };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(raw: &str) -> Vec<(String, Marks)> {
        cells(raw).into_iter().map(|cell| (raw[inner(&cell)].to_owned(), cell.marks)).collect()
    }

    #[test]
    fn a_row_is_taken_apart_as_the_csv_reader_does() {
        for raw in ["a,b,c", "", ",", "\"a,b\",c", "\"a\"\"b\",\"\",\"x\ny\"", "é,\"ñ, ü\",漢"] {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(raw.as_bytes());
            let mut record = StringRecord::new();
            let read = reader.read_record(&mut record).unwrap();
            let found: Vec<String> =
                scan(raw).into_iter().map(|(text, _)| text.replace("\"\"", "\"")).collect();
            assert!(!read || found.iter().map(String::as_str).eq(record.iter()), "{raw:?} {found:?}");
        }
    }

    #[test]
    fn marks_that_stand_wrong_are_told() {
        assert_eq!(scan("a\"b,c")[0].1, Marks::Astray(1));
        assert_eq!(scan("\"a\" b,c")[0].1, Marks::Astray(2));
        assert_eq!(scan("x,\"a")[1].1, Marks::Open);
        assert_eq!(scan("x,\"\"")[1], (String::new(), Marks::Around));
    }

    #[test]
    fn places_count_characters_and_know_the_lines_of_a_cell() {
        let path = Arc::from("a.csv");
        let text = "é,\"x\ny\",zz,\"a\"\"bc\"";
        let record = Record { span: 0..text.len(), line: 7, ..Record::default() };
        let scan = Scan::new(&path, text, &record);
        let at = |place: Place| (place.line, place.column, place.length);
        assert_eq!(at(scan.cell(0)), (7, 1, 1));
        assert_eq!(at(scan.cell(1)), (7, 4, 1));
        assert_eq!(at(scan.cell(2)), (8, 4, 2));
        assert_eq!(at(scan.within(3, &(2..4))), (8, 11, 2));
        assert_eq!(at(scan.within(3, &(1..2))), (8, 9, 2));
        assert_eq!(at(scan.cell(9)), (7, 1, 4));
    }
}
