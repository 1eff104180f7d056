//! Laws of intervals.

use super::*;
use proptest::prelude::*;

fn n(value: i64) -> Rational {
    Rational::from(value)
}

fn end() -> impl Strategy<Value = End> {
    prop_oneof![
        1 => Just(End::Unbounded),
        3 => (-6_i64..6).prop_map(|v| End::Open(n(v))),
        3 => (-6_i64..6).prop_map(|v| End::Closed(n(v))),
    ]
}

fn interval() -> impl Strategy<Value = Interval> {
    (end(), end()).prop_filter_map("empty", |(a, b)| Interval::new(a, b))
}

/// An interval and a number in it.
fn held() -> impl Strategy<Value = (Interval, Rational)> {
    (interval(), -40_i64..40).prop_filter_map("outside", |(interval, eighths)| {
        let value = Rational::new(eighths, 5).unwrap();
        interval.contains(&value).then_some((interval, value))
    })
}

#[test]
fn an_empty_interval_cannot_be_made() {
    assert!(Interval::new(End::Open(n(1)), End::Closed(n(1))).is_none());
    assert!(Interval::new(End::Closed(n(2)), End::Closed(n(1))).is_none());
    assert_eq!(Interval::new(End::Closed(n(1)), End::Closed(n(1))), Some(Interval::point(n(1))));
}

#[test]
fn intervals_that_touch_at_an_open_end_do_not_meet() {
    let below = Interval::new(End::Closed(n(0)), End::Open(n(5))).unwrap();
    assert_eq!(below.intersect(&Interval::at_least(n(5))), None);
    assert_eq!(below.gap(&Interval::at_least(n(5))), Some(n(0)));
    assert_eq!(Interval::at_least(n(8)).gap(&below), Some(n(3)));
    assert_eq!(below.gap(&Interval::closed(n(4), n(9))), None);
}

#[test]
fn whole_numbers_are_counted_inside_open_ends() {
    let below = Interval::new(End::Closed(n(0)), End::Open(n(5))).unwrap();
    assert_eq!(below.to_integers(), Some(Interval::closed(n(0), n(4))));
    let between = Interval::new(End::Open(n(4)), End::Open(n(5))).unwrap();
    assert_eq!(between.to_integers(), None);
    let half = Rational::new(5, 2).unwrap();
    assert_eq!(Interval::above(half).to_integers(), Some(Interval::at_least(n(3))));
}

#[test]
fn a_divisor_that_ends_at_zero_leaves_the_quotient_without_an_end() {
    let divisor = Interval::new(End::Open(n(0)), End::Closed(n(5))).unwrap();
    assert_eq!(Interval::point(n(1)).div(&divisor), Some(Interval::at_least(Rational::new(1, 5).unwrap())));
    assert_eq!(Interval::point(n(1)).div(&Interval::closed(n(-1), n(1))), None);
    let products = Interval::closed(n(0), n(1)).mul(&Interval::above(n(2)));
    assert_eq!(products, Interval::at_least(n(0)));
}

proptest! {
    #[test]
    fn results_hold_every_pointwise_result((a, x) in held(), (b, y) in held()) {
        prop_assert!(a.add(&b).contains(&(&x + &y)));
        prop_assert!(a.sub(&b).contains(&(&x - &y)));
        prop_assert!(a.mul(&b).contains(&(&x * &y)), "{a:?} {b:?} {x} {y}");
        if let Some(quotients) = a.div(&b) {
            prop_assert!(quotients.contains(&x.checked_div(&y).unwrap()), "{a:?} {b:?} {x} {y}");
        }
        prop_assert!(a.hull(&b).contains(&x) && a.hull(&b).contains(&y));
        if a.contains(&y) {
            prop_assert!(a.intersect(&b).unwrap().contains(&y));
        }
    }

    #[test]
    fn meeting_and_being_apart_exclude_each_other(a in interval(), b in interval()) {
        prop_assert_eq!(a.intersect(&b).is_none(), a.gap(&b).is_some());
        prop_assert_eq!(a.gap(&b), b.gap(&a));
        prop_assert_eq!(a.intersect(&b), b.intersect(&a));
        prop_assert_eq!(a.hull(&b), b.hull(&a));
        prop_assert!(a.is_within(&a.hull(&b)));
        if let Some(shared) = a.intersect(&b) {
            prop_assert!(shared.is_within(&a) && shared.is_within(&b));
        }
    }

    #[test]
    fn whole_ends_keep_the_whole_numbers((a, x) in held()) {
        if x.is_integer() {
            prop_assert!(a.to_integers().unwrap().contains(&x));
        }
        if let Some(whole) = a.to_integers() {
            prop_assert!(whole.is_within(&a));
        }
    }
}
