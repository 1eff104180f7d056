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

/// Two editions of a park, and a draft in which one more value differs.
fn park() -> Story {
    let mut story = Story::on("smallest");
    let figures = "data/figures/benches.csv";
    story.write(
        figures,
        "id,measure,reported,source,period\nb2024,benches,12,walk,2024\nb2023,benches,9,walk,2023\n",
    );
    story.run(&["release", "--note", "First", "--date", "2025-01-01"]).exit(0);
    story
        .replace(figures, "b2024,benches,12", "b2024,benches,15")
        .explain("correction", "figures = [\"b2024\"]");
    story.run(&["release", "--note", "Second", "--date", "2025-02-01"]).exit(0);
    story
        .replace(figures, "b2023,benches,9", "b2023,benches,8")
        .append(figures, "b2025,benches,20,walk,2025\n");
    story
}

#[test]
fn two_editions_are_compared_in_every_format() {
    let mut story = park();
    for (format, file) in [
        ("human", "human.txt"),
        ("json", "changes.json"),
        ("markdown", "changes.md"),
        ("html", "changes.html"),
        ("csv", "changes.csv"),
        ("daff", "daff.csv"),
    ] {
        story.run(&["diff", "1", "2", "--format", format]).exit(1).stderr_is_empty();
        story.stdout_matches(&format!("diff/editions/{file}"));
    }
    story.run(&["diff", "2", "2"]).exit(0).stdout_is("From edition 2 to edition 2: No change.\n");
}

#[test]
fn the_draft_is_compared_with_the_last_edition() {
    let mut story = park();
    story.run(&["diff"]).exit(1).stdout_contains("From edition 2 to the draft").stdout_contains("b2025");
    story.stdout_contains("“9” → “8”, down 1 (11.1%)").stdout_lacks("b2024");
    story.run(&["diff", "1"]).exit(1).stdout_contains("From edition 1 to the draft").stdout_contains("b2024");
    story.run(&["diff", "1", "draft"]).exit(1).stdout_contains("From edition 1 to the draft");
    // What the daff format says of the files of all figures applies to them.
    story.run(&["diff", "2", "draft", "--format", "daff"]).exit(1);
    let patch = story.outcome().stdout.clone();
    let mut earlier = park();
    earlier.replace("data/figures/benches.csv", "b2023,benches,8", "b2023,benches,9");
    earlier.replace("data/figures/benches.csv", "b2025,benches,20,walk,2025\n", "").run(&["build"]).exit(0);
    story.run(&["build"]).exit(0);
    let later = story.read("public/data/figures.csv");
    story.write("before.csv", earlier.read("public/data/figures.csv")).write("patch.csv", patch);
    story.run(&["patch", "before.csv", "patch.csv"]).exit(0);
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&story.outcome().stdout), sorted(&later));
}

#[cfg(unix)]
#[test]
fn a_revision_of_the_git_history_is_a_state() {
    let mut story = park();
    let git =
        "git -c user.name=A -c user.email=a@example.org -c init.defaultBranch=main -c commit.gpgsign=false";
    story.shell(&format!("{git} init -q . && {git} add -A && {git} commit -q -m one")).exit(0);
    story.replace("data/figures/benches.csv", "b2025,benches,20", "b2025,benches,21");
    story.run(&["diff", "HEAD", "draft"]).exit(1).stdout_contains("From revision HEAD to the draft");
    story.stdout_contains("“20” → “21”");
    story.run(&["diff", "HEAD", "HEAD"]).exit(0);
    story
        .run(&["diff", "no-such-branch"])
        .exit(2)
        .stderr_contains("no edition, draft or git revision called “no-such-branch”");
    story.run(&["diff", "--", "--output=x"]).exit(2).stderr_contains("is no revision");
}

#[test]
fn what_is_no_state_is_said() {
    let mut story = park();
    story.run(&["diff", "7"]).exit(2).stderr_contains("there is no edition 7; the last is edition 2");
    story.run(&["diff", "1", "2", "--key", "id"]).exit(2).stderr_contains("--key is for two CSV files");
    story.run(&["diff", "1", "data/figures/benches.csv"]).exit(2).stderr_contains("name two CSV files");
    Story::on("smallest").run(&["diff"]).exit(2).stderr_contains("no edition has been released");
}

#[test]
fn markdown_stays_within_what_a_pull_request_takes() {
    let mut story = Story::on("smallest");
    let rows = |value: usize| {
        let rows = (0..2_000).map(|row| {
            format!("b{row},benches,{},walk,{}-{:02}\n", value + row, 1800 + row / 12, 1 + row % 12)
        });
        format!("id,measure,reported,source,period\n{}", rows.collect::<String>())
    };
    story
        .write("data/figures/benches.csv", rows(100))
        .run(&["release", "--note", "a", "--date", "2025-01-01"])
        .exit(0);
    story.write("data/figures/benches.csv", rows(300)).run(&["diff", "--format", "markdown"]).exit(1);
    let text = &story.outcome().stdout;
    assert!(text.len() < 65_536, "{}", text.len());
    let told = text.matches("| revised").count();
    assert!(
        told > 100 && text.contains(&format!("\n{} more lines are left out", thousands(2_000 - told))),
        "{told}"
    );
}

fn thousands(number: usize) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}

#[test]
fn totals_are_added_up_again_on_both_sides() {
    let mut story = Story::on_nothing();
    let table = |total: u32, north: u32, rounded: u32| {
        format!(
            "region,year,held,about\nTotal,2023,{total},{rounded}\nNorth,2023,{north},40\nSouth,2023,30,65\nTotal,2024,7,10\n\
             North,2024,3,5\nSouth,2024,4,5\n"
        )
    };
    story.write("old.csv", table(71, 41, 105));
    for (total, north, said) in [
        (
            74,
            41,
            Some(
                "does not add up any more: total against parts 74 against 71, 71 against 71 before; the total changed, and no part did",
            ),
        ),
        (
            71,
            44,
            Some(
                "does not add up any more: total against parts 71 against 74, 71 against 71 before; parts changed, and the total did not",
            ),
        ),
        (74, 44, None),
    ] {
        // What is rounded to five need not add up to the unit.
        story
            .write("new.csv", table(total, north, 110))
            .run(&["diff", "old.csv", "new.csv", "--key", "region,year"])
            .exit(1);
        let words = story.outcome().stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words.matches("add up").count(), usize::from(said.is_some()), "{words}");
        assert!(said.is_none_or(|said| words.contains(&format!("Total, 2023, “held” {said}"))), "{words}");
    }
    story.run(&["diff", "new.csv", "old.csv", "--format", "json"]).exit(1).stdout_contains("\"totals\": []");
    story
        .write("old.csv", table(74, 41, 105))
        .run(&["diff", "old.csv", "new.csv", "--key", "region,year", "--format", "json"])
        .exit(1);
    story.stdout_contains("adds_up_now");
}
