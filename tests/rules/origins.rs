//! Where figures come from: each origin once, and below it what repeats it.

use crate::repository::load_all;
use onrecord::model::{Dataset, Source};
use onrecord::reconcile::{Branch, Independence, Origins, Record, Way};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/repositories/origins")
}

fn dataset() -> Dataset {
    load_all(&repository()).0
}

/// The trees of a measure as text, two blanks to each step from the origin.
fn told(record: &Record, measure: &str) -> String {
    let measure = record.dataset().measures().find(|found| found.id.as_str() == measure).unwrap();
    let mut text = String::new();
    for origins in Origins::of_measure(record, &measure.id) {
        let timing = origins.any().unwrap().key.timing.words();
        let (reports, independent) = (origins.reports(), origins.independent.len());
        writeln!(text, "{timing}: {reports} reports, {independent} origins").unwrap();
        for origin in &origins.independent {
            branches(&mut text, &origin.branches);
        }
        for derived in &origins.derived {
            let from: Vec<&str> = derived.from.iter().map(|id| id.as_str()).collect();
            writeln!(text, "worked out from [{}]", from.join(", ")).unwrap();
            branches(&mut text, &derived.branches);
        }
    }
    text
}

fn branches(text: &mut String, branches: &[Branch<'_>]) {
    for branch in branches {
        let way = match branch.way {
            Way::Origin => "",
            Way::Repeats => "repeats: ",
            Way::SameSource => "same source: ",
            Way::SharesText => "shares its text: ",
        };
        writeln!(text, "{}{way}{}", "  ".repeat(branch.depth + 1), branch.figure.id).unwrap();
    }
}

#[test]
fn what_repeats_an_origin_stands_below_it_by_date() {
    assert_eq!(
        told(&Record::new(dataset()), "samples"),
        "financial year ending March 2023: 1 reports, 1 origins
  earlier
financial year ending March 2024: 5 reports, 2 origins
  paper
    repeats: july
      repeats: leaflet
        repeats: august
    repeats: july-caption
  survey
"
    );
}

#[test]
fn answers_that_share_one_text_are_one_origin_and_so_is_a_reply_kept_twice() {
    assert_eq!(
        told(&Record::new(dataset()), "wardens"),
        "30 September 2024: 6 reports, 3 origins
  wardens-21
    shares its text: wardens-22
    shares its text: wardens-23
  wardens-foi
    shares its text: wardens-annex
  wardens-later
"
    );
}

#[test]
fn a_figure_that_is_worked_out_is_no_origin() {
    assert_eq!(
        told(&Record::new(dataset()), "share-failed"),
        "financial year ending March 2024: 0 reports, 0 origins
worked out from [failed-paper, paper]
  share-leaflet
worked out from []
  share-survey
"
    );
}

#[test]
fn the_reports_beside_a_figure_are_those_of_its_measure_and_time() {
    let record = Record::new(dataset());
    for id in ["paper", "august", "survey"] {
        let figure = record.dataset().figures().iter().find(|figure| figure.id.as_str() == id).unwrap();
        let origins = Origins::of_figure(&record, figure);
        assert_eq!((origins.reports(), origins.independent.len()), (5, 2), "{id}");
        assert!(origins.branches().any(|branch| branch.figure.id == figure.id), "{id}");
    }
}

#[test]
fn it_does_not_matter_which_answer_names_the_others() {
    let names = |of: &str, others: &[&str]| {
        let mut parts = dataset().into_parts();
        let id = |name: &str| onrecord::model::SourceId::new(name).unwrap();
        let rename = |source: &mut Source| {
            source.grouped_with = if source.id.as_str() == of {
                others.iter().map(|other| id(other)).collect()
            } else {
                Vec::new()
            };
        };
        parts.sources.iter_mut().for_each(rename);
        let dataset = Dataset::new(parts).unwrap();
        let lead = Independence::of(&dataset).lead(&id("answer-23")).clone();
        (lead, told(&Record::new(dataset), "wardens"))
    };
    let first = names("answer-21", &["answer-22", "answer-23"]);
    assert_eq!(first, names("answer-23", &["answer-21", "answer-22"]));
    assert_eq!(first.0.as_str(), "answer-21");
    assert_ne!(first, names("answer-21", &["answer-22"]));
}
