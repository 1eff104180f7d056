//! Adds rows up, exactly: what is left is a bound that nobody has to take on trust.
//!
//! From rows `a·x ≤ b`, multipliers `y ≥ 0` and an aim `g·x` follows `g·x ≤ y·b + (g − y·a)·x`, and the last term is at
//! most what it is at the ends of the variables. With no aim at all that reads `0 ≤ …`: below zero, it is Farkas'
//! proof that the rows contradict one another.

use super::model::LinearRow;
use crate::constraint::domains::{Domains, Local};
use crate::quantity::{End, Rational};
use std::collections::BTreeMap;

/// What an upper bound is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// Zero: a bound below it is a contradiction.
    Nothing,
    /// A variable.
    Most(Local),
    /// A variable times −1.
    Least(Local),
}

impl Aim {
    /// The variable and its sign.
    pub(super) fn term(self) -> Option<(Local, i64)> {
        match self {
            Self::Nothing => None,
            Self::Most(local) => Some((local, 1)),
            Self::Least(local) => Some((local, -1)),
        }
    }
}

/// An upper end for the aim. A multiplier below zero is dropped where its row is no equation.
pub(super) fn bound(aim: &Aim, rows: &[LinearRow], multipliers: &[Rational], domains: &Domains) -> End {
    let mut rest: BTreeMap<Local, Rational> =
        aim.term().map(|(local, sign)| (local, Rational::from(sign))).into_iter().collect();
    let mut total = Rational::default();
    for (row, multiplier) in rows.iter().zip(multipliers) {
        if multiplier.signum() == 0 || (multiplier.signum() < 0 && !row.equal) {
            continue;
        }
        total = total + multiplier * &row.constant;
        for (local, weight) in &row.terms {
            let left = rest.entry(*local).or_default();
            *left = &*left - multiplier * weight;
        }
    }
    at_ends(total, &rest, domains)
}

/// The most a weighted sum can be, on top of a constant.
fn at_ends(constant: Rational, weights: &BTreeMap<Local, Rational>, domains: &Domains) -> End {
    let (mut total, mut open) = (constant, false);
    for (local, weight) in weights.iter().filter(|(_, weight)| weight.signum() != 0) {
        let domain = &domains[*local];
        let end = if weight.signum() > 0 { domain.hi() } else { domain.lo() };
        let Some(value) = end.value() else { return End::Unbounded };
        total = total + weight * value;
        open |= !end.is_closed();
    }
    if open { End::Open(total) } else { End::Closed(total) }
}
