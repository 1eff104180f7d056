//! The synthetic repositories that the stages run over.

use onrecord::check;
use onrecord::load::{self, Loaded};
use onrecord::reconcile::Record;
use std::path::PathBuf;

#[path = "../../examples/corpus/repository/mod.rs"]
mod repository;

/// How many measures: a small and a middling publisher.
pub(crate) const SIZES: [u32; 2] = [100, 1_000];

/// The folder of a repository of so many measures, written anew.
#[expect(clippy::expect_used, reason = "without its repository a bench cannot go on")]
pub(crate) fn folder(measures: u32) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("corpus-{measures}"));
    repository::write_to(&folder, measures).expect("the repository is written");
    folder
}

/// The repository, read.
#[expect(clippy::expect_used, reason = "without its repository a bench cannot go on")]
pub(crate) fn loaded(measures: u32) -> Loaded {
    load::load(&folder(measures)).value.expect("the repository is free of mistakes")
}

/// Its record.
pub(crate) fn record(measures: u32) -> Record {
    Record::new(loaded(measures).dataset)
}

/// Its record with every finding.
pub(crate) fn checked(measures: u32) -> (Record, Vec<onrecord::finding::Finding>) {
    let record = record(measures);
    let findings = check::check(&record);
    (record, findings)
}
