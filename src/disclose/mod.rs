//! Disclosure control: only this room makes a cleared value.

mod cleared;
mod small_counts;

pub use cleared::{Cleared, Publication, clear};

use crate::finding::RuleDoc;

/// The documentation of the rules of disclosure control.
pub fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    std::iter::once(&small_counts::DOC)
}
