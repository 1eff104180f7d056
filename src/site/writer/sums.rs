//! The digests of a site's files, in the form that `sha256sum -c` reads, and whether a site is as it was built.

#![expect(clippy::disallowed_methods, reason = "a site is read from the disk to be held against its digests")]

use super::place::{LITTER, MARK};
use crate::edition::Digest;
use crate::finding::{Checked, Finding, RuleDoc};
use crate::model::Place;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use walkdir::WalkDir;

/// The file of digests, at the root of a site.
pub const SUMS: &str = "SHA256SUMS";

const ALTERED: RuleDoc = RuleDoc {
    code: "E010",
    name: "site-file-altered",
    finds: "A file of a built site whose bytes are not those that were built.",
    matters: "A reader who saved or was sent the site can tell whether anybody changed it since.",
    example: "A figure on a page that was edited by hand after the build.",
    resolve: "Build the site again, or fetch it again from where it is published.",
};

const MISSING: RuleDoc = RuleDoc {
    code: "E011",
    name: "site-file-missing",
    finds: "A file that a built site lists in SHA256SUMS and that is not there or cannot be read.",
    matters: "A page that is taken away without a word cannot be cited.",
    example: "measures/pool/v/1/index.html was deleted.",
    resolve: "Build the site again, or fetch it again from where it is published.",
};

const ADDED: RuleDoc = RuleDoc {
    code: "E012",
    name: "site-file-added",
    finds: "A file in a built site that no build listed in SHA256SUMS, or a list that cannot be read.",
    matters: "A page that was put in by hand could pass for one of the record.",
    example: "measures/pool/v/4/index.html, where there is no edition 4.",
    resolve: "Move the file away. A publisher's own files belong in site/assets/.",
};

/// The documentation of these rules.
pub(in crate::site) fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    [&ALTERED, &MISSING, &ADDED].into_iter()
}

/// The text of the file of digests.
#[must_use]
pub fn sums(digests: &BTreeMap<String, Digest>) -> String {
    digests.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect()
}

/// Holds every file of a built site against the digest that it was built under. How many there are.
#[must_use]
pub fn verify_site(site: &Path) -> Checked<usize> {
    let listed = match fs::read_to_string(site.join(SUMS)) {
        Ok(text) => text,
        Err(error) => {
            let findings =
                vec![finding(&MISSING, SUMS, format!("The list of digests cannot be read: {error}"))];
            return Checked { value: None, findings };
        }
    };
    let mut findings = Vec::new();
    let mut digests = BTreeMap::new();
    for line in listed.lines() {
        match line.split_once("  ").and_then(|(digest, path)| Some((path, Digest::parse(digest)?))) {
            Some((path, digest)) => {
                digests.insert(path.to_owned(), digest);
            }
            None => findings.push(finding(&ADDED, SUMS, "A line is no digest and path".to_owned())),
        }
    }
    findings.extend(
        digests.par_iter().filter_map(|(path, digest)| differs(site, path, *digest)).collect::<Vec<_>>(),
    );
    findings.extend(added(site, &digests));
    Checked::unless_errors(digests.len(), findings)
}

fn differs(site: &Path, path: &str, digest: Digest) -> Option<Finding> {
    // A list that was altered could name any file of the machine.
    if Path::new(path).components().any(|part| !matches!(part, std::path::Component::Normal(_))) {
        return Some(finding(&ADDED, SUMS, format!("“{path}” is no path within a site")));
    }
    let file = site.join(path);
    let plain = fs::symlink_metadata(&file).is_ok_and(|found| found.is_file());
    match fs::read(&file) {
        Ok(bytes) if plain && Digest::of(&bytes) == digest => None,
        Ok(bytes) if plain => {
            let message = format!("The file was altered: its bytes now hash to {}", Digest::of(&bytes));
            Some(finding(&ALTERED, path, message))
        }
        Ok(_) => Some(finding(&MISSING, path, "It is not an ordinary file".to_owned())),
        Err(error) => Some(finding(&MISSING, path, format!("The file cannot be read: {error}"))),
    }
}

fn added(site: &Path, digests: &BTreeMap<String, Digest>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in WalkDir::new(site).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) if entry.file_type().is_dir() => continue,
            Ok(entry) => entry,
            Err(error) => {
                findings.push(finding(&MISSING, SUMS, format!("The site cannot be walked: {error}")));
                continue;
            }
        };
        let name = entry.file_name().to_string_lossy();
        let relative = entry.path().strip_prefix(site).unwrap_or(entry.path());
        let path = relative
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        let known = [SUMS, MARK].contains(&path.as_str()) || LITTER.contains(&name.as_ref());
        if !known && !digests.contains_key(&path) {
            findings.push(finding(&ADDED, &path, "No build made this file".to_owned()));
        }
    }
    findings
}

fn finding(rule: &'static RuleDoc, path: &str, message: String) -> Finding {
    Finding::input(rule, Place::file(&Arc::from(path)), message, rule.resolve)
}
