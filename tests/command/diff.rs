//! `onrecord diff`: two CSV files, compared in every format.

use crate::story::Story;
use serde_json::json;

/// Two editions of a small table: a column renamed, rows elsewhere, values revised, withheld and rounded.
const OLD: &str = "\
nationality,period,Returns,Rate,Cost
Albania,2023 Q3,212,1.15,1204000
Albania,2023 Q4,230,1.25,1310500
Iran,2023 Q3,62,1.75,98000
Iran,2023 Q4,59,1.50,87200
Iraq,2023 Q3,917,2.25,4310000
Iraq,2023 Q4,884,2.00,4112000
Syria,2023 Q3,41,0.75,60100
Syria,2023 Q4,77 [p],0.80,112000
Turkey,2023 Q3,1204,4.25,5600000
Turkey,2023 Q4,380,3.10,1730000
Vietnam,2023 Q3,505,2.5,2010000
Vietnam,2023 Q4,511,2.6,2043000
";
const NEW: &str = "\
nationality,period,Returns (persons),Rate,Cost,Note
Albania,2023 Q3,212,1.1,1204,
Albania,2023 Q4,230,1.25,1311,
Iran,2023 Q3,[c],1.75,98,
Iran,2023 Q4,59,1.5,87,
Iraq,2023 Q3,917,2.25,4310,
Iraq,2023 Q4,891,2.0,4112,
Syria,2023 Q4,79,0.8,112,checked
Türkiye,2023 Q3,\"1,204\",4.25,5600,
Türkiye,2023 Q4,380,3.1,1730,
Vietnam,2023 Q4,511,2.6,2043,
Vietnam,2023 Q3,505,2.5,2010,
Syria,2024 Q1,80,0.9,101,
";

fn story() -> Story {
    let mut story = Story::on_nothing();
    story.write("old.csv", OLD).write("new.csv", NEW);
    story
}

#[test]
fn people_read_the_sentence_first_and_then_every_change() {
    let mut story = story();
    story.run(&["diff", "old.csv", "new.csv", "--key", "nationality,period"]).exit(1).stderr_is_empty();
    story.stdout_matches("diff/human.txt");
}

#[test]
fn every_other_format_is_as_it_is_kept() {
    let mut story = story();
    for (format, file) in [
        ("json", "diff/changes.json"),
        ("markdown", "diff/changes.md"),
        ("html", "diff/changes.html"),
        ("csv", "diff/changes.csv"),
        ("daff", "diff/daff.csv"),
    ] {
        story.run(&["diff", "old.csv", "new.csv", "--key", "nationality,period", "--format", format]);
        story.exit(1).stderr_is_empty().stdout_matches(file);
    }
}

#[test]
fn the_key_is_found_and_said() {
    let mut story = story();
    story.run(&["diff", "old.csv", "new.csv"]).exit(1);
    story.stdout_contains(
        "No key is declared; rows are the same where “nationality” and “period” say the same",
    );
    story.run(&["diff", "old.csv", "new.csv", "--format", "json"]).exit(1);
    assert_eq!(story.stdout_json()["key"]["how"], json!("unique"));
}

#[test]
fn files_that_say_the_same_end_with_nothing() {
    let mut story = story();
    story.write("same.csv", format!("\u{feff}{}", OLD.replace('\n', "\r\n")));
    story.run(&["diff", "old.csv", "same.csv"]).exit(0).stdout_contains("No change.");
    let mut lines: Vec<&str> = OLD.lines().collect();
    lines.swap(1, 5);
    story.write("order.csv", lines.join("\n"));
    story.run(&["diff", "old.csv", "order.csv", "--key", "nationality,period"]).exit(0);
    story.run(&["diff", "old.csv", "order.csv"]).exit(1).stdout_contains("rows are elsewhere");
}

#[test]
fn what_is_no_table_is_named_with_its_line() {
    let mut story = story();
    story.write("latin.csv", b"a,b\n1,caf\xe9\n").write("wide.csv", b"\xff\xfea\0,\0").write("none.csv", "");
    story.run(&["diff", "old.csv", "latin.csv"]).exit(3).stdout_is("");
    story.stderr_contains("latin.csv: line 2: the byte 0xE9 is not UTF-8").stderr_contains("help: save it");
    story.run(&["diff", "wide.csv", "none.csv"]).exit(3);
    story.stderr_contains("starts like UTF-16").stderr_contains("none.csv: there is no row in it");
    story.run(&["diff", "old.csv", "nowhere.csv"]).exit(4).stderr_contains("nowhere.csv");
}

#[test]
fn a_key_that_is_not_there_is_wrong_usage() {
    let mut story = story();
    story.run(&["diff", "old.csv", "new.csv", "--key", "nationalty"]).exit(2).stdout_is("");
    story.stderr_contains("neither table has the key column “nationalty”").stderr_contains("nationality?");
}

#[test]
fn rows_of_another_length_and_repeated_keys_are_said() {
    let mut story = Story::on_nothing();
    story.write("a.csv", "k,x\na,1\na,2\nb\n").write("b.csv", "k,x\na,1\na,3\na,4\nb,\n");
    story.run(&["diff", "a.csv", "b.csv", "--key", "k"]).exit(1);
    story.stdout_contains("note: a.csv: 1 row is shorter than the header");
    story.stdout_contains("note: the key “a” stands twice in the old table and 3 times in the new");
}

#[test]
fn no_cell_steers_the_terminal() {
    let mut story = Story::on_nothing();
    story.write("a.csv", "k,x\na,1\n").write("b.csv", "k,x\na,\u{1b}[31m\u{202e}\n");
    for format in ["human", "json", "markdown", "html"] {
        story.run(&["diff", "a.csv", "b.csv", "--format", format]).exit(1);
        story.stdout_lacks("\u{1b}").stdout_lacks("\u{202e}");
    }
}

#[test]
fn tens_of_thousands_of_rows_take_seconds() {
    let mut story = Story::on_nothing();
    let rows = |from: usize, step: usize| {
        let row = |at: usize| {
            format!("area {},20{:02},{},{}.5,{}\n", at / 20, at % 20, at * 31 % 9973, at % 97, at / 7)
        };
        let mut text = "area,year,count,rate,base\n".to_owned();
        text.extend((from..30_000).map(|at| row(at).replace(&format!(",{step}.5,"), ",1000.5,")));
        text
    };
    story.write("old.csv", rows(0, 98)).write("new.csv", rows(40, 13));
    story.run(&["diff", "old.csv", "new.csv", "--format", "markdown"]).exit(1);
    story.stdout_contains("40 rows are gone").stdout_contains("are left out.");
}
