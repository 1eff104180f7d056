//! The conductor: the one place that knows the order.
//!
//! Files → dataset → record → findings → cleared publication → changes against the editions → plan → disk.

mod assess;
mod build;
mod check;
mod failure;
mod history;
mod questions;
mod release;

pub use build::{BuildRequest, Built, build};
pub use check::check;
pub use failure::Failure;
pub use questions::{Drafts, questions};
pub use release::{ReleaseRequest, release, verify};

use crate::finding::RuleDoc;
use crate::{disclose, edition, load};

/// The documentation of every rule of every room.
pub fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    load::documentation()
        .chain(crate::check::documentation())
        .chain(disclose::documentation())
        .chain(edition::documentation())
}
