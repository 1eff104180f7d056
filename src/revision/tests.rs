//! What changed, told as stories; the laws of differences are in `laws`.

mod laws;

use super::sample::World;
use super::{Aspect, Changes, Class, KeyPart, PartChange, Presence, Reach, diff, first};
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{ChangeKind, FigureId};
use crate::quantity::{Hedge, Rational};
use serde_json::json;

fn between(before: &World, after: &World) -> Changes {
    diff(&before.publication(Vec::new()), &after.publication(Vec::new()))
}

/// The one figure that changed.
fn only(changes: &Changes) -> &super::FigureChange {
    let figures: Vec<_> = changes.figures().collect();
    assert_eq!(figures.len(), 1, "{figures:#?}");
    figures[0]
}

#[test]
fn a_revised_number_is_told_with_its_difference() {
    let changes = between(&World::new(), &World::new().now("cases-2024", "1,304"));
    let change = only(&changes);
    let revised = change.revised().unwrap();
    assert_eq!(revised.difference, Some(Rational::from(100)));
    assert_eq!(revised.relative, Rational::new(100, 1204));
    assert_eq!((revised.reach, change.kind), (Reach::Beyond, ChangeKind::Revision));
    assert_eq!(change.before.as_ref().unwrap().reported.told(), "1,204");
    assert_eq!(change.after.as_ref().unwrap().reported.told(), "1,304");
}

#[test]
fn the_same_number_in_other_words_is_no_revision() {
    let changes = between(&World::new(), &World::new().now("cases-2024", "1204"));
    assert_eq!(only(&changes).aspects, [Aspect::Reworded]);
    assert_eq!(changes.sentence(), "1 figure was reworded.");
}

/// What becomes of a figure that is reported one way and then another.
fn reported(before: &str, after: &str) -> super::FigureChange {
    let world = |words: &str| World::new().now("cases-2024", words);
    only(&between(&world(before), &world(after))).clone()
}

#[test]
fn rounding_and_revision_are_told_apart() {
    assert_eq!(reported("about 1,200", "about 1,210").class(), Class::RoundingOnly);
    assert_eq!(reported("about 1,200", "1,204").class(), Class::RoundingOnly);
    assert_eq!(reported("about 1,200", "about 2,200").class(), Class::Revised);
    assert_eq!(reported("1,204", "1,205").class(), Class::Revised, "a table gives exact numbers");
}

#[test]
fn a_hedge_that_comes_or_goes_is_told_even_where_the_number_stays() {
    let change = reported("about 1,200", "1,200");
    let hedges = Aspect::HedgeChanged { before: Hedge::Approximately, after: Hedge::Bare };
    assert_eq!((change.class(), change.aspects), (Class::Hedged, vec![hedges]));
}

#[test]
fn a_range_has_no_single_difference() {
    let change = reported("between 40 and 50", "between 60 and 70");
    let revised = change.revised().unwrap();
    assert_eq!((&revised.difference, &revised.relative, revised.reach), (&None, &None, Reach::Beyond));
}

#[test]
fn numbers_of_two_forms_have_no_difference() {
    let change = reported("12", "12%");
    assert_eq!(change.revised().unwrap().difference, None);
    assert!(change.is_beyond_rounding());
}

#[test]
fn a_revision_from_zero_has_no_relative_size() {
    let change = reported("0", "12");
    let revised = change.revised().unwrap();
    assert_eq!((&revised.difference, &revised.relative), (&Some(Rational::from(12)), &None));
}

#[test]
fn symbols_for_no_value_are_read_as_such() {
    assert_eq!(reported("1,204", "[c]").class(), Class::Withheld);
    assert_eq!(reported("[x]", "1,204").class(), Class::Given);
    assert!(matches!(reported("[x]", "[c]").aspects.as_slice(), [Aspect::ReasonChanged { .. }]));
}

#[test]
fn a_reason_that_is_read_off_the_words_and_no_longer_given_by_hand_is_a_detail() {
    let not_held = World::new().now("cases-2024", "not held");
    let by_hand = not_held.clone().change("cases-2024", |figure| {
        figure.missing = serde_json::from_value(json!("not_held")).unwrap();
    });
    let changes = between(&by_hand, &not_held);
    assert!(matches!(only(&changes).aspects.as_slice(), [Aspect::Detail(field)] if field.field == "missing"));
}

#[test]
fn a_new_figure_is_an_update_and_a_missing_one_a_withdrawal() {
    let larger = World::new().figure("cases-2025", "cases", "release", "2025-03-31", "1,300");
    let added = between(&World::new(), &larger);
    assert_eq!((only(&added).class(), only(&added).kind), (Class::Added, ChangeKind::Update));
    let removed = between(&larger, &World::new());
    assert_eq!((only(&removed).class(), only(&removed).kind), (Class::Removed, ChangeKind::Withdrawal));
    assert_eq!(only(&removed).figure, FigureId::new("cases-2025").unwrap());
}

#[test]
fn a_new_identifier_does_not_hide_that_it_is_the_same_figure() {
    let changes = between(
        &World::new(),
        &World::new().change("staff-2024", |figure| figure.id = FigureId::new("staff-at-year-end").unwrap()),
    );
    assert!(matches!(only(&changes).aspects.as_slice(), [Aspect::Renamed { .. }]), "{changes:#?}");
}

#[test]
fn two_figures_of_one_key_and_source_are_not_paired_by_guess() {
    let twice = |first: &str, second: &str| {
        World::new().without("cases-2024").figure(first, "cases", "release", "2024-03-31", "10").figure(
            second,
            "cases",
            "release",
            "2024-03-31",
            "20",
        )
    };
    let changes = between(&twice("a", "b"), &twice("c", "d"));
    assert_eq!(changes.counts(), [(Class::Added, 2), (Class::Removed, 2)]);
}

#[test]
fn another_date_is_told_as_such() {
    let later = json!({ "as_of": "2024-04-30" });
    let changed =
        World::new().change("cases-2024", |f| f.key.timing = serde_json::from_value(later).unwrap());
    let changes = between(&World::new(), &changed);
    assert_eq!(only(&changes).aspects, [Aspect::KeyChanged { parts: vec![KeyPart::Timing] }]);
}

#[test]
fn a_value_that_is_withheld_and_one_that_is_given_are_told_apart() {
    let withheld = World::new().change("cases-2024", |figure| {
        figure.reported = "[c]".to_owned();
        figure.missing = serde_json::from_value(json!("suppressed")).unwrap();
    });
    let taken = between(&World::new(), &withheld);
    assert_eq!((only(&taken).class(), only(&taken).kind), (Class::Withheld, ChangeKind::Withdrawal));
    let given = between(&withheld, &World::new());
    assert_eq!((only(&given).class(), only(&given).kind), (Class::Given, ChangeKind::Update));
    assert_eq!(only(&given).aspects.len(), 1, "a value that appears has no status that moved");
}

#[test]
fn a_revision_moves_the_status_of_what_was_reported_elsewhere() {
    let changes = between(&World::new(), &World::new().now("staff-2024", "72"));
    let paper = changes.figures().find(|change| change.figure.as_str() == "staff-paper").unwrap();
    assert!(matches!(paper.aspects.as_slice(), [Aspect::StandingChanged { .. }]), "{paper:#?}");
    assert_eq!(changes.sentence(), "1 figure was revised and 1 has another verification status.");
}

#[test]
fn a_position_moves_the_status_of_a_figure() {
    let confirmed = World::new().position("yes", "release", "confirms", &["staff-paper"], json!({}));
    let changes = between(&World::new().without("staff-2024"), &confirmed.without("staff-2024"));
    assert!(matches!(only(&changes).aspects.as_slice(), [Aspect::StandingChanged { .. }]), "{changes:#?}");
    assert_eq!(changes.sentence(), "1 figure has another verification status; 1 position was added.");
}

#[test]
fn a_new_position_says_what_kind_of_change_it_is() {
    for (stance, kind) in [
        ("corrects", ChangeKind::Correction),
        ("supersedes", ChangeKind::Revision),
        ("withdraws", ChangeKind::Withdrawal),
        ("declines", ChangeKind::Revision),
    ] {
        let after = World::new().now("cases-2024", "9").position(
            "said",
            "release",
            stance,
            &["cases-2024"],
            json!({}),
        );
        let changes = between(&World::new(), &after);
        assert_eq!(only(&changes).kind, kind, "{stance}");
        assert_eq!(only(&changes).by.is_some(), stance != "declines", "{stance}");
    }
}

#[test]
fn a_position_that_stood_before_says_nothing_of_what_changed_since() {
    let before = World::new().position("said", "release", "corrects", &["staff-2024"], json!({}));
    let changes = between(&before, &before.clone().now("staff-2024", "73"));
    assert_eq!((only(&changes).kind, &only(&changes).by), (ChangeKind::Revision, &None));
}

#[test]
fn the_figure_given_in_a_correction_is_a_correction() {
    let after = World::new().figure("staff-corrected", "staff", "release", "2024-03-31", "66").position(
        "said",
        "release",
        "corrects",
        &["staff-2024"],
        json!({ "value": "staff-corrected" }),
    );
    let changes = between(&World::new(), &after);
    let added = changes.figures().find(|change| change.class() == Class::Added).unwrap();
    assert_eq!(added.kind, ChangeKind::Correction);
}

#[test]
fn a_number_that_changes_with_its_definition_is_restated() {
    let mut after = World::new().now("staff-2024", "80");
    after.measures[0].definition = Some("Full-time equivalents.".to_owned());
    let changes = between(&World::new(), &after);
    assert_eq!(only(&changes).kind, ChangeKind::Restatement);
    let measure = &changes.measures[0];
    assert!(measure.is_restated());
    assert_eq!((measure.presence, measure.fields[0].field.as_str()), (Presence::Kept, "definition"));
    after.measures[0].definition = None;
    after.measures[0].title = "Staff".to_owned();
    assert_eq!(only(&between(&World::new(), &after)).kind, ChangeKind::Revision);
}

#[test]
fn a_changed_unit_is_told_before_and_after() {
    let mut after = World::new();
    after.measures[0].unit = "posts".to_owned();
    let changes = between(&World::new(), &after);
    let field = &changes.measures[0].fields[0];
    assert_eq!((field.before.as_deref(), field.after.as_deref()), (Some("staff"), Some("posts")));
    assert_eq!(changes.sentence(), "1 measure changed.");
}

#[test]
fn sources_come_go_and_change() {
    let mut after = World::new().source("letter", json!({}));
    after.sources[0].url = Some("https://example.org/".to_owned());
    let changes = between(&World::new(), &after);
    assert!(
        matches!(&changes.sources[..], [PartChange::Added { .. }, PartChange::Changed { fields, .. }] if fields[0].field == "url")
    );
    assert_eq!(changes.sentence(), "1 source was added and 1 changed.");
}

#[test]
fn everything_is_new_in_the_first_edition() {
    let changes = first(&World::new().publication(Vec::new()));
    assert_eq!(changes.sentence(), "3 figures were added; 2 measures were added and 2 sources were added.");
    assert!(changes.measures.iter().all(|measure| measure.presence == Presence::Added));
}

#[test]
fn no_change_is_said_in_words() {
    let changes = between(&World::new(), &World::new());
    assert!(changes.is_empty());
    assert_eq!(changes.sentence(), "No change.");
}

#[test]
fn a_note_is_a_detail() {
    let changes =
        between(&World::new(), &World::new().change("staff-2024", |f| f.note = Some("See table 2.".into())));
    assert!(matches!(only(&changes).aspects.as_slice(), [Aspect::Detail(field)] if field.field == "note"));
}

const RULE: RuleDoc =
    RuleDoc { code: "T001", name: "test", finds: "", matters: "", example: "", resolve: "" };

fn finding(value: &str, verdict: Verdict) -> Finding {
    let mut finding = Finding::new(&RULE, Severity::Warning, Nature::Discrepancy, ["staff-2024", value]);
    finding.figures.push(FigureId::new("staff-2024").unwrap());
    finding.verdict = Some(verdict);
    finding
}

#[test]
fn a_discrepancy_opens_closes_and_turns() {
    let with = |findings: Vec<Finding>| World::new().publication(findings);
    let conflict = finding("65", Verdict::Inconsistent);
    let opened = diff(&with(vec![]), &with(vec![conflict.clone()]));
    assert_eq!((opened.findings.opened.len(), opened.sentence().as_str()), (1, "1 discrepancy opened."));
    let closed = diff(&with(vec![conflict.clone()]), &with(vec![]));
    assert_eq!((closed.findings.closed.len(), closed.sentence().as_str()), (1, "1 discrepancy closed."));
    let turned = diff(&with(vec![conflict]), &with(vec![finding("72", Verdict::Consistent)]));
    assert_eq!((turned.findings.altered.len(), turned.findings.opened.len()), (1, 0));
    assert_eq!(turned.sentence(), "1 discrepancy has another verdict.");
}

/// A finding on some figures of a measure.
fn on(figures: &[&str]) -> Finding {
    let mut finding = Finding::new(&RULE, Severity::Warning, Nature::Discrepancy, figures.iter().copied());
    finding.measure = Some(crate::model::MeasureId::new("staff").unwrap());
    finding.figures = figures.iter().map(|id| FigureId::new(id).unwrap()).collect();
    finding
}

#[test]
fn a_finding_that_gains_a_figure_is_the_same_finding() {
    let found = |before: &[&[&str]], after: &[&[&str]]| {
        let publication =
            |lists: &[&[&str]]| World::new().publication(lists.iter().map(|list| on(list)).collect());
        let findings = diff(&publication(before), &publication(after)).findings;
        (findings.opened.len(), findings.closed.len(), findings.altered.len())
    };
    assert_eq!(found(&[&["a", "b"]], &[&["a", "b", "c"]]), (0, 0, 1));
    assert_eq!(found(&[&["a", "b", "c", "d"]], &[&["e", "b", "c", "d"]]), (0, 0, 1));
    assert_eq!(found(&[&["a", "b"]], &[&["a", "c"]]), (1, 1, 0), "one figure in three is shared");
    assert_eq!(found(&[&["a", "b"], &["a", "b", "c"]], &[&["a", "b", "c", "d"]]), (0, 1, 1));
}

#[test]
fn a_mistake_in_the_files_is_no_news_to_readers() {
    let mut mistake = finding("65", Verdict::Inconsistent);
    mistake.nature = Nature::Input;
    assert!(diff(&World::new().publication(vec![]), &World::new().publication(vec![mistake])).is_empty());
}

#[test]
fn changes_are_data_that_other_tools_can_read() {
    let changes = between(&World::new(), &World::new().now("cases-2024", "1,304"));
    let json = serde_json::to_value(&changes).unwrap();
    let figure = &json["measures"][0]["figures"][0];
    assert_eq!(figure["kind"], "revision");
    assert_eq!(figure["aspects"][0]["aspect"], "revised");
    assert_eq!(figure["aspects"][0]["difference"], "100");
    assert_eq!(figure["before"]["reported"], "1,204");
    assert_eq!(figure["after"]["measure"], "cases");
}

/// A second release of the Office, with the figures given.
fn next_release(figures: &[(&str, &str, &str)]) -> World {
    let world = World::new().source(
        "next-release",
        json!({ "body": "office", "kind": "official-statistics", "published": "2024-08-01" }),
    );
    figures.iter().fold(world, |world, (id, measure, reported)| {
        world.figure(id, measure, "next-release", "2024-03-31", reported)
    })
}

/// The changes that are told one by one: figure, class, and the two sides.
fn told(changes: &Changes) -> Vec<(String, Class, [Option<String>; 2])> {
    let told = changes.measures.iter().flat_map(super::MeasureChange::told);
    told.map(|change| (change.figure.to_string(), change.class(), change.sides(|_| String::new()))).collect()
}

#[test]
fn a_new_release_that_says_the_same_is_counted_and_not_told_figure_by_figure() {
    let after = next_release(&[("staff-again", "staff", "65"), ("cases-again", "cases", "1,204")]);
    let changes = between(&World::new(), &after);
    assert_eq!(told(&changes), []);
    let repeated: Vec<_> = changes.measures.iter().flat_map(super::MeasureChange::repeated).collect();
    assert_eq!(repeated.len(), 2);
    assert_eq!(
        (repeated[0].source.as_str(), repeated[0].before.as_str(), repeated[0].count),
        ("next-release", "release", 1)
    );
    assert_eq!(changes.sentence(), "2 figures were given again by the same body; 1 source was added.");
}

#[test]
fn a_figure_in_the_place_of_another_is_told_with_it_and_that_the_other_is_superseded_is_not_told_twice() {
    let after = next_release(&[("cases-again", "cases", "1,304")]).position(
        "revised",
        "next-release",
        "supersedes",
        &["cases-2024"],
        json!({ "value": "cases-again" }),
    );
    let changes = between(&World::new(), &after);
    let sides = [Some("1,204 (source release)".to_owned()), Some("1,304".to_owned())];
    assert_eq!(told(&changes), [("cases-again".to_owned(), Class::Revised, sides)]);
    let change = changes.figures().find(|change| change.figure.as_str() == "cases-again").unwrap();
    assert_eq!(change.revised().unwrap().difference, Some(Rational::from(100)));
    assert_eq!(changes.figures().count(), 2, "programs find both");
    assert_eq!(changes.sentence(), "1 figure was revised; 1 source was added.");
}

#[test]
fn another_body_or_a_figure_that_nothing_puts_in_the_place_of_the_first_is_new() {
    let by_another = World::new()
        .source("ledger", json!({ "kind": "other", "published": "2024-08-01" }))
        .figure("cases-ledger", "cases", "ledger", "2024-03-31", "1,204");
    assert_eq!(told(&between(&World::new(), &by_another))[0].1, Class::Added);
    let otherwise = next_release(&[("cases-again", "cases", "1,304")]);
    assert_eq!(told(&between(&World::new(), &otherwise))[0].1, Class::Added);
}

#[test]
fn a_provisional_figure_that_is_given_again_without_the_mark_is_told() {
    let changes = between(
        &World::new().now("cases-2024", "1,204 [p]"),
        &next_release(&[("cases-again", "cases", "1,204")]).now("cases-2024", "1,204 [p]"),
    );
    assert_eq!(told(&changes)[0].1, Class::Reworded);
}
