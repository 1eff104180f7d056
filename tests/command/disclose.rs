//! `onrecord disclose`: tables of counts, audited without a record.

use crate::story::Story;

const TABLE: &str = "area,age,count\nGogledd,0-15,20\nGogledd,16-17,3\nGogledd,18+,41\nGogledd,Cyfanswm,64\n\
    De,0-15,8\nDe,16-17,9\nDe,18+,17\nDe,Cyfanswm,34\nGorllewin,0-15,30\nGorllewin,16-17,12\nGorllewin,18+,25\n\
    Gorllewin,Cyfanswm,67\nCyfanswm,0-15,58\nCyfanswm,16-17,24\nCyfanswm,18+,83\nCyfanswm,Cyfanswm,165\n";

const KEYS: [&str; 4] = ["disclose", "t.csv", "--keys", "area,age"];

fn with(more: &[&'static str]) -> Vec<&'static str> {
    KEYS.iter().chain(more).copied().collect()
}

#[test]
fn what_is_small_what_gives_it_away_and_what_to_withhold_is_told_without_a_count() {
    let mut story = Story::on_nothing();
    story.write("t.csv", TABLE).run(&KEYS).exit(1).stdout_matches("disclose/human.txt");
    story.run(&with(&["--format", "json"])).exit(1).stdout_matches("disclose/json.txt");
}

#[test]
fn the_table_with_everything_withheld_that_has_to_be_is_safe() {
    let mut story = Story::on_nothing();
    let protected =
        story.write("t.csv", TABLE).run(&with(&["--format", "csv"])).exit(1).outcome().stdout.clone();
    assert_eq!(protected.matches("[c]").count(), 4, "{protected}");
    story
        .write("t.csv", protected)
        .run(&KEYS)
        .exit(0)
        .stdout_contains("every withheld count was shown to be safe");
}

#[test]
fn what_was_published_before_counts_as_known_and_is_never_proposed() {
    let mut story = Story::on_nothing();
    let one = TABLE.replace(",3\n", ",[c]\n");
    story.write("t.csv", &one).write("old.csv", &one);
    story.run(&with(&["--earlier", "old.csv"])).exit(1).stdout_contains("Not every withheld count is safe.");
    story.stdout_lacks("to withhold as well");
}

#[test]
fn different_choices_in_two_releases_give_a_count_away() {
    let mut story = Story::on_nothing();
    story.write("old.csv", "area,n\nA,120\nB,[c]\nC,[c]\nD,40\nTotal,170\n");
    story.write("t.csv", "area,n\nA,120\nB,[c]\nC,7\nD,[c]\nTotal,170\n");
    story.run(&["disclose", "t.csv", "--keys", "area", "--mode", "republish"]).exit(0);
    story
        .run(&["disclose", "t.csv", "--keys", "area", "--mode", "republish", "--earlier", "old.csv"])
        .exit(1);
    story.stdout_contains("D003").stdout_contains("area B").stdout_contains("D005").stdout_contains("area C");
}

#[test]
fn a_count_that_was_revised_between_two_releases_is_no_contradiction() {
    let mut story = Story::on_nothing();
    story.write("old.csv", "area,n\nA,120\nB,[c]\nC,[c]\nTotal,170\n");
    story.write("t.csv", "area,n\nA,123\nB,[c]\nC,[c]\nTotal,173\n");
    story
        .run(&["disclose", "t.csv", "--keys", "area", "--mode", "republish", "--earlier", "old.csv"])
        .exit(0);
}

#[test]
fn columns_of_counts_make_a_table_too() {
    let mut story = Story::on_nothing();
    story.write("t.csv", "Area,Male,Female,Total\nNorth,12,2,14\nSouth,9,11,20\nTotal,21,13,34\n");
    story.run(&["disclose", "t.csv", "--keys", "Area"]).exit(1);
    story.stdout_contains("Area North, column Female").stdout_contains("to withhold as well: 3 cells");
}

#[test]
fn levels_of_a_hierarchy_in_one_column_are_pointed_out() {
    let mut story = Story::on_nothing();
    story.write("t.csv", "area,n\nEngland,60\nNorth,20\nSouth,40\nTotal,60\n");
    story.run(&["disclose", "t.csv", "--keys", "area"]).exit(0).stdout_contains("columns of their own");
}

#[test]
fn what_cannot_be_read_as_a_table_of_counts_is_refused_with_help() {
    let mut story = Story::on_nothing();
    story.write("t.csv", TABLE);
    let mut refused = |arguments: &[&str], words: &str| {
        story.run(arguments).exit(2).stderr_contains(words).stderr_contains("help:");
    };
    refused(&["disclose", "t.csv", "--keys", "area"], "do not tell rows 2 and 3 apart");
    refused(&["disclose", "t.csv", "--keys", "ardal"], "there is no column “ardal”");
    refused(&["disclose", "t.csv", "--keys", "area,age,count"], "no column but the keys holds counts");
    story.run(&["disclose", "none.csv", "--keys", "area"]).exit(4);
}

#[test]
fn a_total_that_is_mistaken_makes_nothing_safe() {
    let mut story = Story::on_nothing();
    story
        .write("t.csv", "area,n\nA,28\nB,[c]\nC,[c]\nTotal,100\n")
        .run(&["disclose", "t.csv", "--keys", "area"]);
    story.exit(0).stdout_contains("every withheld count was shown to be safe");
    let wards = "ward,outcome,n\nE,d,7\nE,w,12\nE,n,21\nE,Total,41\nH,d,[c]\nH,w,9\nH,n,[c]\nH,Total,26\n\
        P,d,[c]\nP,w,6\nP,n,11\nP,Total,19\nTotal,d,12\nTotal,w,27\nTotal,n,46\nTotal,Total,85\n";
    story.write("t.csv", wards).run(&["disclose", "t.csv", "--keys", "ward,outcome"]).exit(1);
    story.stdout_contains("D003 withheld-derivable").stdout_contains("row 10: ward P, outcome d");
    story
        .stdout_contains("do not add up to their total in 1 of the")
        .stdout_contains("not every count is safe");
}

#[test]
fn a_cell_that_is_no_count_makes_nothing_beside_it_safe() {
    let mut story = Story::on_nothing();
    for cell in ["..", "-", "S", "k", ":", "x", "", "2*", "plenty"] {
        let table = format!("area,n\nA,28\nB,{cell}\nC,[c]\nD,[c]\nTotal,90\n");
        story.write("t.csv", table).run(&["disclose", "t.csv", "--keys", "area", "--count", "n"]).exit(1);
        story.stdout_contains("D006 withheld-not-shown-safe").stdout_contains("row 3: area B");
        story.stdout_lacks("every withheld count was shown");
        story.run(&["disclose", "t.csv", "--keys", "area", "--count", "n", "--withheld", cell]).exit(0);
        story.run(&["disclose", "t.csv", "--keys", "area", "--count", "n", "--blank", cell]).exit(0);
    }
    story.write("t.csv", "area,n\nA,28\nB,..\nC,62\nTotal,90\n");
    story
        .run(&["disclose", "t.csv", "--keys", "area", "--count", "n"])
        .exit(0)
        .stdout_contains("1 cell is no count");
}

#[test]
fn the_letter_that_stands_for_withheld_in_files_is_read() {
    let mut story = Story::on_nothing();
    story
        .write("t.csv", "area,n\nA,28\nB,c\nTotal,30\n")
        .run(&["disclose", "t.csv", "--keys", "area"])
        .exit(1);
    story.stdout_contains("D003 withheld-derivable").stdout_contains("row 3: area B (given away by: ");
}

#[test]
fn a_table_that_cannot_be_made_safe_is_not_printed_in_silence() {
    let mut story = Story::on_nothing();
    let one = TABLE.replace(",3\n", ",[c]\n");
    story.write("t.csv", &one).write("old.csv", &one);
    story
        .run(&with(&["--earlier", "old.csv", "--format", "csv"]))
        .exit(1)
        .stderr_contains("not shown to be safe");
}
