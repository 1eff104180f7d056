//! The rows of a table through the csv reader, in batches, each row with the bytes it was read from.

use super::record::Record;
use csv::{Reader, ReaderBuilder};

/// So many rows are read before they are shared out among the cores.
const ROWS: usize = 4_096;

/// Reads a table in batches. The records of a batch are used again for the next, so that memory does not grow.
#[derive(Debug)]
pub(super) struct Rows<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    records: Vec<Record>,
    /// The byte after the row read last, and its line.
    at: usize,
    line: u32,
    /// The lines on which rows with nothing in them stand.
    pub(super) blank: Vec<u32>,
}

impl<'t> Rows<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        Self { text, reader, records: Vec::new(), at: 0, line: 1, blank: Vec::new() }
    }

    /// The first row.
    pub(super) fn first(&mut self) -> Option<Record> {
        let mut record = Record::default();
        self.read(&mut record).then_some(record)
    }

    /// The next rows; none at the end.
    pub(super) fn batch(&mut self) -> &[Record] {
        let mut records = std::mem::take(&mut self.records);
        let mut read = 0;
        while read < ROWS {
            if records.len() == read {
                records.push(Record::default());
            }
            let Some(record) = records.get_mut(read) else { break };
            if !self.read(record) {
                break;
            }
            read += 1;
        }
        self.records = records;
        self.records.get(..read).unwrap_or_default()
    }

    fn read(&mut self, record: &mut Record) -> bool {
        // The text is UTF-8 already and rows may have any length, so the reader has nothing to object to.
        if !self.reader.read_record(&mut record.cells).unwrap_or(false) {
            return false;
        }
        let end = usize::try_from(self.reader.position().byte()).unwrap_or(self.text.len());
        self.skip_blank_lines(end);
        let raw = self.text.get(self.at..end).unwrap_or_default();
        let row = raw.trim_end_matches(['\r', '\n']);
        record.span = self.at..self.at + row.len();
        record.line = self.line;
        self.pass(end);
        true
    }

    /// The reader passes over lines with nothing in them; they stand before the row it gives.
    fn skip_blank_lines(&mut self, end: usize) {
        while let Some(rest) = self.text.get(self.at..end) {
            let length = if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
            if length == 0 {
                return;
            }
            if self.is_at_start_of_line() {
                self.blank.push(self.line);
            }
            self.pass(self.at + length);
        }
    }

    /// The reader may leave the end of a row's line to the row after it.
    fn is_at_start_of_line(&self) -> bool {
        self.text.get(..self.at).is_some_and(|before| before.is_empty() || before.ends_with('\n'))
    }

    fn pass(&mut self, to: usize) {
        let passed = self.text.as_bytes().get(self.at..to).unwrap_or_default();
        self.line += super::super::lines::small(passed.iter().filter(|byte| **byte == b'\n').count());
        self.at = to;
    }
}
