//! The peers' cases of reported quantities, where they lie beside the repository: `../shared/peer-cases/numbers`.
//!
//! They are not part of it, so a checkout without them says so and tests nothing here; `phrases.rs` always runs.
//! What is read in another way than a peer reads it is listed in `peer_phrases/*.txt`, each under its reason. A case
//! that is not listed and differs fails the test, and so does one that is listed and no longer differs.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]
#![expect(clippy::indexing_slicing, reason = "a part of a case that is not there is null")]
#![expect(clippy::unwrap_used, reason = "a case that is not as it should be fails the test")]
#![expect(clippy::print_stdout, reason = "what is not tested, and how far the rest agrees, is said")]

#[path = "peer_phrases/dates.rs"]
mod dates;
#[path = "peer_phrases/held.rs"]
mod held;
#[path = "peer_phrases/numbers.rs"]
mod numbers;
#[path = "peer_phrases/ours.rs"]
mod ours;
#[path = "peer_phrases/quantities.rs"]
mod quantities;

use onrecord::quantity::view::{Nominal, ReadingView};
use onrecord::quantity::{Context, HedgeWidths, Reader, Reading};
use serde_json::Value;
use std::path::Path;

const CASES: &str = "../shared/peer-cases/numbers";

/// The cases of a file, or nothing where the folder is not there.
fn cases(file: &str) -> Option<Vec<Value>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES);
    if !folder.is_dir() {
        println!("the peers' cases are not there ({}): nothing is tested", folder.display());
        return None;
    }
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    let cases: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
    assert!(!cases.is_empty());
    Some(cases)
}

fn read(phrase: &str) -> Result<Reading, String> {
    read_in(phrase, &Context::prose())
}

fn read_in(phrase: &str, context: &Context) -> Result<Reading, String> {
    Reader::new(HedgeWidths::default()).read(phrase, context).map_err(|error| error.message)
}

/// A reading and the other ways to read the phrase; none where it cannot be read.
fn views(phrase: &str) -> Vec<ReadingView> {
    let Ok(reading) = read(phrase) else { return Vec::new() };
    let view = ReadingView::from(&reading);
    let others = view.alternatives.clone();
    std::iter::once(view).chain(others).collect()
}

/// The results of a case of Recognizers-Text.
fn results(case: &Value) -> &[Value] {
    case["Results"].as_array().unwrap()
}

/// The words of a result as they stand in the input: its `Text` is in lower case.
fn words<'a>(case: &'a Value, result: &'a Value) -> &'a str {
    let input = case["Input"].as_str().unwrap();
    let at = |key: &str| result[key].as_u64().and_then(|at| usize::try_from(at).ok());
    let from = |at: usize| input.char_indices().nth(at).map(|(byte, _)| byte);
    let start = at("Start").and_then(from);
    let to = at("End").map(|end| from(end + 1).unwrap_or(input.len()));
    let found = start.zip(to).and_then(|(start, end)| input.get(start..end));
    found.unwrap_or_else(|| result["Text"].as_str().unwrap())
}

fn value(result: &Value) -> &str {
    result["Resolution"]["value"].as_str().unwrap_or_default()
}

/// The number as written, or the middle of a range.
fn number(view: &ReadingView) -> Option<f64> {
    let parsed = |text: &String| text.parse::<f64>().ok();
    match &view.nominal {
        Nominal::None => None,
        Nominal::One(one) => parsed(one),
        Nominal::Two([from, to]) => Some((parsed(from)? + parsed(to)?) / 2.0),
    }
}

fn is_close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= expected.abs() * 1e-9 + 1e-12
}
