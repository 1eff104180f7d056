//! From the record to a frozen edition, and the check of those that there are.

use super::assess::{self, Read};
use super::{Failure, history};
use crate::edition::{self, Draft};
use crate::finding::Severity;
use crate::period::PartialDate;
use jiff::civil::Date;
use std::path::Path;

/// What to release, and when.
#[derive(Debug, Clone, Copy)]
pub struct ReleaseRequest<'a> {
    /// The publisher's repository.
    pub root: &'a Path,
    /// What changed and why, for readers.
    pub note: &'a str,
    /// The day of the release.
    pub date: Date,
    /// Freeze only what had been made public by this date.
    pub as_known_on: Option<PartialDate>,
}

/// Freezes the record as the next edition and returns its number.
///
/// # Errors
/// Where the record cannot be used or cleared, the chain is broken, nothing changed, or the disk refuses.
pub fn release(request: &ReleaseRequest<'_>) -> Result<u32, Failure> {
    let Read { loaded, warnings } = assess::read(request.root)?;
    let dataset = assess::as_known(loaded.dataset, request.as_known_on);
    let publication = assess::publish(dataset, &loaded.settings, warnings)?;
    if let Some(pending) = history::pending(request.root, &loaded.settings, &publication)? {
        let findings = pending.unexplained(&publication);
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(Failure::Input(findings));
        }
    }
    let draft = Draft {
        publication: &publication,
        hedges: &loaded.settings.hedges,
        released: request.date,
        known_on: request.as_known_on,
        note: request.note.to_owned(),
    };
    edition::release(request.root, &draft).map(|edition| edition.number().get()).map_err(Failure::of_editions)
}

/// Checks the chain of editions and every file in it; returns how many editions there are.
///
/// # Errors
/// Every fault found.
pub fn verify(root: &Path) -> Result<usize, Failure> {
    history::verified(root)
}
