//! The conductor: the one place that knows the order.
//!
//! Files → dataset → record → findings → cleared publication → changes against the editions → plan → disk.

mod assess;
mod build;
mod check;
mod cite;
mod diff;
mod export;
mod failure;
mod history;
mod questions;
mod release;

pub use build::{BuildRequest, Built, build};
pub use check::check;
pub use cite::{Citations, Document, cite_check};
pub use diff::{Difference, State, diff};
pub use export::{ExportRequest, Exported, export};
pub use failure::Failure;
pub use questions::{Drafts, questions};
pub use release::{Frozen, ReleaseRequest, Verified, VerifyRequest, release, verify};

pub use crate::site::documentation;
