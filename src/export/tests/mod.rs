//! The files of a small record: their form, and that all hold the values of the model.

mod described;
mod fixture;
mod linked;
mod packed;

use super::*;
use crate::model::{Basis, Figure, FigureId, Flag, Measure, MeasureId, QuantityKind};
use crate::period::PartialDate;
use crate::quantity::{End, NoValue};
use crate::reconcile::Record;
use fixture::{finding, record, terms};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn staff(record: &Record) -> &Measure {
    record.dataset().measure(&MeasureId::new("staff").unwrap()).unwrap()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// The rows of a CSV file, each as a map from column to cell.
fn rows(csv: &[u8]) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(csv).deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_files_of_a_measure() {
    let record = record();
    insta::assert_snapshot!("measure-csv", text(measure_csv(&record, staff(&record))));
    insta::assert_snapshot!(
        "measure-json",
        text(measure_json(&record, staff(&record), &[&finding()], &terms(&record)))
    );
}

#[test]
fn the_files_of_the_whole_record() {
    let record = record();
    insta::assert_snapshot!("figures-csv", text(figures_csv(&record)));
    insta::assert_snapshot!("sources-csv", text(sources_csv(&record)));
    insta::assert_snapshot!("sources-json", text(sources_json(&record)));
}

#[test]
fn the_file_of_a_cited_figure() {
    let record = record();
    let figure = record.figure(&FigureId::new("staff-repeat").unwrap()).unwrap();
    let permalink = "https://record.example/measures/staff/v/2/#figure-staff-repeat";
    insta::assert_snapshot!(text(citation_json(&record, figure, &cite_file(permalink))));
}

/// What goes with a figure that came with the second edition.
fn cite_file(permalink: &str) -> CiteFile {
    let date = PartialDate::parse("2026-03-01").unwrap();
    CiteFile {
        reference: Reference {
            key: "staff-repeat.e2".to_owned(),
            publisher: "Watch".to_owned(),
            title: "Staff, “tracing”, October 2025: “1065”".to_owned(),
            site: "Record".to_owned(),
            edition: Some((2, date)),
            address: permalink.to_owned(),
            note: Some("Media report, contradicted".to_owned()),
            kind: ReferenceKind::Dataset,
        },
        permalink: Some(permalink.to_owned()),
        latest: None,
        editions: vec![Stage {
            edition: Some(2),
            date: Some(date),
            change: "added",
            figure: None,
            reported: Some("1065".to_owned()),
            standing: Some("contradicted"),
            withdrawn: false,
            why: None,
            permalink: Some(permalink.to_owned()),
        }],
        gone: None,
    }
}

/// The value of a number in JSON: the fraction where there is one, else the decimal.
fn exact(of: &Value, key: &str) -> Option<String> {
    let text = |key: &str| of.get(key).and_then(Value::as_str).map(str::to_owned);
    text(&format!("{key}_exact")).or_else(|| text(key))
}

#[test]
fn csv_json_and_model_hold_the_same_values() {
    let record = record();
    for measure in record.dataset().measures() {
        let rows = rows(&measure_csv(&record, measure));
        let json: Value =
            serde_json::from_slice(&measure_json(&record, measure, &[], &terms(&record))).unwrap();
        let listed = json["figures"].as_array().unwrap();
        let figures = record.dataset().figures_of(&measure.id);
        assert_eq!((rows.len(), listed.len()), (figures.len(), figures.len()));
        for ((row, json), figure) in rows.iter().zip(listed).zip(figures) {
            same_texts(row, json, figure);
            same_ends(row, json, figure);
        }
    }
}

fn same_texts(row: &BTreeMap<String, String>, json: &Value, figure: &Figure) {
    assert_eq!(
        (unguarded(&row["figure"]), &json["id"]),
        (figure.id.as_str(), &Value::from(figure.id.as_str()))
    );
    assert_eq!(unguarded(&row["reported"]), figure.reported);
    assert_eq!(json["reported"], *figure.reported);
    assert_eq!(unguarded(&row["note"]), figure.note.as_deref().unwrap_or_default());
    let words = figure.wording().quoted.as_deref().unwrap_or_default();
    assert_eq!(unguarded(&row["words"]), words);
    assert_eq!(json["wording"]["quoted"].as_str().unwrap_or_default(), words);
    assert_eq!(json["standing"], row["standing"]);
    let status = figure.reading().no_value().map(NoValue::name);
    assert_eq!((&*row["status"], json["reading"]["status"].as_str()), (status.unwrap_or_default(), status));
}

fn same_ends(row: &BTreeMap<String, String>, json: &Value, figure: &Figure) {
    let Some(amount) = figure.reading().amount() else {
        for column in ["value", "lower", "upper", "lower_loosest", "upper_loosest", "hedge", "form"] {
            assert_eq!(row[column], "", "{column} of {}", figure.id);
        }
        return;
    };
    let cuts = cuts::cuts(amount, QuantityKind::Count);
    let (typical, support) = (cuts.typical(), cuts.support());
    for (column, cut, key, end) in [
        ("lower", "typical", "lo", typical.lo()),
        ("upper", "typical", "hi", typical.hi()),
        ("lower_loosest", "support", "lo", support.lo()),
        ("upper_loosest", "support", "hi", support.hi()),
    ] {
        let value = end.value().map(ToString::to_string);
        assert_eq!(exact(&json["reading"][cut], key), value, "{column} of {}", figure.id);
        assert_eq!(row[column], json["reading"][cut][key].as_str().unwrap_or_default());
        assert_eq!(json["reading"][cut][format!("{key}_closed")], end.is_closed());
        let excluded = row["excluded_ends"].split(';').any(|name| name == column);
        assert_eq!(excluded, matches!(end, End::Open(_)), "{column} of {}", figure.id);
    }
    assert_eq!(row["value"], json["reading"]["value"].as_str().unwrap_or_default());
}

#[test]
fn a_hedged_figure_is_never_a_bare_number() {
    let record = record();
    let rows = rows(&figures_csv(&record));
    let row = |id: &str| rows.iter().find(|row| row["figure"] == id).unwrap();
    let cells = |id: &str| {
        ["hedge", "value", "lower", "upper", "lower_loosest", "upper_loosest", "excluded_ends"]
            .map(|column| row(id)[column].clone())
    };
    assert_eq!(cells("approximately"), ["approximately", "65", "63", "67", "60", "70", ""]);
    let above = ["more_than", "53000", "53001", "54060", "53001", "", ""];
    assert_eq!(cells("unbounded"), above);
    assert_eq!(cells("range")[..2], ["between", ""]);
    assert_eq!((&*row("change")["form"], &*row("change")["value"]), ("change", "1.23"));
    assert_eq!((&*row("fall")["form"], &*row("fall")["value"]), ("percentage_points", "-4"));
    assert_eq!((&*row("less")["form"], &*row("less")["value"]), ("difference", "-200"));
    assert_eq!(row("money")["excluded_ends"], "lower;lower_loosest");
    assert_eq!((&*row("money")["currency"], &*row("money")["value"]), ("GBP", "1200000"));
    assert_eq!(row("not-held")["status"], "not_held_centrally");
}

#[test]
fn a_third_is_a_rounded_decimal_in_csv_and_a_fraction_in_json() {
    let record = record();
    let third = record.figure(&FigureId::new("proportion").unwrap()).unwrap();
    let json: Value = serde_json::from_slice(&citation_json(&record, third, &cite_file(""))).unwrap();
    assert_eq!(
        (&json["reading"]["value"], &json["reading"]["value_exact"]),
        (&"0.3333333333333".into(), &"1/3".into())
    );
    let rows = rows(&figures_csv(&record));
    assert!(rows.iter().any(|row| row["figure"] == "proportion" && row["value"] == "0.3333333333333"));
}

#[test]
fn every_column_says_what_it_means_and_no_two_share_a_name() {
    for columns in [figure_columns().collect::<Vec<_>>(), source_columns().collect()] {
        assert!(columns.iter().all(|column| column.meaning.ends_with('.')));
        let names: BTreeSet<&str> = columns.iter().map(|column| column.name).collect();
        assert_eq!(names.len(), columns.len());
    }
}

#[test]
fn a_dimension_named_like_a_column_gets_a_name_of_its_own() {
    let record = record();
    let csv = text(measure_csv(&record, staff(&record)));
    assert!(csv.starts_with("figure,measure,area,by_status,by_value,as_of,"), "{csv}");
}

#[test]
fn the_page_on_the_data_files_names_every_column_with_its_meaning() {
    let page = include_str!("../../../site/pages/data-files.md");
    for column in figure_columns().chain(source_columns()).chain(measure_columns()).chain(change_columns()) {
        let row = format!("| `{}` | {} |", column.name, column.meaning);
        assert!(page.contains(&row), "missing: {row}");
    }
}

#[test]
fn the_page_on_the_data_files_names_every_value_of_a_fixed_list() {
    let page = include_str!("../../../site/pages/data-files.md");
    let flags = Flag::ALL.map(Flag::name);
    let bases = Basis::ALL.map(Basis::name);
    let reasons = NoValue::ALL.map(|reason| reason.name());
    for name in flags.iter().chain(&bases).chain(&reasons) {
        assert!(page.contains(&format!("`{name}`")), "missing: {name}");
    }
}

#[test]
fn every_row_of_a_table_has_a_cell_for_each_column_and_a_key_of_its_own() {
    let record = record();
    let tables = [
        Table::of_measure(&record, staff(&record)),
        Table::of_figures(&record),
        Table::of_sources(&record),
        Table::of_measures(&record),
    ];
    for table in &tables {
        let mut keys = BTreeSet::new();
        let each = table.each_row(|cells| {
            assert_eq!(cells.len(), table.columns().len());
            assert!(cells.iter().all(|cell| !matches!(cell, Cell::Text(text) if text.is_empty())));
            if keys.insert(cells[0].plain().into_owned()) {
                Ok(())
            } else {
                Err(cells[0].plain().into_owned())
            }
        });
        assert_eq!(each, Ok(()));
        assert_eq!((keys.len(), table.is_empty()), (table.len(), false));
    }
    let columns = tables[0].columns();
    let area = columns.iter().find(|column| column.name == "by_status").unwrap();
    assert_eq!((area.title.as_str(), area.codes.len()), ("Area", 2));
    assert!(columns.iter().any(|column| column.title == "Lower loosest"));
}

#[test]
fn note_codes_are_the_shorthand_of_flags_and_of_what_has_no_value() {
    let record = record();
    let rows = rows(&figures_csv(&record));
    let codes = |id: &str| rows.iter().find(|row| row["figure"] == id).unwrap()["note_codes"].clone();
    assert_eq!(codes("staff-table"), "[p][r]");
    assert_eq!(codes("approximately"), "");
    assert_eq!(codes("staff-withheld"), "", "what is exempt is told in words");
    let figures = record.dataset().figures();
    let notes = measure_notes(staff(&record), figures);
    assert!(notes.contains(&Note { on: "[p]".to_owned(), text: "provisional".to_owned() }), "{notes:?}");
    assert!(record_notes(figures).iter().all(|note| !note.on.is_empty() && !note.text.is_empty()));
}
