//! How columns and rows are aligned.

use super::{changes, key, table};
use crate::table::{Class, CodeChange, Diff, How, Key, Summary, Table};

#[test]
fn a_key_of_two_columns_is_found_although_a_column_of_numbers_is_unique() {
    let old = table("area,year,count\nA,2023,10\nA,2024,20\nB,2023,30\nB,2024,40");
    let new = table("area,year,count\nA,2023,10\nA,2024,21\nB,2023,30\nB,2024,40");
    let diff = Diff::between(&old, &new, &Key::Inferred).unwrap();
    assert_eq!((diff.key().how, diff.key().columns.len()), (How::Unique, 2));
    assert_eq!(changes(&diff), ["A 2024 / count: 20 → 21 (revised)"]);
}

#[test]
fn a_renamed_column_is_told_after_the_rows_are_aligned_and_does_not_hide_what_changed_in_it() {
    let old = table("k,count\na,10\nb,20\nc,30\nd,40\ne,50\nf,60");
    let new = table("k,count (persons)\nf,60\nc,30\na,11\nd,40\nb,20\ne,50");
    let diff = Diff::between(&old, &new, &key(&["k"])).unwrap();
    assert_eq!(changes(&diff), ["a / count (persons): 10 → 11 (revised)"]);
    let evidence = diff.columns()[1].renamed.unwrap();
    assert_eq!((evidence.same, evidence.rows), (5, 6));
}

#[test]
fn a_column_like_two_others_is_not_taken_for_either() {
    let old = table("k,x\na,1\nb,2\nc,3\nd,4\ne,5");
    let new = table("k,y,z\na,1,1\nb,2,2\nc,3,3\nd,4,4\ne,5,5");
    let summary = Summary::of(&Diff::between(&old, &new, &Key::Inferred).unwrap());
    assert_eq!((summary.columns_added, summary.columns_removed), (2, 1));
}

#[test]
fn a_key_column_may_be_renamed_where_it_holds_the_same_words() {
    let old = table("nation,count\nAA,1\nBB,2\nCC,3\nDD,4\nEE,5");
    let new = table("country,count\nAA,1\nBB,2\nCC,9\nDD,4\nEE,5");
    let diff = Diff::between(&old, &new, &key(&["nation"])).unwrap();
    assert_eq!(changes(&diff), ["CC / count: 3 → 9 (revised)"]);
}

#[test]
fn the_order_of_rows_says_nothing_where_a_key_is_declared() {
    let old = table("k,x\na,1\nb,2\nc,3");
    let new = table("k,x\nc,3\na,1\nb,2");
    assert!(Diff::between(&old, &new, &key(&["k"])).unwrap().is_empty());
    let diff = Diff::between(&old, &new, &Key::Inferred).unwrap();
    assert!(!diff.is_empty());
    assert_eq!(Summary::of(&diff).rows_moved, 1);
}

#[test]
fn rows_of_a_repeated_key_are_paired_only_where_they_are_the_same() {
    let old = table("k,x\na,1\na,2\nb,3");
    let new = table("k,x\na,2\na,8\na,9\nb,3");
    let diff = Diff::between(&old, &new, &key(&["k"])).unwrap();
    let summary = Summary::of(&diff);
    assert_eq!((summary.rows_in_both, summary.rows_added, summary.rows_removed), (2, 2, 1));
    assert!(diff.remarks()[0].contains("“a” stands twice in the old table and 3 times in the new"));
}

#[test]
fn without_a_key_rows_are_paired_by_what_they_share() {
    let old = table("a,b,c\nx,1,p\nx,1,p\ny,2,q");
    let new = table("a,b,c\nx,1,p\nx,1,p\ny,3,q\nx,1,p");
    let diff = Diff::between(&old, &new, &Key::Inferred).unwrap();
    assert_eq!(diff.key().how, How::Content);
    assert_eq!(changes(&diff), ["y 3 q / b: 2 → 3 (revised)"]);
    assert_eq!(Summary::of(&diff).rows_added, 1);
}

#[test]
fn columns_of_one_name_correspond_in_their_order() {
    let old = table("k,x,x\na,1,2\nb,3,4");
    let new = table("k,x,x\na,1,2\nb,3,5");
    let diff = Diff::between(&old, &new, &key(&["k"])).unwrap();
    assert_eq!((diff.cells().len(), diff.cells()[0].column), (1, 2));
}

#[test]
fn a_key_that_is_not_there_is_named() {
    let (old, new) = (table("k,x\na,1"), table("j,x\nb,1"));
    let fault = Diff::between(&old, &new, &key(&["k"])).unwrap_err();
    assert_eq!(fault.to_string(), "the new table does not have the key column “k”");
    let fault = Diff::between(&old, &new, &key(&["q"])).unwrap_err();
    assert_eq!(fault.to_string(), "neither table has the key column “q”");
}

const BEFORE: &str = "land,year,x,y\nTurkey,2023,10,20\nTurkey,2024,30,40\nIran,2023,1,2\nIran,2024,3,4";

#[test]
fn a_value_of_a_key_that_is_another_word_for_the_same_rows_is_a_rename() {
    let old = table(BEFORE);
    let new = table(&BEFORE.replace("Turkey", "Türkiye").replace("Iran,2024,3,4", "Iran,2024,3,5"));
    let diff = Diff::between(&old, &new, &key(&["land", "year"])).unwrap();
    let [CodeChange::Renamed { old, new, evidence, .. }] = diff.codes() else { panic!("{:?}", diff.codes()) };
    assert_eq!((old.as_str(), new.as_str(), evidence.same, evidence.rows), ("Turkey", "Türkiye", 4, 4));
    let summary = Summary::of(&diff);
    assert_eq!((summary.rows_added, summary.rows_removed), (0, 0));
    assert_eq!(changes(&diff).last().unwrap(), "Iran 2024 / y: 4 → 5 (revised)");
}

#[test]
fn values_that_add_up_are_a_split_and_the_other_way_round_a_merge() {
    let old = table(BEFORE);
    let new = table(
        "land,year,x,y\nTurkey east,2023,4,5\nTurkey west,2023,6,15\nTurkey east,2024,10,10\nTurkey west,2024,20,30\nIran,2023,1,2\nIran,2024,3,4",
    );
    let keyed = key(&["land", "year"]);
    let diff = Diff::between(&old, &new, &keyed).unwrap();
    let [CodeChange::Split { old: from, new: to, sums, .. }] = diff.codes() else {
        panic!("{:?}", diff.codes())
    };
    assert_eq!((from.len(), to.len(), *sums), (1, 2, 4));
    let back = Diff::between(&new, &old, &keyed).unwrap();
    assert!(matches!(back.codes(), [CodeChange::Split { old, new, .. }] if old.len() == 2 && new.len() == 1));
}

#[test]
fn what_means_the_same_is_evidence_and_one_rename_helps_to_find_another() {
    let old = table(
        "land,year,count,cost\nTurkey,2023,1204,1000\nTurkey,2024,380,2000\nIran,2023,62,3000\nIran,2024,59,4000\nIraq,2023,917,5000\nIraq,2024,884,6000",
    );
    let new = table(
        "land,year,count (n),cost\nTürkiye,2023,\"1,204\",1\nTürkiye,2024,380.0,2\nIran,2023,62,3\nIran,2024,59,4\nIraq,2023,917,5\nIraq,2024,900,6",
    );
    let more = |text: &Table, rows: &[&str]| {
        Table::read((text.to_csv() + &rows.join("\n")).as_bytes()).unwrap().table
    };
    let (old, new) = (
        more(&old, &["Oman,2023,7,7000", "Oman,2024,8,8000"]),
        more(&new, &["Oman,2023,7,7", "Oman,2024,8,8"]),
    );
    let diff = Diff::between(&old, &new, &key(&["land", "year"])).unwrap();
    assert!(
        matches!(diff.codes(), [CodeChange::Renamed { new, .. }] if new == "Türkiye"),
        "{:?}",
        diff.codes()
    );
    let summary = Summary::of(&diff);
    assert_eq!((summary.columns_renamed, summary.rows_added, summary.rows_removed), (1, 0, 0));
    assert_eq!((diff.scales().len(), summary.cells[&Class::Revised]), (1, 1), "{:?}", changes(&diff));
}
