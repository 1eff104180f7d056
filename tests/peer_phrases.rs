//! The peers' cases of reported quantities, where they lie beside the repository: `../shared/peer-cases/numbers`.
//!
//! They are not part of it, so a checkout without them says so and tests nothing here; `phrases.rs` always runs.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]
#![expect(clippy::unwrap_used, reason = "a case that is not as it should be fails the test")]
#![expect(clippy::print_stdout, reason = "what is not tested, and how far the rest agrees, is said")]

use onrecord::quantity::view::{Nominal, ReadingView};
use onrecord::quantity::{Context, Cuts, Form, HedgeWidths, Rational, Reader, Reading};
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
    let reader = Reader::new(HedgeWidths::default());
    reader.read(phrase, &Context::prose()).map_err(|error| error.message)
}

fn number(value: &Value) -> Rational {
    value.to_string().parse().unwrap()
}

#[test]
fn reported_quantities_allow_what_they_must_and_exclude_what_they_must() {
    let Some(cases) = cases("phrases/cases.json") else { return };
    for case in cases {
        let phrase = case["phrase"].as_str().unwrap();
        let reading = read(phrase).unwrap();
        let view = ReadingView::from(&reading);
        if let Some(status) = case.get("status") {
            assert_eq!(view.status, status.as_str(), "{phrase}");
        }
        for (key, found) in [
            ("unit", &view.unit),
            ("period", &view.period),
            ("as_of", &view.period),
            ("currency", &view.unit),
        ] {
            if let Some(expected) = case.get(key).and_then(Value::as_str) {
                assert_eq!(found.as_deref(), Some(expected), "{phrase}: {key}");
            }
        }
        for (key, found) in [("stance", view.stance), ("relation", view.relation), ("per", view.relation)] {
            if let Some(expected) = case.get(key).and_then(Value::as_str) {
                assert_eq!(found, Some(expected), "{phrase}: {key}");
            }
        }
        let Some(cuts) = cuts_meant(&case, &reading) else { continue };
        for value in case["must_allow"].as_array().unwrap() {
            assert!(cuts.support().contains(&number(value)), "{phrase} must allow {value}: {cuts:?}");
        }
        for value in case["must_exclude"].as_array().unwrap() {
            assert!(!cuts.support().contains(&number(value)), "{phrase} must exclude {value}: {cuts:?}");
        }
        assert_nominal(&case, &reading);
    }
}

/// The cuts that a case speaks of: its own, or those of the earlier value it implies.
fn cuts_meant<'a>(case: &Value, reading: &'a Reading) -> Option<&'a Cuts> {
    match case.get("allow_is").and_then(Value::as_str) {
        Some(earlier) if earlier.contains("earlier") => Some(reading.implied_earlier().unwrap()),
        Some(ratio) => {
            assert_eq!((ratio, reading.amount().unwrap().form()), ("ratio new/old", &Form::Change));
            Some(reading.amount().unwrap().cuts())
        }
        None => reading.amount().map(|amount| amount.cuts()),
    }
}

/// The numbers as written: those of the quantity, then that of the level it arrives at.
fn assert_nominal(case: &Value, reading: &Reading) {
    let level = reading.level().and_then(|level| level.amount());
    let found = [reading.amount(), level].into_iter().flatten().flat_map(|amount| amount.nominal().to_vec());
    let expected = case["nominal"].as_array().unwrap().iter().map(number);
    let close = |(found, expected): (Rational, Rational)| {
        (&found - &expected).abs() < Rational::new(1, 1_000).unwrap()
    };
    let pairs: Vec<_> = found.zip(expected).collect();
    assert!(!pairs.is_empty() && pairs.into_iter().all(close), "{}", case["phrase"]);
}

#[test]
fn the_texts_of_the_claim_graphs_can_all_be_read() {
    let Some(cases) = cases("reconcile/cases.json") else { return };
    for claim in cases.iter().flat_map(|case| case["claims"].as_array().unwrap()) {
        let text = claim["text"].as_str().unwrap();
        assert!(read(text).is_ok(), "{text}");
    }
}

/// Of the numbers that Recognizers-Text reads, ours are the same but for these, each for a reason:
/// powers and scientific notation (`1.1^23`, `1.3e6`), commas as decimal points and Indian grouping (`1,3`,
/// `12,34,567.89`), ratios in words ("1 over 3"), fractions above one ("twenty fifths"), and short forms unknown in the
/// United Kingdom (`mm`, `g` and `tln` for multipliers). Nearly all of these are refused and not misread.
#[test]
fn numbers_of_recognizers_text_are_read_alike_or_refused() {
    let Some(cases) = cases("recognizers-text/Number/NumberModel.json") else { return };
    let (mut alike, mut refused, mut other) = (0, 0, Vec::new());
    for result in cases.iter().flat_map(|case| case["Results"].as_array().unwrap()) {
        let (text, value) =
            (result["Text"].as_str().unwrap(), result["Resolution"]["value"].as_str().unwrap_or_default());
        let view = read(text).map(|reading| ReadingView::from(&reading));
        match (view.map(|view| view.nominal), value.parse::<f64>()) {
            (Err(_), _) => refused += 1,
            (Ok(Nominal::One(found)), Ok(value)) if is_close(found.parse().unwrap(), value) => alike += 1,
            _ => other.push(text),
        }
    }
    println!("alike {alike}, refused {refused}, other {other:?}");
    assert!(alike >= 85, "{alike} alike");
    assert!(other.len() <= 12, "read in another way: {other:?}");
}

fn is_close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= expected.abs() * 1e-9 + 1e-9
}

/// The same for sums of money. Recognizers-Text counts pence where we count pounds, and reads "15 dollars 50".
#[test]
fn sums_of_money_of_recognizers_text_are_read_alike_or_refused() {
    let Some(cases) = cases("recognizers-text/NumberWithUnit/CurrencyModel.json") else { return };
    let (mut alike, mut refused, mut other) = (0, 0, Vec::new());
    for result in cases.iter().flat_map(|case| case["Results"].as_array().unwrap()) {
        let (text, value) =
            (result["Text"].as_str().unwrap(), result["Resolution"]["value"].as_str().unwrap_or_default());
        let view = read(text).map(|reading| ReadingView::from(&reading));
        match (view.map(|view| view.nominal), value.parse::<f64>()) {
            (Err(_), _) => refused += 1,
            (Ok(Nominal::One(found)), Ok(value)) if is_close(found.parse().unwrap(), value) => alike += 1,
            _ => other.push(text),
        }
    }
    println!("alike {alike}, refused {refused}, other {other:?}");
    assert!(alike >= 78, "{alike} alike");
    assert!(other.len() <= 8, "read in another way: {other:?}");
}
