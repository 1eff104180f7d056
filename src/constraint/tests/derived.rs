//! What relations imply of a quantity nobody reported, and which claims they rule out.

use super::building::{Building, nested, number, span};
use crate::constraint::{Holds, Level, Limits, Sense, Statement};
use crate::quantity::{Alpha, Cuts, Interval, Rational};

/// The cuts of "c.65": 62.5 to 67.5, and 60 to 70 on the loosest reading.
fn about_65() -> Cuts {
    nested(("64.5", "65.5"), ("62.5", "67.5"), ("60", "70"))
}

#[test]
fn a_quotient_by_an_approximate_number_is_printed_from_its_typical_cut() {
    let mut b = Building::default();
    let (cases, staff, each) = (b.count(), b.count(), b.count());
    b.is(cases, "53298");
    b.claim(staff, about_65());
    b.state(Statement::Product { product: cases, left: each, right: staff, slack: number("67") });
    // 63 to 67 staff, and a quotient rounded to a whole number: 53,298 / 67 = 795.5, 53,298 / 63 = 846.0.
    assert_eq!(b.implied(staff, Alpha::Typical), Some(span("63", "67")));
    assert_eq!(b.implied(each, Alpha::Typical), Some(span("795", "847")));
}

#[test]
fn the_quotient_of_divisible_numbers_is_795_to_846_and_761_to_888_on_the_loosest_reading() {
    let mut b = Building::default();
    let (cases, staff, each) = (b.amount(), b.count(), b.amount());
    b.is(cases, "53298");
    b.claim(staff, about_65());
    b.product(cases, each, staff);
    assert_eq!(b.implied(each, Alpha::Core), Some(Interval::point(Rational::new(53_298, 65).unwrap())));
    assert_eq!(b.implied(each, Alpha::Typical), Some(span("53298/67", "846")));
    assert_eq!(b.implied(each, Alpha::Support), Some(span("53298/70", "53298/60")));
    assert_eq!(b.holds(Alpha::Support), Holds::Yes);
}

#[test]
fn a_sum_narrows_its_total_and_every_part() {
    let mut b = Building::default();
    let (total, known, open) = (b.count(), b.count(), b.count());
    b.within(total, "90", "110");
    b.is(known, "65");
    b.sum(total, &[known, open]);
    assert_eq!(b.implied(open, Alpha::Core), Some(span("25", "45")));
    b.is(open, "46");
    assert_eq!(b.holds(Alpha::Core), Holds::No);
    assert_eq!(b.implied(total, Alpha::Core), None);
}

#[test]
fn a_part_is_no_more_than_its_whole() {
    let mut b = Building::default();
    let (part, whole) = (b.count(), b.count());
    b.linear(&[(1, part), (-1, whole)], Sense::AtMost, "0");
    b.is(part, "120");
    assert_eq!(b.implied(whole, Alpha::Core), Some(Interval::at_least(number("120"))));
    b.is(whole, "119");
    assert_eq!(b.holds(Alpha::Core), Holds::No);
}

#[test]
fn growth_is_a_product_and_percentage_points_are_a_difference() {
    let mut b = Building::default();
    let (old, new, factor) = (b.count(), b.count(), b.amount());
    b.is(old, "1000");
    b.within(factor, "1.225", "1.235");
    b.product(new, factor, old);
    assert_eq!(b.implied(new, Alpha::Core), Some(span("1225", "1235")));

    let mut b = Building::default();
    let (before, after, points) = (b.amount(), b.amount(), b.amount());
    b.within(before, "11.5", "12.5");
    b.is(points, "3");
    b.linear(&[(1, before), (1, points), (-1, after)], Sense::Equal, "0");
    assert_eq!(b.implied(after, Alpha::Core), Some(span("14.5", "15.5")));
}

#[test]
fn a_rise_hundredfold_to_6500_starts_from_65_give_or_take_the_rounding() {
    let mut b = Building::default();
    let (old, new, fold) = (b.count(), b.count(), b.amount());
    b.is(fold, "100");
    b.within(new, "6450", "6550");
    b.product(new, fold, old);
    assert_eq!(b.implied(old, Alpha::Core), Some(span("65", "65")));
    assert_eq!(b.implied(new, Alpha::Core), Some(span("6500", "6500")));
}

#[test]
fn a_factor_that_may_be_zero_tells_nothing_but_a_product_above_zero_rules_zero_out() {
    let mut b = Building::default();
    let (product, left, right) = (b.amount(), b.amount(), b.amount());
    b.within(product, "0", "12");
    b.within(right, "0", "3");
    b.product(product, left, right);
    assert_eq!(b.implied(left, Alpha::Core), Some(Interval::all()));
    b.within(product, "6", "12");
    assert_eq!(b.implied(left, Alpha::Core), Some(Interval::at_least(number("2"))));
    assert_eq!(
        b.implied(right, Alpha::Core).unwrap().intersect(&Interval::at_most(number("0"))),
        None,
        "a factor of 6 or more is not zero"
    );
}

#[test]
fn an_open_end_stays_open_through_sums() {
    let mut b = Building::default();
    let (total, part, other) = (b.amount(), b.amount(), b.amount());
    b.claim(part, Cuts::sharp(Interval::above(number("10"))));
    b.within(other, "5", "5");
    b.sum(total, &[part, other]);
    assert_eq!(b.implied(total, Alpha::Core), Some(Interval::above(number("15"))));
    b.is(total, "15");
    assert_eq!(b.holds(Alpha::Core), Holds::No);
}

#[test]
fn the_level_is_the_sharpest_cut_at_which_all_can_hold() {
    let mut b = Building::default();
    let (total, a, c) = (b.count(), b.count(), b.count());
    b.claim(a, about_65());
    b.is(c, "100");
    b.sum(total, &[a, c]);
    let level = |b: &Building| b.system.level(&b.all(), &Limits::default());
    assert_eq!(level(&b), Level::At(Alpha::Core));
    b.within(total, "167", "167");
    assert_eq!(level(&b), Level::At(Alpha::Typical));
    let mut loose = Building { system: b.system.clone() };
    loose.within(total, "166", "167");
    assert_eq!(level(&loose), Level::At(Alpha::Typical));
    b.within(total, "171", "200");
    assert_eq!(level(&b), Level::Nowhere);
}

#[test]
fn one_variable_named_twice_in_a_sum_counts_twice() {
    let mut b = Building::default();
    let (a, total) = (b.amount(), b.amount());
    b.linear(&[(1, a), (1, a), (-1, total)], Sense::Equal, "0");
    b.is(total, "9");
    assert_eq!(b.implied(a, Alpha::Core), Some(span("9/2", "9/2")));
}

#[test]
fn a_sum_of_nothing_is_zero() {
    let mut b = Building::default();
    b.linear(&[], Sense::Equal, "0");
    b.linear(&[], Sense::AtMost, "1");
    assert_eq!(b.holds(Alpha::Core), Holds::Yes);
    b.linear(&[], Sense::AtMost, "-1");
    assert_eq!(b.holds(Alpha::Core), Holds::No);
}
