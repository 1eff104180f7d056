//! `onrecord verify`: the chain of editions and every file in it.

use crate::story::Story;

/// Three editions of the smallest repository.
pub(crate) fn three_editions() -> Story {
    let mut story = Story::on("smallest");
    for (number, benches) in ["12", "13", "14"].into_iter().enumerate() {
        let day = format!("2025-0{}-01", number + 1);
        let note = format!("Note {benches}");
        story.write("data/figures/benches.csv", format!("measure,reported,source\nbenches,{benches},walk\n"));
        if number > 0 {
            story.explain("revision", "measures = [\"benches\"]");
        }
        story.run(&["release", "--note", &note, "--date", &day]).exit(0);
    }
    story
}

/// The frozen objects that hold some words.
fn objects_with(story: &Story, words: &str) -> Vec<String> {
    let objects =
        story.tree("data/editions/objects").into_iter().map(|path| format!("data/editions/objects/{path}"));
    objects.filter(|path| story.read(path).contains(words)).collect()
}

#[test]
fn a_repository_without_editions_has_nothing_to_verify() {
    Story::on("smallest")
        .run(&["verify"])
        .exit(0)
        .stdout_is("There are no editions yet.\n")
        .stderr_is_empty();
}

#[test]
fn editions_as_they_were_released_are_said_to_be_so() {
    let mut story = three_editions();
    story
        .run(&["verify"])
        .exit(0)
        .stdout_is("3 editions, every file as it was released.\n")
        .stderr_is_empty();
    story.remove("data/editions/0002.json").remove("data/editions/0003.json");
    story.run(&["verify"]).exit(0).stdout_is("1 edition, every file as it was released.\n");
}

#[test]
fn an_altered_file_is_named_and_nothing_is_built_on_it() {
    let mut story = three_editions();
    story.run(&["build"]).exit(0);
    let built = story.files("public");
    let objects = objects_with(&story, "\"13\"");
    let Some(object) = objects.first() else { panic!("no object holds the figure of edition 2") };
    let text = story.read(object).replace("\"13\"", "\"31\"");
    story.write(object, text);
    story
        .run(&["verify"])
        .exit(1)
        .stdout_is("")
        .stderr_contains(object)
        .stderr_contains("E001 edition-altered");
    story.run(&["check"]).exit(3).stderr_contains(object);
    story.run(&["release", "--note", "More", "--date", "2025-04-01"]).exit(3).stderr_contains(object);
    story.run(&["build"]).exit(3).stderr_contains(object);
    assert!(story.files("public") == built);
}

#[test]
fn a_missing_file_is_named() {
    let mut story = three_editions();
    let objects = objects_with(&story, "\"12\"");
    let Some(object) = objects.first() else { panic!("no object holds the figure of edition 1") };
    story.remove(object);
    story.run(&["verify"]).exit(1).stderr_contains(object).stderr_contains("E002 edition-missing");
    story.run(&["build"]).exit(3).stderr_contains(object);
    assert!(!story.has("public"));
}

#[test]
fn a_broken_chain_stops_everything_that_builds_on_it() {
    // Edition 1 as another repository released it: whole in itself, but not what edition 2 was built on.
    let mut other = Story::on("smallest");
    other.run(&["release", "--note", "Another", "--date", "2025-01-01"]).exit(0);
    let mut story = three_editions();
    story.write("data/editions/0001.json", other.read("data/editions/0001.json"));
    stops_everything(&mut story, "E004 edition-chain-broken");
    // One word in a manifest, changed by hand.
    let mut story = three_editions();
    story.replace("data/editions/0001.json", "Note 12", "Note 99");
    stops_everything(&mut story, "E001 edition-altered");
}

#[track_caller]
fn stops_everything(story: &mut Story, rule: &str) {
    let before = story.files("data/editions");
    story.run(&["verify"]).exit(1).stdout_is("").stderr_contains(rule);
    for command in [&["build"][..], &["check"], &["release", "--note", "More", "--date", "2025-04-01"]] {
        story.run(command).exit(3).stderr_contains(rule);
    }
    assert!(story.files("data/editions") == before && !story.has("public"));
}

#[test]
fn a_gap_in_the_numbers_is_a_missing_edition() {
    let mut story = three_editions();
    story.remove("data/editions/0002.json");
    story.run(&["verify"]).exit(1).stderr_contains("E002 edition-missing").stderr_contains("0002.json");
    story.run(&["build"]).exit(3);
}

#[test]
fn a_manifest_cut_short_is_named() {
    let mut story = three_editions();
    let text = story.read("data/editions/0003.json");
    story.write("data/editions/0003.json", text.get(..text.len() / 2).unwrap_or_default());
    story.run(&["verify"]).exit(1).stderr_contains("data/editions/0003.json").stderr_contains("E003");
    story.run(&["build"]).exit(3).stderr_contains("data/editions/0003.json");
}
