//! What can be wrong with frozen editions, as rules with their documentation.

use crate::finding::{Finding, RuleDoc};
use crate::model::Place;
use std::sync::Arc;

pub(super) const ALTERED: RuleDoc = RuleDoc {
    code: "E001",
    name: "edition-altered",
    finds: "A file of a frozen edition whose bytes are not the bytes that were released.",
    matters: "A reader who cites an edition relies on it never changing.",
    example: "A number corrected by hand in a file under data/editions/objects/.",
    resolve: "Restore the file from the repository's history. Correct the figure under data/, and release a new edition.",
};

pub(super) const MISSING: RuleDoc = RuleDoc {
    code: "E002",
    name: "edition-missing",
    finds: "A file that an edition needs and that is not there, or a gap in the numbering of editions.",
    matters: "Editions are append-only: what was published stays where it can be checked.",
    example: "Editions 1 and 3 without edition 2.",
    resolve: "Restore the file from the repository's history.",
};

pub(super) const UNREADABLE: RuleDoc = RuleDoc {
    code: "E003",
    name: "edition-unreadable",
    finds: "A file of a frozen edition that cannot be read: cut short, not a file of this kind, or of a later format.",
    matters: "An edition that cannot be read cannot be compared, cited or verified.",
    example: "A manifest that a failing disk cut short.",
    resolve: "Restore the file from the repository's history, or use the version of onrecord that released it.",
};

pub(super) const BROKEN: RuleDoc = RuleDoc {
    code: "E004",
    name: "edition-chain-broken",
    finds: "An edition that does not follow from the one before it: another digest, number or an earlier date.",
    matters: "The chain is what shows that no edition was exchanged after the next one was released.",
    example: "Edition 1 was released anew after edition 2 had been built on it.",
    resolve: "Restore the edition that the next one was built on from the repository's history.",
};

pub(super) const REFUSED: RuleDoc = RuleDoc {
    code: "E005",
    name: "release-refused",
    finds: "A release that would not be an edition: nothing changed, no note, or a date before the last edition's.",
    matters: "Every edition says what changed, and when.",
    example: "Two releases one after the other without a change in the data.",
    resolve: "Change the data, give a note that says what changed, or give the right date.",
};

pub(super) const DISK: RuleDoc = RuleDoc {
    code: "E006",
    name: "edition-disk",
    finds: "The disk did not let a file of an edition be read or written.",
    matters: "A release is whole or is not there at all.",
    example: "A folder that may not be written, or a full disk.",
    resolve: "Put right what the message names, and run the command again.",
};

/// The documentation of the rules of frozen editions.
pub fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    [&ALTERED, &MISSING, &UNREADABLE, &BROKEN, &REFUSED, &DISK, &UNSIGNED].into_iter()
}

/// Whether it is the disk that refused, and not the editions that are wrong.
#[must_use]
pub fn is_of_the_disk(finding: &Finding) -> bool {
    finding.code == DISK.code
}

pub(super) const UNSIGNED: RuleDoc = RuleDoc {
    code: "E013",
    name: "edition-signature",
    finds: "An edition without a signature, or with one that the key that was named did not make.",
    matters: "The chain shows that editions belong together. Only a signature shows who released them.",
    example: "data/editions/0003.json without data/editions/0003.json.minisig.",
    resolve: "Sign the manifest with minisign and the key that readers know, or name the right key.",
};

/// What stands in the way of one file. Boxed, since it is as large as it is rare.
pub(super) type Fault = Box<Finding>;

/// A fault in a file as a whole.
pub(super) fn fault(rule: &RuleDoc, path: &str, message: impl Into<String>) -> Fault {
    fault_at(rule, Place::file(&Arc::from(path)), message)
}

/// A fault at a place in a file.
fn fault_at(rule: &RuleDoc, place: Place, message: impl Into<String>) -> Fault {
    Box::new(Finding::input(rule, place, message, rule.resolve))
}

/// JSON that is not what it should be, at its line and column.
pub(super) fn not_json(path: &str, what: &str, error: &serde_json::Error) -> Fault {
    let at = |number: usize| u32::try_from(number).unwrap_or_default();
    let place = Place::new(&Arc::from(path), at(error.line()), at(error.column()), 0);
    fault_at(&UNREADABLE, place, format!("This is not {what}: {error}"))
}
