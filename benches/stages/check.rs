//! From a dataset to its record, and from the record to its findings.

use super::corpus::{SIZES, loaded, record};
use divan::Bencher;
use onrecord::check;
use onrecord::reconcile::Record;

#[divan::bench(args = SIZES)]
fn reconcile(bencher: Bencher<'_, '_>, measures: u32) {
    let dataset = loaded(measures).dataset;
    bencher.with_inputs(|| dataset.clone()).bench_values(Record::new);
}

#[divan::bench(args = SIZES)]
fn rules(bencher: Bencher<'_, '_>, measures: u32) {
    let record = record(measures);
    bencher.bench(|| check::check(&record));
}
