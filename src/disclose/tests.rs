//! What is proposed, and what never is.

use super::*;
use crate::finding::{Finding, Severity};
use crate::model::{
    Code, Dataset, Dimension, Disclosure, DisclosureMode, Figure, FigureId, FigureKey, FigureRecord, Measure,
    MeasureId, Parts, Source, SourceId,
};
use crate::period::{PartialDate, Timing};
use crate::quantity::Reader;
use crate::reconcile::Record;
use serde_json::json;
use std::collections::BTreeMap;

/// Counts by area and age, the last row and column being totals.
fn table(rows: &[[&str; 4]]) -> Record {
    let names = |prefix: &str, count: usize| {
        let part = |at: usize| if at + 1 == count { "all".to_owned() } else { format!("{prefix}{at}") };
        (0..count).map(part).collect::<Vec<_>>()
    };
    let (areas, ages) = (names("area", rows.len()), names("age", 4));
    let dimension = |codes: &[String]| Dimension {
        title: "A dimension".to_owned(),
        codes: codes.iter().map(|code| (Code::new(code).unwrap(), code.clone())).collect(),
        total: Some(Code::new("all").unwrap()),
    };
    let mut measure: Measure = serde_json::from_value(json!({
        "id": "placements", "title": "Placements", "unit": "children", "quantity": "count",
        "stock_or_flow": "stock", "caveats": [], "zeros_shown": false, "includes": {}, "dimensions": {},
    }))
    .unwrap();
    measure.dimensions.insert(crate::model::DimensionId::new("area").unwrap(), dimension(&areas));
    measure.dimensions.insert(crate::model::DimensionId::new("age").unwrap(), dimension(&ages));
    let source: Source = serde_json::from_value(json!({
        "id": "foi", "title": "The reply", "kind": "foi-response", "body": "cyngor", "origin": [],
        "reported_by": [], "notes": "",
    }))
    .unwrap();
    let mut figures = Vec::new();
    for (area, row) in areas.iter().zip(rows) {
        for (age, reported) in ages.iter().zip(row) {
            let record = FigureRecord {
                id: FigureId::new(&format!("{area}-{age}")).unwrap(),
                key: FigureKey {
                    measure: MeasureId::new("placements").unwrap(),
                    dimensions: BTreeMap::from([
                        (crate::model::DimensionId::new("area").unwrap(), Code::new(area).unwrap()),
                        (crate::model::DimensionId::new("age").unwrap(), Code::new(age).unwrap()),
                    ]),
                    timing: Timing::AsOf("2024-03-31".parse::<PartialDate>().unwrap()),
                },
                source: SourceId::new("foi").unwrap(),
                reported: (*reported).to_owned(),
                basis: crate::model::Basis::Measured,
                missing: None,
                flags: std::collections::BTreeSet::new(),
                wording: None,
                locator: None,
                note: None,
            };
            figures.push(Figure::read(record, &measure, &source, &Reader::default(), None).unwrap());
        }
    }
    let parts = Parts { measures: vec![measure], sources: vec![source], figures, ..Parts::default() };
    Record::new(Dataset::new(parts).unwrap())
}

const ORIGIN: Disclosure = Disclosure {
    mode: DisclosureMode::Origin,
    threshold: 5,
    sensitive_threshold: 10,
    rounding: None,
    zeros: crate::model::Zeros::Open,
};

fn findings(record: Record, policy: &Disclosure, earlier: &[Earlier]) -> Vec<Finding> {
    match clear(record, Vec::new(), policy, earlier) {
        Ok(cleared) => cleared.findings.clone(),
        Err(findings) => findings,
    }
}

const ONE_WITHHELD: [[&str; 4]; 4] =
    [["20", "[c]", "41", "64"], ["8", "9", "17", "34"], ["30", "12", "25", "67"], ["58", "24", "83", "165"]];

#[test]
fn where_the_true_values_are_held_the_cheapest_cells_are_proposed() {
    let found = findings(table(&ONE_WITHHELD), &ORIGIN, &[]);
    let [only] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((only.code, only.severity), ("D003", Severity::Error));
    let help = only.help.as_deref().unwrap();
    assert_eq!(help, "withhold as well: the figures area0-age0, area1-age0 and area1-age1");
}

#[test]
fn what_an_edition_has_printed_is_never_proposed() {
    let earlier = Earlier { edition: 1, record: table(&ONE_WITHHELD) };
    let found = findings(table(&ONE_WITHHELD), &ORIGIN, &[earlier]);
    assert!(found.iter().all(|finding| !finding.help.as_deref().unwrap().starts_with("withhold as well")));
    assert!(!found.is_empty());
}

#[test]
fn with_the_proposed_cells_withheld_nothing_more_is_found() {
    let mut rows = ONE_WITHHELD;
    for (area, age) in [(0, 0), (1, 0), (1, 1)] {
        rows[area][age] = "[c]";
    }
    assert_eq!(findings(table(&rows), &ORIGIN, &[]), []);
}

#[test]
fn where_others_released_the_figures_no_cell_is_proposed() {
    let found = findings(table(&ONE_WITHHELD), &Disclosure::default(), &[]);
    assert_eq!(found.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [Severity::Warning]);
    assert!(found[0].help.as_deref().unwrap().starts_with("Withhold another cell"));
}

#[test]
fn a_stricter_site_needs_more_to_be_left_open() {
    let rows = [
        ["[c]", "[c]", "41", "53"],
        ["[c]", "[c]", "17", "29"],
        ["[c]", "[c]", "25", "37"],
        ["18", "18", "83", "119"],
    ];
    let wide = Disclosure { threshold: 15, ..Disclosure::default() };
    let codes = |policy: &Disclosure| {
        let found = findings(table(&rows), policy, &[]);
        found.iter().filter(|finding| finding.code == "D003").count()
    };
    assert_eq!((codes(&Disclosure::default()), codes(&wide)), (0, 6));
}
