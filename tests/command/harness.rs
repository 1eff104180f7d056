//! The harness itself: a story that does not hold must fail.

use crate::story::{Story, repositories};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Whether a step stops the story.
fn stops(step: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(step)).is_err()
}

#[test]
fn a_story_starts_from_a_copy_of_its_repository() {
    let story = Story::on("smallest");
    assert!(story.has("site/site.toml") && !story.has("public"));
    assert!(story.tree(".").contains(&"data/measures/benches.toml".to_owned()));
    assert!(!story.root().starts_with(env!("CARGO_MANIFEST_DIR")));
}

#[test]
fn what_is_written_changed_and_removed_shows() {
    let mut story = Story::on("smallest");
    let before = story.files(".");
    story.write("new/file.txt", "one two").append("new/file.txt", " three").replace(
        "new/file.txt",
        "two",
        "2",
    );
    assert_eq!(story.read("new/file.txt"), "one 2 three");
    assert_ne!(story.files("."), before);
    story.remove("new");
    assert_eq!(story.files("."), before);
}

#[test]
fn a_run_is_looked_at_from_every_side() {
    let mut story = Story::on("smallest");
    story.set("NO_COLOR", "1").run(&["--no-such-flag"]);
    let (status, stdout) = (story.outcome().status, story.outcome().stdout.clone());
    story.exit(status).stdout_is(&stdout).stdout_contains("").stderr_contains("").stderr_lacks("panicked");
    assert!(stops(|| {
        story.exit(status + 1);
    }));
    assert!(stops(|| {
        story.stdout_contains("words that no command prints");
    }));
    assert!(stops(|| {
        story.stdout_lacks("");
    }));
    assert!(stops(|| {
        story.stderr_lacks("");
    }));
}

#[test]
fn a_place_that_is_not_there_stops_the_story() {
    assert!(stops(|| drop(Story::on("no-such-repository"))));
    let mut story = Story::on("smallest");
    assert!(stops(|| {
        story.replace("site/site.toml", "words that are not there", "others");
    }));
    assert!(stops(|| {
        story.remove("no-such-file");
    }));
    assert!(stops(|| drop(story.tree("no-such-folder"))));
    assert!(stops(|| drop(story.stdout_json())));
}

#[test]
fn a_file_is_compared_with_the_one_that_is_kept() {
    let mut story = Story::on_nothing();
    let text = format!("It lies in {}.\n", story.root().display());
    story.write("place.txt", text).file_matches("place.txt", "harness/place.txt");
}

#[test]
fn the_founding_case_is_this_repositorys_own_data() {
    let story = Story::on_the_founding_case();
    assert!(story.has("site/site.toml") && story.has("data/figures") && !story.has("src"));
}

#[test]
fn every_repository_kept_for_tests_is_found() {
    let names = repositories();
    assert!(["second-case", "smallest"].iter().all(|name| names.contains(&(*name).to_owned())), "{names:?}");
    for name in names {
        assert!(Story::on(&name).has("site/site.toml"), "{name}");
    }
}
