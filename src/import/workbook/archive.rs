//! The parts of a workbook's archive, bounded before any of them is read.
//!
//! What the archive says of itself is checked first: how many parts there are, how large they unpack, how far they were
//! packed, and that none lies within another. What comes out is counted as well, since an archive can lie. Nothing is
//! ever unpacked twice, and an archive within an archive is never opened.

use crate::import::sheet::Unreadable;
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Error, Read};
use zip::ZipArchive;

/// How much of a workbook is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    /// The parts of the archive.
    pub(super) parts: usize,
    /// The bytes of all parts together, unpacked.
    pub(super) unpacked: u64,
    /// How many times its packed size a large part may have.
    pub(super) ratio: u64,
    /// The cells with something in them, repetitions counted.
    pub(super) cells: u64,
    /// The texts that cells share.
    pub(super) strings: usize,
    /// The bytes of text of one cell.
    pub(super) words: usize,
    /// The areas of merged cells of one sheet.
    pub(super) merges: usize,
}

impl Bounds {
    /// For a file of a public body: a hundred sheets, or ten million cells.
    pub(super) const USUAL: Self = Self {
        parts: 10_000,
        unpacked: 1 << 30,
        ratio: 500,
        cells: 30_000_000,
        strings: 5_000_000,
        words: 1 << 18,
        merges: 1 << 16,
    };
}

/// A part smaller than this may be packed as far as it likes.
const SMALL: u64 = 8 << 20;

/// The start of the record that an archive has for each of its parts.
const RECORD: &[u8] = b"PK\x01\x02";

/// An archive within its bounds.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// The parts by their names in small letters, with their names: producers write one and look for another.
    parts: BTreeMap<String, (usize, String)>,
}

/// A part, unpacked as it is read.
pub(super) type Part<'a> = BufReader<Metered<'a>>;

impl<'b> Archive<'b> {
    pub(super) fn open(bytes: &'b [u8], bounds: &Bounds) -> Result<Self, Unreadable> {
        // Before anything is made of them: a record takes more room in memory than in the file.
        let records = bytes.windows(RECORD.len()).filter(|window| *window == RECORD).count();
        if records > bounds.parts {
            return Err(too_much(format!("it is an archive of {records} parts")));
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        let (mut parts, mut unpacked) = (BTreeMap::new(), 0_u64);
        for index in 0..zip.len() {
            let part = zip.by_index_raw(index).map_err(|error| damaged(&error))?;
            let name = normal(&String::from_utf8_lossy(part.name_raw()));
            if part.encrypted() {
                return Err(locked());
            }
            if part.size() > SMALL && part.size() / part.compressed_size().max(1) > bounds.ratio {
                return Err(too_much(format!(
                    "its part “{name}” is packed to less than a {}th of its size",
                    bounds.ratio
                )));
            }
            unpacked = unpacked.saturating_add(part.size());
            parts.insert(name.to_ascii_lowercase(), (index, name));
        }
        if unpacked > bounds.unpacked {
            return Err(too_much(format!("it unpacks to more than {} MiB", bounds.unpacked >> 20)));
        }
        if zip.has_overlapping_entries().map_err(|error| damaged(&error))? {
            return Err(too_much("its parts lie within one another".to_owned()));
        }
        Ok(Self { zip, parts })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&normal(name).to_ascii_lowercase())
    }

    /// The names of the parts that start so, in small letters.
    pub(super) fn below<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        let below = self.parts.iter().filter(move |(small, _)| small.starts_with(start));
        below.map(|(_, (_, name))| name.as_str())
    }

    /// A part to read. None where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, Unreadable> {
        let Some((index, _)) = self.parts.get(&normal(name).to_ascii_lowercase()) else { return Ok(None) };
        let file = self.zip.by_index(*index).map_err(|error| damaged(&error))?;
        let left = file.size();
        Ok(Some(BufReader::with_capacity(1 << 16, Metered { file: Box::new(file), left })))
    }

    /// A part that has to be there.
    pub(super) fn needed(&mut self, name: &str) -> Result<Part<'_>, Unreadable> {
        self.part(name)?.ok_or_else(|| Unreadable {
            row: None,
            message: format!("it has no part “{name}”"),
            help: DAMAGED.to_owned(),
        })
    }
}

/// A part that unpacks to no more than it said.
pub(super) struct Metered<'a> {
    file: Box<dyn Read + 'a>,
    left: u64,
}

impl Read for Metered<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        let read = self.file.read(into)?;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or_else(|| Error::other("a part of the file unpacks to more than it says"))?;
        Ok(read)
    }
}

fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_owned()
}

const DAMAGED: &str =
    "download the file again; if that does not help, open it in a spreadsheet and save it as .xlsx";

fn damaged(error: &impl ToString) -> Unreadable {
    let message = format!("the file is damaged: {}", error.to_string());
    Unreadable { row: None, message, help: DAMAGED.to_owned() }
}

pub(super) fn locked() -> Unreadable {
    Unreadable {
        row: None,
        message: "the file is protected by a password".to_owned(),
        help: "open it with the password, take the protection off, save it as .xlsx and import that"
            .to_owned(),
    }
}

/// What is not read because of its size.
pub(super) fn too_much(message: String) -> Unreadable {
    let help =
        "if the file is what it should be, save the sheets you need as CSV and import those".to_owned();
    Unreadable { row: None, message: format!("{message}, which is more than is read"), help }
}
