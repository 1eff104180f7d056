//! The disk side: a site is written beside the old one and then takes its place in one step.
//!
//! A folder is replaced only if a build made all that is in it, so nothing that this program did not make is
//! ever deleted. A build that stops half-way leaves the old site as it was; the next build clears up.

#![expect(clippy::disallowed_methods, reason = "this is the one place that writes the site to the disk")]

mod error;
mod lock;
mod place;
mod sums;

pub use error::WriteError;
pub(in crate::site) use sums::documentation;
pub use sums::{SUMS, sums, verify_site};

use super::Route;
use lock::Lock;
use place::{MARK, MARK_TEXT};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A site being written beside the one it will replace.
#[derive(Debug)]
pub struct Staged {
    out: PathBuf,
    staging: PathBuf,
    /// The lines of the mark: every file written so far.
    made: Mutex<BTreeSet<String>>,
    /// The last to go.
    _lock: Lock,
}

impl Staged {
    /// Starts to write a site that will take the place of `out`. `source` is the publisher's repository.
    ///
    /// # Errors
    /// Where `out` cannot take a site, or another build is at work.
    pub fn begin(out: &Path, source: &Path) -> Result<Self, WriteError> {
        let whole = place::suitable(out, source)?;
        let (parent, name) = place::parts(&whole)?;
        fs::create_dir_all(&parent).map_err(WriteError::at(&parent))?;
        let lock = Lock::take(&parent.join(format!(".{name}.onrecord-lock")), out)?;
        let staging = parent.join(format!(".{name}.onrecord-staging"));
        if recover(&aside(&staging), &whole)? == Recovered::OldSite {
            place::suitable(out, source)?;
        }
        if fs::symlink_metadata(&staging).is_ok() {
            remove(&staging)?;
        }
        fs::create_dir(&staging).map_err(WriteError::at(&staging))?;
        let staged = Self { out: whole, staging, made: Mutex::default(), _lock: lock };
        staged.mark(MARK_TEXT)?;
        Ok(staged)
    }

    /// Writes one file. A file that did not change keeps its place on the disk and its date.
    ///
    /// # Errors
    /// Where the disk refuses, or the file was written already.
    pub fn put(&self, route: &Route, bytes: &[u8]) -> Result<(), WriteError> {
        let path = self.staging.join(route.as_str());
        let failed = WriteError::at(&path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(&failed)?;
        }
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(place::line(route.as_str()));
        let old = self.out.join(route.as_str());
        if is_same(&old, bytes) && fs::hard_link(&old, &path).is_ok() {
            return Ok(());
        }
        // Never over a file: it could be a second name of one on the old site.
        File::create_new(&path).and_then(|mut file| file.write_all(bytes)).map_err(failed)
    }

    /// Puts the new site in the place of the old one and removes the old one.
    ///
    /// # Errors
    /// Where the disk refuses; the old site is then still in its place.
    pub fn commit(self) -> Result<(), WriteError> {
        let mut text = MARK_TEXT.to_owned();
        for line in self.made.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            text.push_str(line);
            text.push('\n');
        }
        self.mark(&text)?;
        if fs::symlink_metadata(&self.out).is_err() {
            return fs::rename(&self.staging, &self.out).map_err(WriteError::at(&self.out));
        }
        exchange(&self.staging, &self.out)?;
        remove(&self.staging)
    }

    fn mark(&self, text: &str) -> Result<(), WriteError> {
        let path = self.staging.join(MARK);
        fs::write(&path, text).map_err(WriteError::at(&path))
    }
}

impl Drop for Staged {
    /// What was not committed goes. Where it does not, the next build clears up.
    fn drop(&mut self) {
        if fs::symlink_metadata(&self.staging).is_ok() {
            let _ = remove(&self.staging);
        }
    }
}

fn is_same(old: &Path, bytes: &[u8]) -> bool {
    let plain = fs::symlink_metadata(old).is_ok_and(|found| {
        found.is_file() && u64::try_from(bytes.len()).is_ok_and(|length| found.len() == length)
    });
    plain && fs::read(old).is_ok_and(|found| found == bytes)
}

/// Removes a folder of ours. One that does not bear the mark is somebody else's. The mark goes last, so that
/// what a kill leaves of the folder is still known for ours.
fn remove(folder: &Path) -> Result<(), WriteError> {
    let disk = WriteError::at(folder);
    let found = fs::symlink_metadata(folder).map_err(&disk)?;
    let mark = folder.join(MARK);
    let marked = found.is_dir() && fs::symlink_metadata(&mark).is_ok();
    let ours = marked || (found.is_dir() && place::is_empty(folder)?);
    if !ours {
        return Err(WriteError::NotOurs(folder.to_owned()));
    }
    for entry in fs::read_dir(folder).map_err(&disk)? {
        let path = entry.map_err(&disk)?.path();
        if path == mark {
            continue;
        }
        let is_folder = fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir());
        let removed = if is_folder { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(WriteError::at(&path))?;
    }
    if marked {
        fs::remove_file(&mark).map_err(WriteError::at(&mark))?;
    }
    fs::remove_dir(folder).map_err(disk)
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
    let aside = aside(new);
    let disk = WriteError::at(old);
    fs::rename(old, &aside).map_err(&disk)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old).map_err(&disk)?;
        return Err(disk(error));
    }
    fs::rename(&aside, new).map_err(disk)
}

/// Where the old site stands for a moment, on a system that cannot swap two folders in one step.
fn aside(staging: &Path) -> PathBuf {
    staging.with_extension("onrecord-old")
}

/// What a build that was killed between two steps of a swap left aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Recovered {
    Nothing,
    OldSite,
}

/// Puts back the old site where the new one did not come into its place any more, or else removes it.
fn recover(aside: &Path, out: &Path) -> Result<Recovered, WriteError> {
    if fs::symlink_metadata(aside).is_err() {
        return Ok(Recovered::Nothing);
    }
    if fs::symlink_metadata(out).is_ok() {
        return remove(aside).map(|()| Recovered::Nothing);
    }
    fs::rename(aside, out).map_err(WriteError::at(aside))?;
    Ok(Recovered::OldSite)
}
