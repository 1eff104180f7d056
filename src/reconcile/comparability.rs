//! Whether two figures speak of the same thing, field by field, before any values are compared.

use super::Lineage;
use crate::model::{Figure, QuantityKind};
use crate::period::TimingMatch;
use crate::quantity::Form;

/// A field in which two figures differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// They are of different measures.
    Measure,
    /// They are of different parts of the breakdown.
    Dimensions,
    /// They are about different dates or periods.
    Timing,
    /// They count in different units.
    CountingUnit,
    /// The accounts say that different groups are included.
    Includes,
    /// One is a part of what there is, the other the whole.
    Extent,
    /// One is a measurement, the other a demand or a forecast.
    Basis,
    /// They are numbers on different scales, or money in different currencies.
    Form,
}

impl Difference {
    /// The field in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Dimensions => "breakdown",
            Self::Timing => "date or period",
            Self::CountingUnit => "counting unit",
            Self::Includes => "groups included",
            Self::Extent => "part or whole",
            Self::Basis => "basis",
            Self::Form => "kind of number",
        }
    }
}

/// The outcome of holding two keys against each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Fields that differ. Two figures are comparable only where there are none.
    pub differences: Vec<Difference>,
    /// What is assumed because one side does not say.
    pub assumptions: Vec<String>,
}

impl Comparison {
    /// The two speak of the same thing, as far as is known.
    #[must_use]
    pub fn is_comparable(&self) -> bool {
        self.differences.is_empty()
    }
}

/// Compares what two figures are about. A figure without a date has the date of the one it repeats.
#[must_use]
pub fn compare(a: &Figure, b: &Figure, lineage: &Lineage, kind: QuantityKind) -> Comparison {
    let mut comparison = Comparison::default();
    let mut differ = |differs: bool, field: Difference| {
        if differs {
            comparison.differences.push(field);
        }
    };
    differ(a.key.measure != b.key.measure, Difference::Measure);
    differ(a.key.dimensions != b.key.dimensions, Difference::Dimensions);
    differ(a.basis.states_a_fact() != b.basis.states_a_fact(), Difference::Basis);
    differ(both_differ(&a.wording().counted_as, &b.wording().counted_as), Difference::CountingUnit);
    differ(both_differ(&a.wording().extent, &b.wording().extent), Difference::Extent);
    let (left, right) = (&a.wording().includes, &b.wording().includes);
    differ(!left.is_empty() && !right.is_empty() && left != right, Difference::Includes);
    differ(unlike_forms(a, b, kind), Difference::Form);
    match lineage.timing(a).compare(lineage.timing(b)) {
        TimingMatch::Same => {}
        TimingMatch::Different => comparison.differences.push(Difference::Timing),
        TimingMatch::Overlapping => comparison.assumptions.push(format!(
            "that {} and {} mean the same time",
            lineage.timing(a).words(),
            lineage.timing(b).words()
        )),
        TimingMatch::Unknown => comparison.assumptions.push("the same date for both".to_owned()),
    }
    comparison
}

/// Numbers on different scales, or money in different currencies.
fn unlike_forms(a: &Figure, b: &Figure, kind: QuantityKind) -> bool {
    let forms = a.reading().amount().zip(b.reading().amount()).map(|(x, y)| (x.form(), y.form()));
    match forms {
        Some((Form::Money(one), Form::Money(other))) => one != other,
        Some((x, y)) => Scale::of(x, kind) != Scale::of(y, kind),
        None => false,
    }
}

/// Kinds of number that can be held against one another in a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// The measure's own unit.
    OfTheMeasure,
    /// A share of it.
    Relative,
    /// Percentage points.
    Points,
    /// The later number over the earlier.
    Change,
    /// The later number less the earlier.
    Difference,
}

impl Scale {
    /// The scale on which a kind of number is read in a measure of a kind.
    #[must_use]
    pub fn of(form: &Form, kind: QuantityKind) -> Self {
        use QuantityKind::{Change, Rate, Ratio, Share};
        match form {
            Form::Number | Form::Money(_) => Self::OfTheMeasure,
            Form::Percent | Form::Proportion if matches!(kind, Share | Ratio | Rate) => Self::OfTheMeasure,
            Form::Percent | Form::Proportion => Self::Relative,
            Form::Change if kind == Change => Self::OfTheMeasure,
            Form::Change => Self::Change,
            Form::PercentagePoints => Self::Points,
            Form::Difference => Self::Difference,
        }
    }
}

fn both_differ<T: PartialEq>(a: &Option<T>, b: &Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}
