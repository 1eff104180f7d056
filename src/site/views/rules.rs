//! The rules: their list, and a page for each with what it has found.

use super::Scene;
use crate::finding::{Finding, RuleDoc};
use crate::page::{Link, RuleGroup, RuleLine, RuleList, RulePage, Section};
use crate::site::{routes, writer};
use crate::{check, disclose, edition, import, load, personal, revision};

/// As many findings as a reader can scan.
const MOST: usize = 20;

/// The documentation of every rule of every room.
pub fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    load::documentation()
        .chain(check::documentation())
        .chain(disclose::documentation())
        .chain(personal::documentation())
        .chain(edition::documentation())
        .chain(revision::documentation())
        .chain(writer::documentation())
        .chain(import::documentation())
}

/// Which rules there are, by the letter of their codes: those that make findings for readers come first.
const GROUPS: [(&str, &str, &str); 7] = [
    ("R", "figures", "What the sources say"),
    ("D", "disclosure", "Disclosure control"),
    ("P", "personal", "Personal data"),
    ("N", "own-words", "The publisher’s own words"),
    ("L", "files", "The publisher’s files"),
    ("E", "editions", "Editions"),
    ("I", "imports", "Imports"),
];

/// The list of rules.
pub(in crate::site) fn rule_list(scene: &Scene<'_>) -> RuleList {
    let group = |letter: &str, anchor: &str, title: &str| {
        let rules = documentation().filter(|doc| doc.code.starts_with(letter));
        let rules: Vec<RuleLine> = rules.map(|doc| line(scene, doc)).collect();
        (!rules.is_empty()).then(|| RuleGroup { anchor: anchor.to_owned(), title: title.to_owned(), rules })
    };
    let mut frame = scene.frame(routes::RULES, "Rules", Section::Discrepancies);
    frame.description = Some("What each rule finds, why it matters, and what would resolve it.".to_owned());
    RuleList {
        groups: GROUPS.iter().filter_map(|(letter, anchor, title)| group(letter, anchor, title)).collect(),
        frame,
    }
}

fn line(scene: &Scene<'_>, doc: &RuleDoc) -> RuleLine {
    RuleLine {
        link: Link::new(format!("{} {}", doc.code, doc.name), routes::rule(doc.code)),
        finds: doc.finds.to_owned(),
        found: match of_rule(scene, doc).count() {
            0 => None,
            1 => Some("1 finding".to_owned()),
            many => Some(format!("{many} findings")),
        },
    }
}

fn of_rule<'a>(scene: &Scene<'a>, doc: &'a RuleDoc) -> impl Iterator<Item = &'a Finding> {
    scene.findings().filter(move |finding| finding.code == doc.code)
}

/// The page of a rule.
pub(in crate::site) fn rule_page(scene: &Scene<'_>, doc: &RuleDoc) -> RulePage {
    let mut frame =
        scene.frame(&routes::rule(doc.code), &format!("{} {}", doc.code, doc.name), Section::Discrepancies);
    frame.trail.push(Link::new("Rules", routes::RULES));
    frame.description = Some(doc.finds.chars().take(160).collect());
    let findings: Vec<&Finding> = of_rule(scene, doc).collect();
    RulePage {
        frame,
        code: doc.code.to_owned(),
        name: doc.name.to_owned(),
        finds: doc.finds.to_owned(),
        matters: doc.matters.to_owned(),
        example: doc.example.to_owned(),
        resolve: doc.resolve.to_owned(),
        found: found(doc, findings.len()),
        findings: findings.iter().take(MOST).map(|finding| scene.line(finding)).collect(),
        rest: (findings.len() > MOST)
            .then(|| Link::new("All discrepancies, checks and gaps", routes::DISCREPANCIES)),
    }
}

/// How many findings stand now; rules on files and on disclosure tell the publisher alone.
fn found(doc: &RuleDoc, number: usize) -> String {
    match number {
        0 if doc.code.starts_with('R') => "No finding of this rule stands now.".to_owned(),
        0 => "What this rule finds is shown to the publisher and not on the site.".to_owned(),
        1 => "1 finding of this rule stands now.".to_owned(),
        few if few <= MOST => format!("{few} findings of this rule stand now."),
        many => format!("{many} findings of this rule stand now. The first {MOST} are:"),
    }
}
