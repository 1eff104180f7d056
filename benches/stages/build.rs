//! The whole way: from the publisher's files to the site on the disk.

use super::corpus::{SIZES, folder};
use divan::Bencher;
use onrecord::pipeline::{self, BuildRequest};
use std::path::PathBuf;

#[divan::bench(args = SIZES, sample_count = 10)]
#[expect(clippy::expect_used, reason = "a build that failed must not be timed")]
fn site(bencher: Bencher<'_, '_>, measures: u32) {
    let root = folder(measures);
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("public-{measures}"));
    bencher.bench(|| {
        let request = BuildRequest { root: &root, out: &out, as_known_on: None };
        pipeline::build(&request).expect("the site is built")
    });
}
