//! The mistakes found in one file, in the order they are met.

use crate::finding::{Finding, RuleDoc, Severity};
use crate::model::Place;
use std::collections::BTreeMap;

/// So many findings of one rule are kept of one file; the rest are counted. A table of a million rows with one
/// mistake in each would otherwise fill the memory with the same sentence.
const KEPT: usize = 1_000;

/// The mistakes found in one file.
#[derive(Debug, Default)]
pub(super) struct Faults {
    findings: Vec<Finding>,
    met: BTreeMap<&'static str, usize>,
}

impl Faults {
    /// A mistake because of which the file cannot be used.
    pub(super) fn error(
        &mut self,
        rule: &RuleDoc,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(Finding::input(rule, place, message, help));
    }

    /// Something that readers or editors should know, with which the file can be used.
    pub(super) fn warning(
        &mut self,
        rule: &RuleDoc,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let mut finding = Finding::input(rule, place, message, help);
        finding.severity = Severity::Warning;
        self.add(finding);
    }

    /// Takes a finding, unless there are far too many of its kind.
    pub(super) fn add(&mut self, finding: Finding) {
        let met = self.met.entry(finding.code).or_default();
        *met += 1;
        if *met <= KEPT {
            self.findings.push(finding);
        }
    }

    /// Takes the findings of another part of the same file.
    pub(super) fn absorb(&mut self, other: Self) {
        for finding in other.findings {
            self.add(finding);
        }
        for (code, met) in other.met.into_iter().filter(|(_, met)| *met > KEPT) {
            *self.met.entry(code).or_default() += met - KEPT;
        }
    }

    /// Nothing was found that stands in the way.
    pub(super) fn are_harmless(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }

    /// One of them is about a file.
    pub(super) fn name(&self, path: &str) -> bool {
        self.findings.iter().flat_map(|finding| &finding.locations).any(|place| *place.path == *path)
    }

    /// The findings. Where some were not kept, the last of their kind says how many.
    pub(super) fn into_findings(mut self) -> Vec<Finding> {
        for (code, met) in self.met.iter().filter(|(_, met)| **met > KEPT) {
            if let Some(last) = self.findings.iter_mut().rfind(|finding| finding.code == *code) {
                last.message += &format!("; {} more like it in this file are not listed", met - KEPT);
            }
        }
        self.findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::codes::{BLANK_ROW, SPACES};
    use std::sync::Arc;

    #[test]
    fn a_flood_of_one_mistake_is_counted_and_hides_no_other() {
        let path: Arc<str> = Arc::from("data/figures/a.csv");
        let mut faults = Faults::default();
        for line in 1..=1_500 {
            faults.error(&SPACES, Place::new(&path, line, 1, 1), "a space", "take it out");
        }
        faults.error(&BLANK_ROW, Place::new(&path, 2_000, 1, 1), "a blank row", "delete it");
        let findings = faults.into_findings();
        assert_eq!(findings.len(), KEPT + 1);
        assert_eq!(findings[KEPT - 1].message, "a space; 500 more like it in this file are not listed");
        assert_eq!(findings[KEPT].message, "a blank row");
    }
}
