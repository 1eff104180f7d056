//! `onrecord check`: everything that is found, and nothing written.

use crate::story::Story;
use serde_json::Value;

/// Before the second source there is nothing to find.
const CLEAN: [&str; 3] = ["check", "--as-known-on", "2025-01-31"];

fn findings(story: &Story) -> Vec<Value> {
    story.stdout_json().get("findings").and_then(Value::as_array).cloned().unwrap_or_default()
}

fn text<'a>(finding: &'a Value, key: &str) -> &'a str {
    finding.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[test]
fn a_repository_with_nothing_to_find_passes() {
    let mut story = Story::on("park");
    let before = story.files(".");
    story.run(&CLEAN).exit(0).stderr_is_empty().stdout_is("0 errors, 0 warnings, 0 notes\n");
    story
        .run(&[&CLEAN[..], &["--format", "json", "--fail-on", "warning"]].concat())
        .exit(0)
        .stderr_is_empty();
    assert_eq!(story.stdout_json(), serde_json::json!({ "findings": [] }));
    assert!(story.files(".") == before, "check wrote something");
}

#[test]
fn findings_are_told_to_people_and_to_programs_alike() {
    let mut story = Story::on("park");
    story.run(&["check"]).exit(1).stderr_is_empty().stdout_contains("\n1 error, 1 warning, 0 notes\n");
    let human = story.outcome().stdout.clone();
    story.run(&["check", "--format", "json"]).exit(1).stderr_is_empty();
    let keys = [
        "code",
        "name",
        "severity",
        "message",
        "help",
        "verdict",
        "figures",
        "sources",
        "measure",
        "locations",
        "causes",
        "fingerprint",
        "review",
    ];
    let found = findings(&story);
    assert_eq!(found.len(), 2);
    for finding in &found {
        assert!(keys.iter().all(|key| finding.get(key).is_some()), "{finding}");
        let named = format!(
            "{}[{} {}]: {}",
            text(finding, "severity"),
            text(finding, "code"),
            text(finding, "name"),
            text(finding, "title")
        );
        assert!(human.contains(&named), "{named} in {human}");
        for place in finding["locations"].as_array().into_iter().flatten() {
            let place = format!(" {}:{}:{}\n", text(place, "path"), place["line"], place["column"]);
            assert!(human.contains(&place), "{place} in {human}");
        }
    }
}

#[test]
fn the_level_asked_for_decides_how_it_ends() {
    let mut story = Story::on("park");
    for (level, status) in [("error", 1), ("warning", 1), ("never", 0)] {
        story.run(&["check", "--fail-on", level]).exit(status).stdout_contains("1 error, 1 warning, 0 notes");
    }
    let mut story = Story::on("smallest");
    for (level, status) in [("error", 0), ("warning", 0), ("never", 0)] {
        story
            .run(&["check", "--fail-on", level])
            .exit(status)
            .stdout_contains("0 errors, 0 warnings, 1 note");
    }
    story.run(&["check", "--fail-on", "note"]).exit(2).stdout_is("").stderr_contains("note");
    story.run(&["check", "--format", "xml"]).exit(2).stderr_contains("xml");
}

fn review(fingerprint: &str, state: &str) -> String {
    format!(
        "format = 1\n\n[[review]]\nfinding = \"{fingerprint}\"\nstate = \"{state}\"\ntext = \"The council counted again.\"\nby = \"The editor\"\ndate = \"2025-03-20\"\n"
    )
}

#[test]
fn a_review_that_settles_a_finding_lets_the_check_pass() {
    let mut story = Story::on("park");
    story.run(&["check", "--format", "json"]).exit(1);
    let found = findings(&story);
    let error = found
        .iter()
        .find(|finding| text(finding, "severity") == "error")
        .map(|finding| text(finding, "fingerprint"));
    let error = error.unwrap_or_default().to_owned();
    for (state, status) in [("explained", 0), ("accepted", 0), ("disputed", 1), ("right-of-reply", 1)] {
        story.write("data/reviews/park.toml", review(&error, state));
        story
            .run(&["check"])
            .exit(status)
            .stdout_contains("The council counted again. (The editor, 2025-03-20)");
        story.run(&["check", "--fail-on", "warning"]).exit(1);
        story.run(&["check", "--fail-on", "never"]).exit(0);
    }
    story.run(&["build"]).exit(0);
    assert!(
        story
            .read(&format!("public/discrepancies/{error}/index.html"))
            .contains("The council counted again.")
    );
    // The words change with the figures, and then the old review settles nothing.
    story.write("data/reviews/park.toml", review(&error, "explained"));
    story.replace("data/figures/park.csv", ",15,gazette", ",16,gazette").run(&["check"]).exit(1);
}

/// One mistake in each of many files.
fn with_mistakes() -> Story {
    let mut story = Story::on("park");
    story.replace("site/site.toml", "[publisher]", "[publihser]");
    story.append("data/bodies.toml", "\n[[body]]\nid = \"Council\"\nname = \"Other\"\n");
    story.replace("data/measures/benches.toml", "unit =", "untis =");
    story.replace("data/measures/swings.toml", "\"council\"", "\"cuoncil\"");
    story.replace("data/sources/gazette.md", "2025-02-10", "2025-02-30");
    story.replace("data/figures/park.csv", ",15,", ",a few-ish,");
    story.append("data/figures/park.csv", "x,benches,2025-01-01\ny,bnches,2025-01-01,5,gazette\n");
    story
        .write("data/claims/a.toml", "format = 1\n[[relation]\n")
        .write("data/claims/b.toml", b"format = 1\n# \xa3\n");
    story.write("data/reviews/r.toml", review("nonsense", "explained"));
    story.write("data/notes.txt", "");
    story
}

#[test]
fn mistakes_in_many_files_are_reported_together() {
    let mut story = with_mistakes();
    let before = story.files(".");
    story.run(&["check", "--format", "json"]).exit(3).stderr_is_empty();
    let found = findings(&story);
    let places: Vec<String> = found
        .iter()
        .filter_map(|finding| finding.get("locations")?.get(0))
        .map(|place| {
            let number = |key| place.get(key).and_then(Value::as_u64).unwrap_or_default();
            format!("{}:{}:{}", text(place, "path"), number("line"), number("column"))
        })
        .collect();
    for expected in [
        "site/site.toml:5:",
        "data/bodies.toml:12:6",
        "data/measures/benches.toml:3:1",
        "data/measures/swings.toml:6:",
        "data/sources/gazette.md:6:",
        "data/figures/park.csv:4:",
        "data/figures/park.csv:6:",
        "data/figures/park.csv:7:3",
        "data/claims/a.toml:2:",
        "data/claims/b.toml:2:3",
        "data/reviews/r.toml:4:",
        "data/notes.txt:0:0",
    ] {
        assert!(places.iter().any(|place| place.starts_with(expected)), "{expected} in {places:#?}");
    }
    let order: Vec<(&str, &String)> =
        found.iter().map(|finding| text(finding, "code")).zip(&places).collect();
    assert!(order.windows(2).all(|pair| matches!(pair, [a, b] if a.0 <= b.0)), "{order:#?}");
    assert!(
        found.iter().all(|finding| text(finding, "severity") == "error" && !text(finding, "help").is_empty())
    );
    let json = story.outcome().stdout.clone();
    story.run(&["check", "--format", "json"]).exit(3).stdout_is(&json);
    assert!(story.files(".") == before);
}

#[test]
fn mistakes_are_shown_where_they_stand() {
    let mut story = with_mistakes();
    story.run(&["check"]).exit(3).stdout_is("").stderr_matches("check/mistakes.txt");
    let report = story.outcome().stderr.clone();
    for command in [&["build"][..], &["release", "--note", "One", "--date", "2025-04-01"]] {
        story.run(command).exit(3).stdout_is("");
        assert_eq!(story.outcome().stderr, report);
    }
    assert!(!story.has("public") && !story.has("data/editions"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let mut story = Story::on("smallest");
    let figures: String = (0..400).map(|number| format!("benches,{number},2025-01-01,walk\n")).collect();
    story.write("data/figures/benches.csv", format!("measure,reported,as_of,source\n{figures}"));
    for format in ["human", "json"] {
        story
            .shell(&format!("{{ \"$ONRECORD\" check --format {format}; echo $? > status; }} | head -1"))
            .exit(0);
        story.stderr_lacks("panicked").stderr_lacks("Broken pipe");
        assert!(["0\n", "1\n", "3\n"].contains(&&*story.read("status")), "{}", story.read("status"));
    }
    story.shell("\"$ONRECORD\" --help | true").exit(0).stderr_is_empty();
    story.shell("\"$ONRECORD\" explain | true").exit(0).stderr_is_empty();
    story.shell("\"$ONRECORD\" check >&-").stderr_lacks("panicked");
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_takes_nothing_is_a_failure_of_the_disk() {
    let mut story = Story::on("smallest");
    for command in ["check", "check --format json", "explain", "verify"] {
        story.shell(&format!("\"$ONRECORD\" {command} > /dev/full")).exit(4);
    }
}
