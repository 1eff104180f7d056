//! Files from the disk: their bytes, and their text if they are text.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the edge through which the publisher's files come in"
)]

use super::characters;
use super::codes::{NOT_UTF8, UNREADABLE_FILE};
use super::faults::Faults;
use super::lines::Lines;
use crate::model::Place;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

/// The most bytes that are read of a text written by hand.
pub(super) const PROSE: u64 = 1 << 20;
/// The most bytes that are read of a table.
pub(super) const TABLE: u64 = 64 << 20;
/// The most bytes that are read of an image, style sheet or other asset.
pub(super) const ASSET: u64 = 32 << 20;
/// A document that may cite.
const DOCUMENT: u64 = 20 << 20;

/// The bytes of a file below the root. None where it cannot be read, which is noted.
pub(super) fn bytes(root: &Path, path: &Arc<str>, most: u64, faults: &mut Faults) -> Option<Vec<u8>> {
    match read(&root.join(&**path), most) {
        Ok(bytes) => return Some(bytes),
        Err(Refused::NotAFile) => faults.error(
            &UNREADABLE_FILE,
            Place::file(path),
            format!("“{path}” is not a file"),
            "put the file itself in its place",
        ),
        Err(Refused::TooLarge(size)) => faults.error(
            &UNREADABLE_FILE,
            Place::file(path),
            format!("“{path}” is {} large; at most {} is read", in_words(size), in_words(most)),
            "split the file, or leave out what is not needed",
        ),
        Err(Refused::Changed) => faults.error(
            &UNREADABLE_FILE,
            Place::file(path),
            format!("“{path}” changed while it was read"),
            "run the command again when nothing else writes the file",
        ),
        Err(Refused::Disk(error)) => faults.error(
            &UNREADABLE_FILE,
            Place::file(path),
            format!("“{path}” cannot be read: {error}"),
            "look at who may read the file",
        ),
    }
    None
}

/// The text of a file below the root, without a byte-order mark. None where it cannot be used, which is noted.
pub(super) fn text(root: &Path, path: &Arc<str>, most: u64, faults: &mut Faults) -> Option<String> {
    let mut bytes = bytes(root, path, most, faults)?;
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => characters::are_plain(&text, path, faults).then_some(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            not_utf8(error.as_bytes(), at, path, faults);
            None
        }
    }
}

/// The text of one of the publisher's files, for a report that quotes it. None for anything but a plain file.
#[must_use]
pub fn source_text(root: &Path, path: &str) -> Option<String> {
    let path = root.join(path);
    let plain = fs::symlink_metadata(&path).is_ok_and(|about| about.is_file());
    let bytes = plain.then(|| read(&path, TABLE).ok()).flatten()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The bytes of any document of up to 20 MB, or why they cannot be read.
///
/// # Errors
/// In words, where it is not there, is no plain file, is too large, or the disk refuses.
pub fn document(path: &Path) -> Result<Vec<u8>, String> {
    up_to(path, DOCUMENT)
}

/// The bytes of any table of up to 64 MB, or why they cannot be read.
///
/// # Errors
/// In words, where it is not there, is no plain file, is too large, or the disk refuses.
pub fn any_table(path: &Path) -> Result<Vec<u8>, String> {
    up_to(path, TABLE)
}

fn up_to(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    read(path, most).map_err(|refused| match refused {
        Refused::NotAFile => "it is not a plain file".to_owned(),
        Refused::TooLarge(size) => format!("it is too large, at {}", in_words(size)),
        Refused::Changed => "it changed while it was read".to_owned(),
        Refused::Disk(error) => error.to_string(),
    })
}

enum Refused {
    NotAFile,
    TooLarge(u64),
    Changed,
    Disk(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

fn read(path: &Path, most: u64) -> Result<Vec<u8>, Refused> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(Refused::NotAFile);
    }
    if about.len() > most {
        return Err(Refused::TooLarge(about.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == about.len() { Ok(bytes) } else { Err(Refused::Changed) }
}

fn in_words(bytes: u64) -> String {
    match bytes {
        0..1_024 => format!("{bytes} bytes"),
        1_024..1_048_576 => format!("{} KB", bytes.div_ceil(1 << 10)),
        _ => format!("{} MB", bytes.div_ceil(1 << 20)),
    }
}

fn not_utf8(bytes: &[u8], at: usize, path: &Arc<str>, faults: &mut Faults) {
    let good = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
    let (line, column) = Lines::of(&good).locate(&good, at);
    let byte = bytes.get(at).copied().unwrap_or_default();
    let (message, help) = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        ("the file is not UTF-8; it starts like UTF-16".to_owned(), "save it as UTF-8".to_owned())
    } else {
        (format!("the byte 0x{byte:02X} here is not UTF-8"), in_other_encodings(byte))
    };
    faults.error(&NOT_UTF8, Place::new(path, line, column, 1), message, help);
}

/// What the byte is in the encodings of old spreadsheets and editors.
fn in_other_encodings(byte: u8) -> String {
    let likely = match byte {
        0x80 => Some('€'),
        0x85 => Some('…'),
        0x91 => Some('‘'),
        0x92 => Some('’'),
        0x93 => Some('“'),
        0x94 => Some('”'),
        0x96 => Some('–'),
        0x97 => Some('—'),
        0xA0 => return "save the file as UTF-8; in Windows-1252 this byte is a no-break space".to_owned(),
        0xA1..=0xFF => Some(char::from(byte)),
        _ => None,
    };
    likely.map_or_else(
        || "save the file as UTF-8".to_owned(),
        |c| {
            format!("save the file as UTF-8; it looks like Windows-1252 or Latin-1, where this byte is “{c}”")
        },
    )
}
