//! What may be published: a record and its findings that have passed disclosure control.

use super::vintage::Vintage;
use super::{elsewhere, exposed, groups, in_words, percentages, rounded, small_counts};
use crate::finding::{Finding, Severity};
use crate::model::{Disclosure, FigureId};
use crate::question::{self, Question};
use crate::reconcile::Record;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::OnceLock;

/// A record and what was found in it.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The record.
    pub record: Record,
    /// Everything found, worst first.
    pub findings: Vec<Finding>,
    /// The figures of counts that are withheld somewhere, in this or an earlier edition.
    pub shielded: BTreeSet<FigureId>,
    policy: Disclosure,
    questions: OnceLock<Vec<Question>>,
}

impl Publication {
    /// The policy that it was cleared by.
    #[must_use]
    pub fn policy(&self) -> &Disclosure {
        &self.policy
    }

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

/// An edition that was released before, as far as it bears on what is withheld.
#[derive(Debug)]
pub struct Earlier {
    /// Its number.
    pub edition: u32,
    /// What it holds of the measures concerned.
    pub record: Record,
}

/// Holds a record against the disclosure policy, together with what was released before it, and clears it if nothing
/// stands in its way.
///
/// # Errors
/// All findings, where at least one says that the record must not be published.
pub fn clear(
    record: Record,
    mut findings: Vec<Finding>,
    policy: &Disclosure,
    earlier: &[Earlier],
) -> Result<Cleared<Publication>, Vec<Finding>> {
    let mut vintages: Vec<Vintage<'_>> = earlier
        .iter()
        .map(|earlier| Vintage { edition: Some(earlier.edition), record: &earlier.record })
        .collect();
    vintages.push(Vintage { edition: None, record: &record });
    let dataset = record.dataset();
    let mut disclosure = small_counts::small_counts(dataset, policy);
    disclosure.extend(groups::groups(&record, policy));
    disclosure.extend(exposed::exposed(&vintages, dataset, policy));
    disclosure.extend(elsewhere::elsewhere(&vintages, dataset, policy));
    disclosure.extend(percentages::percentages(&record, policy));
    disclosure.extend(rounded::not_rounded(dataset, policy));
    disclosure.extend(in_words::in_words(dataset, policy));
    let shielded = elsewhere::shielded(&vintages, policy);
    let blocked = disclosure.iter().any(|finding| finding.severity == Severity::Error);
    // What was weighed is told with the words of whoever weighed it; it unblocks nothing.
    disclosure.iter_mut().for_each(|finding| finding.take_review(dataset.reviews()));
    findings.extend(disclosure);
    findings.sort_by(|a, b| b.severity.cmp(&a.severity).then_with(|| a.code.cmp(b.code)));
    if blocked { Err(findings) } else { Ok(cleared(record, findings, policy, shielded)) }
}

/// Clears what an edition holds: it is public, and nothing that is found now takes it back. What is withheld in it or
/// beside it stays shielded.
#[must_use]
pub fn released(
    record: Record,
    mut findings: Vec<Finding>,
    policy: &Disclosure,
    shielded: &BTreeSet<FigureId>,
) -> Cleared<Publication> {
    findings.extend(small_counts::small_counts(record.dataset(), policy));
    findings.sort_by(|a, b| b.severity.cmp(&a.severity).then_with(|| a.code.cmp(b.code)));
    cleared(record, findings, policy, shielded.clone())
}

fn cleared(
    record: Record,
    findings: Vec<Finding>,
    policy: &Disclosure,
    shielded: BTreeSet<FigureId>,
) -> Cleared<Publication> {
    Cleared(Publication { record, findings, shielded, policy: *policy, questions: OnceLock::new() })
}
