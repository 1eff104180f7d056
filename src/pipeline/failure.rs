//! Why a command could not do its work.

use crate::edition;
use crate::finding::Finding;

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// The publisher's files cannot be used, or must not be published as they are.
    Input(Vec<Finding>),
    /// The command was asked for something that cannot be.
    Configuration(String),
    /// The disk refused.
    Disk(String),
}

impl Failure {
    /// What stands in the way of the editions: where the disk alone is to blame, the input is sound.
    pub(super) fn of_editions(findings: Vec<Finding>) -> Self {
        if findings.is_empty() || !findings.iter().all(edition::is_of_the_disk) {
            return Self::Input(findings);
        }
        let path = |finding: &Finding| {
            finding.locations.first().map_or_else(String::new, |place| format!("{}: ", place.path))
        };
        let lines: Vec<String> =
            findings.iter().map(|finding| format!("{}{}", path(finding), finding.message)).collect();
        Self::Disk(lines.join("\nerror: "))
    }
}
