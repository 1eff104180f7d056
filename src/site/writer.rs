//! The disk side: a site is written beside the old one and then takes its place in one step.
//!
//! A folder is replaced only if it bears the mark of an earlier build, so nothing that this program did not
//! make is ever deleted. A build that stops half-way leaves the old site as it was; the next build clears up.

#![expect(clippy::disallowed_methods, reason = "this is the one place that writes the site to the disk")]

use super::Route;
use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Component, Path, PathBuf};

/// The file that marks a folder as made by a build.
const MARK: &str = ".onrecord-site";
const MARK_TEXT: &str = "This folder is made by onrecord and is replaced at each build.\n";

/// Why the site could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// The folder was not made by a build, and is not empty.
    NotOurs(PathBuf),
    /// The place is a symbolic link, a file, or a folder that holds the source.
    Unsuitable(PathBuf, &'static str),
    /// Another build is writing to the same folder.
    Busy(PathBuf),
    /// The disk refused.
    Disk(PathBuf, io::Error),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs(path) => write!(
                f,
                "{} holds files that onrecord did not make, and is left alone. Name another folder with --out, or empty this one.",
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

/// A site being written beside the one it will replace.
#[derive(Debug)]
pub struct Staged {
    out: PathBuf,
    staging: PathBuf,
    /// Held until the end: the system lets go of it even if the process is killed.
    _lock: File,
}

impl Staged {
    /// Starts to write a site that will take the place of `out`. `source` is the publisher's repository.
    ///
    /// # Errors
    /// Where `out` cannot take a site, or another build is at work.
    pub fn begin(out: &Path, source: &Path) -> Result<Self, WriteError> {
        let out = suitable(out, source)?;
        let (parent, name) = parts(&out)?;
        fs::create_dir_all(&parent).map_err(|error| WriteError::Disk(parent.clone(), error))?;
        let lock = lock(&parent.join(format!(".{name}.onrecord-lock")), &out)?;
        let staging = parent.join(format!(".{name}.onrecord-staging"));
        if fs::symlink_metadata(&staging).is_ok() {
            remove(&staging)?;
        }
        let staged = Self { out, staging, _lock: lock };
        staged.put(&Route::file(MARK), MARK_TEXT.as_bytes())?;
        Ok(staged)
    }

    /// Writes one file. A file that did not change keeps its place on the disk and its date.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn put(&self, route: &Route, bytes: &[u8]) -> Result<(), WriteError> {
        let path = self.staging.join(route.as_str());
        let failed = |error| WriteError::Disk(path.clone(), error);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let old = self.out.join(route.as_str());
        if is_same(&old, bytes) && fs::hard_link(&old, &path).is_ok() {
            return Ok(());
        }
        fs::write(&path, bytes).map_err(failed)
    }

    /// Puts the new site in the place of the old one and removes the old one.
    ///
    /// # Errors
    /// Where the disk refuses; the old site is then still in its place.
    pub fn commit(self) -> Result<(), WriteError> {
        if fs::symlink_metadata(&self.out).is_err() {
            return fs::rename(&self.staging, &self.out)
                .map_err(|error| WriteError::Disk(self.out.clone(), error));
        }
        exchange(&self.staging, &self.out)?;
        remove(&self.staging)
    }
}

/// The place itself, if a site may be put there.
fn suitable(out: &Path, source: &Path) -> Result<PathBuf, WriteError> {
    let no = |why| WriteError::Unsuitable(out.to_owned(), why);
    if !matches!(out.components().next_back(), Some(Component::Normal(_))) {
        return Err(no("it has no name of its own"));
    }
    let Ok(found) = fs::symlink_metadata(out) else { return Ok(out.to_owned()) };
    if found.is_symlink() {
        return Err(no("it is a symbolic link"));
    }
    if !found.is_dir() {
        return Err(no("it is not a folder"));
    }
    let disk = |error| WriteError::Disk(out.to_owned(), error);
    let whole = fs::canonicalize(out).map_err(disk)?;
    if fs::canonicalize(source).is_ok_and(|source| source.starts_with(&whole)) {
        return Err(no("it holds the files that the site is made from"));
    }
    let empty = fs::read_dir(out).map_err(disk)?.next().is_none();
    let ours = fs::symlink_metadata(out.join(MARK)).is_ok_and(|mark| mark.is_file());
    if empty || ours { Ok(whole) } else { Err(WriteError::NotOurs(out.to_owned())) }
}

fn parts(out: &Path) -> Result<(PathBuf, String), WriteError> {
    let name = out.file_name().and_then(|name| name.to_str());
    let name = name.ok_or_else(|| WriteError::Unsuitable(out.to_owned(), "its name is not plain text"))?;
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty());
    Ok((parent.unwrap_or(Path::new(".")).to_owned(), name.to_owned()))
}

fn lock(path: &Path, out: &Path) -> Result<File, WriteError> {
    let file = File::create(path).map_err(|error| WriteError::Disk(path.to_owned(), error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(WriteError::Busy(out.to_owned())),
        Err(TryLockError::Error(error)) => Err(WriteError::Disk(path.to_owned(), error)),
    }
}

fn is_same(old: &Path, bytes: &[u8]) -> bool {
    let plain = fs::symlink_metadata(old).is_ok_and(|found| {
        found.is_file() && u64::try_from(bytes.len()).is_ok_and(|length| found.len() == length)
    });
    plain && fs::read(old).is_ok_and(|found| found == bytes)
}

/// Removes a folder of ours. One that does not bear the mark is somebody else's.
fn remove(folder: &Path) -> Result<(), WriteError> {
    let found = fs::symlink_metadata(folder).map_err(|error| WriteError::Disk(folder.to_owned(), error))?;
    let marked = found.is_dir() && fs::symlink_metadata(folder.join(MARK)).is_ok();
    let empty = found.is_dir() && fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if !marked && !empty {
        return Err(WriteError::NotOurs(folder.to_owned()));
    }
    fs::remove_dir_all(folder).map_err(|error| WriteError::Disk(folder.to_owned(), error))
}

/// Swaps two folders in one step where the system can, so that there is a whole site at every moment.
fn exchange(new: &Path, old: &Path) -> Result<(), WriteError> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let aside = new.with_extension("onrecord-old");
    let disk = |error| WriteError::Disk(old.to_owned(), error);
    fs::rename(old, &aside).map_err(disk)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old).map_err(disk)?;
        return Err(disk(error));
    }
    fs::rename(&aside, new).map_err(disk)
}
