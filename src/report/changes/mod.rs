//! What changed between two states of the record, as text: for a terminal, for a pull request, as a page and as data.

mod human;
mod markdown;
mod told;

pub use human::render as human;
pub use markdown::{html, markdown};

use crate::finding::{Finding, Nature};
use crate::revision::Changes;

/// The two states that are compared, in words: "edition 2", "the draft".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sides {
    /// The earlier one.
    pub before: String,
    /// The later one.
    pub after: String,
}

impl Sides {
    fn heading(&self) -> String {
        format!("From {} to {}", self.before, self.after)
    }
}

/// The findings of a list that readers are told of.
fn for_readers(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| !matches!(finding.nature, Nature::Input | Nature::Disclosure))
}

/// What opened, closed and turned, a line each with its heading.
fn discrepancies(changes: &Changes) -> [(&'static str, Vec<String>); 3] {
    let line = |finding: &Finding| format!("{} {}", finding.code, finding.title);
    let turned = changes.findings.altered.iter().filter(|altered| altered.is_turned()).map(|altered| {
        let words = |finding: &Finding| finding.verdict.map_or("no verdict", |verdict| verdict.words());
        format!("{}: was “{}”, now “{}”", line(&altered.after), words(&altered.before), words(&altered.after))
    });
    [
        ("Opened", for_readers(&changes.findings.opened).map(line).collect()),
        ("Closed", for_readers(&changes.findings.closed).map(line).collect()),
        ("Verdicts that changed", turned.collect()),
    ]
}
