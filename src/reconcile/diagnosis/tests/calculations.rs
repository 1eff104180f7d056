//! Why a calculation may give another figure than the one stated.

use super::super::{of_calculation, of_conflict, of_part};
use super::of_relation;
use super::world::World;
use crate::finding::CauseCode as Code;
use crate::model::Figure;
use crate::reconcile::{Calculation, Record};
use serde_json::json;

const DAY: &str = "2024-03-31";

fn sum(a: &str, b: &str, total: &str, other: &str) -> World {
    let world = World::default().measure("loans", "count").measure("visits", "count").measure("all", "count");
    let world = world.figure("a", "loans", "table", DAY, a).figure("b", "visits", "table", DAY, b);
    world
        .figure("t", "all", other, DAY, total)
        .relation(json!({ "kind": "sum", "total": "t", "parts": ["a", "b"] }))
}

fn change(old: &str, new: &str, by: &str) -> World {
    changed("count", old, new, by)
}

fn changed(quantity: &str, old: &str, new: &str, by: &str) -> World {
    let world = World::default().measure("loans", quantity).measure("rate", "change");
    let world =
        world.figure("o", "loans", "table", "2023-03-31", old).figure("n", "loans", "table", DAY, new);
    world
        .figure("g", "rate", "seren", DAY, by)
        .relation(json!({ "kind": "change", "new": "n", "old": "o", "change": "g" }))
}

fn ratio(numerator: &str, denominator: &str, result: &str) -> World {
    let world = World::default().measure("loans", "count").measure("staff", "count").measure("each", "ratio");
    let world =
        world.figure("l", "loans", "table", DAY, numerator).figure("s", "staff", "foi", DAY, denominator);
    let world = world.figure("q", "each", "seren", DAY, result);
    world.relation(json!({ "kind": "ratio", "numerator": "l", "denominator": "s", "result": "q" }))
}

/// The figure that would have to change, for the likeliest cause.
fn culprit(world: World) -> Option<String> {
    let record = world.record();
    let relation = record.dataset().relations().next().unwrap();
    let causes = of_calculation(&record, &Calculation::of(&record, relation).unwrap());
    causes.first().and_then(|cause| cause.figure.as_ref()).map(ToString::to_string)
}

fn figure<'a>(record: &'a Record, id: &str) -> &'a Figure {
    record.dataset().figures().iter().find(|figure| figure.id.as_str() == id).unwrap()
}

#[test]
fn parts_that_were_rounded_by_themselves_are_off_by_half_a_step_each() {
    assert_eq!(of_relation(sum("1,320", "90", "1,400", "foi")).first(), Some(&Code::Rounding));
    assert!(!of_relation(sum("1,320", "90", "1,380", "foi")).contains(&Code::Rounding));
    assert!(!of_relation(sum("121", "90", "221", "foi")).contains(&Code::Rounding));
}

#[test]
fn what_agrees_needs_no_cause() {
    assert_eq!(of_relation(sum("120", "90", "210", "foi")), []);
}

#[test]
fn a_part_is_counted_in_another_already() {
    assert_eq!(of_relation(sum("1,000", "736", "1,000", "foi")), [Code::SubsetVsAdditional]);
    assert_eq!(of_relation(sum("1,004", "736", "1,201", "foi")), [Code::Unexplained]);
}

#[test]
fn exchanged_digits_are_laid_at_the_figure_that_has_them() {
    assert_eq!(of_relation(sum("1,204", "877", "2,801", "foi")), [Code::DigitTransposition]);
    assert_eq!(culprit(sum("1,204", "877", "2,801", "foi")).as_deref(), Some("t"));
    assert_eq!(culprit(sum("1,024", "877", "2,081", "foi")).as_deref(), Some("a"));
    assert_eq!(of_relation(sum("1,204", "877", "2,180", "foi")), [Code::Unexplained]);
}

#[test]
fn what_could_be_said_of_several_figures_is_said_of_none() {
    // Ten too few in either part would do.
    assert_eq!(culprit(sum("1,234", "1,234", "2,478", "foi")), None);
}

#[test]
fn the_sources_own_parts_give_another_figure() {
    assert_eq!(of_relation(sum("1,204", "877", "2,392", "table")), [Code::ArithmeticError]);
    assert_eq!(of_relation(sum("1,204", "877", "2,392", "foi")), [Code::Unexplained]);
}

#[test]
fn per_cent_and_points_are_exchanged() {
    assert_eq!(of_relation(changed("share", "8%", "10%", "up 2%")), [Code::PercentVsPercentagePoint]);
    assert_eq!(of_relation(changed("share", "8%", "13%", "up 2%")), [Code::Unexplained]);
}

#[test]
fn a_fall_was_a_rise() {
    assert_eq!(of_relation(change("1,200", "1,500", "down 25%")), [Code::Sign]);
    assert_eq!(of_relation(change("1,200", "1,700", "down 25%")), [Code::Unexplained]);
}

#[test]
fn a_multiple_is_n_times_or_n_more() {
    assert_eq!(of_relation(change("500", "2,000", "up 200%")), [Code::FoldAmbiguity]);
    assert_eq!(of_relation(change("500", "2,700", "up 200%")), [Code::Unexplained]);
}

#[test]
fn a_change_is_from_another_base_on_record() {
    let with = |earlier: &str| {
        change("9,060", "12,830", "up 12%").figure("e", "loans", "table", "2022-03-31", earlier)
    };
    assert_eq!(of_relation(with("11,450")), [Code::DifferentBasePeriod]);
    assert_eq!(of_relation(with("10,450")), [Code::Unexplained]);
}

#[test]
fn another_figure_of_the_measure_fits_in_the_place_of_a_part() {
    let cell = |number: &str| {
        let branch = json!({ "dimensions": { "branch": "llandre" } });
        sum("1,204", "877", "2,392", "foi").figure_with("c", "loans", "table", DAY, number, branch)
    };
    assert_eq!(of_relation(cell("1,515")), [Code::Coverage]);
    assert_eq!(of_relation(cell("1,516")), [Code::Unexplained]);
}

#[test]
fn a_quotient_is_ten_times_too_large_or_turned_round() {
    assert_eq!(of_relation(ratio("53,298", "65", "around 8,200 each")), [Code::FactorOf10]);
    assert_eq!(of_relation(ratio("53,298", "65", "around 9,200 each")), [Code::Unexplained]);
    assert_eq!(of_relation(ratio("90", "45", "0.5 each")), [Code::Reciprocal]);
    assert_eq!(of_relation(ratio("90", "45", "0.7 each")), [Code::Unexplained]);
}

#[test]
fn a_part_above_its_whole_can_be_a_group_of_its_own() {
    let world = |date: &str| {
        let world = World::default().measure("loans", "count").measure("all", "count");
        world.figure("p", "loans", "table", date, "736").figure("w", "all", "table", DAY, "690")
    };
    let codes = |world: World| -> Vec<Code> {
        let record = world.record();
        of_part(&record, figure(&record, "p"), figure(&record, "w"))
            .into_iter()
            .map(|cause| cause.cause)
            .collect()
    };
    // Loans and “all” are counted in units of their own names.
    assert_eq!(codes(world(DAY)), [Code::SubsetVsAdditional, Code::CountingUnit]);
    assert_eq!(codes(world("")), [Code::SubsetVsAdditional, Code::CountingUnit, Code::DifferentAsOf]);
}

#[test]
fn a_set_of_claims_is_mended_by_what_mends_one_of_its_relations() {
    let codes = |total: &str| -> Vec<Code> {
        let record = sum("1,204", "877", total, "foi").record();
        let figures: Vec<&Figure> = record.dataset().figures().iter().collect();
        let relations: Vec<_> = record.dataset().relations().collect();
        of_conflict(&record, &figures, &relations).into_iter().map(|cause| cause.cause).collect()
    };
    assert_eq!(codes("2,801"), [Code::DigitTransposition]);
    assert_eq!(codes("2,592"), [Code::Unexplained]);
}
