//! A release that was interrupted is not there, and does not stand in the way of the next.

use super::{Repository, worlds};
use crate::edition::object::freeze;
use crate::edition::store::Store;
use crate::edition::store::release::{Unfinished, write_objects};
use std::fs;

/// As a release leaves it that is killed after its objects and before its manifest.
fn interrupted(repository: &Repository) {
    let store = Store::at(repository.root());
    let unfinished = Unfinished::begin(&store).unwrap();
    write_objects(&unfinished, freeze(&worlds()[0].dataset()).iter().collect()).unwrap();
    std::mem::forget(unfinished);
    fs::write(repository.path(".unfinished/half"), "{\"for").unwrap();
}

#[test]
fn objects_without_a_manifest_are_no_edition() {
    let repository = Repository::new();
    interrupted(&repository);
    assert!(!repository.objects().is_empty());
    assert_eq!(repository.faults(), []);
    assert_eq!(repository.editions().len(), 0);
}

#[test]
fn the_next_release_is_as_if_nothing_had_happened() {
    let (repository, undisturbed) = (Repository::new(), Repository::new());
    interrupted(&repository);
    repository.release(&worlds()[0], 1).unwrap();
    undisturbed.release(&worlds()[0], 1).unwrap();
    assert_eq!(repository.files(), undisturbed.files());
    assert!(!repository.path(".unfinished").exists());
    assert_eq!(repository.faults(), []);
}

#[test]
fn an_object_that_was_left_half_written_is_written_again() {
    let repository = Repository::new();
    interrupted(&repository);
    for object in repository.objects() {
        repository.put(&object, b"{\"for");
    }
    repository.release(&worlds()[0], 1).unwrap();
    assert_eq!(repository.faults(), []);
}

#[test]
fn what_the_disk_refuses_leaves_no_edition_behind() {
    let repository = Repository::new();
    fs::create_dir_all(repository.path("")).unwrap();
    repository.put("objects", b"a file where a folder should be");
    let refused = repository.release(&worlds()[0], 1).unwrap_err();
    assert_eq!(refused[0].code, "E006");
    assert_eq!(repository.editions().len(), 0);
    fs::remove_file(repository.path("objects")).unwrap();
    repository.release(&worlds()[0], 1).unwrap();
    assert_eq!(repository.faults(), []);
}
