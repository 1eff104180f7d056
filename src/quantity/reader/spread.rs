//! How far around a number its readings go, before any hedge: the widths in one form for every kind of number.

use super::super::{Context, End, HedgeWidths, Interval, Rational, Register};
use super::magnitude::Sense;
use super::numeral::Numeral;
use super::roundness::{granularity, is_round};

/// The readings of one number. Each list goes from the sharpest to the loosest.
pub(super) struct Spread {
    pub(super) at: Rational,
    /// With no hedge at all.
    pub(super) bare: [Interval; 3],
    /// "About" it.
    pub(super) near: [Interval; 3],
    /// How far "more than" it goes at its sharpest and as usually meant.
    pub(super) reach: [Rational; 2],
    /// How far down "up to" it goes at its sharpest.
    pub(super) back: Rational,
    /// How far "up to" it may be passed.
    pub(super) over: Rational,
    /// What such a number can be at all.
    pub(super) possible: Interval,
}

/// The spread of a number, per cent, points, money or a factor.
pub(super) fn spread(number: &Numeral, sense: &Sense, context: &Context, widths: &HedgeWidths) -> Spread {
    match sense {
        Sense::Fold | Sense::Fall => fold(&number.value, widths),
        Sense::Percent | Sense::Points => numeral(number, &halved(&number.step), context, widths),
        Sense::Proportion => part(number.value.clone(), widths),
        Sense::Number | Sense::Money(_) => numeral(number, &Rational::default(), context, widths),
    }
}

/// `floor` is how far off a number always is: half the last decimal of a percentage.
fn numeral(number: &Numeral, floor: &Rational, context: &Context, widths: &HedgeWidths) -> Spread {
    let at = number.value.clone();
    let steps = granularity(number);
    let share = |percent: &Rational| at.abs() * percent * Rational::pow10(-2);
    let most = |a: Rational, b: Rational| a.max(b).max(floor.clone());
    let near = [
        most(halved(&steps.fine), Rational::default()),
        most(halved(&steps.coarse), share(&widths.approximate_typical)),
        most(steps.coarse.clone(), share(&widths.approximate_support)),
    ];
    let zero = Rational::default();
    let bare = if floor.signum() > 0 {
        [floor.clone(), floor.clone(), floor.clone()]
    } else if number.has_magnitude {
        [zero, halved(&number.step), halved(&number.step)]
    } else if let Some(base) = context.rounding.filter(|_| context.register == Register::Table) {
        let half = halved(&Rational::from(i64::from(base)));
        [zero, half.clone(), half]
    } else if context.register == Register::Prose && is_round(number, widths) {
        [zero, halved(&steps.fine), halved(&steps.coarse)]
    } else {
        [zero.clone(), zero.clone(), zero]
    };
    let possible = if at.signum() < 0 { Interval::all() } else { Interval::at_least(Rational::default()) };
    Spread {
        bare: bare.map(|half| held(around(&at, &half), &possible)),
        near: near.map(|half| held(around(&at, &half), &possible)),
        reach: [
            most(steps.fine.clone(), Rational::default()),
            most(steps.coarse.clone(), share(&widths.bound_typical)),
        ],
        back: most(steps.coarse, Rational::default()),
        over: halved(&steps.fine),
        possible,
        at,
    }
}

/// "Doubled", "five-fold", "three times": widths in per cent of the factor.
fn fold(factor: &Rational, widths: &HedgeWidths) -> Spread {
    let share = |percent: &Rational| factor.abs() * percent * Rational::pow10(-2);
    let (typical, support) = (share(&widths.fold_typical), share(&widths.fold_support));
    let possible = Interval::at_least(Rational::default());
    let near = [&typical, &support, &support].map(|half| held(around(factor, half), &possible));
    let bare = [&Rational::default(), &typical, &support].map(|half| held(around(factor, half), &possible));
    Spread {
        at: factor.clone(),
        bare,
        near,
        back: typical.clone(),
        over: typical.clone(),
        reach: [typical, support],
        possible,
    }
}

/// "1 in n", "a third", "half": between the shares of numbers a quarter and a half to either side of n.
pub(super) fn one_in(n: &Rational) -> Spread {
    let at = n.recip().unwrap_or_default();
    let possible = Interval::closed(Rational::default(), Rational::from(1).max(at.clone()));
    let within = |off: Rational| {
        let end = |n: Rational| n.recip().map_or(End::Unbounded, End::Open);
        let lower = end(n + &off);
        let upper = if n > &off { end(n - &off) } else { End::Unbounded };
        held(Interval::new(lower, upper).unwrap_or_else(|| Interval::point(at.clone())), &possible)
    };
    let (typical, support) = (within(quarter()), within(halved(&Rational::from(1))));
    proportion(at, typical, support, possible)
}

/// "Two-thirds", "9 out of 10": so many percentage points to either side.
pub(super) fn part(at: Rational, widths: &HedgeWidths) -> Spread {
    let possible = Interval::closed(Rational::default(), Rational::from(1).max(at.clone()));
    let points = |points: &Rational| held(around(&at, &(points * &Rational::pow10(-2))), &possible);
    let (typical, support) = (points(&widths.fraction_typical), points(&widths.fraction_support));
    proportion(at, typical, support, possible)
}

fn proportion(at: Rational, typical: Interval, support: Interval, possible: Interval) -> Spread {
    let above = |interval: &Interval| interval.hi().value().map_or_else(Rational::default, |hi| hi - &at);
    let reach = [above(&typical), above(&support)];
    Spread {
        bare: [Interval::point(at.clone()), typical.clone(), support.clone()],
        near: [typical, support.clone(), support],
        back: reach[0].clone(),
        over: reach[0].clone(),
        reach,
        possible,
        at,
    }
}

/// So far to either side, both ends included.
pub(super) fn around(at: &Rational, half: &Rational) -> Interval {
    Interval::closed(at - half, at + half)
}

/// What of an interval is possible.
pub(super) fn held(interval: Interval, possible: &Interval) -> Interval {
    interval.intersect(possible).unwrap_or(interval)
}

pub(super) fn halved(value: &Rational) -> Rational {
    value * Rational::new(1, 2).unwrap_or_default()
}

fn quarter() -> Rational {
    Rational::new(1, 4).unwrap_or_default()
}
