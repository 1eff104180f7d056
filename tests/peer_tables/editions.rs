//! Two editions of small statistics tables, with the list of what was done to them.

use super::{cases, key, name, table};
use onrecord::table::{Class, Diff, Key, Summary};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What was done, in lines; without the columns and rows that stand elsewhere.
fn done(case: &Value) -> BTreeSet<String> {
    let edits = case["edits"].as_array().unwrap().iter();
    edits.filter_map(line).collect()
}

fn line(edit: &Value) -> Option<String> {
    let key =
        edit["key"].as_array().map(|key| key.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "));
    let column = edit["column_new"].as_str().or(edit["column"].as_str()).unwrap_or_default();
    let text = |name: &str| edit[name].as_str().unwrap_or_default().to_owned();
    let key = key.unwrap_or_default();
    match edit["type"].as_str().unwrap() {
        kind @ ("revised" | "suppressed") => {
            Some(format!("{kind}: {key}, {column}: {} → {}", text("old"), text("new")))
        }
        kind @ ("row_added" | "row_removed") => Some(format!("{kind}: {key}")),
        kind @ "column_renamed" => Some(format!("{kind}: {} → {}", text("old"), text("new"))),
        kind @ "column_added" => Some(format!("{kind}: {column}")),
        "columns_reordered" | "rows_reordered" => None,
        other => panic!("{other}"),
    }
}

/// What we find, in the same lines.
fn found(diff: &Diff<'_>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for cell in diff.cells() {
        let (old, new) = diff.words(cell);
        let key = diff.row_key(&diff.rows()[cell.row]).join(", ");
        let column = diff.column_name(&diff.columns()[cell.column]);
        // Small whole numbers may be the same to the nearest ten: nothing here is rounded.
        assert!(matches!(cell.class, Class::Revised | Class::Suppressed), "{key} {column}: {:?}", cell.class);
        found.insert(format!("{}: {key}, {column}: {old} → {new}", cell.class.name()));
    }
    for row in diff.rows() {
        let key = diff.row_key(row).join(", ");
        match (row.old, row.new) {
            (None, _) => found.insert(format!("row_added: {key}")),
            (_, None) => found.insert(format!("row_removed: {key}")),
            _ => false,
        };
    }
    for column in diff.columns() {
        let name = diff.column_name(column);
        match (column.old, column.new) {
            (None, _) => found.insert(format!("column_added: {name}")),
            (_, None) => found.insert(format!("column_removed: {name}")),
            (Some(old), Some(_)) if diff.old().column(old) != name => {
                found.insert(format!("column_renamed: {} → {name}", diff.old().column(old)))
            }
            _ => false,
        };
    }
    found
}

#[test]
fn everything_that_was_done_is_found_and_nothing_else() {
    let Some(cases) = cases("editions/cases.json") else { return };
    let mut lines = 0;
    for case in &cases {
        let (before, after) = (table(&case["before"]), table(&case["after"]));
        for key in [key(&case["key"]), Key::Inferred] {
            let diff = Diff::between(&before, &after, &key).unwrap();
            let expected = done(case);
            assert_eq!(found(&diff), expected, "{} {key:?}", name(case));
            lines += expected.len();
            let did =
                |kind: &str| case["edits"].as_array().unwrap().iter().any(|edit| edit["type"] == json!(kind));
            let summary = Summary::of(&diff);
            assert_eq!(summary.rows_moved > 0, did("rows_reordered"), "{}", name(case));
            assert_eq!(summary.columns_moved > 0, did("columns_reordered"), "{}", name(case));
        }
    }
    println!(
        "{} pairs of editions, {lines} edits with the key and without: all found, nothing else",
        cases.len()
    );
}
