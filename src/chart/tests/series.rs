//! Figures over time.

use super::samples::*;
use super::xml;
use crate::chart::series::{Break, Form, Point};
use crate::chart::{ChartError, Stated};
use crate::period::Timing;
use crate::quantity::NoValue;
use crate::reconcile::Status;

fn joined(values: impl Fn(i64) -> Option<Stated>) -> bool {
    series(vec![monthly("Source", values)]).to_svg().unwrap().contains("class=\"line\"")
}

#[test]
fn a_line_joins_only_neighbours_that_are_exact_and_confirmed() {
    let firm = |number: i64| exact(100 + number, Status::Confirmed);
    assert!(joined(|number| (number < 2).then(|| firm(number))));
    assert!(!joined(|number| (number % 2 == 0).then(|| firm(number))), "a month lies between");
    assert!(!joined(|number| (number < 2).then(|| exact(100 + number, Status::Unconfirmed))));
    assert!(!joined(|number| (number < 2).then(|| if number == 0 { firm(0) } else { more_than(100) })));
}

#[test]
fn two_figures_of_one_source_for_one_period_are_not_joined() {
    let mut chart = two_points();
    let second =
        Point { about: month(0), stated: exact(1300, Status::Confirmed), words: String::new(), row: None };
    chart.series[0].points.truncate(1);
    chart.series[0].points.push(second);
    let svg = chart.to_svg().unwrap();
    xml::check(&svg);
    assert!(!svg.contains("class=\"line\""), "{svg}");
}

#[test]
fn a_line_does_not_cross_a_break() {
    let mut chart = two_points();
    assert!(chart.to_svg().unwrap().contains("class=\"line\""));
    chart.breaks.push(Break { at: date("2023-02"), label: "counted by person".to_owned() });
    let svg = chart.to_svg().unwrap();
    assert!(!svg.contains("class=\"line\"") && svg.contains("class=\"break\""));
    assert!(svg.contains("February 2023: counted by person"));
    assert!(chart.title().ends_with(": 2 figures"), "{}", chart.title());
}

#[test]
fn an_unconfirmed_figure_is_hollow() {
    let one = |status| series(vec![monthly("Source", move |number| (number == 0).then(|| exact(5, status)))]);
    let svg = one(Status::Unconfirmed).to_svg().unwrap();
    assert!(svg.contains("<g class=\"s1\"><path class=\"hollow\"") && svg.contains("not confirmed"));
    assert!(!one(Status::Confirmed).to_svg().unwrap().contains("class=\"hollow\""));
}

#[test]
fn gaps_stay_gaps_and_missing_values_have_their_shorthand() {
    let values = |number: i64| match number {
        5 => Some(Stated::NoValue(NoValue::Suppressed)),
        9 | 10 => None,
        _ => Some(exact(100, Status::Confirmed)),
    };
    let chart = series(vec![monthly("Source", values)]);
    let svg = chart.to_svg().unwrap();
    assert!(svg.contains(">[c]</text>") && svg.contains("[c] withheld so that nobody can be identified"));
    assert!(svg.contains("gap: no figure recorded"));
    assert!(
        chart.describe().contains("no figure: June 2023; gap after: September 2023."),
        "{}",
        chart.describe()
    );
}

#[test]
fn bars_begin_at_zero_and_a_scale_that_does_not_says_so() {
    let mut chart = two_points();
    let lines = chart.to_svg().unwrap();
    assert!(lines.contains("The scale does not begin at zero.") && !lines.contains(">0</text>"));
    chart.form = Form::Bars;
    let bars = chart.to_svg().unwrap();
    assert!(!bars.contains("does not begin at zero") && bars.contains(">0</text>"));
}

#[test]
fn a_title_says_what_moved_or_how_often_sources_differ() {
    assert_eq!(
        two_points().title(),
        "Notices issued: rose from 1,200 in January 2023 to 1,234 in February 2023"
    );
    assert_eq!(two_sources().title(), "Notices issued: 2 sources differ in 5 of 24 periods");
}

#[test]
fn more_than_four_series_are_refused() {
    let chart = series((0..5).map(|_| monthly("Source", |_| None)).collect());
    assert_eq!(chart.to_svg(), Err(ChartError::TooManySeries { given: 5, most: 4 }));
}

#[test]
fn a_figure_without_a_date_is_counted_but_not_drawn() {
    let mut chart = two_points();
    let undated = Point {
        about: Timing::NotStated,
        stated: exact(9_000_000, Status::Confirmed),
        words: String::new(),
        row: None,
    };
    chart.series[0].points.push(undated);
    let svg = chart.to_svg().unwrap();
    assert!(svg.contains("1 figure without a date is not drawn.") && !svg.contains("million"));
}

#[test]
fn months_are_labelled_by_the_calendar_and_years_where_they_change() {
    let svg = two_sources().to_svg().unwrap();
    let wide = svg.split("</svg>").next().unwrap();
    for label in [">Jan<", ">Apr<", ">Jul<", ">Oct<"] {
        assert_eq!(wide.matches(label).count(), 2, "{label}");
    }
    assert_eq!((wide.matches(">2023<").count(), wide.matches(">2024<").count()), (1, 1));
}

#[test]
fn charts_are_small_because_thousands_are_made_at_once() {
    let (two, many) = (two_points().to_svg().unwrap(), two_sources().to_svg().unwrap());
    assert!(two.len() < 4_500, "{} bytes: {two}", two.len());
    assert!(many.len() < 10_000, "{} bytes: {many}", many.len());
    xml::check(&two);
    xml::check(&many);
}
