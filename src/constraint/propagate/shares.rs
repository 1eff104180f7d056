//! The shares that a printed percentage may stand for, and the percentages a share may be printed as.

use crate::quantity::{End, Interval, Rational};

/// The decimals beyond which a printed percentage is taken for exact.
const MOST_DECIMALS: u32 = 12;

/// How a percentage was rounded: to so many decimals, halves up or to even, or not at all.
#[derive(Debug, Clone)]
pub(in crate::constraint) struct Shares {
    /// One unit of the last decimal, where it was rounded.
    unit: Option<Rational>,
}

impl Shares {
    pub(in crate::constraint) fn printed_with(decimals: Option<u32>) -> Self {
        let decimals = decimals.filter(|decimals| *decimals <= MOST_DECIMALS);
        let places = decimals.and_then(|decimals| i32::try_from(decimals).ok());
        Self { unit: places.map(|places| Rational::pow10(-places)) }
    }

    /// Every share in per cent that a percentage among these may stand for: the share itself, or one that rounds to it.
    pub(in crate::constraint) fn behind(&self, percent: &Interval) -> Interval {
        let Some(unit) = &self.unit else { return percent.clone() };
        let steps = percent.scale(&unit.recip().unwrap_or_default());
        let Some(printed) = steps.to_integers() else { return percent.clone() };
        let lo = self.rounds_to(printed.lo(), &-half());
        let hi = self.rounds_to(printed.hi(), &half());
        Interval::new(lo, hi).map_or_else(|| percent.clone(), |shares| shares.hull(percent))
    }

    /// The farthest share that rounds to a printed one, counted in units. Of the two halves beside an even number
    /// both round to it, half to even; of those beside an odd one the lower does, or for losses the upper, half up.
    fn rounds_to(&self, printed: &End, away: &Rational) -> End {
        let (Some(step), Some(unit)) = (printed.value(), &self.unit) else { return End::Unbounded };
        let edge = (step + away) * unit;
        let towards_zero = step.signum() * away.signum() < 0;
        if is_even(step) || towards_zero { End::Closed(edge) } else { End::Open(edge) }
    }

    /// Every percentage that a share among these may be given as: the share itself, or what it rounds to.
    pub(in crate::constraint) fn given_as(&self, share: &Interval) -> Interval {
        let Some(unit) = &self.unit else { return share.clone() };
        let round = |end: &End, away: &Rational, down: bool| match end.value() {
            None => End::Unbounded,
            Some(value) => {
                let steps = value.checked_div(unit).unwrap_or_default() + away;
                End::Closed((if down { steps.ceil() } else { steps.floor() }) * unit)
            }
        };
        let rounded = Interval::new(round(share.lo(), &-half(), true), round(share.hi(), &half(), false));
        rounded.map_or_else(|| share.clone(), |rounded| rounded.hull(share))
    }

    /// How far a share may lie from its percentage.
    pub(in crate::constraint) fn rounding(&self) -> Rational {
        self.unit.as_ref().map_or_else(Rational::default, |unit| unit * half())
    }

    /// Whether a percentage may stand for a share.
    pub(in crate::constraint) fn fits(&self, share: &Rational, percent: &Rational) -> bool {
        self.behind(&Interval::point(percent.clone())).contains(share)
    }
}

fn half() -> Rational {
    Rational::new(1, 2).unwrap_or_default()
}

fn is_even(number: &Rational) -> bool {
    (number * half()).is_integer()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Rational {
        text.parse().unwrap()
    }

    fn span(lo: End, hi: End) -> Interval {
        Interval::new(lo, hi).unwrap()
    }

    #[test]
    fn a_printed_percentage_stands_for_the_shares_that_round_to_it() {
        let shares = Shares::printed_with(Some(1));
        let behind = |text| shares.behind(&Interval::point(number(text)));
        assert_eq!(behind("17.9"), span(End::Closed(number("17.85")), End::Open(number("17.95"))));
        assert_eq!(behind("17.8"), Interval::closed(number("17.75"), number("17.85")));
        assert_eq!(behind("0"), Interval::closed(number("-0.05"), number("0.05")));
        assert_eq!(behind("-0.3"), span(End::Open(number("-0.35")), End::Closed(number("-0.25"))));
    }

    #[test]
    fn an_interval_of_its_rounding_is_not_widened_a_second_time() {
        let shares = Shares::printed_with(Some(1));
        let typical = Interval::closed(number("17.85"), number("17.95"));
        assert_eq!(shares.behind(&typical), typical);
        assert_eq!(Shares::printed_with(None).behind(&typical), typical);
    }

    #[test]
    fn a_share_is_given_as_it_is_or_rounded() {
        let shares = Shares::printed_with(Some(0));
        let given = |a, b| shares.given_as(&Interval::closed(number(a), number(b)));
        assert_eq!(given("17.86", "17.86"), Interval::closed(number("17.86"), number("18")));
        assert_eq!(given("17.5", "18.5"), Interval::closed(number("17"), number("19")));
        assert_eq!(given("17.2", "17.2"), Interval::closed(number("17"), number("17.2")));
    }
}
