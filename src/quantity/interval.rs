//! Intervals of rationals, with each end open, closed or absent.

use super::Rational;
use serde::Serialize;

/// One end of an interval.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// There is no end on this side.
    Unbounded,
    /// The value itself is left out.
    Open(Rational),
    /// The value itself is included.
    Closed(Rational),
}

impl End {
    /// The value at the end, where there is an end.
    #[must_use]
    pub fn value(&self) -> Option<&Rational> {
        match self {
            Self::Unbounded => None,
            Self::Open(value) | Self::Closed(value) => Some(value),
        }
    }

    /// Whether the end belongs to the interval.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Closed(_))
    }

    pub(super) fn map(&self, f: impl FnOnce(&Rational) -> Rational) -> Self {
        match self {
            Self::Unbounded => Self::Unbounded,
            Self::Open(value) => Self::Open(f(value)),
            Self::Closed(value) => Self::Closed(f(value)),
        }
    }
}

/// A set of numbers without gaps. It is never empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Interval {
    lo: End,
    hi: End,
}

impl Interval {
    /// The numbers between two ends, unless there are none.
    #[must_use]
    pub fn new(lo: End, hi: End) -> Option<Self> {
        let holds = match (lo.value(), hi.value()) {
            (Some(a), Some(b)) => a < b || (a == b && lo.is_closed() && hi.is_closed()),
            _ => true,
        };
        holds.then_some(Self { lo, hi })
    }

    /// A single number.
    #[must_use]
    pub fn point(value: Rational) -> Self {
        Self { lo: End::Closed(value.clone()), hi: End::Closed(value) }
    }

    /// The numbers from one to the other, both included. The two may come in either order.
    #[must_use]
    pub fn closed(a: Rational, b: Rational) -> Self {
        let (lo, hi) = if a <= b { (a, b) } else { (b, a) };
        Self { lo: End::Closed(lo), hi: End::Closed(hi) }
    }

    /// The number and all above it.
    #[must_use]
    pub fn at_least(value: Rational) -> Self {
        Self { lo: End::Closed(value), hi: End::Unbounded }
    }

    /// The number and all below it.
    #[must_use]
    pub fn at_most(value: Rational) -> Self {
        Self { lo: End::Unbounded, hi: End::Closed(value) }
    }

    /// All above the number.
    #[must_use]
    pub fn above(value: Rational) -> Self {
        Self { lo: End::Open(value), hi: End::Unbounded }
    }

    /// All below the number.
    #[must_use]
    pub fn below(value: Rational) -> Self {
        Self { lo: End::Unbounded, hi: End::Open(value) }
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

    /// Whether the number lies in it.
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

    /// The one number in it, where there is just one.
    #[must_use]
    pub fn as_point(&self) -> Option<&Rational> {
        self.lo.value().filter(|lo| self.hi.value() == Some(lo))
    }

    /// The numbers in both, unless there are none.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        let lo = if is_higher_lo(&self.lo, &other.lo) { &self.lo } else { &other.lo };
        let hi = if is_lower_hi(&self.hi, &other.hi) { &self.hi } else { &other.hi };
        Self::new(lo.clone(), hi.clone())
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        let lo = if is_higher_lo(&self.lo, &other.lo) { &other.lo } else { &self.lo };
        let hi = if is_lower_hi(&self.hi, &other.hi) { &other.hi } else { &self.hi };
        Self { lo: lo.clone(), hi: hi.clone() }
    }

    /// Whether every number in it is also in the other.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.intersect(other).as_ref() == Some(self)
    }

    /// The distance to the other interval, where the two do not meet.
    #[must_use]
    pub fn gap(&self, other: &Self) -> Option<Rational> {
        if self.intersect(other).is_some() {
            return None;
        }
        let apart = |low: &Self, high: &Self| Some(high.lo.value()? - low.hi.value()?);
        apart(self, other).filter(|gap| gap.signum() >= 0).or_else(|| apart(other, self))
    }

    /// The distance between its ends, where it has two.
    #[must_use]
    pub fn width(&self) -> Option<Rational> {
        Some(self.hi.value()? - self.lo.value()?)
    }

    /// The tightest interval with whole ends that holds the same whole numbers, unless it holds none.
    #[must_use]
    pub fn to_integers(&self) -> Option<Self> {
        let one = Rational::from(1);
        let lo = match &self.lo {
            End::Unbounded => End::Unbounded,
            End::Open(value) => End::Closed(value.floor() + &one),
            End::Closed(value) => End::Closed(value.ceil()),
        };
        let hi = match &self.hi {
            End::Unbounded => End::Unbounded,
            End::Open(value) => End::Closed(value.ceil() - &one),
            End::Closed(value) => End::Closed(value.floor()),
        };
        Self::new(lo, hi)
    }

    pub(super) fn from_ends(lo: End, hi: End) -> Self {
        Self { lo, hi }
    }
}

/// Whether the first lower end leaves out more than the second.
fn is_higher_lo(a: &End, b: &End) -> bool {
    match (a.value(), b.value()) {
        (None, _) => false,
        (_, None) => true,
        (Some(x), Some(y)) => x > y || (x == y && !a.is_closed()),
    }
}

/// Whether the first upper end leaves out more than the second.
fn is_lower_hi(a: &End, b: &End) -> bool {
    match (a.value(), b.value()) {
        (None, _) => false,
        (_, None) => true,
        (Some(x), Some(y)) => x < y || (x == y && !a.is_closed()),
    }
}
