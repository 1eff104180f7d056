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

/// One of `tests/repositories`; folders within it are reached as `invalid/bad-date`.
#[track_caller]
pub(super) fn repository(name: &str) -> PathBuf {
    let folder = checkout().join("tests/repositories").join(name);
    assert!(folder.is_dir(), "there is no tests/repositories/{name}");
    folder
}

/// The names of all repositories kept for tests, at any depth: the folders with a `site/site.toml`. Fails when
/// there are none.
#[track_caller]
pub(crate) fn repositories() -> Vec<String> {
    let folder = checkout().join("tests/repositories");
    let mut names = Vec::new();
    for entry in WalkDir::new(&folder).min_depth(1).sort_by_file_name() {
        let entry = ok(entry, &folder);
        if entry.path().join("site/site.toml").is_file() {
            let name = entry.path().strip_prefix(&folder).unwrap_or(entry.path());
            names.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
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
