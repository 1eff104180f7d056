//! Data files for readers, and reports of findings.

use super::corpus::{SIZES, checked, record};
use divan::Bencher;
use onrecord::export;
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
    let record = record(measures);
    bencher.bench(|| {
        record
            .dataset()
            .measures()
            .map(|measure| export::measure_json(&record, measure, &[]).len())
            .sum::<usize>()
    });
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
