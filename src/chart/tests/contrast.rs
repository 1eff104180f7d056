//! The style sheet of the charts: every pair of colours that meet can be told apart, in light and in dark.

use crate::chart::svg::Palette;
use std::collections::BTreeMap;

const CHARTS: &str = include_str!("../../../templates/assets/chart.css");
const SITE: &str = include_str!("../../../templates/assets/site.css");
const SERIES: [&str; 4] = ["--series-1", "--series-2", "--series-3", "--series-4"];

type Colours = BTreeMap<String, String>;

/// The custom properties of the first `:root` rule after `mark`; of the first of all without one.
fn properties(sheet: &str, mark: Option<&str>) -> Colours {
    let start = mark.map_or(0, |mark| sheet.find(mark).unwrap());
    let rule = sheet[start..].split_once(":root {").unwrap().1.split_once('}').unwrap().0;
    let rule = without_comments(rule);
    let pairs = rule.split(';').filter_map(|line| line.split_once(':'));
    pairs.map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned())).collect()
}

fn without_comments(rule: &str) -> String {
    let parts = rule.split("/*");
    parts.map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect()
}

fn sheet(mark: Option<&str>) -> Colours {
    let site = properties(SITE, mark);
    let mut charts = properties(CHARTS, mark);
    for value in charts.values_mut() {
        if let Some(inner) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
            let (name, fallback) = inner.split_once(", ").unwrap();
            let page = site.get(name).unwrap_or_else(|| panic!("{name} is not in site.css"));
            assert_eq!(page, fallback, "{name} and its fallback");
            *value = page.clone();
        }
    }
    charts
}

fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').unwrap_or_else(|| panic!("{colour} is no colour"));
    let digits = if digits.len() == 3 {
        digits.chars().flat_map(|digit| [digit, digit]).collect()
    } else {
        digits.to_owned()
    };
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(colours: &Colours, a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(&colours[a]), luminance(&colours[b]));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn check(colours: &Colours, pairs: &[(&str, &str)], least: f64) {
    for (a, b) in pairs {
        let found = contrast(colours, a, b);
        assert!(found >= least, "{a} {} on {b} {}: {found:.2}", colours[*a], colours[*b]);
    }
}

const DARK: Option<&str> = Some("prefers-color-scheme: dark");

#[test]
fn lettering_stands_out_from_the_ground_and_the_band() {
    let text = ["--chart-ink", "--chart-quiet"];
    let grounds = ["--chart-ground", "--chart-band"];
    for mark in [None, DARK, Some("@media print")] {
        for (ink, ground) in text.iter().flat_map(|ink| grounds.map(|ground| (*ink, ground))) {
            check(&print_or(mark), &[(ink, ground)], 4.5);
        }
    }
}

#[test]
fn marks_bars_and_axes_stand_out_from_what_lies_behind_them() {
    for mark in [None, DARK, Some("@media print")] {
        let colours = print_or(mark);
        for series in SERIES {
            check(&colours, &[(series, "--chart-ground")], 3.0);
        }
        check(
            &colours,
            &[
                ("--chart-bar", "--chart-ground"),
                ("--chart-bar", "--chart-band"),
                ("--chart-axis", "--chart-ground"),
                ("--chart-axis", "--chart-band"),
            ],
            3.0,
        );
    }
}

#[test]
fn neighbouring_series_differ_in_lightness_too() {
    for mark in [None, DARK, Some("@media print")] {
        let colours = print_or(mark);
        for pair in SERIES.windows(2) {
            check(&colours, &[(pair[0], pair[1])], 3.0);
        }
    }
}

#[test]
fn the_light_palette_is_that_of_the_analysis_function_but_for_a_shade() {
    let colours = sheet(None);
    for (series, given) in SERIES.iter().zip(["#12436D", "#28A197", "#801650", "#F46A25"]) {
        let away = (luminance(&colours[*series]) - luminance(given)).abs();
        assert!(away < 0.03, "{series} is {} instead of {given}", colours[*series]);
    }
}

#[test]
fn a_drawing_outside_a_page_has_the_colours_of_the_pages() {
    for (mark, palette) in [(None, Palette::LIGHT), (DARK, Palette::DARK)] {
        let colours = sheet(mark);
        let named = [
            ("--chart-ground", palette.ground),
            ("--chart-ink", palette.ink),
            ("--chart-quiet", palette.quiet),
            ("--chart-grid", palette.grid),
            ("--chart-axis", palette.axis),
            ("--chart-bar", palette.bar),
            ("--chart-band", palette.band),
        ];
        for (name, colour) in named.into_iter().chain(SERIES.into_iter().zip(palette.series)) {
            assert_eq!(colours[name], colour, "{name}");
        }
    }
}

#[test]
fn forced_colours_use_nothing_but_the_system_colours() {
    let system = ["Canvas", "CanvasText", "GrayText", "LinkText"];
    for (property, value) in properties(CHARTS, Some("forced-colors: active")) {
        assert!(system.contains(&value.as_str()), "{property}: {value}");
    }
}

/// Print sets plain colours of its own; light and dark take theirs from the page.
fn print_or(mark: Option<&str>) -> Colours {
    if mark == Some("@media print") { properties(CHARTS, mark) } else { sheet(mark) }
}
