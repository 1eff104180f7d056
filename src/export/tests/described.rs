//! The descriptions of the CSV files, and the cube: they agree with the CSV value by value.

use super::fixture::{record, terms};
use super::{rows, staff, text};
use crate::edition::Digest;
use crate::export::*;
use crate::quantity::{Hedge, Rational};
use serde_json::Value;
use std::collections::BTreeMap;

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

fn package() -> (Vec<u8>, Value) {
    let record = record();
    let table = Table::of_measure(&record, staff(&record));
    let csv = table_csv(&table);
    let packed = Packed {
        table: &table,
        path: "staff.csv".to_owned(),
        bytes: csv.len() as u64,
        digest: Digest::of(&csv),
    };
    let descriptor = data_package(table.name(), table.title(), &[packed], &terms(&record));
    (csv, json(&descriptor))
}

#[test]
fn the_descriptions_of_a_measure() {
    let record = record();
    let table = Table::of_measure(&record, staff(&record));
    insta::assert_snapshot!("measure-csvw", text(csvw(&table, &terms(&record))));
    insta::assert_snapshot!("measure-jsonstat", text(json_stat(&record, staff(&record), &terms(&record))));
}

#[test]
fn every_description_has_the_columns_of_the_header_in_order() {
    let (csv, package) = package();
    let record = record();
    let header = text(csv).lines().next().unwrap().to_owned();
    let metadata = json(&csvw(&Table::of_measure(&record, staff(&record)), &terms(&record)));
    let names = |list: &Value| {
        let list = list.as_array().unwrap().iter();
        list.map(|column| column["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(",")
    };
    assert_eq!(names(&metadata["tableSchema"]["columns"]), header);
    assert_eq!(names(&package["resources"][0]["schema"]["fields"]), header);
    assert_eq!(metadata["tableSchema"]["primaryKey"], "figure");
    assert_eq!(package["resources"][0]["schema"]["primaryKey"], Value::from(vec!["figure"]));
}

#[test]
fn every_cell_is_of_the_datatype_that_is_said_of_its_column() {
    let (csv, package) = package();
    for row in rows(&csv) {
        for field in package["resources"][0]["schema"]["fields"].as_array().unwrap() {
            let cell = row[field["name"].as_str().unwrap()].as_str();
            let is_date = |text: &str| text.parse::<jiff::civil::Date>().is_ok();
            let fits = match field["type"].as_str().unwrap() {
                _ if cell.is_empty() => field["constraints"]["required"].is_null(),
                "number" => Rational::parse_decimal(cell).is_some(),
                "date" => is_date(cell),
                _ => true,
            };
            assert!(fits, "{field}: {cell}");
            if let Some(codes) = field["categories"].as_array().filter(|_| !cell.is_empty()) {
                assert!(codes.iter().any(|code| code["value"] == cell), "{field}: {cell}");
            }
        }
    }
}

#[test]
fn a_package_names_the_length_and_the_digest_of_its_files() {
    let (csv, package) = package();
    let resource = &package["resources"][0];
    assert_eq!(resource["bytes"], csv.len());
    assert_eq!(resource["hash"], format!("sha256:{}", Digest::of(&csv)));
    let record = record();
    let figures = Table::of_figures(&record);
    assert_eq!(table_digest(&figures).1, Digest::of(&figures_csv(&record)));
    assert_eq!(table_digest(&figures).0, figures_csv(&record).len() as u64);
}

#[test]
fn every_download_states_its_units_notes_licence_citation_and_addresses() {
    let record = record();
    let terms = terms(&record);
    let table = Table::of_measure(&record, staff(&record));
    let files = [
        text(csvw(&table, &terms)),
        package().1.to_string(),
        text(json_stat(&record, staff(&record), &terms)),
        text(measure_json(&record, staff(&record), &[], &terms)),
    ];
    let frozen = terms.frozen.clone().unwrap();
    for file in files {
        for stated in ["OGL UK 3.0", &terms.citation, &terms.units, &terms.moving, &frozen, "provisional"] {
            assert!(file.contains(stated), "{stated} is not in {file}");
        }
    }
}

/// The cells of a cube, by the name of each category.
fn cells(cube: &Value) -> BTreeMap<String, BTreeMap<String, Value>> {
    let sizes: Vec<u64> =
        cube["size"].as_array().unwrap().iter().map(|size| size.as_u64().unwrap()).collect();
    let readings = cube["dimension"]["reading"]["category"]["index"].as_array().unwrap();
    assert_eq!((cube["id"].as_array().unwrap().len(), *sizes.last().unwrap()), (sizes.len(), 5));
    let most: u64 = sizes.iter().product();
    let figures = cube["extension"]["figures"].as_object().unwrap();
    figures
        .iter()
        .map(|(cell, words)| {
            let first: u64 = cell.parse().unwrap();
            assert!(first + 5 <= most && first.is_multiple_of(5));
            let of = |(at, name): (u64, &Value)| {
                let value = cube["value"].get((first + at).to_string()).cloned().unwrap_or_default();
                (name.as_str().unwrap().to_owned(), value)
            };
            let mut read: BTreeMap<String, Value> = (0..).zip(readings).map(of).collect();
            read.insert("status".to_owned(), cube["status"].get(cell).cloned().unwrap_or_default());
            read.insert("reported".to_owned(), words["reported"].clone());
            (words["figure"].as_str().unwrap().to_owned(), read)
        })
        .collect()
}

#[test]
fn the_cube_has_every_figure_once_with_the_numbers_of_the_csv_and_no_hedged_number() {
    let record = record();
    for measure in record.dataset().measures() {
        let cube = json(&json_stat(&record, measure, &terms(&record)));
        let (cells, rows) = (cells(&cube), rows(&measure_csv(&record, measure)));
        assert_eq!(cells.len(), rows.len());
        for row in rows {
            let cell = &cells[&row["figure"]];
            let figure = record.figure(&crate::model::FigureId::new(&row["figure"]).unwrap()).unwrap();
            assert_eq!(cell["reported"], *figure.reported);
            for end in ["lower", "upper", "lower_loosest", "upper_loosest"] {
                let shown = if cell[end].is_null() { String::new() } else { cell[end].to_string() };
                assert_eq!(shown.parse::<f64>().ok(), row[end].parse::<f64>().ok(), "{end} of {}", figure.id);
            }
            let hedge = figure.reading().amount().map(|amount| amount.hedge());
            match hedge {
                Some(Hedge::Exact | Hedge::Bare) => {
                    assert_eq!(cell["value"].to_string().parse::<f64>().ok(), row["value"].parse().ok());
                }
                Some(hedge) => {
                    assert!(cell["value"].is_null(), "{}", figure.id);
                    assert!(cell["status"].as_str().unwrap().starts_with(hedge.name()));
                }
                None => assert!(cell["status"].as_str().unwrap().starts_with(&row["status"])),
            }
        }
    }
}
