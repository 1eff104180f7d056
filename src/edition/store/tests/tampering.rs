//! One altered byte is named; what is no manifest at all is a finding, never a panic.

use super::{Repository, faults, thawed};
use crate::edition::{Digest, Store, verify};
use crate::finding::Severity;
use crate::quantity::HedgeWidths;
use proptest::prelude::*;
use std::fs;

#[test]
fn an_untouched_store_is_verified() {
    let repository = Repository::of_three();
    let checked = verify(repository.root());
    assert_eq!(checked.findings, []);
    let verified = checked.value.unwrap();
    assert_eq!((verified.editions, verified.objects), (3, repository.objects().len()));
}

#[test]
fn one_altered_byte_in_any_file_is_named() {
    let repository = Repository::of_three();
    for (path, bytes) in repository.files().into_iter().filter(|(path, _)| path.ends_with(".json")) {
        for at in [
            0,
            1,
            bytes.len() / 3,
            bytes.len() / 2,
            bytes.len().saturating_sub(70),
            bytes.len() - 2,
            bytes.len() - 1,
        ] {
            let mut altered = bytes.clone();
            altered[at] ^= 1;
            repository.put(&path, &altered);
            let found = repository.faults();
            assert_eq!(found.len(), 1, "{path} at byte {at}: {found:?}");
            assert_eq!(found[0].1, path, "at byte {at}");
        }
        repository.put(&path, &bytes);
    }
    assert_eq!(repository.faults(), []);
}

#[test]
fn an_altered_object_is_not_handed_out() {
    let repository = Repository::of_three();
    let object = repository.objects().remove(0);
    repository.put(&object, b"{}");
    let refused: Vec<_> =
        repository.editions().iter().filter_map(|edition| thawed(edition).err()).flatten().collect();
    assert!(!refused.is_empty());
    assert!(faults(&refused).iter().all(|fault| *fault == ("E001", object.clone())), "{refused:#?}");
}

#[test]
fn a_missing_object_is_named() {
    let repository = Repository::of_three();
    let object = repository.objects().remove(0);
    fs::remove_file(repository.path(&object)).unwrap();
    assert_eq!(repository.faults(), [("E002", object)]);
}

#[test]
fn what_is_no_manifest_is_named() {
    let repository = Repository::of_three();
    let whole = repository.files().remove("0003.json").unwrap();
    let cut = &whole[..whole.len() / 2];
    for bytes in
        [&b""[..], b"{}", b"\xff\xfe\x00", b"null", cut, &whole[1..], &[whole.as_slice(), b"\n"].concat()]
    {
        repository.put("0003.json", bytes);
        let found = repository.faults();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(["E001", "E003"].contains(&found[0].0) && found[0].1 == "0003.json", "{found:?}");
        assert!(Store::open(repository.root()).value.is_none());
    }
}

#[test]
fn a_file_of_a_size_that_no_release_writes_is_not_read() {
    let repository = Repository::of_three();
    fs::File::create(repository.path("0003.json")).unwrap().set_len(1 << 40).unwrap();
    assert_eq!(repository.faults(), [("E003", "0003.json".to_owned())]);
}

#[test]
fn every_fault_is_told_at_once() {
    let repository = Repository::of_three();
    let objects = repository.objects();
    repository.put(&objects[0], b"{}");
    repository.put(&objects[1], b"{}");
    repository.put("0002.json", b"{}");
    let found = repository.faults();
    for path in ["0002.json", &objects[0], &objects[1]] {
        assert!(found.iter().any(|(_, named)| named == path), "{path}: {found:?}");
    }
    assert!(verify(repository.root()).findings.iter().all(|f| f.severity == Severity::Error));
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let repository = Repository::of_three();
    for path in ["0003.json".to_owned(), repository.objects().remove(0)] {
        let bytes = repository.files().remove(&path).unwrap();
        fs::write(repository.root().join("elsewhere"), &bytes).unwrap();
        fs::remove_file(repository.path(&path)).unwrap();
        std::os::unix::fs::symlink(repository.root().join("elsewhere"), repository.path(&path)).unwrap();
        assert_eq!(repository.faults(), [("E003", path.clone())]);
        fs::remove_file(repository.path(&path)).unwrap();
        repository.put(&path, &bytes);
    }
}

#[test]
fn a_folder_in_the_place_of_a_manifest_is_named() {
    let repository = Repository::of_three();
    fs::remove_file(repository.path("0003.json")).unwrap();
    fs::create_dir(repository.path("0003.json")).unwrap();
    assert_eq!(repository.faults(), [("E003", "0003.json".to_owned())]);
}

/// A manifest with a text of one's own under a seal that fits it.
fn sealed(text: &str) -> String {
    let body = text.split("  \"seal\"").next().unwrap_or_default();
    format!("{body}  \"seal\": \"{}\"\n}}\n", Digest::of(body.as_bytes()))
}

fn last_manifest(repository: &Repository) -> String {
    String::from_utf8(repository.files().remove("0003.json").unwrap()).unwrap()
}

#[test]
fn a_later_format_is_told_as_such() {
    let repository = Repository::of_three();
    let text = last_manifest(&repository).replace("\"format\": 1,", "\"format\": 2,\n  \"new\": true,");
    repository.put("0003.json", sealed(&text).as_bytes());
    let found = verify(repository.root()).findings;
    assert_eq!(faults(&found), [("E003", "0003.json".to_owned())]);
    assert!(found[0].message.contains("format 2"), "{}", found[0].message);
}

#[test]
fn an_edition_from_before_a_hedge_had_a_width_reads_it_as_by_default() {
    let repository = Repository::of_three();
    let text = last_manifest(&repository).replace("\"bound_typical\":\"2\"", "\"since_forgotten\":\"9\"");
    assert!(text.contains("since_forgotten"));
    repository.put("0003.json", sealed(&text).as_bytes());
    assert_eq!(*repository.editions()[2].hedges(), HedgeWidths::default());
}

#[test]
fn an_object_under_the_name_of_another_is_not_taken_for_it() {
    let repository = Repository::of_three();
    let text = last_manifest(&repository);
    for (was, now) in
        [("\"id\":\"staff\"", "\"id\":\"posts\""), ("\"kind\":\"reviews\"", "\"kind\":\"bodies\"")]
    {
        assert!(text.contains(was));
        repository.put("0003.json", sealed(&text.replace(was, now)).as_bytes());
        let refused = thawed(&repository.editions()[2]).unwrap_err();
        assert!(
            faults(&refused).iter().all(|(code, path)| *code == "E003" && path.starts_with("objects/")),
            "{refused:#?}"
        );
    }
}

#[test]
fn a_digest_that_leads_out_of_the_store_is_refused() {
    let repository = Repository::of_three();
    let text = last_manifest(&repository);
    let digest = text.split("\"sha256\":\"").nth(1).unwrap()[..64].to_owned();
    let outside = format!("../../../../etc/{}", "a".repeat(49));
    repository.put("0003.json", sealed(&text.replace(&digest, &outside)).as_bytes());
    assert_eq!(repository.faults(), [("E003", "0003.json".to_owned())]);
}

#[test]
fn no_manifest_makes_a_panic() {
    let repository = Repository::new();
    repository.release(&super::worlds()[0], 1).unwrap();
    let text = repository.files().remove("0001.json").unwrap();
    let bytes = prop::collection::vec(any::<u8>(), 0..200);
    let cases = ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(cases, |(bytes in bytes, at in any::<prop::sample::Index>(), cut in 0..8_usize)| {
        let mut mangled = text.clone();
        let at = at.index(mangled.len() - 8);
        mangled.splice(at..at + cut, bytes);
        let mangled = String::from_utf8_lossy(&mangled).into_owned();
        for text in [sealed(&mangled), mangled] {
            repository.put("0001.json", text.as_bytes());
            let opened = Store::open(repository.root());
            match opened.value {
                Some(editions) => editions.iter().for_each(|edition| drop(thawed(edition))),
                None => prop_assert!(!opened.findings.is_empty()),
            }
        }
    });
}
