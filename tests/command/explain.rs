//! `onrecord explain`: the rules in words.

use crate::story::Story;

const PARTS: [&str; 4] = ["What it finds\n  ", "Why it matters\n  ", "Example\n  ", "What to do\n  "];

#[test]
fn a_rule_is_explained_by_its_code_and_by_its_name() {
    let mut story = Story::on_nothing();
    story.run(&["explain", "R002"]).exit(0).stderr_is_empty().stdout_contains("R002 hedge-dropped\n");
    for part in PARTS {
        story.stdout_contains(part);
    }
    let page = story.outcome().stdout.clone();
    for name in ["r002", "hedge-dropped", "Hedge-Dropped"] {
        story.run(&["explain", name]).exit(0).stdout_is(&page);
    }
}

#[test]
fn every_rule_of_the_list_can_be_explained() {
    let mut story = Story::on_nothing();
    story.run(&["explain"]).exit(0).stderr_is_empty();
    let list = story.outcome().stdout.clone();
    for room in ['L', 'R', 'D', 'E'] {
        assert!(list.lines().any(|line| line.starts_with(room)), "no rule of {room}:\n{list}");
    }
    for line in list.lines() {
        let Some((code, name)) = line.split_once("  ") else { panic!("no code and name: {line}") };
        story.run(&["explain", code]).exit(0).stdout_contains(&format!("{code} {name}\n"));
        for part in PARTS {
            story.stdout_contains(part);
        }
    }
}

#[test]
fn a_misspelt_rule_meets_the_nearest() {
    let mut story = Story::on_nothing();
    story
        .run(&["explain", "hedge-droped"])
        .exit(2)
        .stdout_is("")
        .stderr_contains("did you mean hedge-dropped?");
    story.run(&["explain", "r02"]).exit(2).stdout_is("").stderr_contains("did you mean R002?");
    story
        .run(&["explain", "nothing like it"])
        .exit(2)
        .stderr_contains("`onrecord explain` alone lists every rule");
    story.run(&["explain", "\u{1b}[31m"]).exit(2).stderr_contains("\\u{1b}[31m").stderr_lacks("\u{1b}");
}
