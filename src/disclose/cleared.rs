//! What may be published: a record and its findings that have passed disclosure control.

use super::small_counts;
use crate::finding::{Finding, Severity};
use crate::model::Disclosure;
use crate::question::{self, Question};
use crate::reconcile::Record;
use std::ops::Deref;
use std::sync::OnceLock;

/// A record and what was found in it.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The record.
    pub record: Record,
    /// Everything found, worst first.
    pub findings: Vec<Finding>,
    policy: Disclosure,
    questions: OnceLock<Vec<Question>>,
}

impl Publication {
    /// The questions that would settle what is open, drafted when they are first asked for: most editions never
    /// show theirs.
    pub fn questions(&self) -> &[Question] {
        self.questions.get_or_init(|| question::questions(&self.record, &self.findings, &self.policy))
    }
}

/// A value that has passed disclosure control. Nothing else travels above this room, and nothing outside it
/// can make one.
#[derive(Debug, Clone)]
pub struct Cleared<T>(T);

impl<T> Deref for Cleared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// Holds a record against the disclosure policy and, if nothing stands in its way, clears it.
///
/// # Errors
/// All findings, where at least one says that the record must not be published.
pub fn clear(
    record: Record,
    mut findings: Vec<Finding>,
    policy: &Disclosure,
) -> Result<Cleared<Publication>, Vec<Finding>> {
    let disclosure = small_counts::small_counts(record.dataset(), policy);
    let blocked = disclosure.iter().any(|finding| finding.severity == Severity::Error);
    findings.extend(disclosure);
    findings.sort_by(|a, b| b.severity.cmp(&a.severity).then_with(|| a.code.cmp(b.code)));
    if blocked {
        Err(findings)
    } else {
        Ok(Cleared(Publication { record, findings, policy: *policy, questions: OnceLock::new() }))
    }
}
