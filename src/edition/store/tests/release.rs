//! What a release writes, and when it refuses.

use super::{Repository, dataset, faults, worlds};
use crate::edition::{RecordedFinding, changed_since};
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{Dataset, MeasureId};
use crate::revision::sample::{World, from};
use serde_json::json;

/// A dataset as plain text, without the places that a frozen one does not have.
fn plain(dataset: &Dataset) -> String {
    let parts = dataset.clone().into_parts();
    let records: Vec<_> = parts.figures.iter().map(|figure| (figure.record(), figure.reading())).collect();
    let (bodies, measures, sources) = (parts.bodies, parts.measures, parts.sources);
    format!(
        "{bodies:?} {measures:?} {sources:?} {records:?} {:?} {:?} {:?}",
        parts.relations, parts.positions, parts.reviews
    )
}

/// A world that uses every part of the model.
fn full() -> World {
    let mut world = World::new()
        .relation(
            "share",
            "paper",
            json!({ "kind": "part-of", "part": "staff-paper", "whole": "cases-2024" }),
        )
        .position(
            "no",
            "paper",
            "denies",
            &["staff-2024"],
            json!({ "words": "“not right”", "value": "staff-paper" }),
        )
        .change("staff-paper", |figure| {
            figure.missing = serde_json::from_value(json!({ "exempt": null })).unwrap();
        });
    let review = json!({ "finding": "0123456789abcdef", "state": "explained", "text": "As said.", "by": "us", "date": "2024-07" });
    world.reviews.push(from(review, json!({})));
    world
}

#[test]
fn an_edition_gives_back_what_was_released() {
    let repository = Repository::new();
    let released = repository.release(&full(), 1).unwrap();
    assert_eq!(plain(&dataset(&released)), plain(&full().dataset()));
    let [opened] = repository.editions().try_into().unwrap();
    assert_eq!(plain(&dataset(&opened)), plain(&full().dataset()));
    assert_eq!(opened.digest(), released.digest());
    assert_eq!(
        (opened.number().to_string(), opened.note(), opened.previous()),
        ("1".into(), "What changed.", None)
    );
    assert_eq!((opened.counts().figures, opened.counts().measures, opened.counts().reviews), (3, 2, 1));
}

#[test]
fn editions_are_numbered_and_tied_to_the_one_before() {
    let editions = Repository::of_three().editions();
    let numbers: Vec<_> = editions.iter().map(|edition| edition.number().get()).collect();
    assert_eq!(numbers, [1, 2, 3]);
    assert_eq!(editions[1].previous(), Some(editions[0].digest()));
    assert_eq!(editions[2].previous(), Some(editions[1].digest()));
}

#[test]
fn what_did_not_change_costs_nothing() {
    let repository = Repository::new();
    repository.release(&worlds()[0], 1).unwrap();
    let before = repository.objects();
    repository.release(&worlds()[1], 2).unwrap();
    assert_eq!(repository.objects().len(), before.len() + 1, "one figure of one measure was revised");
}

#[test]
fn the_same_release_gives_the_same_bytes() {
    let (one, other) = (Repository::of_three(), Repository::of_three());
    assert_eq!(one.files(), other.files());
}

#[test]
fn the_order_in_which_the_data_was_read_plays_no_part() {
    let mut reversed = full();
    reversed.figures.reverse();
    reversed.measures.reverse();
    reversed.sources.reverse();
    let (one, other) = (Repository::new(), Repository::new());
    one.release(&full(), 1).unwrap();
    other.release(&reversed, 1).unwrap();
    assert_eq!(one.files(), other.files());
}

#[test]
fn a_release_without_a_change_a_note_or_a_later_date_is_refused() {
    let repository = Repository::of_three();
    let before = repository.files();
    let refused = repository.release_with(&worlds()[2], 2, "  \n", Vec::new()).unwrap_err();
    assert_eq!(refused.len(), 3, "every reason is told at once: {refused:#?}");
    assert!(refused.iter().all(|finding| finding.code == "E005"));
    assert!(refused[2].message.contains("Nothing changed since edition 3"), "{}", refused[2].message);
    assert_eq!(repository.files(), before, "a refused release leaves nothing behind");
}

#[test]
fn a_release_on_an_altered_history_is_refused() {
    let repository = Repository::new();
    repository.release(&worlds()[0], 1).unwrap();
    let object = repository.objects().remove(0);
    repository.put(&object, b"{}");
    let refused = repository.release(&worlds()[1], 2).unwrap_err();
    assert_eq!(faults(&refused), [("E001", object)]);
    assert!(!repository.path("0002.json").exists());
}

#[test]
fn the_editions_that_have_a_page_of_a_measure_are_those_in_which_it_changed() {
    let repository = Repository::of_three();
    repository.release(&worlds()[2].clone().now("staff-2024", "70"), 4).unwrap();
    let mut gone = worlds()[2].clone().now("staff-2024", "70").without("cases-2024").without("cases-2025");
    gone.measures.retain(|measure| measure.id.as_str() != "cases");
    repository.release(&gone, 5).unwrap();
    let editions = repository.editions();
    let pages = |id: &str| -> Vec<u32> {
        let id = MeasureId::new(id).unwrap();
        let changed =
            |at: usize| changed_since(at.checked_sub(1).map(|before| &editions[before]), &editions[at]);
        let with_page = (0..editions.len()).filter(|at| changed(*at).contains(&id));
        with_page.map(|at| editions[at].number().get()).collect()
    };
    assert_eq!(pages("staff"), [1, 4]);
    assert_eq!(pages("cases"), [1, 2, 3, 5]);
    assert_eq!(pages("nothing"), [0; 0]);
}

const RULE: RuleDoc =
    RuleDoc { code: "T001", name: "test", finds: "", matters: "", example: "", resolve: "" };

#[test]
fn an_edition_records_what_was_found_in_it() {
    let finding = |nature, id| {
        let mut finding = Finding::new(&RULE, Severity::Warning, nature, [id]);
        finding.title = format!("About “{id}”");
        finding
    };
    let (conflict, mistake) = (finding(Nature::Discrepancy, "staff"), finding(Nature::Input, "file"));
    let repository = Repository::new();
    repository.release_with(&worlds()[0], 1, "First.", vec![mistake, conflict.clone()]).unwrap();
    assert_eq!(repository.editions()[0].findings(), [RecordedFinding::from(&conflict)]);
}

#[test]
fn frozen_files_are_text_that_a_person_can_read() {
    let repository = Repository::new();
    repository.release(&World::new(), 1).unwrap();
    let files = repository.files();
    let manifest = String::from_utf8(files["0001.json"].clone()).unwrap();
    let (manifest, _) = manifest.split_once("  \"seal\"").unwrap();
    insta::assert_snapshot!("manifest", manifest.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    let mut texts = files.values().map(|bytes| String::from_utf8(bytes.clone()).unwrap());
    let measure = texts.rfind(|text| text.contains("\"id\":\"staff\"")).unwrap();
    insta::assert_snapshot!("measure", measure);
    assert_eq!(files[".gitattributes"], b"* -text\n");
}

#[cfg(unix)]
#[test]
fn frozen_files_are_readable_for_everybody_that_the_folder_is_readable_for() {
    use std::os::unix::fs::PermissionsExt;
    let repository = Repository::new();
    repository.release(&World::new(), 1).unwrap();
    let plain = repository.path("../plain");
    std::fs::write(&plain, "").unwrap();
    let mode = |path: &std::path::Path| std::fs::symlink_metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&repository.path("0001.json")), mode(&plain));
}
