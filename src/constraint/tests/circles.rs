//! Relations that form a circle, where propagation alone is blind.

use super::building::{Building, number, span};
use crate::constraint::{Holds, Limit, Limits, Sense};
use crate::quantity::{Alpha, Cuts, Interval, Rational};

#[test]
fn two_numbers_that_are_each_less_than_the_other_cannot_be() {
    let mut b = Building::default();
    let (x, y) = (b.count(), b.count());
    b.within(x, "0", "1000000000");
    b.within(y, "0", "1000000000");
    b.linear(&[(1, x), (-1, y)], Sense::AtMost, "-1");
    b.linear(&[(-1, x), (1, y)], Sense::AtMost, "-1");
    assert_eq!(b.holds(Alpha::Core), Holds::No);
    assert_eq!(b.implied(x, Alpha::Core), None);
}

#[test]
fn numbers_without_any_end_are_refuted_too() {
    let mut b = Building::default();
    let (x, y, z) = (b.amount(), b.amount(), b.amount());
    b.linear(&[(3, x), (-7, y)], Sense::AtMost, "-1");
    b.linear(&[(7, y), (-11, z)], Sense::AtMost, "0");
    b.linear(&[(-3, x), (11, z)], Sense::AtMost, "0.99");
    assert_eq!(b.holds(Alpha::Core), Holds::No);
}

#[test]
fn a_sum_and_a_difference_settle_both_numbers() {
    let mut b = Building::default();
    let (x, y) = (b.amount(), b.amount());
    b.linear(&[(1, x), (1, y)], Sense::Equal, "53298");
    b.linear(&[(3, x), (-1, y)], Sense::Equal, "7");
    assert_eq!(b.implied(x, Alpha::Core), Some(span("53305/4", "53305/4")));
    assert_eq!(b.holds(Alpha::Core), Holds::Yes);
}

#[test]
fn a_contradiction_at_open_ends_only_is_proven() {
    let mut b = Building::default();
    let [x, y, sum, difference] = [(); 4].map(|()| b.amount());
    b.sum(sum, &[x, y]);
    b.linear(&[(1, x), (-1, y), (-1, difference)], Sense::Equal, "0");
    b.claim(sum, Cuts::sharp(Interval::above(Rational::from(10))));
    b.claim(difference, Cuts::sharp(Interval::above(Rational::from(2))));
    let most = |b: &mut Building, most: &str| {
        let mut b = Building { system: b.system.clone() };
        b.claim(x, Cuts::sharp(Interval::at_most(number(most))));
        b.holds(Alpha::Core)
    };
    assert_eq!(most(&mut b, "6"), Holds::No);
    assert_eq!(most(&mut b, "6.000001"), Holds::Yes);
    assert_eq!(b.implied(x, Alpha::Core), Some(Interval::above(Rational::from(6))));
}

/// Two rows and two columns, all margins known, and one cell bounded.
#[test]
fn the_cells_of_a_table_follow_from_its_margins() {
    let mut b = Building::default();
    let cells = [b.count(), b.count(), b.count(), b.count()];
    let margin = |b: &mut Building, total: &str, of: [usize; 2]| {
        b.linear(&of.map(|at| (1, cells[at])), Sense::Equal, total);
    };
    margin(&mut b, "30", [0, 1]);
    margin(&mut b, "70", [2, 3]);
    margin(&mut b, "45", [0, 2]);
    margin(&mut b, "55", [1, 3]);
    b.within(cells[3], "50", "52");
    assert_eq!(b.implied(cells[0], Alpha::Core), Some(span("25", "27")));
    assert_eq!(b.implied(cells[2], Alpha::Core), Some(span("18", "20")));
    assert_eq!(b.holds(Alpha::Core), Holds::Yes);
    margin(&mut b, "76", [0, 3]);
    assert_eq!(b.holds(Alpha::Core), Holds::No, "the two of a diagonal differ by 25, so their sum is odd");
}

#[test]
fn a_share_and_the_rest_of_a_whole_bound_it() {
    let mut b = Building::default();
    let (whole, part, rest, percent) = (b.amount(), b.amount(), b.amount(), b.amount());
    b.sum(whole, &[part, rest]);
    b.is(percent, "20");
    b.percentage(part, whole, percent, None);
    b.within(rest, "80", "160");
    b.claim(whole, Cuts::sharp(Interval::at_least(Rational::from(0))));
    // A fifth is the part, so the rest is four fifths.
    assert_eq!(b.implied(whole, Alpha::Core), Some(span("100", "200")));
    assert_eq!(b.implied(part, Alpha::Core), Some(span("20", "40")));
}

#[test]
fn a_part_too_large_for_the_linear_solver_is_left_undecided() {
    let mut b = Building::default();
    let v: Vec<_> = (0..4).map(|_| b.amount()).collect();
    for (a, c) in [(0, 1), (1, 2), (2, 3), (3, 0)] {
        b.linear(&[(1, v[a]), (-1, v[c])], Sense::AtMost, "-1");
    }
    let limits = Limits { linear_size: 3, ..Limits::default() };
    assert_eq!(b.system.holds(&b.all(), Alpha::Core, &limits), Holds::Undecided(Limit::LinearSize));
    assert_eq!(b.holds(Alpha::Core), Holds::No);
}

#[test]
fn everything_implied_at_once_is_what_is_implied_one_by_one() {
    let mut b = Building::default();
    let (x, y, z) = (b.amount(), b.amount(), b.count());
    b.linear(&[(1, x), (1, y)], Sense::Equal, "10");
    b.linear(&[(1, x), (-1, y)], Sense::AtMost, "4");
    b.linear(&[(1, z), (-1, x)], Sense::AtMost, "0");
    let all = b.system.implied_of_all(&b.all(), Alpha::Core, &Limits::default()).unwrap();
    for variable in [x, y, z] {
        assert_eq!(all.get(&variable), b.implied(variable, Alpha::Core).as_ref());
    }
    assert_eq!(all[&z], span("0", "7"));
}
