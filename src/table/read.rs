//! A table from the bytes of a CSV file.

use super::Table;
use smol_str::SmolStr;
use std::fmt;

/// A table that was read, and what had to be done for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The table.
    pub table: Table,
    /// What a reader should know of the file: rows that were short, names that stand twice.
    pub remarks: Vec<String>,
}

/// Why bytes are no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The line, counted from 1, where one is at fault.
    pub line: Option<u64>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl Table {
    /// Reads a CSV file in UTF-8, with or without a byte-order mark. The first row names the columns.
    ///
    /// # Errors
    /// Where the bytes are in another encoding, hold a null character, or have no row.
    pub fn read(bytes: &[u8]) -> Result<Loaded, Unreadable> {
        let text = text(bytes)?;
        let mut lines = lines(text)?.into_iter();
        let Some(mut columns) = lines.next() else {
            return Err(fault(None, "there is no row in it", "its first row must name the columns"));
        };
        let rows: Vec<Vec<SmolStr>> = lines.collect();
        let mut remarks = Vec::new();
        let width = rows.iter().map(|row| filled(row)).max().unwrap_or_default().max(columns.len());
        let short = rows.iter().filter(|row| row.len() < width.min(columns.len())).count();
        if short > 0 {
            remarks
                .push(format!("{} shorter than the header: read as if the rest were blank", rows_are(short)));
        }
        if width > columns.len() {
            let long = rows.iter().filter(|row| filled(row) > columns.len()).count();
            remarks
                .push(format!("{} longer than the header: read as columns without a name", rows_are(long)));
            columns.resize(width, SmolStr::default());
        }
        remarks.extend(repeated(&columns));
        Ok(Loaded { table: Self::new(columns, rows), remarks })
    }
}

/// The rows of any CSV file in UTF-8.
pub(super) fn rows_of(bytes: &[u8]) -> Result<Vec<Vec<SmolStr>>, Unreadable> {
    lines(text(bytes)?)
}

fn rows_are(number: usize) -> String {
    if number == 1 { "1 row is".to_owned() } else { format!("{number} rows are") }
}

/// How many cells a row has up to the last that is not blank.
fn filled(row: &[SmolStr]) -> usize {
    row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

fn repeated(columns: &[SmolStr]) -> Option<String> {
    let mut names: Vec<&SmolStr> = columns.iter().filter(|name| !name.is_empty()).collect();
    names.sort();
    let mut twice: Vec<&str> = names
        .windows(2)
        .filter_map(|two| if let [a, b] = two { (a == b).then_some(a.as_str()) } else { None })
        .collect();
    twice.dedup();
    let named = twice.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    (!twice.is_empty())
        .then(|| format!("more than one column is named {named}: they correspond in their order"))
}

fn fault(line: Option<u64>, message: impl Into<String>, help: &str) -> Unreadable {
    Unreadable { line, message: message.into(), help: help.to_owned() }
}

fn text(bytes: &[u8]) -> Result<&str, Unreadable> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(fault(None, "it is not UTF-8; it starts like UTF-16", "save it as “CSV UTF-8”"));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(fault(
            None,
            "it is a workbook or an archive, not a CSV file",
            "save the sheet as “CSV UTF-8”",
        ));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let line_at = |at: usize| 1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count() as u64;
    match std::str::from_utf8(bytes) {
        Ok(text) => match text.find('\0') {
            Some(at) => {
                Err(fault(Some(line_at(at)), "there is a null character in it", "save it as “CSV UTF-8”"))
            }
            None => Ok(text),
        },
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes.get(at).copied().unwrap_or_default();
            let message = format!("the byte 0x{byte:02X} is not UTF-8; it may be Windows-1252 or Latin-1");
            Err(fault(Some(line_at(at)), message, "save it as “CSV UTF-8”"))
        }
    }
}

fn lines(text: &str) -> Result<Vec<Vec<SmolStr>>, Unreadable> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut lines = Vec::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => lines.push(record.iter().map(SmolStr::new).collect()),
            Ok(false) => return Ok(lines),
            Err(error) => {
                let line = error.position().map(csv::Position::line);
                return Err(fault(line, error.to_string(), "look at the quotation marks there"));
            }
        }
    }
}
