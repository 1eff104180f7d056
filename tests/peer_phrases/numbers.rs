//! Numbers, per cent, ordinals, ranges and money of Recognizers-Text.

use super::held::{Alike, Held};
use super::{cases, is_close, number, results, value, views, words};
use onrecord::quantity::view::{IntervalView, ReadingView};
use serde_json::Value;

/// Every result of a file, and for an input without any that it gives no quantity.
fn hold(
    name: &'static str,
    files: &[&str],
    is_alike: impl Fn(&[ReadingView], &Value) -> bool,
    is_none: impl Fn(&[ReadingView]) -> bool,
) {
    let mut held = Held::new(name);
    for file in files {
        let Some(cases) = cases(&format!("recognizers-text/{file}.json")) else { return };
        for case in &cases {
            for result in results(case) {
                let words = words(case, result);
                held.case(words, Alike::from(is_alike(&views(words), result)));
            }
            if results(case).is_empty() {
                let input = case["Input"].as_str().unwrap();
                held.case(input, Alike::from(is_none(&views(input))));
            }
        }
    }
    held.hold();
}

fn any(views: &[ReadingView], holds: impl Fn(&ReadingView) -> bool) -> bool {
    views.iter().any(holds)
}

#[test]
fn numbers_are_read_alike() {
    let same = |views: &[ReadingView], result: &Value| {
        let Ok(expected) = value(result).parse() else { return false };
        any(views, |view| number(view).is_some_and(|found| is_close(found, expected)))
    };
    hold("number", &["Number/NumberModel", "Number/NumberModelPercentMode"], same, <[_]>::is_empty);
}

/// A proportion is one of one with us, and one of a hundred with the peer.
#[test]
fn per_cent_is_read_alike() {
    let same = |views: &[ReadingView], result: &Value| {
        let Ok(expected) = value(result).trim_end_matches('%').parse::<f64>() else {
            return views.is_empty();
        };
        any(views, |view| match (view.form, number(view)) {
            (Some("percent"), Some(found)) => is_close(found, expected),
            (Some("proportion"), Some(found)) => (found * 100.0 - expected).abs() < 1e-9,
            _ => false,
        })
    };
    let none = |views: &[ReadingView]| !any(views, |view| view.form == Some("percent"));
    hold("percent", &["Number/PercentModel", "Number/PercentModelPercentMode"], same, none);
}

#[test]
fn ordinals_count_nothing() {
    hold("ordinal", &["Number/OrdinalModel"], |views, _| views.is_empty(), <[_]>::is_empty);
}

/// Both ends of a range belong to it with us. The peer leaves out the upper one, but for its experimental mode.
#[test]
fn ranges_and_bounds_are_read_alike() {
    let same = |views: &[ReadingView], result: &Value| any(views, |view| is_range(view, value(result)));
    let files = ["Number/NumberRangeModel", "Number/NumberRangeModelExperimentalMode"];
    hold("range", &files, same, <[_]>::is_empty);
}

fn is_range(view: &ReadingView, expected: &str) -> bool {
    let (open, close) = (expected.starts_with('('), expected.ends_with(')'));
    let ends = expected.trim_matches(['[', ']', '(', ')']).split_once(',');
    let Some((lo, hi)) = ends else { return false };
    let between = !lo.is_empty() && !hi.is_empty();
    let cut = if between { &view.core } else { &view.support };
    let Some(IntervalView { lo: from, hi: to, lo_closed, hi_closed }) = cut else { return false };
    let same = |found: &Option<String>, expected: &str| match (found, expected.parse::<f64>()) {
        (Some(found), Ok(expected)) => found.parse().is_ok_and(|found: f64| is_close(found, expected)),
        // What is counted is never below zero.
        (Some(found), Err(_)) => found == "0",
        (None, expected) => expected.is_err(),
    };
    let bounded = view.hedge != Some("between");
    let closed = lo.is_empty() || *lo_closed != open;
    let closed_above = hi.is_empty() || !bounded || *hi_closed != close;
    same(from, lo) && same(to, hi) && closed && closed_above
}

/// We count in pounds where the peer counts pence.
#[test]
fn money_is_read_alike() {
    let same = |views: &[ReadingView], result: &Value| {
        let Ok(expected) = value(result).parse::<f64>() else { return views.is_empty() };
        let pence = matches!(result["Resolution"]["unit"].as_str(), Some("Pence" | "Penny"));
        let expected = if pence { expected / 100.0 } else { expected };
        let code = result["Resolution"]["isoCurrency"].as_str();
        any(views, |view| {
            let code =
                code.is_none_or(|code| view.form != Some("money") || view.unit.as_deref() == Some(code));
            code && number(view).is_some_and(|found| is_close(found, expected))
        })
    };
    let none = |views: &[ReadingView]| !any(views, |view| view.form == Some("money"));
    hold("money", &["NumberWithUnit/CurrencyModel"], same, none);
}
