//! Records with many figures for one measure: what is too much to compare is said, and each repetition finds its origin.

use crate::repository::all_findings;
use crate::world::{POLICY, World};

/// A world in which so many figures are given for one day.
fn on_one_day(figures: usize) -> World {
    let world = World::default().measure("cases", "count").source("table", "official-statistics", &[]);
    (0..figures).fold(world, |world, n| {
        world.figure(&format!("case-{n:03}"), "cases", "table", "2024-03-31", &(1_000 + n).to_string())
    })
}

#[test]
fn figures_for_one_day_that_are_too_many_to_compare_are_said_to_be_so() {
    let found = all_findings(on_one_day(201).record(), &POLICY);
    let conflicts: Vec<_> = found.iter().filter(|finding| finding.code == "R007").collect();
    let note = conflicts.iter().find(|finding| finding.title.contains("201 figures for 31 March 2024"));
    assert!(note.is_some_and(|note| note.message.contains("The first 200 of them")), "{conflicts:?}");
    let last = conflicts.iter().find(|finding| finding.message.contains("more pairs of figures"));
    assert!(last.is_some_and(|last| last.message.contains("19880 more")), "{last:?}");
}

#[test]
fn two_hundred_figures_for_one_day_are_all_compared() {
    let found = all_findings(on_one_day(200).record(), &POLICY);
    assert!(!found.iter().any(|finding| finding.title.contains("are compared")));
}

#[test]
fn in_a_long_series_each_repetition_finds_the_figure_of_its_day() {
    let mut world = World::default()
        .measure("cases", "count")
        .source("table", "official-statistics", &[])
        .source("report", "media-report", &["table"]);
    let days: Vec<String> =
        (0..1_200).map(|n| format!("{}-{:02}-{:02}", 1990 + n / 336, 1 + n / 28 % 12, 1 + n % 28)).collect();
    for (n, day) in days.iter().enumerate() {
        let (value, words) = (7_001 + n, format!("nearly {}", 7_100 + n));
        world = world.figure(&format!("table-{n}"), "cases", "table", day, &value.to_string());
        world = world.figure(&format!("report-{n}"), "cases", "report", day, &words);
    }
    let record = world.record();
    let repeats = record.dataset().figures().iter().filter(|figure| figure.source.as_str() == "report");
    for repeat in repeats {
        let origin = record.origin(repeat).unwrap();
        assert_eq!(origin.id.as_str(), repeat.id.as_str().replace("report", "table"));
    }
}
