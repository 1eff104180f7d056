//! Routes, the whole site as a plan, and the writer that puts it on the disk.

mod plan;
mod routes;
mod views;
mod writer;

pub use views::documentation;

pub use plan::{Plan, PlanError, Released, Site};
pub use routes::Route;
pub use writer::{Staged, WriteError};
