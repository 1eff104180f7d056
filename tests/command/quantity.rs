//! `onrecord quantity`: how phrases are read.

use crate::story::Story;
use serde_json::{Value, json};

const KEYS: [&str; 11] = [
    "phrase", "hedge", "nominal", "core", "typical", "support", "status", "unit", "stance", "relation",
    "period",
];

fn readings(story: &Story) -> Vec<Value> {
    story.stdout_json().as_array().cloned().unwrap_or_default()
}

#[test]
fn phrases_are_read_to_people_one_after_the_other() {
    let mut story = Story::on_nothing();
    story.run(&["quantity", "nearly 60,000", "c.65", "not held centrally"]).exit(0).stderr_is_empty();
    story.stdout_matches("quantity/human.txt");
}

#[test]
fn phrases_are_read_to_programs_as_a_list() {
    let mut story = Story::on_nothing();
    story.run(&[
        "quantity",
        "--format",
        "json",
        "more than 53,000",
        "between 795 and 846",
        "not held centrally",
    ]);
    story.exit(0).stderr_is_empty();
    let found = readings(&story);
    assert!(
        found.len() == 3 && found.iter().all(|reading| KEYS.iter().all(|key| reading.get(key).is_some()))
    );
    let [more, between, none] = &found[..] else { panic!("not three") };
    assert_eq!((&more["hedge"], &more["nominal"]), (&json!("more_than"), &json!("53000")));
    assert_eq!(more["support"], json!({ "lo": "53000", "hi": null, "lo_closed": false, "hi_closed": false }));
    assert_eq!(between["core"], json!({ "lo": "795", "hi": "846", "lo_closed": true, "hi_closed": true }));
    assert_eq!((&none["status"], &none["core"]), (&json!("not_held_centrally"), &Value::Null));
}

#[test]
fn what_cannot_be_read_is_named_beside_what_can() {
    let mut story = Story::on_nothing();
    story.run(&["quantity", "--format", "json", "a few-ish", "12", "zzz"]).exit(3);
    story.stderr_contains("“a few-ish”").stderr_contains("“zzz”").stderr_contains("help: ");
    assert!(matches!(&readings(&story)[..], [one] if one["phrase"] == "12"));
    story.run(&["quantity", "zzz"]).exit(3).stdout_is("");
    story.run(&["quantity", "--format", "json", "zzz"]).exit(3).stdout_is("[]\n");
    for empty in ["", " "] {
        story.run(&["quantity", empty]).exit(3).stderr_contains("nothing to read");
    }
}

#[test]
fn a_phrase_may_begin_with_a_hyphen() {
    let mut story = Story::on_nothing();
    story.run(&["quantity", "-5"]).exit(0).stdout_contains("−5");
    story.run(&["quantity", "--", "-5"]).exit(0).stdout_contains("−5");
}

#[test]
fn no_phrase_and_a_bad_day_are_wrong_usage() {
    let mut story = Story::on_nothing();
    story.run(&["quantity"]).exit(2).stdout_is("").stderr_contains("<PHRASE>");
    story.run(&["quantity", "--said", "2025-02-30", "12"]).exit(2).stderr_contains("2025-02-30");
}

#[test]
fn no_phrase_steers_the_terminal() {
    let mut story = Story::on_nothing();
    for sign in ["\u{1b}[31m", "\u{202e}", "\u{2066}", "\u{200b}", "\u{9b}"] {
        for phrase in
            [format!("{sign}12"), format!("12{sign} staff"), format!("12 st{sign}aff"), sign.to_owned()]
        {
            story.run(&["quantity", &phrase]).stdout_lacks(sign).stderr_lacks(sign);
            story.run(&["quantity", "--format", "json", &phrase]).stdout_lacks(sign).stderr_lacks(sign);
        }
    }
}

#[test]
fn a_phrase_of_any_length_ends_soon() {
    let mut story = Story::on_nothing();
    for part in ["9", "nearly ", "1,", "(", "12 of "] {
        story.run(&["quantity", &part.repeat(100_000 / part.len())]);
        let status = story.outcome().status;
        assert!([0, 3].contains(&status), "{status} for {part:?}");
    }
}

#[test]
fn the_widths_are_those_of_the_repository() {
    let support = |story: &mut Story| {
        story.run(&["quantity", "--format", "json", "about 1,000"]).exit(0);
        readings(story)[0]["support"]["lo"].clone()
    };
    let mut story = Story::on_nothing();
    assert_eq!(support(&mut story), json!("900"));
    let site = "format = 1\ntitle = \"T\"\n\n[publisher]\nname = \"P\"\n\n[policy.hedges]\n";
    story.write("site/site.toml", format!("{site}approximate_support = 30\n"));
    assert_eq!(support(&mut story), json!("700"));
    story.write("site/site.toml", format!("{site}approximate_support = -1\n"));
    story.run(&["quantity", "about 1,000"]).exit(3).stdout_is("").stderr_contains("below zero");
}

#[test]
fn no_repository_is_needed() {
    Story::on_nothing().run(&["--root", "no/such/folder", "quantity", "12"]).exit(0);
}
