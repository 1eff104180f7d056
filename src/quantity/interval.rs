//! Intervals of exact numbers. An interval is never empty.

use super::Rational;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// One end of an interval.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// There is no end.
    Unbounded,
    /// Up to the value, without it.
    Open(Rational),
    /// Up to the value, with it.
    Closed(Rational),
}

impl End {
    /// The value, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<&Rational> {
        match self {
            Self::Unbounded => None,
            Self::Open(value) | Self::Closed(value) => Some(value),
        }
    }

    /// The value itself belongs to the interval.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Closed(_))
    }

    fn map(&self, change: impl FnOnce(&Rational) -> Rational) -> Self {
        match self {
            Self::Unbounded => Self::Unbounded,
            Self::Open(value) => Self::Open(change(value)),
            Self::Closed(value) => Self::Closed(change(value)),
        }
    }

    fn with(&self, other: &Self, join: impl FnOnce(&Rational, &Rational) -> Rational) -> Self {
        match (self.value(), other.value()) {
            (Some(a), Some(b)) if self.is_closed() && other.is_closed() => Self::Closed(join(a, b)),
            (Some(a), Some(b)) => Self::Open(join(a, b)),
            _ => Self::Unbounded,
        }
    }
}

/// A set of numbers between two ends, never empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    lo: End,
    hi: End,
}

impl Interval {
    /// An interval between two ends; none where nothing lies between them.
    #[must_use]
    pub fn new(lo: End, hi: End) -> Option<Self> {
        let room = match (lo.value(), hi.value()) {
            (Some(a), Some(b)) => match a.cmp(b) {
                Ordering::Less => true,
                Ordering::Equal => lo.is_closed() && hi.is_closed(),
                Ordering::Greater => false,
            },
            _ => true,
        };
        room.then_some(Self { lo, hi })
    }

    /// A single number.
    #[must_use]
    pub fn point(value: Rational) -> Self {
        Self { lo: End::Closed(value.clone()), hi: End::Closed(value) }
    }

    /// Both ends belong to it; their order does not matter.
    #[must_use]
    pub fn closed(a: Rational, b: Rational) -> Self {
        let (lo, hi) = if a <= b { (a, b) } else { (b, a) };
        Self { lo: End::Closed(lo), hi: End::Closed(hi) }
    }

    /// From a value upwards.
    #[must_use]
    pub fn at_least(value: Rational) -> Self {
        Self { lo: End::Closed(value), hi: End::Unbounded }
    }

    /// Every number.
    #[must_use]
    pub fn all() -> Self {
        Self { lo: End::Unbounded, hi: End::Unbounded }
    }

    /// The lower end.
    #[must_use]
    pub fn lo(&self) -> &End {
        &self.lo
    }

    /// The upper end.
    #[must_use]
    pub fn hi(&self) -> &End {
        &self.hi
    }

    /// The number lies in it.
    #[must_use]
    pub fn contains(&self, value: &Rational) -> bool {
        let above = match &self.lo {
            End::Unbounded => true,
            End::Open(lo) => value > lo,
            End::Closed(lo) => value >= lo,
        };
        let below = match &self.hi {
            End::Unbounded => true,
            End::Open(hi) => value < hi,
            End::Closed(hi) => value <= hi,
        };
        above && below
    }

    /// What two intervals share, if anything.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        let lo = if compare_lo(&self.lo, &other.lo) == Ordering::Less { &other.lo } else { &self.lo };
        let hi = if compare_hi(&self.hi, &other.hi) == Ordering::Greater { &other.hi } else { &self.hi };
        Self::new(lo.clone(), hi.clone())
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        let lo = if compare_lo(&self.lo, &other.lo) == Ordering::Greater { &other.lo } else { &self.lo };
        let hi = if compare_hi(&self.hi, &other.hi) == Ordering::Less { &other.hi } else { &self.hi };
        Self { lo: lo.clone(), hi: hi.clone() }
    }

    /// Every number of this one is in the other.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        compare_lo(&self.lo, &other.lo) != Ordering::Less
            && compare_hi(&self.hi, &other.hi) != Ordering::Greater
    }

    /// The number, where it holds only one.
    #[must_use]
    pub fn as_point(&self) -> Option<&Rational> {
        match (&self.lo, &self.hi) {
            (End::Closed(a), End::Closed(b)) if a == b => Some(a),
            _ => None,
        }
    }

    /// The whole numbers in it, if there are any.
    #[must_use]
    pub fn to_integers(&self) -> Option<Self> {
        let one = Rational::from(1);
        let lo = match &self.lo {
            End::Open(value) => End::Closed(&value.floor() + &one),
            end => end.map(Rational::ceil),
        };
        let hi = match &self.hi {
            End::Open(value) => End::Closed(&value.ceil() - &one),
            end => end.map(Rational::floor),
        };
        Self::new(lo, hi)
    }

    /// The sums of a number of each.
    #[must_use]
    pub fn add(&self, other: &Self) -> Self {
        Self { lo: self.lo.with(&other.lo, |a, b| a + b), hi: self.hi.with(&other.hi, |a, b| a + b) }
    }

    /// The differences of a number of each.
    #[must_use]
    pub fn sub(&self, other: &Self) -> Self {
        self.add(&other.scale(&Rational::from(-1)))
    }

    /// Every number times a factor.
    #[must_use]
    pub fn scale(&self, factor: &Rational) -> Self {
        let (lo, hi) = (self.lo.map(|v| v * factor), self.hi.map(|v| v * factor));
        match factor.signum() {
            0 => Self::point(Rational::default()),
            1 => Self { lo, hi },
            _ => Self { lo: hi, hi: lo },
        }
    }

    /// The products of a number of each.
    #[must_use]
    pub fn mul(&self, other: &Self) -> Self {
        let ends = [
            Limit::product(&self.lo, &other.lo, (Sign::Minus, Sign::Minus)),
            Limit::product(&self.lo, &other.hi, (Sign::Minus, Sign::Plus)),
            Limit::product(&self.hi, &other.lo, (Sign::Plus, Sign::Minus)),
            Limit::product(&self.hi, &other.hi, (Sign::Plus, Sign::Plus)),
        ];
        Limit::hull(ends)
    }

    /// The quotients of a number of each; none where the divisor holds zero.
    #[must_use]
    pub fn div(&self, other: &Self) -> Option<Self> {
        other.reciprocal().map(|reciprocal| self.mul(&reciprocal))
    }

    /// One over every number in it; none where zero is one of them. An open end at zero has none.
    fn reciprocal(&self) -> Option<Self> {
        let zero = Rational::default();
        if self.contains(&zero) {
            return None;
        }
        let over = |end: &End| match end {
            End::Unbounded => End::Open(Rational::default()),
            End::Open(value) | End::Closed(value) => match Rational::from(1).checked_div(value) {
                None => End::Unbounded,
                Some(inverse) if end.is_closed() => End::Closed(inverse),
                Some(inverse) => End::Open(inverse),
            },
        };
        Some(Self { lo: over(&self.hi), hi: over(&self.lo) })
    }

    /// How far apart two intervals are; none where they meet.
    #[must_use]
    pub fn gap(&self, other: &Self) -> Option<Rational> {
        if self.intersect(other).is_some() {
            return None;
        }
        let between = |low: &Self, high: &Self| Some(high.lo.value()? - low.hi.value()?);
        [between(self, other), between(other, self)].into_iter().flatten().find(|gap| gap.signum() >= 0)
    }

    /// The distance between its ends; none where it has no end.
    #[must_use]
    pub fn width(&self) -> Option<Rational> {
        Some(self.hi.value()? - self.lo.value()?)
    }
}

fn compare_lo(a: &End, b: &End) -> Ordering {
    match (a.value(), b.value()) {
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Less,
        (_, None) => Ordering::Greater,
        (Some(x), Some(y)) => x.cmp(y).then(b.is_closed().cmp(&a.is_closed())),
    }
}

fn compare_hi(a: &End, b: &End) -> Ordering {
    match (a.value(), b.value()) {
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Greater,
        (_, None) => Ordering::Less,
        (Some(x), Some(y)) => x.cmp(y).then(a.is_closed().cmp(&b.is_closed())),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Minus,
    Plus,
}

/// A corner of a product: a finite value, or infinity with a sign.
enum Limit {
    Infinite(Sign),
    Finite(End),
}

impl Limit {
    /// The product of two ends; an end that is missing is infinite with the sign of its side.
    fn product(a: &End, b: &End, sides: (Sign, Sign)) -> Self {
        match (a.value(), b.value()) {
            (Some(x), Some(y)) => {
                let exact_zero = (x.signum() == 0 && a.is_closed()) || (y.signum() == 0 && b.is_closed());
                let closed = exact_zero || (a.is_closed() && b.is_closed());
                let value = x * y;
                Self::Finite(if closed { End::Closed(value) } else { End::Open(value) })
            }
            (Some(x), None) => Self::with_infinity(a, x.signum(), sides.1),
            (None, Some(y)) => Self::with_infinity(b, y.signum(), sides.0),
            (None, None) => Self::Infinite(if sides.0 == sides.1 { Sign::Plus } else { Sign::Minus }),
        }
    }

    fn with_infinity(end: &End, signum: i32, side: Sign) -> Self {
        match (signum, side) {
            (0, _) => Self::Finite(if end.is_closed() {
                End::Closed(Rational::default())
            } else {
                End::Open(Rational::default())
            }),
            (1, Sign::Plus) | (-1, Sign::Minus) => Self::Infinite(Sign::Plus),
            _ => Self::Infinite(Sign::Minus),
        }
    }

    fn hull(limits: [Self; 4]) -> Interval {
        let unbounded = |sign| limits.iter().any(|limit| matches!(limit, Self::Infinite(s) if *s == sign));
        let finite = || {
            limits.iter().filter_map(|limit| match limit {
                Self::Finite(end) => Some(end),
                Self::Infinite(_) => None,
            })
        };
        let lo = finite().min_by(|a, b| compare_lo(a, b)).filter(|_| !unbounded(Sign::Minus));
        let hi = finite().max_by(|a, b| compare_hi(a, b)).filter(|_| !unbounded(Sign::Plus));
        Interval { lo: lo.cloned().unwrap_or(End::Unbounded), hi: hi.cloned().unwrap_or(End::Unbounded) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(lo: End, hi: End) -> Interval {
        Interval::new(lo, hi).unwrap()
    }

    fn whole(value: i64) -> Rational {
        Rational::from(value)
    }

    #[test]
    fn nothing_lies_between_an_open_end_and_itself() {
        assert!(Interval::new(End::Open(whole(5)), End::Closed(whole(5))).is_none());
        assert!(Interval::new(End::Closed(whole(6)), End::Closed(whole(5))).is_none());
    }

    #[test]
    fn fewer_than_five_holds_four_and_not_five() {
        let few = between(End::Closed(whole(0)), End::Open(whole(5)));
        assert!(few.contains(&whole(4)) && !few.contains(&whole(5)));
        assert_eq!(few.to_integers(), Some(Interval::closed(whole(0), whole(4))));
    }

    #[test]
    fn a_quotient_of_an_open_end_stays_open() {
        let over = between(End::Open(whole(100)), End::Unbounded);
        let quotient = over.div(&Interval::closed(whole(4), whole(5))).unwrap();
        assert_eq!(quotient, between(End::Open(whole(20)), End::Unbounded));
        assert!(Interval::point(whole(1)).div(&Interval::closed(whole(-1), whole(1))).is_none());
    }

    #[test]
    fn a_product_takes_its_ends_from_the_right_corners() {
        let product = Interval::closed(whole(-2), whole(3)).mul(&Interval::closed(whole(-5), whole(4)));
        assert_eq!(product, Interval::closed(whole(-15), whole(12)));
    }

    #[test]
    fn intervals_that_meet_have_no_gap() {
        let low = between(End::Closed(whole(0)), End::Open(whole(10)));
        assert_eq!(low.gap(&Interval::point(whole(10))), Some(whole(0)));
        assert_eq!(low.gap(&Interval::point(whole(9))), None);
        assert_eq!(low.gap(&Interval::point(whole(25))), Some(whole(15)));
    }
}
