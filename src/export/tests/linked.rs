//! Linked data: what is said of a measure, of the whole record and of findings, and what is not.

use super::fixture::{finding, record, terms};
use super::{staff, text};
use crate::export::*;
use crate::finding::{Finding, Reviewed};
use crate::model::FigureId;
use crate::period::PartialDate;
use serde_json::Value;

const BASE: Links<'static> = Links::Whole("https://record.example");

fn listed(path: &str) -> Listed {
    let sum = Some((12, "ab".repeat(32)));
    Listed { format: Format::Csv, about: "every figure".to_owned(), path: path.to_owned(), sum }
}

fn dataset(links: Links<'_>) -> String {
    let record = record();
    let files = [listed("data/measures/staff.csv")];
    let terms = terms(&record);
    text(dataset_json_ld(&DatasetPage {
        record: &record,
        measure: staff(&record),
        terms: &terms,
        links,
        page: "measures/staff/",
        files: &files,
    }))
}

#[test]
fn a_measure_for_engines_that_find_data() {
    insta::assert_snapshot!("measure-jsonld", dataset(BASE));
}

#[test]
fn no_number_of_any_figure_stands_where_its_words_do_not() {
    let said = dataset(BASE);
    for number in ["1,065", "1065", "53000", "53,000", "60,000", "65"] {
        assert!(!said.contains(number), "{number} is in {said}");
    }
}

#[test]
fn addresses_are_whole_relative_or_left_out() {
    assert!(dataset(BASE).contains("https://record.example/data/measures/staff.csv"));
    assert!(dataset(Links::From("../../")).contains("\"../../data/measures/staff.csv\""));
    let nowhere = dataset(Links::Nowhere);
    assert!(!nowhere.contains("staff.csv") && !nowhere.contains("\"@id\""), "{nowhere}");
}

fn catalogue(links: Links<'_>) -> Value {
    let record = record();
    let terms = terms(&record);
    let date = |text| PartialDate::parse(text).unwrap();
    let version = |edition, day| Version {
        edition,
        date: date(day),
        note: None,
        page: format!("measures/staff/v/{edition}/"),
        files: vec![listed("x.csv")],
    };
    let entry = |page: &str| Entry {
        title: "Staff",
        identifier: "staff",
        page: page.to_owned(),
        files: vec![listed("staff.csv")],
        versions: vec![version(1, "2025"), version(2, "2025-10"), version(4, "2026-01-02")],
        current: Some(4),
    };
    let file = dcat(&Catalogue {
        terms: &terms,
        links,
        page: "downloads/",
        series: "editions/",
        record: entry("downloads/"),
        measures: vec![entry("measures/staff/")],
    });
    serde_json::from_slice(&file).unwrap()
}

#[test]
fn each_version_names_the_one_before_and_what_it_is_a_version_of() {
    let catalogue = catalogue(BASE);
    let [series, whole, measure] = catalogue["dcat:dataset"].as_array().unwrap().as_slice() else {
        panic!("{catalogue}")
    };
    let address = |path: &str| format!("https://record.example/{path}");
    assert_eq!(series["@type"], "dcat:DatasetSeries");
    assert_eq!(series["dcat:last"]["@id"], address("measures/staff/v/4/#data"));
    assert_eq!(measure["dcat:hasCurrentVersion"]["@id"], address("measures/staff/v/4/#data"));
    let versions = measure["dcat:hasVersion"].as_array().unwrap();
    let dated: Vec<&str> =
        versions.iter().map(|version| version["dct:issued"]["@type"].as_str().unwrap()).collect();
    assert_eq!(dated, ["xsd:gYear", "xsd:gYearMonth", "xsd:date"]);
    assert!(versions[0]["dcat:previousVersion"].is_null());
    for pair in versions.windows(2) {
        assert_eq!(pair[1]["dcat:previousVersion"]["@id"], pair[0]["@id"]);
        assert_eq!(pair[1]["dcat:isVersionOf"]["@id"], measure["@id"]);
        assert!(pair[1]["dcat:inSeries"].is_null());
    }
    assert_eq!(whole["dcat:hasVersion"][1]["dcat:inSeries"]["@id"], series["@id"]);
    assert_eq!(whole["dcat:hasVersion"][1]["dcat:prev"], whole["dcat:hasVersion"][1]["dcat:previousVersion"]);
    let file = &measure["dcat:distribution"][0];
    assert_eq!(file["dcat:byteSize"]["@value"], "12");
    assert_eq!(file["spdx:checksum"]["spdx:checksumValue"]["@value"], "ab".repeat(32));
}

#[test]
fn a_catalogue_without_a_base_address_leads_from_its_own_folder() {
    let measure = &catalogue(Links::From("../"))["dcat:dataset"][2];
    assert_eq!(measure["dcat:landingPage"]["@id"], "../measures/staff/");
    assert_eq!(measure["dcat:distribution"][0]["dcat:downloadURL"]["@id"], "../staff.csv");
}

fn reviewed(state: &'static str) -> Finding {
    let figures = ["staff-table", "unbounded"].map(|id| FigureId::new(id).unwrap());
    let review = Reviewed {
        state,
        text: "The two count different groups.".to_owned(),
        by: "A. Reviewer".to_owned(),
        date: "2026-02-01".to_owned(),
    };
    Finding { figures: figures.into(), review: Some(review), ..finding() }
}

fn reviews(finding: &Finding) -> Option<Value> {
    let record = record();
    let page = |_: &Finding| "discrepancies/x/".to_owned();
    let made = claim_reviews(&record, &[finding], BASE, &terms(&record), page)?;
    Some(serde_json::from_slice(&made).unwrap())
}

#[test]
fn a_reviewed_finding_reviews_every_account_alike_and_rates_none() {
    for state in ["explained", "accepted"] {
        let made = reviews(&reviewed(state)).unwrap();
        let [one, other] = made["@graph"].as_array().unwrap().as_slice() else { panic!("{made}") };
        assert_eq!(one["claimReviewed"], "Staff, “tracing”, October 2025: “1,065”");
        assert_eq!(other["itemReviewed"]["author"]["name"], "Courier");
        for key in ["reviewBody", "abstract", "name", "url", "author", "reviewAspect", "datePublished"] {
            assert!(!one[key].is_null() && one[key] == other[key], "{key} of {made}");
        }
        let said = made.to_string();
        for never in ["reviewRating", "ratingValue", "false", "true", "wrong"] {
            assert!(!said.to_lowercase().contains(&never.to_lowercase()), "{never} is in {said}");
        }
    }
}

#[test]
fn what_nobody_reviewed_what_is_disputed_and_a_reply_are_no_reviews() {
    assert!(reviews(&finding()).is_none());
    assert!(reviews(&reviewed("disputed")).is_none());
    assert!(reviews(&reviewed("right-of-reply")).is_none());
    assert!(reviews(&Finding { figures: Vec::new(), ..reviewed("explained") }).is_none());
}
