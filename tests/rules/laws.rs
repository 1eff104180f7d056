//! Laws of the rules, over records at random and over the repositories on disk.

use crate::repository::{all_findings, cases, load_all};
use crate::world::{PHRASES, POLICY, World, worlds, worlds_of_independent_figures};
use onrecord::finding::{Finding, Verdict};
use onrecord::model::QuantityKind;
use onrecord::quantity::{Amount, Context, Reader};
use onrecord::reconcile::{Record, agreement};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

const KINDS: [QuantityKind; 4] =
    [QuantityKind::Count, QuantityKind::Ratio, QuantityKind::Share, QuantityKind::Amount];

fn found(world: &World) -> Vec<Finding> {
    all_findings(world.record(), &POLICY)
}

fn amount(phrase: &str, context: &Context) -> Option<Amount> {
    Reader::default().read(phrase, context).unwrap().amount().cloned()
}

fn contexts() -> impl Strategy<Value = Context> {
    prop::sample::select(vec![Context::table(), Context::prose()])
}

fn phrases() -> impl Strategy<Value = &'static str> {
    prop::sample::select(PHRASES.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_figures_agree_as_much_whichever_comes_first(a in phrases(), b in phrases(), x in contexts(), y in contexts()) {
        if let Some((a, b)) = amount(a, &x).zip(amount(b, &y)) {
            for kind in KINDS {
                let (one, other) = (agreement(&a, &b, kind), agreement(&b, &a, kind));
                prop_assert_eq!(one.verdict, other.verdict);
                prop_assert_eq!(one.distances.gap, other.distances.gap);
                prop_assert_eq!(one.distances.stretch, other.distances.stretch);
            }
        }
    }

    #[test]
    fn a_figure_agrees_with_itself(a in phrases(), x in contexts()) {
        if let Some(a) = amount(a, &x) {
            for kind in KINDS {
                prop_assert!(agreement(&a, &a, kind).verdict <= Verdict::ConsistentAfterRounding);
            }
        }
    }

    #[test]
    fn a_hedge_never_makes_a_conflict(number in 1..5_000_i64, other in 1..5_000_i64) {
        let read = |words: String| amount(&words, &Context::table()).unwrap();
        let other = read(other.to_string());
        for kind in KINDS {
            let bare = agreement(&read(number.to_string()), &other, kind).verdict;
            let hedged = agreement(&read(format!("about {number}")), &other, kind).verdict;
            prop_assert!(bare == Verdict::Inconsistent || hedged != Verdict::Inconsistent, "{} {:?}", number, kind);
        }
    }

    #[test]
    fn the_order_of_what_is_read_changes_nothing(world in worlds(), turn in 0..10_usize) {
        let mut other = world.clone();
        other.figures.reverse();
        let by = turn.min(other.figures.len());
        other.figures.rotate_left(by);
        other.sources.reverse();
        other.measures.reverse();
        prop_assert_eq!(found(&world), found(&other));
    }

    #[test]
    fn a_measure_that_has_nothing_to_do_with_another_changes_no_finding_of_it(world in worlds(), phrase in phrases()) {
        let more = world
            .clone()
            .measure("potholes", "count")
            .source("roads", "foi-response", &[])
            .figure("unrelated", "potholes", "roads", "2024-03-31", phrase)
            .figure("unrelated-leak", "potholes", "leak", "", "120");
        let others = |findings: Vec<Finding>| -> Vec<Finding> {
            let of = |finding: &Finding| finding.measure.as_ref().map(|id| id.as_str().to_owned());
            findings.into_iter().filter(|finding| of(finding).as_deref() != Some("potholes")).collect()
        };
        prop_assert_eq!(others(found(&world)), others(found(&more)));
    }

    #[test]
    fn a_figure_taken_away_makes_no_new_conflict(world in worlds_of_independent_figures(), at in 0..10_usize) {
        prop_assume!(at < world.figures.len());
        let conflicts = |world: &World| -> BTreeSet<String> {
            let conflicts = found(world).into_iter().filter(|finding| finding.code == "R007");
            conflicts.map(|finding| finding.fingerprint.to_string()).collect()
        };
        let mut fewer = world.clone();
        fewer.figures.remove(at);
        prop_assert!(conflicts(&fewer).is_subset(&conflicts(&world)));
    }

    #[test]
    fn nothing_else_said_by_one_origin_counts_as_a_second(world in worlds()) {
        let record: Record = world.record();
        for figure in record.dataset().figures() {
            let root = record.root(figure);
            prop_assert_eq!(&record.root(root).id, &root.id);
            prop_assert!(record.repetitions(figure).all(|other| record.lineage().repeats(other, figure)));
        }
    }
}

/// What does not depend on the places of things.
fn placeless(findings: Vec<Finding>) -> Vec<Finding> {
    findings
        .into_iter()
        .map(|mut finding| {
            finding.locations.clear();
            finding
        })
        .collect()
}

fn checked(path: &Path) -> Vec<Finding> {
    let (dataset, policy) = load_all(path);
    placeless(all_findings(Record::new(dataset), &policy))
}

#[test]
fn moved_lines_and_files_change_no_finding_and_no_fingerprint() {
    for case in cases() {
        let copy = tempfile::tempdir().unwrap();
        for entry in walkdir::WalkDir::new(&case.path).into_iter().map(Result::unwrap) {
            let to = copy.path().join(entry.path().strip_prefix(&case.path).unwrap());
            if entry.file_type().is_dir() {
                std::fs::create_dir_all(to).unwrap();
                continue;
            }
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let moved = match to.extension().and_then(|ending| ending.to_str()) {
                Some("csv") => {
                    let mut rows: Vec<&str> = text.lines().collect();
                    let head = rows.remove(0);
                    rows.reverse();
                    let half = rows.split_off(rows.len() / 2);
                    let file = |rows: &[&str]| format!("{head}\n{}\n", rows.join("\n"));
                    if !rows.is_empty() {
                        std::fs::write(to.with_file_name("more.csv"), file(&rows)).unwrap();
                    }
                    file(&half)
                }
                Some("toml") => format!("# moved\n\n{text}"),
                _ => text,
            };
            std::fs::write(to, moved).unwrap();
        }
        assert_eq!(checked(&case.path), checked(copy.path()), "{case:?}");
    }
}
