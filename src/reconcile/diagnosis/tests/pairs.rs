//! Why two figures of one thing may differ.

use super::world::World;
use super::{between, causes};
use crate::finding::CauseCode as Code;
use serde_json::{Value, json};

const DAY: &str = "2024-03-31";

fn loans() -> World {
    World::default().measure("loans", "count")
}

/// `a` from the table and `b` from the reply, for one day, each with more said of it.
fn worded(a: (&str, Value), b: (&str, Value)) -> World {
    let world = loans().figure_with("a", "loans", "table", DAY, a.0, a.1);
    world.figure_with("b", "loans", "foi", DAY, b.0, b.1)
}

#[test]
fn one_number_is_the_other_rounded() {
    assert_eq!(between("count", "1,190", "1,188"), [Code::Rounding]);
    assert_eq!(between("count", "1,190", "1,181"), [Code::Unexplained]);
}

#[test]
fn the_bound_of_a_hedge_shuts_its_own_number_out() {
    assert_eq!(between("count", "53,000", "more than 53,000"), [Code::DroppedQualifier]);
    assert!(!between("count", "52,000", "more than 53,000").contains(&Code::DroppedQualifier));
}

#[test]
fn a_limiting_word_goes_with_the_smaller_number() {
    let limited = |a: &str| {
        let qualified = json!({ "wording": { "qualifiers": ["enforced"] } });
        causes(&worded((a, qualified), ("871", json!({}))).record())
    };
    assert_eq!(limited("412"), [Code::DroppedQualifier]);
    assert_eq!(limited("1,412"), [Code::Unexplained]);
}

#[test]
fn the_trend_between_two_dates_fits_or_does_not() {
    let dated = |b: &str| {
        let world = loans()
            .figure("s1", "loans", "erratum", "2024-01-31", "1,000")
            .figure("s2", "loans", "erratum", "2024-03-31", "1,160")
            .figure("a", "loans", "table", "2024-01-31", "1,503");
        causes(&world.figure("b", "loans", "foi", "2024-03-31", b).record())
    };
    assert_eq!(dated("1,663"), [Code::DifferentAsOf]);
    assert_eq!(dated("1,842"), [Code::Unexplained]);
}

#[test]
fn a_series_passes_through_a_number_whose_date_is_not_stated() {
    let undated = |b: &str| {
        let world = loans().figure("s1", "loans", "table", "2024-01-31", "1,000").figure(
            "a",
            "loans",
            "table",
            "2024-03-31",
            "1,160",
        );
        causes(&world.figure("b", "loans", "foi", "", b).record())
    };
    assert_eq!(undated("1,083"), [Code::DifferentAsOf]);
    assert_eq!(undated("1,243"), [Code::Unexplained]);
}

#[test]
fn an_earlier_figure_is_stale_only_where_a_newer_one_was_public() {
    let repeated = |newer: &str, suspect: &str| {
        let world = loans()
            .figure("old", "loans", "erratum", "2023-03-31", "881")
            .figure("a", "loans", newer, DAY, "912");
        causes(&world.figure("b", "loans", suspect, DAY, "881").record())
    };
    assert_eq!(repeated("table", "seren"), [Code::StaleFigure]);
    assert_eq!(repeated("foi", "seren"), [Code::DifferentAsOf]);
}

#[test]
fn a_group_that_is_left_out_goes_with_the_smaller_number() {
    let includes = |groups: &[&str]| json!({ "wording": { "includes": groups } });
    let with = |a: &str| {
        causes(&worded((a, includes(&["adults"])), ("930", includes(&["adults", "children"]))).record())
    };
    assert_eq!(with("412"), [Code::Definition]);
    assert_eq!(with("1,412"), [Code::Unexplained]);
}

#[test]
fn a_part_is_no_larger_than_the_whole() {
    let extent = |extent: &str| json!({ "wording": { "extent": extent } });
    let with = |a: &str| causes(&worded((a, extent("part")), ("930", extent("whole"))).record());
    assert_eq!(with("412"), [Code::Coverage]);
    assert_eq!(with("1,412"), [Code::Unexplained]);
}

#[test]
fn counting_units_differ_only_where_both_are_named() {
    let unit = |unit: &str| json!({ "wording": { "counted_as": unit } });
    assert_eq!(
        causes(&worded(("412", unit("people")), ("871", unit("cases"))).record()),
        [Code::CountingUnit]
    );
    assert_eq!(causes(&worded(("412", unit("people")), ("871", json!({}))).record()), [Code::Unexplained]);
}

#[test]
fn a_group_set_beside_a_figure_makes_up_the_difference() {
    let with = |b: &str| {
        let world = loans().measure("renewals", "count").figure("a", "loans", "table", DAY, "53,298");
        let world = world.figure("extra", "renewals", "table", DAY, "736");
        let world = world.figure("b", "loans", "foi", DAY, b);
        causes(&world.relation(json!({ "kind": "separate", "members": ["a", "extra"] })).record())
    };
    assert_eq!(with("54,034"), [Code::SubsetVsAdditional]);
    assert_eq!(with("54,134"), [Code::Unexplained]);
}

#[test]
fn a_cell_of_the_same_table_makes_up_the_difference() {
    let with = |cell: &str| {
        let world =
            loans().figure("a", "loans", "table", DAY, "2,481").figure("b", "loans", "foi", DAY, "2,963");
        let children = json!({ "dimensions": { "age": "children" } });
        causes(&world.figure_with("cell", "loans", "table", DAY, cell, children).record())
    };
    assert_eq!(with("482"), [Code::Coverage]);
    assert_eq!(with("481"), [Code::Unexplained]);
}

#[test]
fn a_power_of_ten_lies_between_them_or_not() {
    assert_eq!(between("count", "8,203", "820"), [Code::FactorOf10]);
    assert_eq!(between("count", "8,503", "820"), [Code::Unexplained]);
    assert_eq!(between("amount", "£1.2m", "£1,200"), [Code::FactorOf1000]);
    assert_eq!(between("amount", "£1.2m", "£1,250"), [Code::Unexplained]);
    assert_eq!(between("count", "about 6,500", "around 65,000"), [Code::FactorOf10]);
}

#[test]
fn other_words_for_the_size_are_a_slip_of_the_unit() {
    assert_eq!(between("amount", "£3.4m", "£3.4bn"), [Code::UnitSlip]);
    assert_eq!(between("amount", "£3.4m", "£3,400m"), [Code::FactorOf1000]);
}

#[test]
fn a_year_is_twelve_months() {
    assert_eq!(between("count", "1,080", "90"), [Code::UnitSlip]);
    assert_eq!(between("count", "1,125", "90"), [Code::Unexplained]);
}

#[test]
fn neighbouring_digits_are_exchanged_and_others_are_not() {
    assert_eq!(between("count", "2,081", "2,801"), [Code::DigitTransposition]);
    assert_eq!(between("count", "2,081", "2,180"), [Code::Unexplained]);
    assert_eq!(between("ratio", "26.83", "28.63"), [Code::DigitTransposition]);
}

#[test]
fn one_digit_is_replaced_dropped_or_doubled() {
    assert_eq!(between("count", "2,081", "2,981"), [Code::DigitTypo]);
    assert_eq!(between("count", "2,081", "281"), [Code::DigitTypo]);
    assert_eq!(between("count", "2,081", "22,081"), [Code::DigitTypo]);
    assert_eq!(between("count", "2,081", "2,972"), [Code::Unexplained]);
    assert_eq!(between("count", "31", "37"), [Code::Unexplained]);
}

#[test]
fn a_rise_is_read_as_a_fall() {
    assert_eq!(between("change", "up 23%", "down 23%"), [Code::Sign]);
    assert_eq!(between("change", "up 23%", "down 32%"), [Code::Unexplained]);
}

#[test]
fn a_quotient_is_turned_round() {
    assert_eq!(between("ratio", "4", "0.25"), [Code::Reciprocal]);
    assert_eq!(between("ratio", "4", "0.55"), [Code::Unexplained]);
}

#[test]
fn a_number_lies_just_beyond_a_bound_or_far_beyond_it() {
    assert_eq!(between("count", "49,812", "more than 50,000"), [Code::WrongSideOfBound]);
    assert_eq!(between("count", "41,812", "more than 50,000"), [Code::Unexplained]);
    assert_eq!(between("count", "50,105", "nearly 50,000"), [Code::WrongSideOfBound]);
}

#[test]
fn a_bound_that_is_true_says_little() {
    assert_eq!(between("count", "912", "more than 500"), [Code::Understated]);
    assert_eq!(between("count", "112", "fewer than 500"), [Code::Overstated]);
    assert!(!between("count", "412", "more than 500").contains(&Code::Understated));
}

#[test]
fn an_n_fold_increase_is_n_times_or_n_more() {
    assert_eq!(between("change", "up 200%", "up 100%"), [Code::FoldAmbiguity]);
    assert_eq!(between("change", "up 250%", "up 100%"), [Code::Unexplained]);
}

#[test]
fn a_figure_was_replaced_after_it_was_quoted() {
    let quoted = |source: &str| {
        let world = loans()
            .figure("earlier", "loans", "table", DAY, "2,210")
            .figure("a", "loans", "erratum", DAY, "2,467")
            .figure("b", "loans", source, DAY, "2,210");
        causes(&world.replaced("earlier", "a").record())
    };
    assert_eq!(quoted("seren"), [Code::RevisedSince]);
    assert_eq!(quoted("foi"), [Code::Unexplained]);
}
