//! The synthetic repositories of `examples/corpus/`: always the same, never over anything else.
#![allow(clippy::disallowed_methods, reason = "it looks at the files that were written")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

#[path = "../examples/corpus/repository/mod.rs"]
mod repository;

use onrecord::check;
use onrecord::finding::Severity;
use onrecord::load;
use onrecord::reconcile::Record;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn written(measures: u32) -> (TempDir, BTreeMap<String, Vec<u8>>) {
    let folder = tempfile::tempdir().unwrap();
    repository::write_to(folder.path(), measures).unwrap();
    let files = files(folder.path());
    (folder, files)
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let path = |path: &Path| path.strip_prefix(folder).unwrap().display().to_string();
    files.map(|entry| (path(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn the_same_number_of_measures_gives_the_same_bytes() {
    assert_eq!(written(30).1, written(30).1);
}

#[test]
fn a_small_repository_is_the_beginning_of_a_larger_one() {
    let (small, large) = (written(100).1, written(210).1);
    for (path, text) in &small {
        assert!(large.get(path) == Some(text), "{path} differs");
    }
    let measures =
        |files: &BTreeMap<String, _>| files.keys().filter(|path| path.starts_with("data/measures")).count();
    assert_eq!((measures(&small), measures(&large)), (100, 210));
}

#[test]
fn it_is_free_of_mistakes_and_its_accounts_disagree_in_several_ways() {
    let (folder, _) = written(200);
    let loaded = load::load(folder.path());
    let mistakes: Vec<&str> = loaded.findings.iter().map(|finding| &*finding.message).collect();
    assert_eq!(mistakes, [""; 0]);
    let findings = check::check(&Record::new(loaded.value.unwrap().dataset));
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        assert!(findings.iter().any(|finding| finding.severity == severity), "no {}", severity.name());
    }
    let rules: BTreeSet<&str> = findings.iter().map(|finding| finding.name).collect();
    assert!(rules.len() >= 6, "{rules:?}");
    let conflicts = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    assert!((10..200).contains(&conflicts), "{conflicts} conflicts among 200 measures");
}

#[test]
fn an_earlier_run_is_replaced_as_a_whole() {
    let (folder, _) = written(30);
    repository::write_to(folder.path(), 10).unwrap();
    assert_eq!(files(folder.path()), written(10).1);
}

#[test]
fn a_folder_that_holds_anything_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data/mine.txt"), "mine").unwrap();
    assert!(repository::write_to(folder.path(), 10).is_err());
    assert_eq!(files(folder.path()), BTreeMap::from([("data/mine.txt".to_owned(), b"mine".to_vec())]));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_its_folder_is_not_followed() {
    let (folder, _) = written(10);
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("mine.txt"), "mine").unwrap();
    fs::remove_dir_all(folder.path().join("data")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("data")).unwrap();
    assert!(repository::write_to(folder.path(), 10).is_err());
    assert_eq!(files(elsewhere.path()).len(), 1);
}
