//! A file to import, as bytes of a bounded number.

#![expect(clippy::disallowed_methods, reason = "this is the edge through which the files of others come in")]

use super::Capture;
use super::codes::{OTHER_FORMAT, UNREADABLE, error};
use crate::finding::Finding;
use crate::model::Place;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// The most bytes that are taken of one file, unless more is asked for.
pub const LARGEST: u64 = 64 << 20;

/// A file to import.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its path as it was given, for findings.
    pub path: Arc<str>,
    /// Its name, without folders, which may be nobody else's business.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    sha256: String,
}

impl Input {
    /// Reads a file of at most so many bytes.
    ///
    /// # Errors
    /// A finding, where it is no plain file, too large, or cannot be read.
    pub fn open(path: &Path, largest: u64) -> Result<Self, Box<Finding>> {
        let shown: Arc<str> = path.display().to_string().into();
        let refuse =
            |message: String, help: &str| Box::new(error(&UNREADABLE, Place::file(&shown), message, help));
        let disk = |fault: std::io::Error| {
            refuse(format!("“{shown}” cannot be read: {fault}"), "look at its name, and who may read it")
        };
        let about = std::fs::metadata(path).map_err(disk)?;
        if !about.is_file() {
            return Err(refuse(format!("“{shown}” is not a file"), "name a file"));
        }
        let mut bytes = Vec::new();
        File::open(path)
            .map_err(disk)?
            .take(largest.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(disk)?;
        if bytes.len() as u64 > largest {
            let message = format!("“{shown}” is larger than {} MiB", largest >> 20);
            return Err(refuse(message, "take a part of it, or raise the bound with --largest"));
        }
        let name = path
            .file_name()
            .map_or_else(String::new, |name| super::clean::line(&name.to_string_lossy(), 120));
        Ok(Self::new(shown, name.replace('`', "'"), bytes))
    }

    /// A file that has been read.
    #[must_use]
    pub fn new(path: Arc<str>, name: String, bytes: Vec<u8>) -> Self {
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { path, name, bytes, sha256 }
    }

    /// Its text, without a byte-order mark.
    ///
    /// # Errors
    /// A finding with the place, where it is not UTF-8.
    pub fn text(&self) -> Result<&str, Box<Finding>> {
        let bytes = self.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.bytes);
        std::str::from_utf8(bytes).map_err(|fault| {
            let before = bytes.get(..fault.valid_up_to()).unwrap_or_default();
            let before = std::str::from_utf8(before).unwrap_or_default();
            let message = "the text is not UTF-8 from here on";
            Box::new(error(
                &OTHER_FORMAT,
                place(&self.path, before, before.len()),
                message,
                "download the file again, and save it as it is",
            ))
        })
    }

    /// Where something was taken from.
    #[must_use]
    pub fn capture(&self, format: &'static str) -> Capture {
        Capture { format, file: self.name.clone(), sha256: self.sha256.clone() }
    }
}

/// The place of a byte of a text.
pub(in crate::import) fn place(path: &Arc<str>, text: &str, at: usize) -> Place {
    let before = text.get(..at.min(text.len())).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Place::new(path, small(line), small(column), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_a_bound_and_named_without_its_folders() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        std::fs::write(&path, b"\xEF\xBB\xBF{}").unwrap();
        let input = Input::open(&path, 5).unwrap();
        assert_eq!((input.name.as_str(), input.text().unwrap()), ("a.json", "{}"));
        assert_eq!(input.capture("csv").sha256.len(), 64);
        assert!(Input::open(&path, 4).unwrap_err().message.contains("larger than"));
        assert!(Input::open(folder.path(), 4).unwrap_err().message.contains("not a file"));
        assert!(Input::open(&folder.path().join("b"), 4).unwrap_err().message.contains("cannot be read"));
    }

    #[test]
    fn what_is_not_utf_8_has_a_place() {
        let input = Input::new("a".into(), "a".into(), b"ab\nc\xFF".to_vec());
        assert_eq!(input.text().unwrap_err().locations[0].to_string(), "a:2:2");
    }
}
