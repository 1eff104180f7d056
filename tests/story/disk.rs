//! The disk under a story. Whatever fails here stops the test with the path.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The folder this crate is built from.
pub(super) fn checkout() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// One of `tests/repositories`.
#[track_caller]
pub(super) fn repository(name: &str) -> PathBuf {
    assert!(repositories().iter().any(|known| known == name), "there is no tests/repositories/{name}");
    checkout().join("tests/repositories").join(name)
}

/// The names of all repositories kept for tests. Fails when there are none.
#[track_caller]
pub(crate) fn repositories() -> Vec<String> {
    let folder = checkout().join("tests/repositories");
    let walk = WalkDir::new(&folder).min_depth(1).max_depth(1).sort_by_file_name();
    let folders = walk.into_iter().map(|entry| ok(entry, &folder)).filter(|entry| entry.file_type().is_dir());
    let names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert!(!names.is_empty(), "no repository in {}", folder.display());
    names
}

/// Copies a folder and all that is in it. Fails when there is no file.
#[track_caller]
pub(super) fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        write(&to.join(path), &bytes);
    }
}

/// All files below a folder by their path in it. Fails when there is none.
#[track_caller]
pub(super) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = ok(entry, folder);
        if !entry.file_type().is_dir() {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let bytes = ok(fs::read(entry.path()), entry.path());
            found.insert(path.to_string_lossy().replace('\\', "/"), bytes);
        }
    }
    assert!(!found.is_empty(), "no file in {}", folder.display());
    found
}

#[track_caller]
pub(super) fn make_folder(path: &Path) {
    ok(fs::create_dir_all(path), path);
}

#[track_caller]
pub(super) fn write(path: &Path, contents: &[u8]) {
    make_folder(path.parent().unwrap_or(path));
    ok(fs::write(path, contents), path);
}

#[track_caller]
pub(super) fn read_text(path: &Path) -> String {
    ok(String::from_utf8(ok(fs::read(path), path)), path)
}

#[track_caller]
pub(super) fn remove(path: &Path) {
    let folder = ok(path.symlink_metadata(), path).is_dir();
    ok(if folder { fs::remove_dir_all(path) } else { fs::remove_file(path) }, path);
}

#[cfg(unix)]
#[track_caller]
pub(super) fn link(path: &Path, to: &Path) {
    make_folder(path.parent().unwrap_or(path));
    ok(std::os::unix::fs::symlink(to, path), path);
}

#[track_caller]
fn ok<T, E: Display>(result: Result<T, E>, path: &Path) -> T {
    match result {
        Ok(value) => value,
        Err(e) => panic!("{}: {e}", path.display()),
    }
}
