//! Reading the publisher's files.

use super::corpus::{SIZES, folder};
use divan::Bencher;
use onrecord::load;

#[divan::bench(args = SIZES)]
fn repository(bencher: Bencher<'_, '_>, measures: u32) {
    let folder = folder(measures);
    bencher.bench(|| load::load(&folder));
}
