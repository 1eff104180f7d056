//! What a rule is.

use crate::finding::{Finding, RuleDoc};
use crate::reconcile::Record;

/// A rule: its documentation and what it does.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    /// What `explain` prints.
    pub(super) doc: &'static RuleDoc,
    /// What it finds in a record.
    pub(super) run: fn(&Record) -> Vec<Finding>,
}
