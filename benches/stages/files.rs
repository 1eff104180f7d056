//! Data files for readers, and reports of findings.

use super::corpus::{SIZES, checked, record};
use divan::Bencher;
use onrecord::export::{self, Packed, Table, Terms};
use onrecord::model::Publisher;
use onrecord::report::{Colour, SourceLines, human, json};

#[divan::bench(args = SIZES)]
fn csv(bencher: Bencher<'_, '_>, measures: u32) {
    let record = record(measures);
    bencher.bench(|| {
        record.dataset().measures().map(|measure| export::measure_csv(&record, measure).len()).sum::<usize>()
    });
}

#[divan::bench(args = SIZES)]
fn json_of_measures(bencher: Bencher<'_, '_>, measures: u32) {
    let (record, terms) = (record(measures), terms());
    bencher.bench(|| {
        record
            .dataset()
            .measures()
            .map(|measure| export::measure_json(&record, measure, &[], &terms).len())
            .sum::<usize>()
    });
}

/// What goes with the CSV files: a description of each in both forms, and the figures as a cube.
#[divan::bench(args = SIZES)]
fn descriptions_of_measures(bencher: Bencher<'_, '_>, measures: u32) {
    let (record, terms) = (record(measures), terms());
    bencher.bench(|| {
        let described = record.dataset().measures().map(|measure| {
            let table = Table::of_measure(&record, measure);
            let (bytes, digest) = export::table_digest(&table);
            let packed = Packed { table: &table, path: String::new(), bytes, digest };
            let package = export::data_package(table.name(), table.title(), &[packed], &terms);
            export::csvw(&table, &terms).len()
                + package.len()
                + export::json_stat(&record, measure, &terms).len()
        });
        described.sum::<usize>()
    });
}

fn terms() -> Terms {
    let publisher = Publisher { name: "Roads Watch".to_owned(), contact: None, url: None };
    Terms {
        site: "Roads".to_owned(),
        language: "en-GB".to_owned(),
        publisher,
        licence: None,
        edition: None,
        citation: "Roads Watch: Roads, not yet in an edition.".to_owned(),
        units: "people".to_owned(),
        notes: Vec::new(),
        moving: "measures/roads/".to_owned(),
        frozen: None,
    }
}

#[divan::bench(args = SIZES)]
fn findings_as_json(bencher: Bencher<'_, '_>, measures: u32) {
    let (_, findings) = checked(measures);
    bencher.bench(|| json::render(&findings));
}

#[divan::bench(args = SIZES)]
fn findings_for_people(bencher: Bencher<'_, '_>, measures: u32) {
    let (_, findings) = checked(measures);
    let lines = SourceLines::default();
    bencher.bench(|| human::render(&findings, &lines, Colour::Never));
}
