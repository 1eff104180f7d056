//! Reports of findings made by hand, with texts that a stranger might have written.

use super::*;
use crate::finding::{Cause, CauseCode, Finding, Nature, Reviewed, RuleDoc, Verdict};
use crate::model::{FigureId, MeasureId, Place, SourceId};
use std::sync::Arc;

const CONFLICT: RuleDoc = doc("R001", "relation-conflict");
const UNKNOWN_KEY: RuleDoc = doc("L003", "unknown-key");
const SMALL: RuleDoc = doc("D001", "small-count");

const fn doc(code: &'static str, name: &'static str) -> RuleDoc {
    RuleDoc { code, name, finds: "", matters: "", example: "", resolve: "" }
}

const CLAIMS: &str =
    "\u{feff}format = 1\r\n\r\n[[relation]]\r\nid = \"further-736\"\r\n\tkind = \"separate\"\r\n";
const BODIES: &str = "format = 1\n[[body]]\nnmae = \"\u{1b}[2J\u{202e}evil\"\nname = 'x'";

fn place(path: &str, line: u32, column: u32, length: u32) -> Place {
    Place::new(&Arc::from(path), line, column, length)
}

fn conflict() -> Finding {
    let mut finding = Finding::new(&CONFLICT, Severity::Error, Nature::Discrepancy, ["a", "b"]);
    finding.title = "A further group, or a part of it?".to_owned();
    finding.message =
        "One account says that the 736 are a further group, and another that they are among the \
                       53,298. The two cannot both hold: the total is 53,298 or 54,034."
            .to_owned();
    finding.verdict = Some(Verdict::Inconsistent);
    finding.arithmetic = vec!["53,298 + 736 = 54,034".to_owned()];
    finding.assumptions = vec!["the same date for both".to_owned()];
    finding.figures = vec![FigureId::new("foreign-offenders").unwrap()];
    finding.sources = vec![SourceId::new("news-2025-12-17").unwrap()];
    finding.measure = Some(MeasureId::new("absconders").unwrap());
    finding.locations = vec![place("data/claims/a.toml", 3, 1, 12), place("data/claims/a.toml", 5, 0, 0)];
    finding.causes = vec![Cause::new(CauseCode::SubsetVsAdditional, "“a further 736” and “among those”")];
    finding.settles = Some("Are the 736 counted within the 53,298?".to_owned());
    finding.help = Some("Ask the Home Office which holds, and record its answer as a position.".to_owned());
    finding.review = Some(Reviewed {
        state: "explained",
        text: "Two papers.\nOne leak.".to_owned(),
        by: "The editor".to_owned(),
        date: "2026-01-02".to_owned(),
    });
    finding
}

fn hostile() -> Finding {
    let message = "unknown key “nmae” with “\u{1b}[2J\u{202e}evil\u{9b}31m\r::error::x\u{200b}”";
    Finding::input(&UNKNOWN_KEY, place("data/\u{7}bodies.toml", 3, 1, 4), message, "did you mean “name”?")
}

fn far_right() -> Finding {
    Finding::input(
        &UNKNOWN_KEY,
        place("data/\u{7}bodies.toml", 3, 14, 4),
        "a word after the steering",
        "none",
    )
}

fn small() -> Finding {
    let mut finding = Finding::new(&SMALL, Severity::Warning, Nature::Disclosure, ["a"]);
    finding.title = "A count below the disclosure threshold".to_owned();
    finding.message = "The figure a is a count below the disclosure threshold.".to_owned();
    finding.locations = (1..9).map(|line| place("data/figures/a.csv", line, 0, 0)).collect();
    finding
}

fn findings() -> Vec<Finding> {
    vec![small(), hostile(), conflict(), far_right()]
}

fn lines(findings: &[Finding]) -> SourceLines {
    let mut lines = SourceLines::wanted_by(findings);
    lines.fill("data/claims/a.toml", CLAIMS);
    lines.fill("data/\u{7}bodies.toml", BODIES);
    lines.fill("data/not-asked-for.toml", "x");
    lines
}

#[test]
fn people_see_the_worst_first_with_its_line_underlined() {
    let findings = findings();
    insta::assert_snapshot!(human::render(&findings, &lines(&findings), Colour::Never));
}

#[test]
fn programs_see_every_key_of_every_finding() {
    insta::assert_snapshot!(json::render(&findings()));
}

#[test]
fn the_order_of_the_findings_does_not_matter() {
    let mut turned = findings();
    turned.reverse();
    assert_eq!(json::render(&turned), json::render(&findings()));
    let lines = lines(&turned);
    let human = |findings: &[Finding]| human::render(findings, &lines, Colour::Never);
    assert_eq!(human(&turned), human(&findings()));
}

#[test]
fn nothing_in_a_report_steers_the_terminal() {
    let findings = findings();
    let lines = lines(&findings);
    for format in [Format::Human(Colour::Never), Format::Json] {
        let text = render(format, &findings, &lines);
        let steering = |c: &char| c.is_control() && *c != '\n' || matches!(*c, '\u{202e}' | '\u{200b}');
        assert_eq!(text.chars().find(steering), None, "{format:?}");
    }
}

#[test]
fn json_gives_back_the_very_words() {
    let report: serde_json::Value = serde_json::from_str(&json::render(&[hostile()])).unwrap();
    assert_eq!(report["findings"][0]["message"], hostile().message);
    assert_eq!(report["findings"][0]["locations"][0]["path"], "data/\u{7}bodies.toml");
}

#[test]
fn colours_are_there_only_when_asked_for() {
    let lines = SourceLines::default();
    assert!(human::render(&[conflict()], &lines, Colour::Always).contains("\u{1b}[1m"));
    assert!(!human::render(&[conflict()], &lines, Colour::Never).contains('\u{1b}'));
}

#[test]
fn a_report_without_findings_counts_none() {
    assert_eq!(human::render(&[], &SourceLines::default(), Colour::Never), "0 errors, 0 warnings, 0 notes\n");
    assert_eq!(json::render(&[]), "{\n  \"findings\": []\n}\n");
}

#[test]
fn a_place_beyond_the_end_of_its_line_is_still_shown() {
    let findings = [Finding::input(&UNKNOWN_KEY, place("a.toml", 1, 90, 9), "cut short", "none")];
    let mut lines = SourceLines::wanted_by(&findings);
    lines.fill("a.toml", "x = ");
    assert!(human::render(&findings, &lines, Colour::Never).contains("a.toml:1:90"));
}
