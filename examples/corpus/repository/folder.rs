//! Writing a synthetic repository into a folder, and never into one that holds anything else.
#![allow(clippy::disallowed_methods, reason = "a program of its own, which writes files")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Marks a folder as made here, so that it may be written again.
const MARKER: &str = ".onrecord-corpus";
const MADE: [&str; 2] = ["data", "site"];

/// Writes the repository of so many measures.
///
/// # Errors
/// The folder holds something else, or cannot be written.
pub(crate) fn write_to(folder: &Path, measures: u32) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    empty(folder)?;
    fs::write(folder.join(MARKER), "Made by the corpus example of onrecord. It may be overwritten.\n")?;
    super::each_file(measures, |path, text| {
        let file = folder.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(file, text)
    })
}

/// Removes what an earlier run wrote; refuses a folder that none wrote.
fn empty(folder: &Path) -> io::Result<()> {
    let is_ours = fs::symlink_metadata(folder.join(MARKER)).is_ok_and(|data| data.is_file());
    if !is_ours && fs::read_dir(folder)?.next().is_some() {
        return Err(io::Error::new(
            ErrorKind::AlreadyExists,
            "this folder is not empty and was not made by this program",
        ));
    }
    for made in MADE.map(|name| folder.join(name)) {
        match fs::symlink_metadata(&made) {
            Ok(data) if data.is_dir() => fs::remove_dir_all(&made)?,
            Ok(_) => {
                return Err(io::Error::new(
                    ErrorKind::AlreadyExists,
                    format!("{} is no folder", made.display()),
                ));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
