//! Why a site could not be written.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why the site could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// The folder was not made by a build, and is not empty.
    NotOurs(PathBuf),
    /// The folder was made by a build, and a file was put into it since.
    Foreign(PathBuf, PathBuf),
    /// The place is a symbolic link, a file, or a folder of the source.
    Unsuitable(PathBuf, &'static str),
    /// Another build is writing to the same folder.
    Busy(PathBuf),
    /// The disk refused.
    Disk(PathBuf, io::Error),
}

impl WriteError {
    /// What to make of an error of the disk at a path.
    pub(super) fn at(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        |error| Self::Disk(path.to_owned(), error)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs(path) => write!(
                f,
                "{} holds files that onrecord did not make, and is left alone. Name another folder with --out, or empty this one.",
                path.display()
            ),
            Self::Foreign(path, file) => write!(
                f,
                "{} was not made by onrecord and would be lost, so {} is left as it is. Move the file elsewhere, or name another folder with --out.",
                file.display(),
                path.display()
            ),
            Self::Unsuitable(path, why) => write!(f, "{} cannot take the site: {why}.", path.display()),
            Self::Busy(path) => {
                write!(f, "Another build is writing to {}. Wait for it to end.", path.display())
            }
            Self::Disk(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for WriteError {}
