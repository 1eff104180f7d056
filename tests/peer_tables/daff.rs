//! daff's pairs: its differences applied by us, ours applied by us, and ours held against its own.

use super::{cases, name, rows, table};
use onrecord::table::highlighter::{self, Patch};
use onrecord::table::{Diff, Key, Summary, Table};
use serde_json::{Value, json};

/// Where our table of a difference is another than daff's, and why.
const DIFFERENT: [(&str, &str); 0] = [];

/// The cases whose texts mean the same in CSV as in daff's own tables. In JSON a text may read “NULL”; in a CSV file as
/// daff reads it, that is a cell without a value, and such a text is written “_NULL”.
fn as_csv(value: &Value) -> Value {
    let escaped = |cell: &Value| match cell {
        Value::String(text) if text.trim_start_matches('_') == "NULL" => json!(format!("_{text}")),
        other => other.clone(),
    };
    let row = |row: &Value| row.as_array().unwrap().iter().map(escaped).collect::<Vec<Value>>();
    Value::Array(value.as_array().unwrap().iter().map(|cells| json!(row(cells))).collect())
}

fn sides(case: &Value) -> (Table, Table) {
    (table(&as_csv(&case["local"])), table(&as_csv(&case["remote"])))
}

/// The pairs made from daff's CSV files came without their tables: they have no column to be a key.
fn key(case: &Value) -> Key {
    if sides(case).0.columns().is_empty() { Key::Inferred } else { super::key(&case["key"]) }
}

#[test]
fn a_difference_that_daff_wrote_can_be_applied() {
    let Some(cases) = cases("daff/cases.json") else { return };
    for case in &cases {
        let (local, remote) = sides(case);
        let patch = Patch::of(&rows(&case["expected_diff"])).unwrap();
        assert_eq!(patch.apply(&local), Ok(remote), "{}", name(case));
    }
    println!("{} differences of daff are applied", cases.len());
}

#[test]
fn our_own_difference_leads_from_one_to_the_other_and_back() {
    let Some(cases) = cases("daff/cases.json") else { return };
    for case in &cases {
        let (local, remote) = sides(case);
        for (old, new) in [(&local, &remote), (&remote, &local)] {
            let diff = Diff::between(old, new, &key(case)).unwrap();
            let patch = Patch::read(highlighter::csv(&diff).as_bytes()).unwrap();
            assert_eq!(patch.apply(old).as_ref(), Ok(new), "{}", name(case));
        }
    }
}

/// The counts of a difference as daff gives them.
fn counts(diff: &Diff<'_>) -> Value {
    let summary = Summary::of(diff);
    let mut columns: Vec<usize> = diff.cells().iter().map(|cell| cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    json!({
        "row_inserts": summary.rows_added, "row_deletes": summary.rows_removed,
        "row_updates": summary.rows_changed, "row_reorders": summary.rows_moved,
        "col_inserts": summary.columns_added, "col_deletes": summary.columns_removed,
        "col_updates": columns.len(), "col_renames": summary.columns_renamed,
        "col_reorders": summary.columns_moved,
    })
}

/// daff counts a difference only where a row shows one: not where a column went.
fn has_difference(sheet: &[Vec<String>]) -> bool {
    let is_row = |row: &&Vec<String>| !["@@", "!", "...", ""].contains(&row[0].as_str());
    sheet.iter().any(|row| is_row(&row))
}

#[test]
fn our_difference_is_daffs_but_where_a_reason_is_given() {
    let Some(cases) = cases("daff/cases.json") else { return };
    let (mut same, mut faults) = (0, Vec::new());
    for case in &cases {
        let (local, remote) = sides(case);
        let diff = Diff::between(&local, &remote, &key(case)).unwrap();
        let sheet = highlighter::sheet(&diff);
        let expected = rows(&case["expected_diff"]);
        let is_same = sheet == expected
            && counts(&diff) == case["expected_summary"]
            && has_difference(&sheet) == case["has_difference"].as_bool().unwrap();
        let listed = DIFFERENT.iter().any(|(listed, _)| *listed == name(case));
        same += usize::from(is_same);
        if is_same == listed {
            faults.push(format!("{}: {sheet:?}\n  daff: {expected:?}\n  {}", name(case), counts(&diff)));
        }
    }
    println!(
        "{same} of {} differences are daff's own, cell by cell; {} differ on purpose",
        cases.len(),
        DIFFERENT.len()
    );
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
