//! Disclosure control: only this room makes a cleared value.
//!
//! A record is held against the policy together with every edition released before it, since these stay public:
//! small counts, what can be worked out of withheld ones (by the room `withheld`), and what is withheld in one place
//! and printed in another. Findings name cells by their addresses and never carry a value.

mod cleared;
mod elsewhere;
mod exposed;
mod groups;
mod in_words;
mod kept_back;
mod ledger;
mod percentages;
mod policy;
mod rounded;
mod small_counts;
mod subject;
mod tables;
#[cfg(test)]
mod tests;
mod vintage;

pub use cleared::{Cleared, Earlier, Publication, clear, released};
pub use kept_back::KeptBack;
pub use policy::threshold;
pub use tables::{Address, Found, Kind, Layout, Misread, Place, TableAudit, TableFile, audit_tables};

use crate::finding::RuleDoc;

/// The documentation of the rules of disclosure control.
pub fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    [
        &small_counts::DOC,
        &groups::DOC,
        &exposed::DERIVABLE,
        &exposed::SMALL_SUM,
        &elsewhere::DOC,
        &exposed::NOT_SHOWN,
        &percentages::DOC,
        &rounded::DOC,
        &in_words::DOC,
    ]
    .into_iter()
}
