//! The highlighter format, written and applied.

use super::{key, table};
use crate::table::highlighter::{self, Patch};
use crate::table::{Diff, Key, Table};

fn patch(old: &Table, new: &Table, key: &Key) -> String {
    highlighter::csv(&Diff::between(old, new, key).unwrap())
}

#[track_caller]
fn is_written_as(old: &str, new: &str, expected: &str) {
    let (old, new) = (table(old), table(new));
    let written = patch(&old, &new, &Key::Inferred);
    assert_eq!(written, expected);
    assert_eq!(Patch::read(written.as_bytes()).unwrap().apply(&old).unwrap(), new);
}

#[test]
fn rows_that_came_went_and_changed_stand_between_their_neighbours() {
    is_written_as(
        "k,x\na,1\nb,2\nc,3\nd,4\ne,5\nf,6",
        "k,x\na,1\nn,9\nb,2\nc,3\nd,7\nf,6",
        "@@,k,x\n,a,1\n+++,n,9\n,b,2\n,c,3\n->,d,4->7\n---,e,5\n,f,6\n",
    );
}

#[test]
fn columns_that_came_went_and_moved_stand_in_the_schema() {
    is_written_as(
        "k,x,y\na,1,2\nb,3,4",
        "k,y,z\na,2,8\nb,4,",
        "!,,---,,+++\n@@,k,x,y,z\n+,a,1,2,8\n,b,3,4,\n",
    );
    is_written_as("k,x\na,1\nb,3", "x,k\n1,a\n3,b", "!,,:\n@@,x,k\n");
}

#[test]
fn an_arrow_in_a_cell_makes_the_arrow_of_the_patch_longer() {
    is_written_as("k,x\na,1->2\nb,3", "k,x\na,1\nb,3", "@@,k,x\n-->,a,1->2-->1\n,b,3\n");
}

#[test]
fn what_did_not_change_is_left_out() {
    is_written_as(
        "k,a,b,c,d,e\n1k,1,2,3,4,5\n2k,1,2,3,4,5\n3k,1,2,3,4,5\n4k,1,2,3,4,5",
        "k,a,b,c,d,e\n1k,1,2,3,4,5\n2k,1,2,3,4,5\n3k,1,2,3,4,5\n4k,1,2,3,9,5",
        "@@,k,a,...,c,d,e\n...,...,...,...,...,...,...\n,3k,1,...,3,4,5\n->,4k,1,...,3,4->9,5\n",
    );
}

#[test]
fn equal_tables_are_a_header_alone() {
    is_written_as("k,x\na,1", "k,x\na,1", "@@,k,x\n");
}

#[test]
fn rows_are_reordered_even_where_their_order_says_nothing() {
    let (old, new) = (table("k,x\na,1\nb,2\nc,3\nd,4"), table("k,x\nd,4\nb,2\na,7\nc,3"));
    let written = patch(&old, &new, &key(&["k"]));
    assert_eq!(Patch::read(written.as_bytes()).unwrap().apply(&old).unwrap(), new, "{written}");
}

fn conflicts(base: &str, patch: &str) -> Vec<String> {
    let conflicts = Patch::read(patch.as_bytes()).unwrap().apply(&table(base)).unwrap_err();
    conflicts.iter().map(ToString::to_string).collect()
}

#[test]
fn what_does_not_fit_is_told_with_its_row_and_words() {
    let patch = "@@,k,x,y\n->,a,1->5,2\n---,q,7,8\n+++,n,0,0\n";
    assert_eq!(
        conflicts("k,x,y\na,3,2\nb,3,4", patch),
        [
            "row 2 of the patch: it expects “1” in “x”; the nearest row of the table, row 2, has “3”",
            "row 3 of the patch: no row of the table is like “q, 7, 8”"
        ]
    );
    assert_eq!(
        conflicts("k,z\na,3", patch),
        [
            "the patch speaks of a column “x”, which the table does not have",
            "the patch speaks of a column “y”, which the table does not have"
        ]
    );
    assert_eq!(
        conflicts("k\na", "@@,k\n---,a\n---,a\n"),
        ["row 3 of the patch: “a” stands fewer times in the table than in the patch"]
    );
}

#[test]
fn rows_that_the_patch_does_not_know_stay_where_they_are() {
    let base = table("k,x\na,1\nextra,0\nb,2\nc,3\nlast,0");
    let patch = "@@,k,x\n,a,1\n+++,n,9\n,b,2\n---,c,3\n";
    let expected = table("k,x\na,1\nextra,0\nn,9\nb,2\nlast,0");
    assert_eq!(Patch::read(patch.as_bytes()).unwrap().apply(&base).unwrap(), expected);
}

#[test]
fn what_is_no_patch_is_refused() {
    let refused = |text: &str| Patch::read(text.as_bytes()).unwrap_err().to_string();
    assert!(refused("a,b\n1,2\n").contains("no row starts with @@"));
    assert!(refused("@@,a\n!->,1\n").contains("conflict that nobody resolved"));
    assert_eq!(refused("@@,a\n?,1\n"), "line 2: “?” is no action of a highlighter diff");
}
