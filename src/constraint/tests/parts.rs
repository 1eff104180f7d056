//! Independent parts of a system.

use super::building::Building;

#[test]
fn parts_are_those_that_share_no_variable_in_the_order_of_their_first_statements() {
    let mut b = Building::default();
    let v: Vec<_> = (0..6).map(|_| b.count()).collect();
    let first = b.is(v[5], "1");
    let second = b.is(v[0], "1");
    let third = b.sum(v[5], &[v[4], v[3]]);
    let fourth = b.is(v[2], "2");
    let fifth = b.sum(v[0], &[v[1], v[3]]);
    let alone = b.linear(&[], crate::constraint::Sense::Equal, "0");
    let parts = b.system.components();
    assert_eq!(parts, [vec![first, second, third, fifth], vec![fourth], vec![alone]]);
}

#[test]
fn a_hundred_thousand_parts_are_told_apart() {
    let mut b = Building::default();
    for _ in 0..100_000 {
        let (a, c) = (b.count(), b.count());
        b.sum(a, &[c]);
    }
    assert_eq!(b.system.components().len(), 100_000);
}
