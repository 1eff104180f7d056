//! Hand-made views of the drafted questions and of the rules.

use super::samples::*;
use crate::page::*;

pub(super) fn question_list() -> QuestionList {
    let full = QuestionEntry {
        anchor: question_anchor("absconders"),
        measure: Link::new("People recorded as absconded", "measures/absconders/"),
        settles: "It would settle 2 findings".to_owned(),
        findings: vec![
            Link::new("Counted within, or in addition?", "discrepancies/9f2c71d04ab8/"),
            Link::new("“53,298” is not confirmed", "discrepancies/11d04ab89f2c/"),
        ],
        written: "To ask the Secretary of State for the Home Department, how many people recorded as absconded there were on 31 October 2025; and what definition is used for that number.".to_owned(),
        request: Some(RequestDraft {
            subject: "Request for information: People recorded as absconded".to_owned(),
            paragraphs: vec![
                "Please send me the following recorded information.".to_owned(),
                "1. The number of people recorded as absconded on 31 October 2025.".to_owned(),
            ],
        }),
        expected: vec!["October 2025: 53,298, if “53,298” (Report headed “absconder pool”) is right.".to_owned()],
        said: vec![SaidBefore {
            source: Link::new("Home Office statement", "sources/ho-line-2026/"),
            reference: Some("12345".to_owned()),
            words: "gave “nearly 60,000” for 2016".to_owned(),
        }],
        notes: vec!["The sources name a month.".to_owned()],
    };
    let bare = QuestionEntry {
        anchor: question_anchor("offenders"),
        measure: Link::new("Foreign national offenders recorded as absconded", "measures/offenders/"),
        settles: "It would settle 1 finding".to_owned(),
        findings: vec![Link::new("“736” is not confirmed", "discrepancies/22c71d04ab89/")],
        written: "To ask [the responsible minister], how many there were.".to_owned(),
        ..QuestionEntry::default()
    };
    QuestionList {
        frame: frame("questions/", "Questions", Section::Questions),
        parts: Vec::new(),
        questions: vec![full, bare],
    }
}

pub(super) fn rule_list() -> RuleList {
    let line = |found: Option<&str>| RuleLine {
        link: Link::new("R001 relation-conflict", "rules/R001/"),
        finds: "Sources that relate the same two groups in ways that cannot both hold.".to_owned(),
        found: found.map(str::to_owned),
    };
    RuleList {
        frame: frame("rules/", "Rules", Section::Discrepancies),
        groups: vec![RuleGroup {
            anchor: "figures".to_owned(),
            title: "What the sources say".to_owned(),
            rules: vec![line(Some("3 findings")), line(None)],
        }],
    }
}

pub(super) fn rule_page() -> RulePage {
    let mut frame = frame("rules/R001/", "R001 relation-conflict", Section::Discrepancies);
    frame.trail = vec![Link::new("Discrepancies", "discrepancies/"), Link::new("Rules", "rules/")];
    RulePage {
        frame,
        code: "R001".to_owned(),
        name: "relation-conflict".to_owned(),
        finds: "Sources that relate the same two groups in ways that cannot both hold.".to_owned(),
        matters: "The total differs by the whole of the smaller group.".to_owned(),
        example: "“a further 120” and “including 120”.".to_owned(),
        resolve: "Ask whether the smaller group is counted in the larger one.".to_owned(),
        found: "30 findings of this rule stand now. The first 20 are:".to_owned(),
        findings: vec![finding(Tone::Disputed)],
        rest: Some(Link::new("All discrepancies, checks and gaps", "discrepancies/")),
    }
}
