//! Arithmetic on intervals: the tightest interval that holds every result.

use super::{End, Interval, Rational};
use std::cmp::Ordering;

impl Interval {
    /// Every sum of a number of each.
    #[must_use]
    pub fn add(&self, other: &Self) -> Self {
        Self::from_ends(sum(self.lo(), other.lo()), sum(self.hi(), other.hi()))
    }

    /// Every difference of a number of each.
    #[must_use]
    pub fn sub(&self, other: &Self) -> Self {
        self.add(&Self::from_ends(other.hi().map(|v| -v), other.lo().map(|v| -v)))
    }

    /// Every product of a number of each.
    #[must_use]
    pub fn mul(&self, other: &Self) -> Self {
        let (a, b) = (Corner::of(self), Corner::of(other));
        let corners = a.iter().flat_map(|x| b.iter().map(move |y| x.times(y)));
        let (lo, hi) = corners.fold((None, None), |(lo, hi): (Option<Corner>, Option<Corner>), corner| {
            (Some(lower(lo, corner.clone(), Ordering::Less)), Some(lower(hi, corner, Ordering::Greater)))
        });
        Self::from_ends(
            lo.map_or(End::Unbounded, Corner::into_end),
            hi.map_or(End::Unbounded, Corner::into_end),
        )
    }

    /// Every quotient of a number of each, unless the divisor holds zero.
    #[must_use]
    pub fn div(&self, divisor: &Self) -> Option<Self> {
        if divisor.contains(&Rational::default()) {
            return None;
        }
        Some(self.mul(&Self::from_ends(reciprocal(divisor.hi()), reciprocal(divisor.lo()))))
    }

    /// Every number times a factor.
    #[must_use]
    pub fn scale(&self, factor: &Rational) -> Self {
        self.mul(&Self::point(factor.clone()))
    }
}

fn sum(a: &End, b: &End) -> End {
    match (a, b) {
        (End::Unbounded, _) | (_, End::Unbounded) => End::Unbounded,
        (End::Closed(x), End::Closed(y)) => End::Closed(x + y),
        (End::Open(x) | End::Closed(x), End::Open(y) | End::Closed(y)) => End::Open(x + y),
    }
}

/// One divided by an end of an interval that does not hold zero.
fn reciprocal(end: &End) -> End {
    match end {
        End::Unbounded => End::Open(Rational::default()),
        End::Open(value) => value.recip().map_or(End::Unbounded, End::Open),
        End::Closed(value) => value.recip().map_or(End::Unbounded, End::Closed),
    }
}

/// An end on the number line with both infinities.
#[derive(Clone)]
enum Corner {
    Below,
    At(Rational, bool),
    Above,
}

impl Corner {
    fn of(interval: &Interval) -> [Self; 2] {
        let at = |end: &End, beyond: Self| match end {
            End::Unbounded => beyond,
            End::Open(value) => Self::At(value.clone(), false),
            End::Closed(value) => Self::At(value.clone(), true),
        };
        [at(interval.lo(), Self::Below), at(interval.hi(), Self::Above)]
    }

    fn sign(&self) -> i32 {
        match self {
            Self::Below => -1,
            Self::At(value, _) => value.signum(),
            Self::Above => 1,
        }
    }

    /// Whether it is a zero that belongs to the interval, which makes every product with it a zero that does.
    fn is_held_zero(&self) -> bool {
        matches!(self, Self::At(value, true) if value.signum() == 0)
    }

    fn times(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::At(x, x_held), Self::At(y, y_held)) => {
                Self::At(x * y, (*x_held && *y_held) || self.is_held_zero() || other.is_held_zero())
            }
            _ => match self.sign() * other.sign() {
                0 => Self::At(Rational::default(), self.is_held_zero() || other.is_held_zero()),
                1 => Self::Above,
                _ => Self::Below,
            },
        }
    }

    fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::At(x, _), Self::At(y, _)) => x.cmp(y),
            (Self::Below, Self::Below) | (Self::Above, Self::Above) => Ordering::Equal,
            (Self::Below, _) | (_, Self::Above) => Ordering::Less,
            (Self::Above, _) | (_, Self::Below) => Ordering::Greater,
        }
    }

    fn is_held(&self) -> bool {
        matches!(self, Self::At(_, true))
    }

    fn into_end(self) -> End {
        match self {
            Self::Below | Self::Above => End::Unbounded,
            Self::At(value, true) => End::Closed(value),
            Self::At(value, false) => End::Open(value),
        }
    }
}

/// The further of two corners in a direction; of two at one place, the one that belongs.
fn lower(best: Option<Corner>, next: Corner, direction: Ordering) -> Corner {
    match best {
        None => next,
        Some(best) => match next.order(&best) {
            Ordering::Equal => {
                if best.is_held() {
                    best
                } else {
                    next
                }
            }
            order => {
                if order == direction {
                    next
                } else {
                    best
                }
            }
        },
    }
}
