//! Percentages of counts: the GRIM test of Brown and Heathers, by cases worked out by hand.

use super::building::{Building, nested, number, span};
use crate::constraint::{Holds, Variable};
use crate::quantity::{Alpha, Cuts, Interval};

/// A whole, an unknown part of it, and the percentage as printed.
fn share_of(whole: &str, printed: &str, decimals: u32) -> (Building, Variable) {
    let mut b = Building::default();
    let (part, total, percent) = (b.count(), b.count(), b.amount());
    b.is(total, whole);
    b.is(percent, printed);
    b.percentage(part, total, percent, Some(decimals));
    (b, part)
}

#[test]
fn nothing_out_of_19_is_17_9_per_cent() {
    // 3 of 19 are 15.8 per cent, 4 of 19 are 21.1 per cent.
    assert_eq!(share_of("19", "17.9", 1).0.holds(Alpha::Core), Holds::No);
}

#[test]
fn four_out_of_19_are_21_1_per_cent_though_no_whole_number_is_21_1_per_cent_exactly() {
    let (b, part) = share_of("19", "21.1", 1);
    assert_eq!(b.holds(Alpha::Core), Holds::Yes);
    assert_eq!(b.implied(part, Alpha::Core), Some(span("4", "4")));
}

#[test]
fn a_half_may_be_rounded_up_or_to_even() {
    // 1 of 8 is 12.5 per cent: 13 half up, 12 half to even. 3 of 8 are 37.5: 38 on both counts.
    for (printed, holds) in [("12", true), ("13", true), ("14", false)] {
        assert_eq!(share_of("8", printed, 0).0.holds(Alpha::Core) == Holds::Yes, holds, "{printed}");
    }
    assert_eq!(share_of("8", "38", 0).0.holds(Alpha::Core), Holds::Yes);
    assert_eq!(share_of("8", "37", 0).0.holds(Alpha::Core), Holds::No);
}

#[test]
fn the_wholes_that_can_give_a_percentage_are_found() {
    let mut b = Building::default();
    let (part, whole, percent) = (b.count(), b.count(), b.amount());
    b.within(whole, "20", "30");
    b.is(percent, "17.9");
    b.percentage(part, whole, percent, Some(1));
    // 5 of 28 are 17.857 per cent. 4 of 22 are 18.2, 4 of 23 are 17.4, 5 of 27 are 18.5, 5 of 29 are 17.2.
    assert_eq!(b.implied(whole, Alpha::Core), Some(span("28", "28")));
    assert_eq!(b.implied(part, Alpha::Core), Some(span("5", "5")));
}

#[test]
fn the_percentage_of_two_counts_is_known_exactly_or_as_printed() {
    let mut b = Building::default();
    let (part, whole, percent) = (b.count(), b.count(), b.amount());
    b.is(part, "5");
    b.is(whole, "28");
    b.percentage(part, whole, percent, Some(1));
    assert_eq!(b.implied(percent, Alpha::Core), Some(span("125/7", "17.9")));
}

#[test]
fn a_percentage_of_a_large_count_goes_by_intervals_alone() {
    let (b, part) = share_of("1000000", "17.9", 1);
    assert_eq!(b.implied(part, Alpha::Core), Some(span("178500", "179499")));
}

#[test]
fn a_percentage_that_is_not_known_to_be_rounded_is_exact() {
    let mut b = Building::default();
    let (part, whole, percent) = (b.count(), b.count(), b.amount());
    b.is(whole, "19");
    b.is(percent, "21.1");
    b.percentage(part, whole, percent, None);
    assert_eq!(b.holds(Alpha::Core), Holds::No);
}

#[test]
fn the_cut_of_a_printed_percentage_already_holds_its_rounding() {
    let mut b = Building::default();
    let (part, whole, percent) = (b.count(), b.count(), b.amount());
    b.is(whole, "1000");
    b.claim(percent, nested(("17.9", "17.9"), ("17.85", "17.95"), ("17.85", "17.95")));
    b.percentage(part, whole, percent, Some(1));
    for alpha in [Alpha::Typical, Alpha::Support] {
        assert_eq!(b.implied(part, alpha), Some(span("179", "179")));
    }
}

#[test]
fn a_percentage_of_nothing_is_nothing() {
    let (b, part) = share_of("0", "50", 0);
    assert_eq!(b.implied(part, Alpha::Core), Some(Interval::point(number("0"))));
    assert_eq!(b.holds(Alpha::Core), Holds::Yes);
}

#[test]
fn shares_of_one_whole_are_not_forced_to_their_printed_numbers() {
    let mut b = Building::default();
    let (part, whole) = (b.count(), b.count());
    let shares = [b.amount(), b.amount(), b.amount()];
    let hundred = b.amount();
    b.is(hundred, "100");
    b.sum(hundred, &shares);
    for share in shares {
        b.claim(share, Cuts::sharp(span("33.25", "33.35")));
    }
    b.percentage(part, whole, shares[0], Some(1));
    assert_eq!(b.holds(Alpha::Core), Holds::Yes, "a third each, printed 33.3");
}
