//! Whether a site may be put in a place: nothing that this program did not make is ever replaced.

#![expect(clippy::disallowed_methods, reason = "what stands in the place of the site is asked of the disk")]

use super::WriteError;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use walkdir::WalkDir;

/// The file that marks a folder as made by a build, with a line for each of its files.
pub(super) const MARK: &str = ".onrecord-site";
pub(super) const MARK_TEXT: &str =
    "This folder is made by onrecord and is replaced at each build. Its files:\n";
/// What file managers leave in every folder that they show.
pub(super) const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];
/// Folders of the source. A site in one of them would be read as data by the next build.
const SOURCE: [&str; 3] = ["data", "site", "templates"];

/// The place itself, if a site may be put there.
pub(super) fn suitable(out: &Path, source: &Path) -> Result<PathBuf, WriteError> {
    let no = |why| WriteError::Unsuitable(out.to_owned(), why);
    if !matches!(out.components().next_back(), Some(Component::Normal(_))) {
        return Err(no("it has no name of its own"));
    }
    let found = match fs::symlink_metadata(out) {
        Ok(found) => Some(found),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(WriteError::Disk(out.to_owned(), error)),
    };
    if found.as_ref().is_some_and(fs::Metadata::is_symlink) {
        return Err(no("it is a symbolic link"));
    }
    if found.as_ref().is_some_and(|found| !found.is_dir()) {
        return Err(no("it is not a folder"));
    }
    let whole = resolved(out)?;
    let source = fs::canonicalize(source).map_err(WriteError::at(source))?;
    if source.starts_with(&whole) {
        return Err(no("it holds the files that the site is made from"));
    }
    if SOURCE.iter().any(|folder| whole.starts_with(source.join(folder))) {
        return Err(no("it lies among the files that the site is made from"));
    }
    if found.is_some() {
        ours(out)?;
    }
    Ok(whole)
}

/// The path without links. The end of it need not be there yet.
fn resolved(out: &Path) -> Result<PathBuf, WriteError> {
    let there = out.ancestors().find(|path| fs::symlink_metadata(path).is_ok()).unwrap_or(Path::new("."));
    let new = out.strip_prefix(there).unwrap_or(out);
    if new.components().any(|part| part == Component::ParentDir) {
        return Err(WriteError::Unsuitable(out.to_owned(), "it leads through a folder that is not there"));
    }
    let there = fs::canonicalize(there).map_err(WriteError::at(there))?;
    Ok(if new.as_os_str().is_empty() { there } else { there.join(new) })
}

/// An empty folder, or one in which a build made every file.
fn ours(out: &Path) -> Result<(), WriteError> {
    let mark = out.join(MARK);
    if !fs::symlink_metadata(&mark).is_ok_and(|found| found.is_file()) {
        return if is_empty(out)? { Ok(()) } else { Err(WriteError::NotOurs(out.to_owned())) };
    }
    let text = fs::read_to_string(&mark).map_err(WriteError::at(&mark))?;
    let made: BTreeSet<&str> = text.lines().skip(1).collect();
    for entry in WalkDir::new(out).min_depth(1) {
        let entry = entry.map_err(|error| WriteError::Disk(out.to_owned(), error.into()))?;
        let path = entry.path().strip_prefix(out).unwrap_or(entry.path());
        let litter = LITTER.iter().any(|name| entry.file_name() == *name);
        let passed = entry.file_type().is_dir() || litter || path == Path::new(MARK);
        if !passed && !made.contains(&*line(&path.to_string_lossy().replace('\\', "/"))) {
            return Err(WriteError::Foreign(out.to_owned(), entry.into_path()));
        }
    }
    Ok(())
}

/// The line of a file in the mark. A name may hold anything, a line break too.
pub(super) fn line(path: &str) -> String {
    path.escape_debug().to_string()
}

pub(super) fn is_empty(folder: &Path) -> Result<bool, WriteError> {
    Ok(fs::read_dir(folder).map_err(WriteError::at(folder))?.next().is_none())
}

/// The folder in which the site is to stand, and its name.
pub(super) fn parts(out: &Path) -> Result<(PathBuf, String), WriteError> {
    let name = out.file_name().and_then(|name| name.to_str());
    let name = name.ok_or_else(|| WriteError::Unsuitable(out.to_owned(), "its name is not plain text"))?;
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty());
    Ok((parent.unwrap_or(Path::new(".")).to_owned(), name.to_owned()))
}
