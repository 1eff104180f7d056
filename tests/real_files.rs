//! Real published files, where they lie beside the repository: `../shared/real`.
//!
//! They are not part of it, so a checkout without them says so and tests nothing here. The figures go through the
//! format of a publisher's repository, as a publisher would write them down; what is found is held against sums that
//! the test works out for itself.

#![allow(clippy::disallowed_methods, reason = "the files are files")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a file that is not as it should be fails the test")]
#![allow(
    clippy::indexing_slicing,
    reason = "the tables have the columns they had when the tests were written"
)]
#![expect(clippy::print_stdout, reason = "what is not tested is said")]

#[path = "real_files/foi_statistics.rs"]
mod foi_statistics;
#[path = "real_files/immigration_enforcement.rs"]
mod immigration_enforcement;
#[path = "real_files/imports.rs"]
mod imports;
#[path = "real_files/repository.rs"]
mod repository;
#[path = "real_files/tables.rs"]
mod tables;
#[path = "real_files/workbooks.rs"]
mod workbooks;

use std::path::{Path, PathBuf};

/// A real file, or nothing where the folder is not there.
fn real(file: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real");
    if !folder.is_dir() {
        println!("the real files are not there ({}): nothing is tested", folder.display());
        return None;
    }
    Some(folder.join(file))
}
