//! `onrecord check`: everything that is found, and nothing written.

use super::arguments::{CheckOptions, FailOn, Format};
use super::{ExitStatus, output};
use crate::finding::{Finding, Severity};
use crate::load;
use crate::pipeline::{self, Failure};
use crate::report::{Colour, SourceLines, human, json};
use std::path::Path;

pub(super) fn run(root: &Path, options: &CheckOptions) -> ExitStatus {
    match pipeline::check(root, options.as_known_on) {
        Ok(findings) => {
            let printed = output::result(&text(root, &findings, options.format));
            if printed == ExitStatus::Fine { judged(&findings, options.fail_on) } else { printed }
        }
        Err(Failure::Input(findings)) if options.format == Format::Json => {
            match output::result(&json::render(&findings)) {
                ExitStatus::Fine => ExitStatus::Input,
                other => other,
            }
        }
        Err(failure) => failed(root, failure),
    }
}

fn text(root: &Path, findings: &[Finding], format: Format) -> String {
    match format {
        Format::Human => human_text(root, findings),
        Format::Json => json::render(findings),
    }
}

fn human_text(root: &Path, findings: &[Finding]) -> String {
    let mut lines = SourceLines::wanted_by(findings);
    let paths: Vec<String> = lines.paths().map(str::to_owned).collect();
    for path in paths {
        if let Some(text) = load::source_text(root, &path) {
            lines.fill(&path, &text);
        }
    }
    human::render(findings, &lines, Colour::Never)
}

/// A finding that the publisher has explained or accepted no longer fails a check.
fn judged(findings: &[Finding], fail_on: FailOn) -> ExitStatus {
    let least = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Never => return ExitStatus::Fine,
    };
    let settled = |finding: &Finding| {
        finding.review.as_ref().is_some_and(|review| matches!(review.state, "explained" | "accepted"))
    };
    if findings.iter().any(|finding| finding.severity >= least && !settled(finding)) {
        ExitStatus::Findings
    } else {
        ExitStatus::Fine
    }
}

/// Says why a command could not do its work.
pub(super) fn failed(root: &Path, failure: Failure) -> ExitStatus {
    match failure {
        Failure::Input(findings) => {
            output::message(&human_text(root, &findings));
            ExitStatus::Input
        }
        Failure::Configuration(message) => {
            output::message(&format!("error: {message}"));
            ExitStatus::Usage
        }
        Failure::Disk(message) => {
            output::message(&format!("error: {message}"));
            ExitStatus::Disk
        }
    }
}
