//! One build at a time: a lock beside the site, which the system lets go of even if the process is killed.

#![expect(clippy::disallowed_methods, reason = "the lock is a file")]

use super::WriteError;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// The lock, held until the end of a build.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock at a path, for a site at `out`.
    pub(super) fn take(path: &Path, out: &Path) -> Result<Self, WriteError> {
        // A link in its place could lead to any file, and a pipe would wait for ever.
        if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
            return Err(WriteError::Unsuitable(path.to_owned(), "it is not an ordinary file"));
        }
        let disk = WriteError::at(path);
        loop {
            let file = File::options().write(true).create(true).truncate(false).open(path).map_err(&disk)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(WriteError::Busy(out.to_owned())),
                Err(TryLockError::Error(error)) => return Err(disk(error)),
            }
            let lock = Self { path: path.to_owned(), file };
            if lock.is_in_place() {
                return Ok(lock);
            }
        }
    }

    /// Whether the file at the path is the one that is locked: the build before may have removed it just now.
    #[cfg(unix)]
    fn is_in_place(&self) -> bool {
        use std::os::unix::fs::MetadataExt;
        let place = |found: fs::Metadata| (found.dev(), found.ino());
        let locked = self.file.metadata().map(place).ok();
        locked.is_some() && locked == fs::symlink_metadata(&self.path).map(place).ok()
    }

    /// Elsewhere the file stays where it is.
    #[cfg(not(unix))]
    fn is_in_place(&self) -> bool {
        self.file.metadata().is_ok()
    }
}

impl Drop for Lock {
    /// Leaves nothing behind. Only the file that is locked goes, and it goes before the lock does.
    fn drop(&mut self) {
        if cfg!(unix) && self.is_in_place() {
            let _ = fs::remove_file(&self.path);
        }
    }
}
