//! The cases written for this project: what a phrase must allow and exclude, and claims that can all be read.

use super::{cases, read};
use onrecord::quantity::view::ReadingView;
use onrecord::quantity::{Cuts, Form, Rational, Reading};
use serde_json::Value;

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
