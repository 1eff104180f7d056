//! A relation between numbered variables.

use super::domains::Local;
use super::{Sense, Statement, Variable};
use crate::quantity::Rational;

/// A relation of a part. Rows have an order of their own, which is that of what they say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Row {
    /// A weighted sum compared with a constant. Each variable stands in it once, in order, and no weight is zero.
    Linear { terms: Vec<(Local, Rational)>, sense: Sense, constant: Rational },
    /// The product, its two factors, and how far the product may lie from the exact one.
    Product { product: Local, left: Local, right: Local, slack: Rational },
    /// The part, the whole, and the percentage with its printed decimals.
    Percentage { part: Local, whole: Local, percent: Local, decimals: Option<u32> },
}

impl Row {
    /// The row of a relation; none of a claim.
    pub(super) fn new(statement: &Statement, local: impl Fn(Variable) -> Local) -> Option<Self> {
        Some(match statement {
            Statement::Claim { .. } => return None,
            Statement::Linear { terms, sense, constant } => {
                let terms = terms.iter().map(|(variable, weight)| (local(*variable), weight.clone()));
                Self::Linear { terms: gathered(terms.collect()), sense: *sense, constant: constant.clone() }
            }
            Statement::Product { product, left, right, slack } => {
                let (a, b) = (local(*left), local(*right));
                let product = local(*product);
                Self::Product { product, left: a.min(b), right: a.max(b), slack: slack.abs() }
            }
            Statement::Percentage { part, whole, percent, decimals } => Self::Percentage {
                part: local(*part),
                whole: local(*whole),
                percent: local(*percent),
                decimals: *decimals,
            },
        })
    }

    /// Calls for each variable it speaks of.
    pub(super) fn each_variable(&self, mut call: impl FnMut(Local)) {
        match self {
            Self::Linear { terms, .. } => terms.iter().for_each(|(local, _)| call(*local)),
            Self::Product { product: a, left: b, right: c, .. }
            | Self::Percentage { part: a, whole: b, percent: c, .. } => {
                [*a, *b, *c].into_iter().for_each(call);
            }
        }
    }
}

/// The terms in order, those of one variable added up.
pub(super) fn gathered(mut terms: Vec<(Local, Rational)>) -> Vec<(Local, Rational)> {
    terms.sort_by_key(|(local, _)| *local);
    terms.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 = &kept.1 + &next.1;
        }
        same
    });
    terms.retain(|(_, weight)| weight.signum() != 0);
    terms
}
