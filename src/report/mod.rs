//! Findings as text: for people in a terminal, and for programs.

pub mod changes;
pub mod citations;
pub mod disclosure;
mod escape;
pub mod human;
pub mod json;
mod lines;
pub mod questions;
pub mod tables;
mod visible;

#[cfg(test)]
mod tests;

pub use lines::SourceLines;
pub(crate) use visible::{visible, visible_json};

use crate::finding::{Finding, Severity};

/// A form in which findings are written. Each has a file of its own in this room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Human(Colour),
    /// For programs: one JSON object.
    Json,
}

/// Whether text for people carries terminal colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    #[default]
    Never,
    /// ANSI colours.
    Always,
}

/// Writes findings in a format, worst first. Text for people quotes the lines that are handed in.
#[must_use]
pub fn render(format: Format, findings: &[Finding], lines: &SourceLines) -> String {
    match format {
        Format::Human(colour) => human::render(findings, lines, colour),
        Format::Json => json::render(findings),
    }
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Tally {
    /// Counts findings.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }

    /// The closing line of a report: "1 error, 2 warnings, 0 notes".
    #[must_use]
    pub fn words(self) -> String {
        let counted = |count: usize, word| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        [counted(self.errors, "error"), counted(self.warnings, "warning"), counted(self.notes, "note")]
            .join(", ")
    }
}

/// Findings in the order of every report: worst first, and of those the ones that leave the largest share unaccounted
/// for; then by rule, place and name.
fn worst_first(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_cached_key(|finding| {
        let rank = (std::cmp::Reverse(finding.severity), std::cmp::Reverse(finding.residual.clone()));
        (rank, finding.code, finding.locations.first().cloned(), finding.fingerprint.clone())
    });
    sorted
}
