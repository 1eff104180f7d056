//! Whether given numbers satisfy everything stated: the check of a witness, exact and apart from how it was found.

use super::domains::Local;
use super::net::Net;
use super::propagate::Shares;
use super::row::Row;
use super::{Sense, Wholeness};
use crate::quantity::{Alpha, Cuts, Interval, Rational};

/// Whether the numbers, one for each variable of the part, are a witness: they lie in the variables' own domains, in
/// one reading of every claim, and satisfy every relation.
pub(super) fn by(net: &Net<'_>, alpha: Alpha, values: &[Rational]) -> bool {
    let own = |(domain, value): (_, &Rational)| match domain {
        Some((within, Wholeness::Whole)) => value.is_integer() && Interval::contains(within, value),
        Some((within, Wholeness::Divisible)) => within.contains(value),
        None => false,
    };
    let claimed = |(local, readings): &(Local, &[Cuts])| {
        values
            .get(local.index())
            .is_some_and(|value| readings.iter().any(|cuts| cuts.at(alpha).contains(value)))
    };
    values.len() == net.own_domains().len()
        && net.own_domains().zip(values).all(own)
        && net.claims().iter().all(claimed)
        && net.rows().iter().all(|row| check(row, values).unwrap_or(false))
}

fn check(row: &Row, values: &[Rational]) -> Option<bool> {
    let value = |local: &Local| values.get(local.index());
    Some(match row {
        Row::Linear { terms, sense, constant } => {
            let mut sum = Rational::default();
            for (local, weight) in terms {
                sum = sum + value(local)? * weight;
            }
            match sense {
                Sense::Equal => sum == *constant,
                Sense::AtMost => sum <= *constant,
            }
        }
        Row::Product { product, left, right, slack } => {
            (value(left)? * value(right)? - value(product)?).abs() <= *slack
        }
        Row::Percentage { part, whole, percent, decimals } => {
            let hundredfold = value(part)? * Rational::from(100);
            match hundredfold.checked_div(value(whole)?) {
                Some(share) => Shares::printed_with(*decimals).fits(&share, value(percent)?),
                None => hundredfold.signum() == 0,
            }
        }
    })
}
