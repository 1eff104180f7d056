//! The chain of editions: each follows from the one before, by number, date and digest.

use super::FOLDER;
use super::digest::Digest;
use super::fault::{BROKEN, Fault, MISSING, fault};
use super::manifest::Manifest;
use super::number::EditionNumber;
use crate::finding::Finding;

/// A manifest as it was found on disk.
pub(super) struct Link {
    /// The number that its file bears.
    pub(super) number: EditionNumber,
    /// What it says; none where it cannot be read, which is a finding of its own.
    pub(super) manifest: Option<Manifest>,
    /// The digest of its file.
    pub(super) digest: Option<Digest>,
}

/// The path of an edition's manifest, from the repository's root.
pub(super) fn path_of(number: EditionNumber) -> String {
    format!("{FOLDER}/{}", number.file_name())
}

/// Checks the links in the order of their numbers.
pub(super) fn check(links: &[Link]) -> Vec<Finding> {
    let mut findings = gaps(links);
    findings.extend(links.iter().filter_map(misnumbered).map(|fault| *fault));
    findings.extend(links.first().and_then(not_the_first).map(|fault| *fault));
    let pairs =
        links.iter().zip(links.iter().skip(1)).filter(|(before, after)| before.number.next() == after.number);
    findings.extend(pairs.filter_map(|(before, after)| unlinked(before, after)).map(|fault| *fault));
    findings
}

fn gaps(links: &[Link]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut expected = EditionNumber::FIRST;
    for link in links {
        if link.number != expected {
            let last = link.number.get() - 1;
            let missing = if expected.get() == last {
                format!("Edition {expected} is missing")
            } else {
                format!("Editions {expected} to {last} are missing")
            };
            findings.push(*fault(
                &MISSING,
                &path_of(expected),
                format!("{missing}: edition {} is there", link.number),
            ));
        }
        expected = link.number.next();
    }
    findings
}

fn misnumbered(link: &Link) -> Option<Fault> {
    let manifest = link.manifest.as_ref().filter(|manifest| manifest.number != link.number)?;
    let message =
        format!("The file of edition {} holds the manifest of edition {}", link.number, manifest.number);
    Some(fault(&BROKEN, &path_of(link.number), message))
}

fn not_the_first(link: &Link) -> Option<Fault> {
    let manifest = link.manifest.as_ref().filter(|_| link.number == EditionNumber::FIRST)?;
    let previous = manifest.previous?;
    let message = format!("The first edition says that it was built on another, {previous}");
    Some(fault(&BROKEN, &path_of(link.number), message))
}

/// A manifest that cannot be read has a digest all the same; but what it is at fault for is said already.
fn unlinked(before: &Link, after: &Link) -> Option<Fault> {
    let (earlier, later) = (before.manifest.as_ref()?, after.manifest.as_ref()?);
    if later.previous != before.digest {
        let name = |digest: Option<Digest>| digest.map_or("none".to_owned(), |digest| digest.to_string());
        let message = format!(
            "Edition {} was built on another edition {}: it names {}, and the file hashes to {}",
            after.number,
            before.number,
            name(later.previous),
            name(before.digest)
        );
        return Some(fault(&BROKEN, &path_of(before.number), message));
    }
    (later.released < earlier.released).then(|| {
        let message = format!(
            "Edition {} is dated {}, before edition {} of {}",
            after.number, later.released, before.number, earlier.released
        );
        fault(&BROKEN, &path_of(after.number), message)
    })
}
