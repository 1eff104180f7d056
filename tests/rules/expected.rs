//! Findings and standings as text, held against the `expected.txt` of a case.

use crate::repository::Case;
use onrecord::finding::{Change, Finding, Member, Needed};
use std::fmt::Write;

/// `ONRECORD_UPDATE=1` writes what differs; with `CI=true` nothing is ever written.
fn may_write() -> bool {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    is("ONRECORD_UPDATE", "1") && !is("CI", "true")
}

/// Compares a text with the case's `expected.txt`.
pub(crate) fn holds(case: &Case, actual: &str) {
    let path = case.path.join("expected.txt");
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    if expected == actual {
        return;
    }
    assert!(
        may_write(),
        "{} differs. ONRECORD_UPDATE=1 accepts it.\n--- expected\n{expected}\n--- found\n{actual}",
        path.display()
    );
    std::fs::write(&path, actual).unwrap();
}

/// Findings with everything that a reader sees of them but their places.
pub(crate) fn findings(findings: &[Finding]) -> String {
    let texts: Vec<String> = findings.iter().map(finding).collect();
    texts.join("\n")
}

fn finding(finding: &Finding) -> String {
    let verdict = finding.verdict.map_or(String::new(), |verdict| format!(", {}", verdict.words()));
    let mut text = format!("{} {}{verdict}\n", finding.code, finding.severity.name());
    let mut line = |name: &str, words: &str| writeln!(text, "{name}: {words}").unwrap();
    line("title", &finding.title);
    line("message", &finding.message);
    finding.arithmetic.iter().for_each(|words| line("arithmetic", words));
    finding.assumptions.iter().for_each(|words| line("assuming", words));
    if let Some(bridge) = &finding.bridge {
        for step in &bridge.steps {
            line("step", &format!("{} {}: {}", step.amount, step.reason.words(), step.basis));
        }
        line("left", &format!("{} ({})", bridge.unexplained, bridge.outcome.words()));
    }
    if let Some(conflict) = &finding.conflict {
        conflict.claims.iter().for_each(|claim| {
            line("weighs", &format!("{} {} ({})", claim.figure, claim.weight, claim.kind));
        });
        conflict.ties.iter().for_each(|words| line("tied", words));
        conflict.tied_to.iter().for_each(|id| line("tied to", id.as_str()));
        for correction in &conflict.corrections {
            let changes: Vec<String> = correction.changes.iter().map(change).collect();
            line("would do", &format!("{} (weight {})", changes.join(", and "), correction.weight));
        }
    }
    for cause in &finding.causes {
        line("cause", &format!("{}: {}", cause.cause.words(), cause.explanation));
    }
    finding.settles.iter().for_each(|words| line("would settle it", words));
    let figures: Vec<&str> = finding.figures.iter().map(|id| id.as_str()).collect();
    line("figures", &figures.join(", "));
    // A word has nothing else that says which one is meant.
    if finding.code.starts_with('N') {
        finding.locations.iter().for_each(|place| line("place", &format!("{place}+{}", place.length)));
    }
    text
}

fn change(change: &Change) -> String {
    let what = match &change.member {
        Member::Figure(id) => id.as_str(),
        Member::Relation(id) => id.as_str(),
        Member::Tie(words) => words,
    };
    match &change.needed {
        Needed::Range { words, .. } => format!("{what} at {words}"),
        Needed::Withheld => format!("{what} at a small count"),
        Needed::NotDecided => format!("{what} otherwise"),
        Needed::SetAside => format!("without {what}"),
    }
}
