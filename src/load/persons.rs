//! Personal data in the publisher's files. A file that holds it is not looked at further, so that no other message
//! quotes from it.

use super::document::Noticed;
use super::faults::Faults;
use super::lines::{Lines, characters, small};
use crate::finding::{Finding, Severity};
use crate::model::Place;
use crate::personal::{Contacts, Policy, Reason, audit, of_table, of_text, traces};
use crate::table::Table;
use std::sync::Arc;

/// So many are told of one text.
const MOST: usize = 50;

/// Something in a text that identifies a person or leads to one.
#[derive(Debug)]
pub(super) struct Spotted {
    /// The words, kept only to be held against the contacts that may stand.
    text: String,
    finding: Finding,
}

/// What identifies persons in a text.
pub(super) fn in_text(text: &str, lines: &Lines, path: &Arc<str>) -> Vec<Spotted> {
    let spotted = |trace: crate::personal::Trace| {
        let (line, column) = lines.locate(text, trace.span.start);
        let length = characters(text, trace.span.start, trace.span.end);
        let place = Place::new(path, line, column, small(length));
        let words = text.get(trace.span.clone()).unwrap_or_default().to_owned();
        Spotted { text: words, finding: of_text(&trace, place, "here") }
    };
    traces(text, &Contacts::default()).into_iter().take(MOST).map(spotted).collect()
}

/// Turns what was spotted into findings. Where the file is refused for it, they are all that is said of the file.
pub(super) fn settle(noticed: &mut Noticed, policy: &Policy) {
    let spotted = std::mem::take(&mut noticed.spotted);
    let stays = |spotted: &Spotted| !policy.contacts.allow(&spotted.text);
    let found: Vec<Finding> = spotted.into_iter().filter(stays).map(|spotted| spotted.finding).collect();
    if found.iter().any(|finding| finding.severity == Severity::Error) {
        *noticed = Noticed::default();
    }
    noticed.findings.extend(found);
}

/// What identifies persons in a file that goes onto the site as it is.
pub(super) fn in_asset(path: &Arc<str>, bytes: &[u8], policy: &Policy, faults: &mut Faults) {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("csv" | "tsv") => in_table(path, bytes, policy, faults),
        Some("txt" | "md" | "json" | "html") => {
            let text = String::from_utf8_lossy(bytes);
            let spotted = in_text(&text, &Lines::of(&text), path);
            let found = spotted.into_iter().filter(|spotted| !policy.contacts.allow(&spotted.text));
            found.for_each(|spotted| faults.add(spotted.finding));
        }
        _ => {}
    }
}

fn in_table(path: &Arc<str>, bytes: &[u8], policy: &Policy, faults: &mut Faults) {
    let Ok(read) = Table::read(bytes) else { return };
    for hit in audit(&read.table, policy) {
        let mut finding = of_table(&hit, Place::file(path));
        // A list of places has rows of their own as well; it goes onto the site as it is and is read by nobody here.
        if hit.reason == Reason::SmallClass {
            finding.severity = Severity::Warning;
        }
        faults.add(finding);
    }
}
