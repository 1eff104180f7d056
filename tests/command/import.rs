//! `onrecord import`: files of our own in the formats of others become data files.

use crate::story::Story;
use std::fmt::Write;
use std::path::Path;

/// A copy of the smallest repository, with the files of a folder of `tests/import` in `in/`.
fn story(format: &str) -> Story {
    let mut story = Story::on("smallest");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import").join(format);
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        story.write(&format!("in/{name}"), std::fs::read(file.path()).unwrap());
    }
    story
}

/// Every file that an import wrote, one after the other, is as it is kept.
fn written_matches(story: &mut Story, name: &str) {
    let before = Story::on("smallest").files(".");
    let mut text = String::new();
    for (path, bytes) in story.files(".") {
        if !path.starts_with("in/") && before.get(&path) != Some(&bytes) {
            write!(text, "=== {path}\n{}", String::from_utf8_lossy(&bytes)).unwrap();
        }
    }
    story.write("in/all.txt", text).file_matches("in/all.txt", name);
}

#[test]
fn an_answer_with_a_table_is_written_with_its_words_and_its_figures_for_a_measure() {
    let mut story = story("parliament");
    story.run(&["import", "parliament", "in/table.json", "--measure", "benches", "--received", "2026-04-01"]);
    story.exit(0).stderr_is_empty().stdout_contains("4 files written");
    written_matches(&mut story, "import/parliament-table.txt");
    story.run(&["check"]).exit(0).stdout_contains("0 errors");
}

#[test]
fn of_several_measures_a_figure_goes_to_the_only_one_that_it_fits() {
    for (unit, is_taken) in [("trees", true), ("benches", false)] {
        let mut story = story("parliament");
        let other = story
            .read("data/measures/benches.toml")
            .replace("unit = \"benches\"", &format!("unit = \"{unit}\""));
        story.write("data/measures/other.toml", other);
        story
            .run(&["import", "parliament", "in/table.json", "--measure", "other", "--measure", "benches"])
            .exit(0);
        assert_eq!(story.has("data/figures/benches/wq-2026-03-02-1001.csv"), is_taken, "{unit}");
        assert!(!story.has("data/figures/other/wq-2026-03-02-1001.csv"));
        story.stdout_contains("proposed/figures/wq-2026-03-02-1001.csv");
    }
}

#[test]
fn a_correction_keeps_the_answer_that_it_corrects_and_shows_what_changed() {
    let mut story = story("parliament");
    story
        .run(&["import", "parliament", "in/corrected.json", "--measure", "benches"])
        .exit(0)
        .stderr_is_empty();
    written_matches(&mut story, "import/parliament-corrected.txt");
    story.run(&["check", "--format", "json", "--fail-on", "never"]).exit(0);
}

#[test]
fn every_state_of_a_question_is_kept_apart() {
    let mut story = story("parliament");
    story
        .run(&["import", "parliament", "in/search.json"])
        .exit(0)
        .stderr_matches("import/parliament-search.stderr.txt");
    written_matches(&mut story, "import/parliament-search.txt");
    story.run(&["check"]).exit(0);
}

#[test]
fn statements_are_linked_to_one_another() {
    let mut story = story("parliament");
    story.run(&["import", "parliament", "in/statements.json"]).exit(0).stderr_is_empty();
    written_matches(&mut story, "import/parliament-statements.txt");
    story.run(&["check"]).exit(0);
}

#[test]
fn importing_twice_changes_nothing_and_a_dry_run_writes_nothing() {
    let mut story = story("parliament");
    let files = ["in/table.json", "in/search.json", "in/statements.json", "in/corrected.json"];
    let all: Vec<&str> = ["import", "parliament"].into_iter().chain(files).collect();
    let before = story.files(".");
    story.run(&[&all[..], &["--dry-run"]].concat()).exit(0).stdout_contains("Nothing was written.");
    assert_eq!(story.files("."), before);
    story.run(&all).exit(0);
    let after = story.files(".");
    assert_ne!(after, before);
    story.run(&all).exit(0).stdout_contains("no files written");
    for file in files {
        story.run(&["import", "parliament", file]).exit(0).stdout_contains("no files written");
    }
    assert_eq!(story.files("."), after);
}

#[test]
fn what_a_person_has_edited_is_left_alone_and_named() {
    let mut story = story("parliament");
    story.run(&["import", "parliament", "in/table.json"]).exit(0);
    story.append("data/sources/wq-2026-03-02-1001.md", "\nA note of mine.\n");
    let after = story.files(".");
    story.run(&["import", "parliament", "in/table.json"]).exit(1).stderr_contains("I003 other-content");
    story.stderr_contains("data/sources/wq-2026-03-02-1001.md").stdout_contains("1 left alone");
    assert_eq!(story.files("."), after);
}

#[test]
fn what_cannot_be_read_is_named_with_its_place_and_the_rest_is_imported() {
    let mut story = story("parliament");
    let files = ["in/broken.json", "in/other.json", "in/none.json", "in/table.json"];
    let all: Vec<&str> = ["import", "parliament"].into_iter().chain(files).collect();
    story
        .run(&all)
        .exit(3)
        .stderr_contains("in/broken.json:3:1")
        .stderr_contains("neither a written question");
    story
        .stderr_contains("“in/none.json” cannot be read")
        .stdout_contains("data/sources/wq-2026-03-02-1001.md");
    story
        .run(&["import", "parliament", "in/table.json", "--measure", "bench"])
        .exit(2)
        .stderr_contains("did you mean benches?");
}

#[test]
fn a_day_of_answers_in_latin_1_keeps_its_tables_notes_and_holding_answers() {
    let mut story = story("theyworkforyou");
    story.run(&["import", "theyworkforyou", "in/day-c.xml", "in/lords.xml"]).exit(0).stderr_is_empty();
    written_matches(&mut story, "import/theyworkforyou.txt");
    story.run(&["check"]).exit(0);
    story
        .run(&["import", "theyworkforyou", "in/lords.xml", "in/day-c.xml"])
        .exit(0)
        .stdout_contains("no files written");
}

#[test]
fn a_version_that_another_has_replaced_gives_no_figures() {
    let mut story = story("theyworkforyou");
    story.run(&["import", "theyworkforyou", "in/day-c.xml", "in/day-a.xml"]).exit(0);
    story.stderr_contains("I008 superseded-text").stderr_contains("3002");
    assert!(
        story.read("proposed/sources/wa-2026-03-05-3002-version-a.md").contains("> There are c.56 staff.")
    );
    assert!(!story.has("proposed/figures/wa-2026-03-05-3002-version-a.csv"));
    assert!(story.read("data/sources/wa-2026-03-05-3002.md").contains("> There are c.65 staff."));
}

#[test]
fn nothing_outside_a_file_is_fetched() {
    let mut story = story("theyworkforyou");
    story
        .run(&["import", "theyworkforyou", "in/scotland.xml"])
        .exit(0)
        .stderr_contains("“far” stands for something outside");
    written_matches(&mut story, "import/theyworkforyou-scotland.txt");
    story.run(&["check"]).exit(0);
}

#[test]
fn xml_that_breaks_off_or_is_of_another_kind_is_named_with_its_place() {
    let mut story = story("theyworkforyou");
    story
        .run(&["import", "theyworkforyou", "in/broken.xml"])
        .exit(3)
        .stderr_contains("in/broken.xml:9:1")
        .stdout_contains("no files");
    story
        .run(&["import", "theyworkforyou", "in/other.xml"])
        .exit(3)
        .stderr_contains("is not a day of answers");
    story.run(&["import", "parliament", "in/other.xml"]).exit(3).stderr_contains("in/other.xml:1:1");
}

#[test]
fn a_page_of_gov_uk_is_a_source_for_each_version_with_its_changes_and_its_withdrawal() {
    let mut story = story("govuk");
    story
        .run(&["import", "govuk", "in/statistics.json", "in/withdrawn.json", "--measure", "benches"])
        .exit(0);
    story.stderr_contains("was withdrawn on 2 January").stderr_contains("offers 2 files to download");
    written_matches(&mut story, "import/govuk.txt");
    story.run(&["check", "--fail-on", "never"]).exit(0);
    story.run(&["import", "govuk", "in/redirect.json"]).exit(0).stderr_contains("I007 nothing-to-import");
    story.run(&["import", "govuk", "in/search.json"]).exit(3).stderr_contains("I002 other-format");
}

#[test]
fn requests_become_sources_without_the_people_who_made_them() {
    let mut story = story("alaveteli");
    let files = ["in/request.json", "in/feed.json", "in/project.csv", "in/batch.csv"];
    let all: Vec<&str> = ["import", "alaveteli"].into_iter().chain(files).collect();
    story.run(&all).exit(0).stderr_matches("import/alaveteli.stderr.txt");
    written_matches(&mut story, "import/alaveteli.txt");
    let kept = story.read("in/all.txt").to_lowercase();
    for person in ["pat", "private", "vic volunteer", "1 lane"] {
        assert!(!kept.contains(person), "{person}");
    }
    story.run(&["check"]).exit(0);
    story.run(&all).exit(0).stdout_contains("no files written");
}

#[test]
fn a_refusal_is_on_record_for_a_measure() {
    let mut story = story("alaveteli");
    story.run(&["import", "alaveteli", "in/project.csv", "--measure", "benches"]).exit(0);
    let refused = story.read("data/figures/benches/foi-benches-east.csv");
    assert!(
        refused.contains("Refused,foi-benches-east,exempt,") && refused.contains("“Section 12”"),
        "{refused}"
    );
    assert!(
        story
            .read("data/figures/benches/foi-benches-mid.csv")
            .contains("Information not held,foi-benches-mid,not_held")
    );
    story.run(&["check", "--fail-on", "never"]).exit(0);
}

#[test]
fn what_is_no_request_is_refused_with_what_to_download() {
    let mut story = story("alaveteli");
    story.run(&["import", "alaveteli", "in/bodies.csv"]).exit(0).stderr_contains("is a list of authorities");
    story.run(&["import", "alaveteli", "in/other.csv"]).exit(3).stderr_contains("in/other.csv:1");
}

/// A workbook of two sheets, one of them hidden.
fn workbook() -> Vec<u8> {
    use std::io::Write;
    let parts = [
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook><sheets><sheet name="Table 1" r:id="rId1"/><sheet name="Raw" state="hidden" r:id="rId2"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="a.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="b.xml"/></Relationships>"#,
        ),
        (
            "xl/a.xml",
            r#"<worksheet><sheetData><row r="1"><c t="str"><v>Benches by year</v></c></row><row r="3"><c t="str"><v>Year</v></c><c t="str"><v>Benches</v></c></row><row r="4"><c t="str"><v>2024</v></c><c><v>12</v></c></row></sheetData></worksheet>"#,
        ),
        ("xl/b.xml", r#"<worksheet><sheetData><row r="1"><c><v>4711</v></c></row></sheetData></worksheet>"#),
    ];
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn the_sheets_of_a_workbook_are_listed_and_what_is_hidden_is_told_without_its_values() {
    let mut story = Story::on("smallest");
    story.write("in/book.xlsx", workbook()).write("in/book.xls", "a,b\n1,2\n");
    story.run(&["import", "spreadsheet", "in/book.xlsx", "--list"]);
    story.exit(0).stdout_is(
        "book.xlsx: 2 sheets\n   1  “Table 1”: 4 rows, 2 columns, header in row 3\n   2  “Raw”: 1 row, 1 column, hidden\n",
    );
    story.stderr_contains("warning[I031 hidden-sheet]: the sheet “Raw” is hidden").stderr_lacks("4711");
    story.run(&["import", "spreadsheet", "in/book.xls", "--list"]);
    story
        .exit(3)
        .stderr_contains("the file is a text and no workbook")
        .stderr_contains("onrecord import csv");
}
