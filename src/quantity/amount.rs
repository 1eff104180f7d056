//! An amount: a number with its hedge, its form and its cuts.

use super::{Cuts, Hedge, Rational};
use serde::{Deserialize, Serialize};

/// What kind of number the words give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A plain number.
    Number,
    /// Per cent.
    Percent,
    /// Percentage points.
    PercentagePoints,
    /// A proportion of one: "1 in 5", "two-thirds".
    Proportion,
    /// A change, read as new over old: "up 23%", "doubled", "100-fold".
    Change,
    /// Money, with its currency code.
    Money(String),
}

/// The steps on which a numeral is read: what its roundness says of its precision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Granularity {
    /// The coarse step.
    pub coarse: Rational,
    /// The fine step.
    pub fine: Rational,
}

/// A reported amount. What it means lies in the cuts; the nominal value is the number as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    pub(super) hedge: Hedge,
    pub(super) nominal: Vec<Rational>,
    pub(super) form: Form,
    pub(super) granularity: Granularity,
    pub(super) cuts: Cuts,
}

impl Amount {
    /// How it is hedged.
    #[must_use]
    pub fn hedge(&self) -> Hedge {
        self.hedge
    }

    /// The numbers as written: one, or the two ends of a range.
    #[must_use]
    pub fn nominal(&self) -> &[Rational] {
        &self.nominal
    }

    /// The number as written, where there is one and not a range.
    #[must_use]
    pub fn nominal_point(&self) -> Option<&Rational> {
        match self.nominal.as_slice() {
            [value] => Some(value),
            _ => None,
        }
    }

    /// The kind of number.
    #[must_use]
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// What its roundness says of its precision.
    #[must_use]
    pub fn granularity(&self) -> &Granularity {
        &self.granularity
    }

    /// What the words allow.
    #[must_use]
    pub fn cuts(&self) -> &Cuts {
        &self.cuts
    }

    /// New over old for the number as written, where the words give a change: 1.23 for "up 23%".
    #[must_use]
    pub fn change_ratio(&self) -> Option<Rational> {
        if self.form != Form::Change {
            return None;
        }
        let core = self.cuts.core();
        core.as_point().cloned().or_else(|| {
            let sum = core.lo().value()? + core.hi().value()?;
            sum.checked_div(&Rational::from(2))
        })
    }
}
