//! What is withheld stays so: in no file of the site, in no output of any command, is its value carried or implied.

use crate::opened::opened;
use crate::story::Story;
use std::collections::BTreeMap;

/// Withheld in every edition, and given away by the others: 22,825 less everything else, as it was and as it is.
const SOUTH: [&str; 4] = ["7319", "7,319", "8377", "8,377"];
/// Printed in the first edition and withheld since.
const WEST: [&str; 2] = ["5222", "5,222"];
/// Withheld in the first edition and printed since.
const EAST: [&str; 2] = ["6173", "6,173"];
/// What the revision of a count that is withheld elsewhere would come to.
const MOVED: [&str; 2] = ["1058", "1,058"];

/// Four editions. In the second, one count is withheld that was printed before; in the third, one is printed that was
/// withheld before; in the fourth, that one is revised.
fn released() -> Story {
    let mut story = Story::on("withheld");
    let release = |story: &mut Story, month: u32| {
        let date = format!("2025-0{month}-01");
        story.run(&["release", "--note", "What is new", "--date", &date]).exit(0);
    };
    const FIGURES: &str = "data/figures/placements.csv";
    release(&mut story, 1);
    story.replace(FIGURES, "\"5,222\"", "[c]").explain("withdrawal", "figures = [\"west\"]");
    release(&mut story, 2);
    story.replace(
        FIGURES,
        "east,placements,east,2024-03-31,[c]",
        "east,placements,east,2024-03-31,\"5,115\"",
    );
    story.explain("revision", "figures = [\"east\"]");
    release(&mut story, 3);
    story.replace(FIGURES, "\"5,115\"", "\"6,173\"").explain("revision", "figures = [\"east\"]");
    release(&mut story, 4);
    story.run(&["build"]).exit(0);
    story
}

fn holds(bytes: &[u8], values: &[&str]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    // Thousands are kept together by a space that does not break, written out or as an entity.
    let text = text.replace("&#44;", ",").replace(['\u{a0}', '\u{202f}', '\u{2009}'], ",");
    values.iter().any(|value| text.contains(value))
}

/// The files that hold a value, without the digits of checksums, which may spell anything.
fn files_with(site: &BTreeMap<String, Vec<u8>>, values: &[&str]) -> Vec<String> {
    let says = |path: &str, bytes: &[u8]| holds(&without_digests(opened(path, bytes).as_bytes()), values);
    let found = site.iter().filter(|(path, bytes)| *path != "SHA256SUMS" && says(path, bytes));
    found.map(|(path, _)| path.clone()).collect()
}

/// Runs of 12 hexadecimal digits and more are digests and fingerprints.
fn without_digests(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    for run in bytes.chunk_by(|a, b| a.is_ascii_hexdigit() == b.is_ascii_hexdigit()) {
        let is_digest = run.len() >= 12 && run.iter().all(u8::is_ascii_hexdigit);
        text.extend_from_slice(if is_digest { b"digest" } else { run });
    }
    text
}

#[test]
fn no_file_of_the_site_has_what_is_withheld_everywhere() {
    assert_eq!(files_with(&released().files("public"), &SOUTH), [""; 0]);
}

#[test]
fn what_was_withheld_later_stands_where_it_was_printed_and_nowhere_else() {
    let site = released().files("public");
    for path in files_with(&site, &WEST) {
        let frozen =
            path.contains("/v/1/") || path.starts_with("data/editions/") || path.contains("editions/1/");
        assert!(frozen, "{path}");
    }
}

#[test]
fn what_was_withheld_before_is_set_beside_nothing() {
    let site = released().files("public");
    let with = files_with(&site, &EAST);
    assert!(with.iter().any(|path| path == "measures/placements/index.html"), "{with:?}");
    for path in with {
        assert!(!path.starts_with("changes/") && !path.contains("feed"), "{path}");
    }
    assert_eq!(files_with(&site, &MOVED), [""; 0]);
    let page = String::from_utf8(site["changes/3/index.html"].clone()).unwrap();
    assert!(
        page.contains("a number, not shown") && page.contains("stands for a count that one edition"),
        "{page}"
    );
}

#[test]
fn no_command_prints_what_is_withheld() {
    let mut story = released();
    let mut runs: Vec<Vec<&str>> = vec![vec!["questions"], vec!["check", "--format", "json"], vec!["check"]];
    runs.push(vec!["questions", "--format", "json"]);
    for format in ["human", "json", "markdown", "html", "csv", "daff"] {
        for pair in [["1", "2"], ["2", "3"], ["1", "4"], ["4", "draft"]] {
            runs.push(vec!["diff", pair[0], pair[1], "--format", format]);
        }
    }
    for run in runs {
        let outcome = story.run(&run).outcome();
        let printed = format!("{}{}", outcome.stdout, outcome.stderr);
        assert!(!holds(printed.as_bytes(), &SOUTH), "{run:?}: {printed}");
        assert!(!holds(printed.as_bytes(), &WEST), "{run:?}: {printed}");
        let is_diff = run.first() == Some(&"diff");
        assert!(!is_diff || !holds(printed.as_bytes(), &EAST), "{run:?}: {printed}");
    }
    story.write(
        "briefing.md",
        "There were 5,222 [](https://record.example/measures/placements/v/1/#figure-west).\n",
    );
    let outcome = story.run(&["cite", "check", "briefing.md"]).outcome();
    assert!(!outcome.stdout.contains("5,222"), "{}", outcome.stdout);
}

#[test]
fn what_can_be_worked_out_is_named_by_its_address() {
    let mut story = released();
    story.run(&["check"]).stdout_contains("D003").stdout_contains("D005").stdout_lacks("7,319");
}

#[test]
fn a_citation_sets_nothing_beside_what_an_edition_withholds() {
    let mut story = released();
    let cite = story.read("public/cite/east.json");
    let cite: serde_json::Value = serde_json::from_str(&cite).unwrap();
    let stages = cite["editions"].as_array().unwrap();
    assert!(stages.len() > 1 && stages.iter().all(|stage| stage["reported"].is_null()), "{stages:?}");
    story.run(&["release", "--note", "The same", "--date", "2025-05-01"]).exit(3);
}

#[test]
fn what_is_pointed_out_is_said_when_it_is_made_public_until_it_was_weighed() {
    let mut story = Story::on("rules/D003-withheld-derivable/fires");
    story.run(&["check", "--format", "json", "--fail-on", "never"]).exit(0);
    let found = story.stdout_json();
    let found: Vec<_> =
        found["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "D003").cloned().collect();
    assert!(!found.is_empty(), "{found:?}");
    story.run(&["build"]).exit(0).stderr_contains("on disclosure:").stderr_contains("D003");
    let mut reviews = "format = 1\n".to_owned();
    for finding in &found {
        let fingerprint = finding["fingerprint"].as_str().unwrap();
        reviews += &format!(
            "\n[[review]]\nfinding = \"{fingerprint}\"\nstate = \"accepted\"\ndate = \"2025-01-01\"\nby = \"us\"\ntext = \"Others released it.\"\n"
        );
    }
    story
        .write("data/reviews/disclosure.toml", reviews)
        .run(&["check", "--format", "json", "--fail-on", "never"])
        .exit(0);
    let weighed = story.stdout_json();
    let weighed = weighed["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "D003").cloned();
    assert!(weighed.into_iter().all(|finding| finding["review"]["state"] == "accepted"));
    story.run(&["release", "--note", "First", "--date", "2025-01-01"]).exit(0).stderr_lacks("D003");
}
