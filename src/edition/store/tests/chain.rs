//! The chain: without gaps, in order, each edition built on the one before.

use super::{Repository, worlds};
use crate::edition::{Store, content_hashes, verify};
use std::fs;
use std::path::Path;

#[test]
fn a_repository_without_editions_has_an_empty_chain() {
    let repository = Repository::new();
    assert_eq!(repository.editions().len(), 0);
    assert_eq!(verify(repository.root()).value.unwrap().editions, 0);
}

#[test]
fn a_gap_in_the_numbers_is_named() {
    let repository = Repository::of_three();
    fs::remove_file(repository.path("0002.json")).unwrap();
    assert_eq!(repository.faults(), [("E002", "0002.json".to_owned())]);
    fs::remove_file(repository.path("0001.json")).unwrap();
    let found = verify(repository.root()).findings;
    assert!(found[0].message.starts_with("Editions 1 to 2 are missing"), "{}", found[0].message);
}

#[test]
fn an_edition_that_was_exchanged_after_the_next_was_built_on_it_is_named() {
    let (repository, other) = (Repository::of_three(), Repository::of_three());
    let forged = Repository::new();
    forged.release_with(&worlds()[0], 1, "Another note.", Vec::new()).unwrap();
    repository.put("0001.json", &forged.files().remove("0001.json").unwrap());
    assert_eq!(repository.faults(), [("E004", "0001.json".to_owned())]);
    assert_eq!(other.faults(), []);
}

#[test]
fn an_edition_under_the_number_of_another_is_named() {
    let repository = Repository::of_three();
    fs::copy(repository.path("0003.json"), repository.path("0004.json")).unwrap();
    let found = repository.faults();
    assert!(found.contains(&("E004", "0004.json".to_owned())), "{found:?}");
}

#[test]
fn a_file_that_is_named_almost_like_an_edition_is_not_overlooked() {
    let repository = Repository::of_three();
    repository.put("4.json", b"{}");
    assert_eq!(repository.faults(), [("E004", "4.json".to_owned())]);
    fs::remove_file(repository.path("4.json")).unwrap();
    repository.put("0003.json.minisig", b"a signature");
    repository.put("README.md", b"Frozen.");
    assert_eq!(repository.faults(), []);
}

#[test]
fn a_file_in_the_place_of_the_folder_is_a_finding() {
    let repository = Repository::new();
    fs::create_dir(repository.root().join("data")).unwrap();
    fs::write(repository.root().join("data/editions"), "").unwrap();
    assert!(Store::open(repository.root()).value.is_none());
    assert_eq!(repository.release(&worlds()[0], 1).unwrap_err()[0].code, "E003");
}

#[test]
fn the_editions_of_this_very_repository_stay_whole_and_readable() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let verified = verify(root);
    assert_eq!(verified.findings, []);
    assert!(verified.value.unwrap().editions >= 3, "what was released stays");
    for edition in Store::open(root).value.unwrap() {
        let dataset = super::dataset(&edition);
        assert_eq!(dataset.figures().len(), edition.counts().figures);
        for (measure, content) in content_hashes(&dataset) {
            assert_eq!(edition.content(&measure), Some(content), "{measure} in edition {}", edition.number());
        }
    }
}
