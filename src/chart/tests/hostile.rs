//! Whatever the data hold, the charts are well formed, finite, and the same each time.

use super::samples::*;
use super::xml;
use crate::chart::Stated;
use crate::chart::claims::{Agreement, Demand};
use crate::chart::series::{Break, Form};
use crate::quantity::{Cuts, Interval, NoValue, Rational};
use crate::reconcile::Status;

const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "]]></title></svg><img src=x onerror=alert(1)>",
    "a\u{0}b\u{7}c\u{1b}[31m\r\n\td\u{9f}",
    "\u{202E}evil\u{202C} \u{2066}x\u{2069}\u{FFFE}\u{FFFF}",
    "\" onload=\"alert(1)\" x='&amp;&#x3c;",
    "",
    "𝒰𝓃𝒾𝒸ℴ𝒹ℯ 👩‍👩‍👧‍👦 漢字漢字漢字 ẍ̷̧̢̛̛",
    " \u{a0}\u{3000} ",
];

fn long() -> String {
    format!("{} {}", "Sesquipedalian".repeat(20), "and so on ".repeat(30))
}

#[test]
fn hostile_labels_stay_text() {
    let long = long();
    for label in HOSTILE.into_iter().chain([long.as_str()]) {
        let mut chart = claims(vec![
            row(label, "2025", label, more_than(5)),
            row(label, "2024", label, about(65, Status::Withdrawn)),
        ]);
        (chart.id, chart.unit, chart.measure) = (label.to_owned(), label.to_owned(), label.to_owned());
        chart.demands.push(Demand { source: label.to_owned(), said: None, words: label.to_owned() });
        let claims = chart.to_svg().unwrap();
        let mut chart = two_sources();
        (chart.id, chart.unit, chart.title) = (label.to_owned(), label.to_owned(), Some(label.to_owned()));
        chart.series.iter_mut().for_each(|series| series.source = label.to_owned());
        chart.breaks.push(Break { at: date("2024-04"), label: label.to_owned() });
        let series = chart.to_svg().unwrap();
        for svg in [claims, series] {
            xml::check(&svg);
            assert!(!svg.contains("<script") && !svg.contains("<img"), "{svg}");
            assert!(svg.len() < 36_000, "{} bytes for {label}", svg.len());
        }
    }
}

#[test]
fn every_kind_of_value_has_a_finite_place() {
    let huge = 1_000_000_000_000_000_000;
    let sets: [&[i64]; 9] = [
        &[],
        &[5],
        &[0],
        &[0, 0],
        &[736, 736, 736],
        &[-40, -7],
        &[-5, 5],
        &[huge, huge - 1, 3],
        &[huge, -huge],
    ];
    for values in sets {
        let rows =
            values.iter().map(|value| row("Source", "2025", "words", about(*value, Status::Confirmed)));
        check_finite(&claims(rows.collect()).to_svg().unwrap());
        for form in [Form::Lines, Form::Bars] {
            let all =
                |number: i64| Some(about(*values.get(usize::try_from(number).ok()?)?, Status::Confirmed));
            let mut chart = series(vec![monthly("Source", all)]);
            chart.form = form;
            check_finite(&chart.to_svg().unwrap());
        }
    }
}

fn check_finite(svg: &str) {
    xml::check(svg);
    let farthest = svg
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|digits| digits.parse::<u64>().ok())
        .filter(|number| *number < 1_000_000)
        .max();
    assert!(!svg.contains("NaN") && !svg.contains("inf\"") && farthest < Some(100_000), "{svg}");
    assert!(!svg.contains("21474836"), "a coordinate ran to the end of its type: {svg}");
}

#[test]
fn numbers_beyond_floating_point_are_clipped() {
    let beyond = Rational::pow10(400);
    let cuts = Cuts::point(beyond.clone());
    let rows = vec![row("Source", "2025", "10^400", Stated::Figure { status: Status::Confirmed, cuts })];
    check_finite(&claims(rows).to_svg().unwrap());
    let any = Cuts::sharp(Interval::all());
    let rows = vec![row("Source", "2025", "some", Stated::Figure { status: Status::Confirmed, cuts: any })];
    xml::check(&claims(rows).to_svg().unwrap());
}

#[test]
fn five_hundred_claims_make_one_long_chart() {
    let claim =
        |number: i64| row("Source", "2025-01-01", "about so many", about(1000 + number, Status::Unconfirmed));
    let chart = claims((0..500).map(claim).collect());
    let svg = chart.to_svg().unwrap();
    xml::check(&svg);
    assert!(svg.len() < 500_000, "{} bytes", svg.len());
}

#[test]
fn a_chart_without_any_value_says_so() {
    let silent = |reason: NoValue| Stated::NoValue(reason);
    let rows = vec![row("Home Office", "2025", "cannot say", silent(NoValue::NotHeld))];
    let chart = claims(rows);
    assert!(chart.title().ends_with("no account gives a figure"));
    xml::check(&chart.to_svg().unwrap());
    let chart = series(vec![monthly("Home Office", |_| Some(Stated::NoValue(NoValue::Suppressed)))]);
    let svg = chart.to_svg().unwrap();
    xml::check(&svg);
    assert!(svg.contains("No figure is given.") && svg.contains("[c]"));
    xml::check(&series(Vec::new()).to_svg().unwrap());
}

#[test]
fn the_same_chart_is_the_same_bytes() {
    let mut chart = absconders();
    let first = chart.to_svg().unwrap();
    assert_eq!(first, chart.to_svg().unwrap());
    chart.rows.swap(0, 1);
    assert_eq!(first, chart.to_svg().unwrap(), "rows said on different days have one order");
    chart.agreement = Agreement::Impossible;
    assert_ne!(first, chart.to_svg().unwrap());
}
