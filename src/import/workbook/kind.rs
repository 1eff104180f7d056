//! What kind of file it is, whatever its name says.

use super::archive::{Archive, locked};
use crate::import::sheet::Unreadable;
use std::io::Read;

/// A kind that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
}

const SAVE: &str = "open it in a spreadsheet, save it as .xlsx or .ods, and import that";

/// Whether it is an archive at all. What it is instead is said, with what to do.
pub(super) fn of_bytes(bytes: &[u8]) -> Result<(), Unreadable> {
    const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(());
    }
    let start: String = String::from_utf8_lossy(bytes.get(..4_096).unwrap_or(bytes)).to_ascii_lowercase();
    let (is, help) = if bytes.is_empty() {
        ("empty", "download it again")
    } else if bytes.starts_with(COMPOUND) {
        if holds_utf16(bytes, "EncryptedPackage") {
            return Err(locked());
        }
        ("a workbook of Excel 97 to 2003 (.xls), whatever its name says", SAVE)
    } else if bytes.starts_with(b"%PDF") {
        ("a PDF document", "find the spreadsheet that it was made from, or write its figures into a CSV file")
    } else if bytes.starts_with(b"\x1F\x8B") || bytes.starts_with(b"7z\xBC\xAF") || bytes.starts_with(b"PK") {
        ("a packed archive, or a part of one", "unpack it and import the workbook in it")
    } else if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        ("a spreadsheet in the XML of 2003", SAVE)
    } else if start.contains("urn:oasis:names:tc:opendocument") {
        ("an OpenDocument file in one piece (.fods)", SAVE)
    } else if start.contains("<html") || start.contains("<!doctype html") || start.contains("<table") {
        ("a web page, perhaps the notice of an error", "download the file itself")
    } else if !start.contains('\0') && !start.contains(char::REPLACEMENT_CHARACTER) {
        ("a text and no workbook", "if it is a table, import it with `onrecord import csv`")
    } else {
        ("of no kind that is known", SAVE)
    };
    Err(Unreadable { row: None, message: format!("the file is {is}"), help: help.to_owned() })
}

fn holds_utf16(bytes: &[u8], words: &str) -> bool {
    let words: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(words.len()).any(|window| window == words)
}

/// What the archive holds.
pub(super) fn of_archive(archive: &mut Archive<'_>) -> Result<Kind, Unreadable> {
    const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";
    if archive.has("mimetype") {
        let mut kind = String::new();
        if let Some(part) = archive.part("mimetype")? {
            // A kind that is no text is none that is read.
            let _bytes = part.take(200).read_to_string(&mut kind).unwrap_or_default();
        }
        if kind.trim_end() == ODS || kind.trim_end() == format!("{ODS}-template") {
            return Ok(Kind::Ods);
        }
        return Err(other(
            "an OpenDocument file that is no spreadsheet",
            "import the spreadsheet it was made from",
        ));
    }
    let has = |start: &str| archive.below(start).next().is_some();
    Err(if has("xl/workbook.bin") {
        other("a binary workbook (.xlsb)", SAVE)
    } else if has("xl/workbook.xml") || has("xl/worksheets/") || archive.has("_rels/.rels") && has("xl/") {
        return Ok(Kind::Xlsx);
    } else if has("word/") {
        other(
            "a Word document",
            "import the spreadsheet it was made from, or write its figures into a CSV file",
        )
    } else if has("ppt/") {
        other("a presentation", "import the spreadsheet it was made from")
    } else if has("content.xml") && has("meta-inf/") {
        // Without the line that says what it is, as some programmes write it.
        return Ok(Kind::Ods);
    } else if has("index/") || has("index.zip") {
        other("a spreadsheet of Numbers", "open it in Numbers, export it to Excel, and import that")
    } else {
        other("an archive and no workbook", "unpack it and import the workbook in it")
    })
}

fn other(is: &str, help: &str) -> Unreadable {
    Unreadable { row: None, message: format!("the file is {is}"), help: help.to_owned() }
}
