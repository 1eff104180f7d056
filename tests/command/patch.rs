//! `onrecord patch`: a difference in daff's format, applied to a CSV file.

use crate::story::Story;

const OLD: &str =
    "bridge,designer,length\nBrooklyn,J. A. Roebling,1595\nWilliamsburg,D. Duck,1600\nSpamspan,S. S.,10000\n";
const NEW: &str = "bridge,designer,opened\nManhattan,G. Lindenthal,1909\nBrooklyn,J. A. Roebling,1883\nWilliamsburg,L. L. Buck,1903\n";

fn story() -> Story {
    let mut story = Story::on_nothing();
    story.write("old.csv", OLD).write("new.csv", NEW);
    story.run(&["diff", "old.csv", "new.csv", "--format", "daff"]).exit(1).stderr_is_empty();
    let patch = story.outcome().stdout.clone();
    story.write("patch.csv", patch);
    story
}

#[test]
fn a_difference_applied_to_the_old_file_gives_the_new_one() {
    let mut story = story();
    story.run(&["patch", "old.csv", "patch.csv"]).exit(0).stdout_is(NEW).stderr_is_empty();
}

#[test]
fn rows_that_the_difference_does_not_know_are_kept() {
    let mut story = story();
    story.replace("old.csv", "Williamsburg,", "Bronx,O. H. Ammann,2300\nWilliamsburg,");
    story
        .run(&["patch", "old.csv", "patch.csv"])
        .exit(0)
        .stdout_contains("Bronx,O. H. Ammann,\nWilliamsburg,L. L. Buck,1903\n");
}

#[test]
fn what_does_not_fit_is_told_with_its_row_and_words_and_nothing_is_printed() {
    let mut story = story();
    story.replace("old.csv", "D. Duck", "D. Drake").replace("old.csv", "Spamspan,S. S.,10000\n", "");
    story.run(&["patch", "old.csv", "patch.csv"]).exit(1).stdout_is("");
    story.stderr_contains(
        "conflict: row 5 of the patch: it expects “D. Duck” in “designer”; the nearest row of the table, row 3, has “D. Drake”\n",
    );
    story.stderr_contains(
        "conflict: row 6 of the patch: no row of the table is like “Spamspan, S. S., 10000”\n",
    );
    story.replace("old.csv", "designer", "architect");
    story.run(&["patch", "old.csv", "patch.csv"]).exit(1);
    story.stderr_contains("speaks of a column “designer”, which the table does not have");
}

#[test]
fn what_is_no_difference_is_refused() {
    let mut story = story();
    story
        .run(&["patch", "old.csv", "new.csv"])
        .exit(3)
        .stdout_is("")
        .stderr_contains("no row starts with @@");
    story.write("bad.csv", "@@,bridge\n<<<,x\n").run(&["patch", "old.csv", "bad.csv"]).exit(3);
    story.stderr_contains("bad.csv: line 2: “<<<” is no action of a highlighter diff");
    story.run(&["patch", "old.csv", "nowhere.csv"]).exit(4).stderr_contains("nowhere.csv");
}
