//! The peers' cases of tables and their differences, where they lie beside the repository:
//! `../shared/peer-cases/tabular-diff`.
//!
//! They are not part of it, so a checkout without them says so and tests nothing here; the laws in `table::tests`
//! always run. What differs from daff on purpose is listed in `peer_tables/daff.rs`, each case under its reason. A case
//! that is not listed and differs fails the test, and so does one that is listed and no longer differs.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]
#![expect(clippy::indexing_slicing, reason = "a part of a case that is not there is null")]
#![expect(clippy::panic, reason = "an edit that is not known fails the test")]
#![expect(clippy::unwrap_used, reason = "a case that is not as it should be fails the test")]
#![expect(clippy::print_stdout, reason = "what is not tested, and how far the rest agrees, is said")]

#[path = "peer_tables/daff.rs"]
mod daff;
#[path = "peer_tables/editions.rs"]
mod editions;
#[path = "peer_tables/raw.rs"]
mod raw;

use onrecord::table::{Key, Table};
use serde_json::Value;
use smol_str::SmolStr;
use std::path::{Path, PathBuf};

const CASES: &str = "../shared/peer-cases/tabular-diff";

/// The folder of the cases, or nothing where it is not there, which is said.
fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES);
    if !folder.is_dir() {
        println!("the peers' cases are not there ({}): nothing is tested", folder.display());
        return None;
    }
    Some(folder)
}

/// The cases of a file.
fn cases(file: &str) -> Option<Vec<Value>> {
    let text = std::fs::read_to_string(folder()?.join(file)).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(!cases.is_empty());
    Some(cases)
}

/// A cell as daff writes it in a CSV file.
fn cell(value: &Value) -> SmolStr {
    match value {
        Value::Null => "NULL".into(),
        Value::String(text) => text.into(),
        other => other.to_string().into(),
    }
}

fn rows(value: &Value) -> Vec<Vec<SmolStr>> {
    let rows = value.as_array().unwrap();
    rows.iter().map(|row| row.as_array().unwrap().iter().map(cell).collect()).collect()
}

fn table(value: &Value) -> Table {
    let mut rows = rows(value).into_iter();
    Table::new(rows.next().unwrap_or_default(), rows.collect())
}

fn key(value: &Value) -> Key {
    let names: Vec<String> =
        value.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect();
    if names.is_empty() { Key::Inferred } else { Key::Declared(names) }
}

fn name(case: &Value) -> &str {
    case["id"].as_str().unwrap()
}
