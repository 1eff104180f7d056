//! Systems made to take long: each ends within its limits, and says so.

use super::building::{Building, number, span};
use crate::constraint::{Holds, Limit, Limits, Sense, Statement};
use crate::quantity::{Alpha, Cuts, Interval, Rational};

#[test]
fn values_that_never_settle_are_left_undecided_at_the_limit() {
    let mut b = Building::default();
    let (x, y) = (b.count(), b.count());
    b.within(x, "0", "100000");
    b.within(y, "0", "100000");
    b.linear(&[(1, x), (-1, y)], Sense::AtMost, "-1");
    b.linear(&[(-1, x), (1, y)], Sense::AtMost, "-1");
    let limits = Limits { linear_size: 0, ..Limits::default() };
    assert_eq!(b.system.holds(&b.all(), Alpha::Core, &limits), Holds::Undecided(Limit::Revisions));
}

/// `x = 1.5 · x`, which only zero satisfies, with `x` above zero: each revision takes a third of the interval away.
#[test]
fn values_that_shrink_without_end_stop_at_a_size_that_nobody_reports() {
    let mut b = Building::default();
    let (x, factor) = (b.amount(), b.amount());
    b.claim(x, Cuts::sharp(Interval::above(Rational::from(0))));
    b.claim(x, Cuts::sharp(Interval::at_most(Rational::from(1_000_000))));
    b.is(factor, "1.5");
    b.product(x, factor, x);
    assert_eq!(b.holds(Alpha::Core), Holds::No, "a line through zero meets the numbers above it nowhere");
    let limits = Limits { linear_size: 0, ..Limits::default() };
    let implied = b.system.implied(&b.all(), x, Alpha::Core, &limits).unwrap();
    let top = implied.hi().value().unwrap();
    assert!(top < &Rational::pow10(-10) && top.bits() <= 512, "{top:?}");
}

#[test]
fn values_that_move_by_less_than_a_millionth_are_left_where_they_are() {
    let mut b = Building::default();
    let (x, factor) = (b.amount(), b.amount());
    b.claim(x, Cuts::sharp(span("1", "1000")));
    b.is(factor, "1.0000001");
    b.state(Statement::Product { product: x, left: factor, right: x, slack: number("0") });
    let limits = Limits { linear_size: 0, ..Limits::default() };
    assert_eq!(b.system.holds(&b.all(), Alpha::Core, &limits), Holds::Undecided(Limit::LinearSize));
    assert_eq!(b.holds(Alpha::Core), Holds::No);
}

#[test]
fn a_limit_of_nothing_refutes_only_what_the_claims_alone_refute() {
    let mut b = Building::default();
    let (total, part) = (b.count(), b.count());
    b.is(total, "5");
    b.is(part, "6");
    b.sum(total, &[part]);
    let none = Limits { revisions: 0, branches: 0, ..Limits::default() };
    assert_eq!(
        b.system.holds(&b.all(), Alpha::Core, &none),
        Holds::No,
        "each relation has its twenty revisions"
    );
}
