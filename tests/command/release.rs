//! `onrecord release`: the record is frozen, edition after edition, and the site shows them.

use super::verify::three_editions;
use crate::story::Story;

/// The park, released three times as it was known.
fn park() -> Story {
    let mut story = Story::on("park");
    for (date, note) in
        [("2025-01-31", "The plan"), ("2025-02-28", "The gazette"), ("2025-03-31", "The plan, revised")]
    {
        story.run(&["release", "--as-known-on", date, "--note", note, "--date", "2025-04-01"]).exit(0);
    }
    story
}

fn pages(story: &Story, folder: &str) -> Vec<String> {
    story.tree(folder).into_iter().filter(|path| path.ends_with("index.html")).collect()
}

#[test]
fn each_edition_tells_what_was_known() {
    let mut story = park();
    assert_eq!(
        story
            .tree("data/editions")
            .into_iter()
            .filter(|path| path.ends_with("1.json") || !path.contains('/'))
            .count(),
        story.tree("data/editions").into_iter().filter(|path| !path.contains('/')).count()
    );
    for edition in ["0001.json", "0002.json", "0003.json"] {
        assert!(story.has(&format!("data/editions/{edition}")), "{edition}");
    }
    story.run(&["verify"]).exit(0).stdout_is("3 editions, every file as it was released.\n");
    story.run(&["build"]).exit(0);
    let editions = ["1/index.html", "2/index.html", "3/index.html", "index.html"];
    assert_eq!(pages(&story, "public/editions"), editions);
    assert_eq!(pages(&story, "public/changes"), ["2/index.html", "3/index.html", "index.html"]);
    let first = story.read("public/editions/1/index.html");
    assert!(
        first.contains("The plan") && first.contains("31 January 2025") && !first.contains("gazette"),
        "{first}"
    );
    assert!(story.read("public/changes/2/index.html").contains("The gazette"));
}

#[test]
fn a_measure_is_frozen_only_where_it_changed() {
    let mut story = park();
    story.run(&["build"]).exit(0);
    let frozen = |measure: &str| pages(&story, &format!("public/measures/{measure}"));
    let with_small = |page: &str| [format!("{page}embed/index.html"), format!("{page}index.html")];
    assert_eq!(frozen("benches"), ["", "v/1/", "v/2/", "v/3/"].map(with_small).concat());
    assert_eq!(frozen("swings"), ["", "v/1/"].map(with_small).concat());
    let first = story.read("public/measures/benches/v/1/index.html");
    assert!(first.contains(">12<") && !first.contains(">15<") && !first.contains(">14<"), "{first}");
    let second = story.read("public/measures/benches/v/2/benches.csv");
    assert!(second.contains(",15,") && !second.contains(",14,"), "{second}");
    // The third edition leads to the page of the first for what did not change since.
    assert!(story.read("public/editions/3/index.html").contains("measures/swings/v/1/"));
}

#[test]
fn frozen_pages_stay_as_they_are_when_the_record_moves_on() {
    let mut story = park();
    story.run(&["build"]).exit(0);
    let frozen = |story: &Story| {
        let files = story.files("public").into_iter();
        let data = |path: &str| path.contains("/v/") && !path.ends_with(".html");
        files.filter(|(path, _)| data(path)).collect::<Vec<_>>()
    };
    let before = frozen(&story);
    assert!(!before.is_empty());
    story.replace("data/figures/park.csv", ",14,", ",18,").run(&["build"]).exit(0);
    assert!(frozen(&story) == before);
    assert!(story.read("public/measures/benches/index.html").contains(">18<"));
    assert!(story.read("public/measures/benches/index.html").contains("not yet in an edition"));
}

#[test]
fn a_site_as_it_was_known_shows_no_later_edition() {
    let mut story = park();
    story.run(&["build", "--as-known-on", "2025-02-28"]).exit(0);
    assert_eq!(pages(&story, "public/editions"), ["1/index.html", "2/index.html", "index.html"]);
    assert!(
        !story
            .files("public")
            .values()
            .any(|bytes| String::from_utf8_lossy(bytes).contains("plan-2025-revised"))
    );
}

#[test]
fn a_release_without_a_change_or_a_note_is_refused() {
    let mut story = three_editions();
    let before = story.files("data");
    story
        .run(&["release", "--note", "Again", "--date", "2025-04-01"])
        .exit(3)
        .stderr_contains("Nothing changed since edition 3");
    story.replace("data/figures/benches.csv", "14", "15").explain("revision", "measures = [\"benches\"]");
    let changed = story.files("data");
    for blank in ["", "  "] {
        story.run(&["release", "--note", blank, "--date", "2025-04-01"]).exit(3).stderr_contains("note");
    }
    story.run(&["release"]).exit(2).stderr_contains("--note");
    story
        .run(&["release", "--note", "Earlier", "--date", "2025-02-01"])
        .exit(3)
        .stderr_contains("2025-02-01");
    story.run(&["release", "--note", "When?", "--date", "2025-04"]).exit(2).stderr_contains("name a day");
    assert!(story.files("data") == changed && changed != before);
    story
        .run(&["release", "--note", "Now", "--date", "2025-04-01"])
        .exit(0)
        .stderr_contains("Edition 4 is frozen");
}

#[test]
fn the_variable_of_reproducible_builds_wins_over_the_clock() {
    let mut story = Story::on("smallest");
    story.set("SOURCE_DATE_EPOCH", "86399").run(&["release", "--note", "One"]).exit(0);
    assert!(story.read("data/editions/0001.json").contains("\"1970-01-01\""));
    // What is asked for by name wins over both.
    story.replace("data/figures/benches.csv", "12", "13").explain("revision", "measures = [\"benches\"]");
    story
        .set("SOURCE_DATE_EPOCH", "garbage")
        .run(&["release", "--note", "Two", "--date", "2025-01-01"])
        .exit(0);
    assert!(story.read("data/editions/0002.json").contains("\"2025-01-01\""));
    // Empty is as good as not set.
    story.replace("data/figures/benches.csv", "13", "14").explain("revision", "measures = [\"benches\"]");
    story.set("SOURCE_DATE_EPOCH", "").run(&["release", "--note", "Three"]).exit(0);
    assert!(!story.read("data/editions/0003.json").contains("1970"));
}

#[test]
fn garbage_in_the_variable_is_wrong_usage() {
    let mut story = Story::on("smallest");
    for garbage in
        ["garbage", "-1", "+1", " 1", "1.5", "1e3", "18446744073709551615", "99999999999999999999999"]
    {
        story.set("SOURCE_DATE_EPOCH", garbage).run(&["release", "--note", "One"]).exit(2).stdout_is("");
        story.stderr_contains("SOURCE_DATE_EPOCH").stderr_contains(garbage).stderr_contains("--date");
        assert!(!story.has("data/editions"), "{garbage}");
    }
}

#[cfg(unix)]
#[test]
fn bytes_that_are_no_text_in_the_variable_are_wrong_usage() {
    let mut story = Story::on("smallest");
    story.shell("SOURCE_DATE_EPOCH=$(printf '1\\377') \"$ONRECORD\" release --note One");
    story.exit(2).stderr_contains("SOURCE_DATE_EPOCH");
    assert!(!story.has("data/editions"));
}

#[test]
fn the_same_releases_give_the_same_editions() {
    assert!(park().files("data/editions") == park().files("data/editions"));
}

/// The addresses of the discrepancy pages whose heading holds some words.
fn discrepancies(story: &Story, words: &str) -> Vec<String> {
    let all = pages(story, "public/discrepancies").into_iter().filter(|path| path.contains('/'));
    let of = |path: &String| {
        let page = story.read(&format!("public/discrepancies/{path}"));
        page.split("<h1>").nth(1).is_some_and(|rest| rest.split("</h1>").next().unwrap_or("").contains(words))
    };
    all.filter(of).collect()
}

#[test]
fn the_page_of_a_discrepancy_that_went_says_so_and_with_which_edition() {
    let mut story = Story::on("rules/R007-values-conflict/fires");
    story.run(&["release", "--note", "First", "--date", "2025-01-01"]).exit(0);
    story.run(&["build"]).exit(0);
    let conflict = discrepancies(&story, "2,801");
    assert_eq!(conflict.len(), 1, "{conflict:?}");
    let page = |story: &Story| story.read(&format!("public/discrepancies/{}", conflict[0]));
    assert!(!page(&story).contains("no longer found"), "it stands");

    story.replace("data/figures/figures.csv", "\"2,801\"", "\"2,081\"").run(&["build"]).exit(0);
    assert!(page(&story).contains("no longer found in the record"), "{}", page(&story));
    assert!(page(&story).contains("what is not yet in an edition"), "{}", page(&story));

    story.explain("correction", "measures = [\"loans\"]");
    story.run(&["release", "--note", "The letter is corrected", "--date", "2025-02-01"]).exit(0);
    story.run(&["build"]).exit(0);
    assert!(
        page(&story).contains("it went with <a href=\"../../editions/2/\">Edition 2</a>"),
        "{}",
        page(&story)
    );
    assert!(page(&story).contains("No longer found in the record."), "its history goes on");
    assert!(story.read("public/changes/2/index.html").contains(&conflict[0].replace("index.html", "")));
}

#[test]
fn a_finding_that_another_account_joins_goes_on_and_is_not_told_as_closed() {
    let mut story = Story::on("rules/R006-values-agree/fires");
    let figures = "data/figures/figures.csv";
    story.replace(figures, "leaflet,loans,\"about 40,000\",leaflet,2023/24,books\n", "");
    story.run(&["release", "--note", "First", "--date", "2025-01-01"]).exit(0);
    story.replace(figures, "potholes-a", "leaflet,loans,\"about 40,000\",leaflet,2023/24,books\npotholes-a");
    story.run(&["release", "--note", "One more account", "--date", "2025-02-01"]).exit(0);
    story.run(&["build"]).exit(0);
    let agreements = discrepancies(&story, "40,310");
    assert_eq!(agreements.len(), 2, "as it was and as it is: {agreements:?}");
    let texts: Vec<String> =
        agreements.iter().map(|path| story.read(&format!("public/discrepancies/{path}"))).collect();
    let gone = texts.iter().filter(|text| text.contains("With other figures it goes on as"));
    assert_eq!(gone.count(), 1, "{texts:?}");
    let now = texts.iter().find(|text| !text.contains("no longer found")).unwrap();
    assert!(now.contains("The figures concerned changed. It was before:"), "{now}");
    let changes = story.read("public/changes/2/index.html");
    let closed = changes.split("id=\"closed\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(closed.contains("None."), "{closed}");
}
