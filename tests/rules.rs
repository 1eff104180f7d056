//! The rules as they meet whole repositories: what each one finds, what it leaves alone, and laws that hold in all.
//!
//! `tests/repositories/rules/CODE-name/` holds small repositories for one rule. In those named `fires…` it finds
//! what `expected.txt` says; in those named `near-miss…` it finds nothing. `ladder/` holds one for each way in which
//! the standing of a figure moves.

#![allow(clippy::disallowed_methods, reason = "it reads repositories from the disk")]
#![allow(clippy::print_stdout, reason = "what is not tested is said")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

#[path = "rules/crowds.rs"]
mod crowds;
#[path = "rules/expected.rs"]
mod expected;
#[path = "rules/ladder.rs"]
mod ladder;
#[path = "rules/laws.rs"]
mod laws;
#[path = "rules/origins.rs"]
mod origins;
#[path = "rules/peer_cases.rs"]
mod peer_cases;
#[path = "rules/repository.rs"]
mod repository;
#[path = "rules/wording.rs"]
mod wording;
#[path = "rules/world.rs"]
mod world;

use onrecord::{check, disclose};
use repository::{Case, cases};
use std::collections::BTreeSet;

/// Every rule that has documentation, as the name of its folder.
fn documented() -> BTreeSet<String> {
    let all = check::documentation().chain(disclose::documentation());
    all.map(|rule| format!("{}-{}", rule.code, rule.name)).collect()
}

fn rule_cases() -> Vec<Case> {
    let cases: Vec<Case> = cases().into_iter().filter(|case| case.folder != "ladder").collect();
    assert!(!cases.is_empty(), "no case was found");
    cases
}

#[test]
fn every_rule_has_a_repository_in_which_it_fires_and_one_in_which_it_does_not() {
    let of = |kind: &str| -> BTreeSet<String> {
        let of_kind = rule_cases().into_iter().filter(|case| case.name.starts_with(kind));
        of_kind.map(|case| case.folder).collect()
    };
    assert_eq!(of("fires"), documented());
    assert_eq!(of("near-miss"), documented());
    let stray = rule_cases().into_iter().find(|case| {
        !["fires", "near-miss"]
            .iter()
            .any(|kind| case.name == *kind || case.name.starts_with(&format!("{kind}-")))
    });
    assert!(stray.is_none(), "{stray:?} is neither");
}

#[test]
fn a_rule_finds_what_it_should_and_says_it_in_these_words() {
    for case in rule_cases().into_iter().filter(|case| case.name.starts_with("fires")) {
        let found = case.findings_of_its_rule();
        assert!(!found.is_empty(), "{case:?}: the rule finds nothing");
        expected::holds(&case, &expected::findings(&found));
    }
}

#[test]
fn a_near_miss_is_no_hit() {
    for case in rule_cases().into_iter().filter(|case| case.name.starts_with("near-miss")) {
        let found = case.findings_of_its_rule();
        assert!(found.is_empty(), "{case:?}:\n{}", expected::findings(&found));
    }
}

#[test]
fn no_finding_accuses_and_every_one_is_complete() {
    for case in cases() {
        for finding in case.findings() {
            let causes: Vec<&str> = finding.causes.iter().map(|cause| cause.explanation.as_str()).collect();
            let all = format!("{} {} {}", finding.title, finding.message, causes.join(" "));
            let lower = all.to_lowercase();
            let loaded = ["false", "lie", "lied", "misled", "wrong", "untrue", "claimed", "admitted", "fake"];
            let words: BTreeSet<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
            let said = loaded.iter().find(|word| words.contains(*word));
            assert!(said.is_none(), "{case:?} takes a side with {said:?}: {all}");
            assert!(!finding.title.is_empty() && !finding.message.is_empty(), "{case:?}: {finding:?}");
            for fault in ["  ", "..", " .", " ,", "“”", "()", "None", "Some("] {
                assert!(!all.replace("[]", "").contains(fault), "{case:?} has “{fault}” in: {all}");
            }
            let is_of_words = finding.code.starts_with('N');
            assert!(is_of_words || !finding.figures.is_empty(), "{case:?}: {finding:?}");
            assert!(is_of_words || !finding.sources.is_empty(), "{case:?}: {finding:?}");
            assert!(!finding.locations.is_empty(), "{case:?} has a finding without a place: {finding:?}");
        }
    }
}

#[test]
fn no_two_findings_of_a_repository_share_a_fingerprint() {
    for case in cases() {
        let mut seen = BTreeSet::new();
        for finding in case.findings() {
            assert!(seen.insert(finding.fingerprint.clone()), "{case:?}: {}", finding.title);
        }
    }
}

#[test]
fn words_quoted_that_differ_are_pointed_at_where_they_were_written() {
    let case = rule_cases().into_iter().find(|case| case.code() == "R021" && case.name == "fires").unwrap();
    let findings = case.findings_of_its_rule();
    let of_figures: Vec<_> =
        findings.iter().filter(|finding| finding.title.contains("busiest branch")).collect();
    let [finding] = of_figures[..] else { panic!("{of_figures:?}") };
    let line = "elsewhere,loans,\"more than 53,000\",statement,,2022/23,";
    let column = u32::try_from(line.len()).unwrap() + 1;
    assert_eq!(finding.locations.first().unwrap().column, column);
}
