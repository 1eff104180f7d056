//! Routes, the whole site as a plan, and the writer that puts it on the disk.

mod files;
mod plan;
mod released;
mod routes;
mod views;
mod writer;

pub use views::documentation;

pub use files::Exports;
pub use plan::{Plan, PlanError, Site};
pub use released::{Counts, Released};
pub use routes::{Route, cited, figure as figure_address};
pub use writer::{SUMS, Staged, WriteError, sums, verify_site};
