//! An amount: a number with its hedge, its form and its cuts.

use super::{Cuts, Hedge, Rational};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// What kind of number the words give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A plain number.
    Number,
    /// Per cent.
    Percent,
    /// Percentage points. A fall is below zero in the cuts.
    PercentagePoints,
    /// A proportion of one: "1 in 5", "two-thirds".
    Proportion,
    /// A change, read as new over old: "up 23%", "doubled", "100-fold".
    Change,
    /// A change, read as new less old: "up 200". A fall is below zero in the cuts.
    Difference,
    /// Money, with its currency code.
    Money(SmolStr),
}

impl Form {
    /// The stable name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Percent => "percent",
            Self::PercentagePoints => "percentage_points",
            Self::Proportion => "proportion",
            Self::Change => "change",
            Self::Difference => "difference",
            Self::Money(_) => "money",
        }
    }
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
    hedge: Hedge,
    form: Form,
    nominal: Nominal,
    granularity: Option<Box<Granularity>>,
    ratio: Option<Box<Rational>>,
    cuts: Cuts,
}

/// The numbers as written. Nearly always there is one, which then needs no allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Nominal {
    None,
    One([Rational; 1]),
    Two(Box<[Rational; 2]>),
}

impl Amount {
    pub(super) fn new(hedge: Hedge, form: Form, nominal: &[Rational], cuts: Cuts) -> Self {
        let nominal = match nominal {
            [] => Nominal::None,
            [one] => Nominal::One([one.clone()]),
            [one, two, ..] => Nominal::Two(Box::new([one.clone(), two.clone()])),
        };
        Self { hedge, form, nominal, granularity: None, ratio: None, cuts }
    }

    /// A plain number, exact on every reading.
    #[must_use]
    pub fn exact(value: Rational) -> Self {
        Self::new(Hedge::Bare, Form::Number, std::slice::from_ref(&value), Cuts::point(value.clone()))
    }

    pub(super) fn with_granularity(mut self, granularity: Granularity) -> Self {
        self.granularity = Some(Box::new(granularity));
        self
    }

    /// The same amount read as a change.
    pub(super) fn into_change(mut self, form: Form, ratio: Option<Rational>, cuts: Cuts) -> Self {
        self.form = form;
        self.ratio = ratio.map(Box::new);
        self.cuts = cuts;
        self
    }

    /// How it is hedged.
    #[must_use]
    pub fn hedge(&self) -> Hedge {
        self.hedge
    }

    /// The numbers as written: one, the two ends of a range, or none for "hundreds".
    #[must_use]
    pub fn nominal(&self) -> &[Rational] {
        match &self.nominal {
            Nominal::None => &[],
            Nominal::One(one) => one,
            Nominal::Two(two) => two.as_slice(),
        }
    }

    /// The number as written, where there is one and not a range.
    #[must_use]
    pub fn nominal_point(&self) -> Option<&Rational> {
        match &self.nominal {
            Nominal::One([one]) => Some(one),
            Nominal::None | Nominal::Two(_) => None,
        }
    }

    /// The kind of number.
    #[must_use]
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// What its roundness says of its precision, where that has a part in how it is read.
    #[must_use]
    pub fn granularity(&self) -> Option<&Granularity> {
        self.granularity.as_deref()
    }

    /// What the words allow.
    #[must_use]
    pub fn cuts(&self) -> &Cuts {
        &self.cuts
    }

    /// New over old for the number as written, where the words give a change: 1.23 for "up 23%".
    #[must_use]
    pub fn change_ratio(&self) -> Option<Rational> {
        self.ratio.as_deref().cloned()
    }
}
