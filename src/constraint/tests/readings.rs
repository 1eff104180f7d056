//! Claims that can be read in several ways.

use super::building::{Building, number, span};
use crate::constraint::{Holds, Limit, Limits, Statement, Variable};
use crate::quantity::{Alpha, Cuts};

fn either(b: &mut Building, on: Variable, a: &str, c: &str) {
    let readings = [a, c].map(|value| Cuts::point(number(value))).to_vec();
    b.state(Statement::Claim { on, readings });
}

#[test]
fn a_hundredfold_rise_holds_on_the_reading_that_fits() {
    let mut b = Building::default();
    let (old, new, fold) = (b.count(), b.count(), b.amount());
    either(&mut b, fold, "100", "101");
    b.is(old, "65");
    b.product(new, fold, old);
    assert_eq!(b.implied(new, Alpha::Core), Some(span("6500", "6565")));
    b.is(new, "6565");
    assert_eq!(b.holds(Alpha::Core), Holds::Yes);
    assert_eq!(b.implied(fold, Alpha::Core), Some(span("101", "101")));
}

#[test]
fn a_number_between_two_readings_fits_neither() {
    let mut b = Building::default();
    let on = b.count();
    either(&mut b, on, "100", "101");
    either(&mut b, on, "99", "102");
    assert_eq!(b.holds(Alpha::Core), Holds::No);
    assert_eq!(b.implied(on, Alpha::Core), None);
}

#[test]
fn more_combinations_than_are_looked_into_are_left_undecided_and_implied_loosely() {
    let mut b = Building::default();
    let parts: Vec<_> = (0..12).map(|_| b.count()).collect();
    for part in &parts {
        either(&mut b, *part, "0", "2");
    }
    let total = b.count();
    b.sum(total, &parts);
    b.is(total, "11");
    let limits = Limits::default();
    assert_eq!(b.system.holds(&b.all(), Alpha::Core, &limits), Holds::Undecided(Limit::Branches));
    assert_eq!(b.system.implied(&b.all(), parts[0], Alpha::Core, &limits), Some(span("0", "2")));
    let patient = Limits { branches: 10_000, ..limits };
    assert_eq!(b.system.holds(&b.all(), Alpha::Core, &patient), Holds::No, "a sum of even numbers is even");
}
