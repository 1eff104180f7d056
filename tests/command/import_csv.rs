//! `onrecord import csv`: a table, read as a mapping says, and read again when its next release is out.

use crate::story::Story;
use std::fmt::Write;
use std::path::Path;

/// A copy of the smallest repository with a measure and its mapping, and every table of `tests/import/csv` in `in/`.
fn story(measure: &str) -> Story {
    let mut story = Story::on("smallest");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/csv");
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let bytes = std::fs::read(file.path()).unwrap();
        if name.ends_with(".csv") {
            story.write(&format!("in/{name}"), bytes);
        } else if name == format!("{measure}.toml") {
            story.write(&format!("imports/{name}"), bytes);
        } else if name == format!("{measure}-measure.toml") {
            story.write(&format!("data/measures/{measure}.toml"), bytes);
        }
    }
    story
}

/// Every file that an import wrote, one after the other, is as it is kept.
fn written_matches(story: &mut Story, before: &std::collections::BTreeMap<String, Vec<u8>>, name: &str) {
    let mut text = String::new();
    for (path, bytes) in story.files(".") {
        if before.get(&path) != Some(&bytes) {
            write!(text, "=== {path}\n{}", String::from_utf8_lossy(&bytes)).unwrap();
        }
    }
    story.write("all.txt", text).file_matches("all.txt", name);
}

#[test]
fn the_next_quarter_is_imported_with_the_same_command_and_its_revisions_show() {
    let mut story = story("visits");
    let before = story.files(".");
    story.run(&["import", "csv", "in/visits-2024-q4.csv", "--map", "visits"]).exit(0);
    written_matches(&mut story, &before, "import/csv-first-quarter.txt");
    story.run(&["check"]).exit(0).stdout_contains("0 errors");
    story.run(&["release", "--note", "The first quarter.", "--date", "2025-02-01"]).exit(0);
    let before = story.files(".");
    story
        .run(&["import", "csv", "in/visits-2025-q1.csv", "--map", "visits", "--dry-run"])
        .exit(0)
        .stdout_contains("new         data/claims/visits-2025-q1.toml");
    assert_eq!(story.files("."), before);
    story.run(&["import", "csv", "in/visits-2025-q1.csv", "--map", "visits"]).exit(0).stderr_contains(
        "I021 revises]: 3 figures of earlier releases read otherwise now; 1 figure of an earlier",
    );
    written_matches(&mut story, &before, "import/csv-next-quarter.txt");
    story.run(&["diff"]).exit(1).stdout_matches("import/csv-next-quarter-diff.txt");
    story.run(&["check"]).exit(0).stdout_contains("0 errors");
}

#[test]
fn a_mapping_may_name_the_body_by_its_id() {
    let mut story = story("visits");
    story
        .write("data/bodies.toml", "format = 1\n[[body]]\nid = \"counters\"\nname = \"The gate counters\"\n");
    story.replace("imports/visits.toml", "body = \"The gate counters\"", "body = \"counters\"");
    story.run(&["import", "csv", "in/visits-2024-q4.csv", "--map", "visits"]).exit(0);
    story.run(&["check"]).exit(0).stdout_contains("0 errors");
    story
        .run(&["import", "csv", "in/visits-2025-q1.csv", "--map", "visits"])
        .exit(0)
        .stderr_contains("I021 revises]: 3 figures of earlier releases read otherwise now");
}

#[test]
fn importing_releases_again_in_any_order_changes_nothing() {
    let mut story = story("visits");
    for file in ["in/visits-2024-q4.csv", "in/visits-2025-q1.csv"] {
        story.run(&["import", "csv", file, "--map", "visits"]).exit(0);
    }
    let after = story.files(".");
    for file in ["in/visits-2024-q4.csv", "in/visits-2025-q1.csv"] {
        story.run(&["import", "csv", file, "--map", "visits"]).exit(0).stdout_contains("no files written");
    }
    assert_eq!(story.files("."), after);
}

#[test]
fn a_release_that_was_missed_takes_the_place_of_nothing() {
    let mut story = story("visits");
    for file in ["in/visits-2025-q1.csv", "in/visits-2024-q4.csv"] {
        story.run(&["import", "csv", file, "--map", "visits"]).exit(0).stderr_lacks("I021");
    }
    assert!(!story.has("data/claims/visits-2024-q4.toml"));
}

#[test]
fn a_third_release_takes_the_place_of_the_last_that_stands() {
    let mut story = story("visits");
    let third = story
        .read("in/visits-2025-q1.csv")
        .replace("\"1,331\"", "\"1,310\"")
        .replace("2024 Q3,East,62", "2024 Q3,East,61")
        .replace("760 [p]", "765")
        .replace("Notes,,,", "2025 Q2,South,5,\nNotes,,,");
    story.write("in/visits-2025-q2.csv", third);
    for file in ["in/visits-2024-q4.csv", "in/visits-2025-q1.csv", "in/visits-2025-q2.csv"] {
        story.run(&["import", "csv", file, "--map", "visits"]).exit(0);
    }
    let claims = story.read("data/claims/visits-2025-q2.toml");
    // Two releases gave 62, and both are replaced; 1,310 was given up for 1,331, which alone is replaced.
    assert!(claims.contains(
        "on = [\"visits--east--2024-q3--visits-2024-q4\", \"visits--east--2024-q3--visits-2025-q1\"]"
    ));
    assert!(claims.contains("on = [\"visits--north--2024-q4--visits-2025-q1\"]"));
    assert_eq!(claims.matches("[[position]]").count(), 3, "{claims}");
    story.run(&["check"]).exit(0).stdout_contains("0 errors");
}

#[test]
fn a_wide_table_with_groups_of_headings_and_every_kind_of_shorthand_is_read_as_its_mapping_says() {
    let mut story = story("spending");
    let before = story.files(".");
    story.run(&["import", "csv", "in/spending.csv", "--map", "spending", "--published", "2025-06-01"]);
    story.exit(0).stderr_contains("I018 guessed-encoding");
    written_matches(&mut story, &before, "import/csv-spending.txt");
    story.run(&["check"]).exit(0).stdout_contains("0 errors");
}

#[test]
fn a_table_without_a_mapping_gets_one_proposed_that_does_not_run_before_it_is_answered() {
    let mut story = story("visits");
    for (name, file) in
        [("visits-2024-q4", "import/csv-proposed.txt"), ("spending", "import/csv-proposed-wide.txt")]
    {
        story.run(&["import", "csv", &format!("in/{name}.csv")]).exit(0).stderr_contains("Answer each TODO");
        story.file_matches(&format!("proposed/imports/{name}.toml"), file);
        let text = story.read(&format!("proposed/imports/{name}.toml"));
        story.write(&format!("imports/{name}.toml"), text);
        story.run(&["import", "csv", &format!("in/{name}.csv"), "--map", name]).exit(3);
        story.stderr_contains("is still to be decided").stdout_contains("no files written");
    }
    story.run(&["check"]).exit(0);
}

#[test]
fn what_the_mapping_does_not_say_is_asked_and_nothing_is_written() {
    let mut story = story("visits");
    let before = story.files(".");
    story.replace("imports/visits.toml", "\"-\" = \"zero\"\n", "").replace(
        "imports/visits.toml",
        "\"East\" = \"east\"\n",
        "",
    );
    story.replace("in/visits-2024-q4.csv", "2024 Q3,South", "2003-04,South");
    story.replace("in/visits-2024-q4.csv", "\"1,204\"", "\"12,04\"");
    story.run(&["import", "csv", "in/visits-2024-q4.csv", "--map", "visits"]);
    story.exit(3).stderr_matches("import/csv-asked.stderr.txt").stdout_contains("no files written");
    assert_eq!(story.files("data"), story_files(&before, "data"));
}

/// The files under a folder, of all of them.
fn story_files(
    files: &std::collections::BTreeMap<String, Vec<u8>>,
    folder: &str,
) -> std::collections::BTreeMap<String, Vec<u8>> {
    let start = format!("{folder}/");
    let inside =
        |(path, bytes): (&String, &Vec<u8>)| Some((path.strip_prefix(&start)?.to_owned(), bytes.clone()));
    files.iter().filter_map(inside).collect()
}

#[test]
fn a_table_that_changed_its_form_is_named_with_the_column_that_is_missing() {
    let mut story = story("visits");
    story.replace("in/visits-2025-q1.csv", "Quarter,Gate,Visits,", "Quarter,Gate,Visit,");
    story.run(&["import", "csv", "in/visits-2025-q1.csv", "--map", "visits"]);
    story.exit(3).stderr_contains("there is no column “Visits” in row 4; there is “Visit”");
    story.run(&["import", "csv", "in/spending.csv", "--map", "visits"]);
    story.exit(3).stderr_contains("“spending.csv” is not one of the files that the mapping is for");
    story.run(&["import", "csv", "in/visits-2025-q1.csv", "--map", "../visits"]);
    story.exit(3).stderr_contains("is not the name of a mapping");
}

#[test]
fn a_table_of_persons_is_refused_without_what_is_in_it() {
    let mut story = story("visits");
    let before = story.files(".");
    story.run(&["import", "csv", "in/visitors.csv"]).exit(3).stderr_contains("error[P001 personal-column]");
    story.stderr_lacks("pat@").stderr_lacks("1970").stderr_lacks("Pat Example");
    assert_eq!(story.files("."), before);
}
