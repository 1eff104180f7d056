//! A finding as an edition records it: enough to tell later which discrepancies opened and which closed.

use crate::finding::{Finding, Nature};
use serde::{Deserialize, Serialize};

/// A finding that stood when an edition was released. Codes may be those of a rule that is no longer there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedFinding {
    /// The code of the rule.
    pub code: String,
    /// Its stable name.
    pub fingerprint: String,
    /// `note`, `warning` or `error`.
    pub severity: String,
    /// Its heading.
    pub title: String,
}

impl RecordedFinding {
    /// It is about what sources say, and not about the publisher's own files or words.
    #[must_use]
    pub fn is_for_readers(&self) -> bool {
        self.code.starts_with('R')
    }

    /// The findings that an edition records, by code and fingerprint. Mistakes in the publisher's files are
    /// the publisher's business and not the readers'.
    pub(super) fn all(findings: &[Finding]) -> Vec<Self> {
        let mut recorded: Vec<Self> =
            findings.iter().filter(|finding| finding.nature != Nature::Input).map(Self::from).collect();
        recorded.sort();
        recorded
    }
}

impl From<&Finding> for RecordedFinding {
    fn from(finding: &Finding) -> Self {
        Self {
            code: finding.code.to_owned(),
            fingerprint: finding.fingerprint.to_string(),
            severity: finding.severity.name().to_owned(),
            title: finding.title.clone(),
        }
    }
}
