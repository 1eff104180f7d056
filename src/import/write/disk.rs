//! The disk: a file is only ever added, in one step, and only inside the repository.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the edge through which imported data comes into a repository"
)]

use super::{Fate, Mode};
use crate::finding::Finding;
use crate::import::codes::{UNREADABLE, error};
use crate::model::Place;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A repository to write into.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folder<'r> {
    pub(super) root: &'r Path,
    pub(super) mode: Mode,
}

impl Folder<'_> {
    /// Puts a file in its place, if nothing is there.
    pub(super) fn put(
        &self,
        path: &str,
        text: &str,
        same: fn(&str, &str) -> bool,
    ) -> Result<Fate, Box<Finding>> {
        if let Some(old) = self.read(path)? {
            return Ok(if same(&old, text) { Fate::Same } else { Fate::Differs });
        }
        if self.mode == Mode::Write {
            let file = self.beside(path, text)?;
            file.persist_noclobber(self.root.join(path)).map_err(|fault| refused(path, &fault.error))?;
        }
        Ok(Fate::New)
    }

    /// Puts a longer text in the place of one that it starts with.
    pub(super) fn extend(&self, path: &str, old: &str, text: &str) -> Result<Fate, Box<Finding>> {
        if self.mode == Mode::Write {
            let file = self.beside(path, text)?;
            if self.read(path)?.as_deref() != Some(old) {
                let changed = io::Error::other("it changed while it was read; run the command again");
                return Err(refused(path, &changed));
            }
            file.persist(self.root.join(path)).map_err(|fault| refused(path, &fault.error))?;
        }
        Ok(Fate::Extended)
    }

    /// Something is there.
    pub(super) fn has(&self, path: &str) -> bool {
        fs::symlink_metadata(self.root.join(path)).is_ok()
    }

    /// What a file holds, with plain line ends. None where there is none.
    pub(super) fn read(&self, path: &str) -> Result<Option<String>, Box<Finding>> {
        let place = self.root.join(path);
        match fs::symlink_metadata(&place) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(fault) => Err(refused(path, &fault)),
            Ok(about) if !about.is_file() => Err(refused(path, &io::Error::other("it is not a plain file"))),
            Ok(_) => {
                let bytes = fs::read(&place).map_err(|fault| refused(path, &fault))?;
                Ok(Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n")))
            }
        }
    }

    /// The whole file, beside its place and under a name that nothing reads.
    fn beside(&self, path: &str, text: &str) -> Result<tempfile::NamedTempFile, Box<Finding>> {
        let folder = self.folder(path)?;
        let written = builder().tempfile_in(folder).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.flush()?;
            Ok(file)
        });
        written.map_err(|fault| refused(path, &fault))
    }

    /// The folder of a file, made where it is missing. No link leads out of the repository.
    fn folder(&self, path: &str) -> Result<PathBuf, Box<Finding>> {
        let mut folder = self.root.to_owned();
        let parents = path.rsplit_once('/').map_or("", |(parents, _)| parents);
        for part in parents.split('/').filter(|part| !part.is_empty()) {
            folder.push(part);
            match fs::symlink_metadata(&folder) {
                Ok(about) if about.is_dir() => {}
                Ok(_) => {
                    let message = format!("{} is not a plain folder", folder.display());
                    return Err(refused(path, &io::Error::other(message)));
                }
                Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
                    fs::create_dir(&folder).map_err(|fault| refused(path, &fault))?;
                }
                Err(fault) => return Err(refused(path, &fault)),
            }
        }
        Ok(folder)
    }
}

/// A temporary file is for its owner alone; a data file is for everybody who works on the repository.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".import-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    builder
}

fn refused(path: &str, fault: &io::Error) -> Box<Finding> {
    let message = format!("“{path}” cannot be written: {fault}");
    let help = "look at what is in its place, and who may write there";
    Box::new(error(&UNREADABLE, Place::file(&path.into()), message, help))
}
