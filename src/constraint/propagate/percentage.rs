//! Percentages: a part, a whole and the share, and for counts only those that whole numbers give.

use super::product::quotient;
use super::{Narrowing, Shares};
use crate::constraint::domains::{Emptied, Local};
use crate::quantity::{Interval, Rational};

impl Narrowing<'_> {
    pub(super) fn percentage(
        &mut self,
        part: Local,
        whole: Local,
        percent: Local,
        decimals: Option<u32>,
    ) -> Result<(), Emptied> {
        let shares = Shares::printed_with(decimals);
        let hundred = Rational::from(100);
        let one_in = Rational::new(1, 100).unwrap_or_default();
        let share = shares.behind(&self.domains[percent]);
        let part_of_it = self.domains[whole].mul(&share).scale(&one_in);
        self.narrow(part, &part_of_it)?;
        let hundredfold = self.domains[part].scale(&hundred);
        if let Some(room) = quotient(&hundredfold, &share) {
            self.narrow(whole, &room)?;
        }
        if let Some(share) = quotient(&hundredfold, &self.domains[whole]) {
            self.narrow(percent, &shares.given_as(&share))?;
        }
        self.counted(part, whole, &share)
    }

    /// Where both are counts and the whole is not large, each end of both must be part of some pair that fits.
    fn counted(&mut self, part: Local, whole: Local, share: &Interval) -> Result<(), Emptied> {
        let (parts, wholes) = (&self.domains[part], &self.domains[whole]);
        let largest = Rational::from(i64::from(self.counted));
        let is_small = |values: &Interval| {
            [values.lo(), values.hi()]
                .iter()
                .all(|end| end.value().is_some_and(|value| value.abs() <= largest))
        };
        if !self.domains.is_whole(part)
            || !self.domains.is_whole(whole)
            || !is_small(wholes)
            || !is_small(parts)
        {
            return Ok(());
        }
        let one_in = Rational::new(1, 100).unwrap_or_default();
        let parts_of = |n: &Rational| share.scale(&(n * &one_in)).to_integers()?.intersect(parts);
        let fitting = ends(wholes, |n| parts_of(n).is_some()).ok_or(Emptied)?;
        let hundred = Rational::from(100);
        let wholes_of = |k: &Rational| match quotient(&Interval::point(k * &hundred), share) {
            Some(wholes) => wholes.to_integers()?.intersect(&fitting),
            None => Some(fitting.clone()),
        };
        let fitting_parts = ends(parts, |k| wholes_of(k).is_some()).ok_or(Emptied)?;
        self.narrow(whole, &fitting)?;
        self.narrow(part, &fitting_parts)
    }
}

/// From the first to the last integer of an interval that fits.
fn ends(values: &Interval, fits: impl Fn(&Rational) -> bool) -> Option<Interval> {
    let (lo, hi) = (values.lo().value()?, values.hi().value()?);
    let one = Rational::from(1);
    let mut first = lo.clone();
    while !fits(&first) {
        first = first + &one;
        if &first > hi {
            return None;
        }
    }
    let mut last = hi.clone();
    while last > first && !fits(&last) {
        last = last - &one;
    }
    Some(Interval::closed(first, last))
}
