//! From the record to a frozen edition, and the check of those that there are.

use super::assess::{self, Read};
use super::{Failure, history};
use crate::disclose::Publication;
use crate::edition::{self, Draft};
use crate::finding::{Nature, Severity};
use crate::period::PartialDate;
use crate::site::verify_site;
use jiff::civil::Date;
use std::collections::BTreeMap;
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

/// What was frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// The number of the edition.
    pub number: u32,
    /// How many findings on disclosure stand in it unweighed, by the codes of their rules.
    pub disclosure: BTreeMap<&'static str, usize>,
}

/// Freezes the record as the next edition.
///
/// # Errors
/// Where the record cannot be used or cleared, the chain is broken, nothing changed, or the disk refuses.
pub fn release(request: &ReleaseRequest<'_>) -> Result<Frozen, Failure> {
    let Read { loaded, warnings } = assess::read(request.root)?;
    let dataset = assess::as_known(loaded.dataset, request.as_known_on);
    let frozen = history::open(request.root, None)?;
    let earlier = frozen.earlier(&dataset, &loaded.settings)?;
    let publication = assess::publish(dataset, &loaded.settings, warnings, &earlier)?;
    if let Some(pending) = history::pending(&frozen, &loaded.settings, &publication)? {
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
    let edition = edition::release(request.root, &draft).map_err(Failure::of_editions)?;
    Ok(Frozen { number: edition.number().get(), disclosure: on_disclosure(&publication) })
}

/// What is pointed out of disclosure in what is public now, but for what was weighed: how often, by rule.
pub(super) fn on_disclosure(publication: &Publication) -> BTreeMap<&'static str, usize> {
    let mut counted = BTreeMap::new();
    let open = publication.findings.iter().filter(|finding| finding.nature == Nature::Disclosure);
    for finding in open.filter(|finding| finding.review.is_none()) {
        *counted.entry(finding.code).or_default() += 1;
    }
    counted
}

/// What to verify.
#[derive(Debug, Clone, Copy)]
pub struct VerifyRequest<'a> {
    /// The publisher's repository, or the folder of a built site.
    pub root: &'a Path,
    /// Whether it is a built site, all of whose files are held against their digests.
    pub is_site: bool,
    /// The minisign public key that signed every edition.
    pub key: Option<&'a str>,
}

/// What was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// How many editions.
    pub editions: usize,
    /// How many files of a built site.
    pub files: Option<usize>,
}

/// Checks the chain of editions and every file in it; of a built site every file besides.
///
/// # Errors
/// Every fault found.
pub fn verify(request: &VerifyRequest<'_>) -> Result<Verified, Failure> {
    let chain = edition::verify(request.root);
    let signed = request.key.map(|key| edition::verify_signatures(request.root, key));
    let site = request.is_site.then(|| verify_site(request.root));
    let mut findings = chain.findings;
    findings.extend(signed.into_iter().flat_map(|signed| signed.findings));
    let files = site.as_ref().and_then(|site| site.value);
    findings.extend(site.into_iter().flat_map(|site| site.findings));
    match chain.value {
        Some(verified) if findings.is_empty() => Ok(Verified { editions: verified.editions, files }),
        _ => Err(Failure::of_editions(findings)),
    }
}
