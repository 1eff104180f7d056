//! Rounding that is not stated, inferred from a column: figures that are all multiples of a round number.
//!
//! One figure that ends in a nought says nothing; twenty-four of them do. Where the figures of one measure from one
//! source are all multiples of a base that chance would hardly give, they are compared as rounded to it.

use super::Value;
use super::agreement::readings;
use crate::model::{Dataset, Figure, Measure, MeasureId, QuantityKind, SourceId};
use crate::quantity::{Amount, Form, Hedge, Rational, Register};
use std::collections::{BTreeMap, BTreeSet};

/// The bases that are looked for, the coarsest first.
const BASES: [u32; 5] = [1_000, 100, 50, 10, 5];

/// Fewer figures than this say nothing of a column.
const LEAST_FIGURES: usize = 6;

/// Multiples that chance gives more often than once in so many columns say nothing either.
const CHANCE: u32 = 1_000;

/// A base to which the figures of one measure from one source appear to be rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounding {
    base: u32,
    figures: usize,
}

impl Rounding {
    /// The base.
    #[must_use]
    pub fn base(self) -> u32 {
        self.base
    }

    /// How many figures other than nought are multiples of it.
    #[must_use]
    pub fn figures(self) -> usize {
        self.figures
    }

    /// None for a column in which too few figures, or too few different ones, have a base in common.
    fn of(values: &[&Rational]) -> Option<Self> {
        if values.len() < LEAST_FIGURES {
            return None;
        }
        let base = BASES.into_iter().find(|base| {
            let base = Rational::from(i64::from(*base));
            values.iter().all(|value| value.checked_div(&base).is_some_and(|times| times.is_integer()))
        })?;
        // A figure that is repeated is no further evidence.
        let different = values.iter().collect::<BTreeSet<_>>().len();
        let chance = (0..different).try_fold(1_u32, |odds, _| (odds <= CHANCE).then(|| odds * base));
        chance.is_none_or(|odds| odds > CHANCE).then_some(Self { base, figures: values.len() })
    }
}

/// The rounding inferred for every measure and source of a dataset.
#[derive(Debug, Clone, Default)]
pub struct Roundings {
    inferred: BTreeMap<MeasureId, BTreeMap<SourceId, Rounding>>,
}

impl Roundings {
    /// Looks through the counts of a dataset. A measure that declares its rounding needs none inferred.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let counts = dataset.measures().filter(|measure| measure.quantity == QuantityKind::Count);
        let inferred = counts
            .filter(|measure| measure.rounding.is_none())
            .map(|measure| (measure.id.clone(), of_measure(dataset, measure)))
            .filter(|(_, sources)| !sources.is_empty())
            .collect();
        Self { inferred }
    }

    /// Every rounding that was inferred, by measure and source.
    pub fn iter(&self) -> impl Iterator<Item = (&MeasureId, &SourceId, Rounding)> {
        self.inferred
            .iter()
            .flat_map(|(measure, sources)| sources.iter().map(move |(source, of)| (measure, source, *of)))
    }

    /// The rounding inferred for a figure: that of its column, where it is a bare whole number itself.
    #[must_use]
    pub fn of_figure(&self, figure: &Figure) -> Option<Rounding> {
        let of_column = self.inferred.get(&figure.key.measure)?.get(&figure.source)?;
        printed(figure).is_some().then_some(*of_column)
    }

    /// What each reading of a figure says on the scale of its measure, the likeliest first.
    ///
    /// This is where every comparison takes its values from.
    pub fn values<'a>(&self, figure: &'a Figure, kind: QuantityKind) -> impl Iterator<Item = Value<'a>> {
        let rounding = self.of_figure(figure);
        readings(figure).map(move |amount| {
            let value = Value::new(amount, kind);
            match rounding {
                Some(Rounding { base, .. }) => value.rounded_to(base),
                None => value,
            }
        })
    }
}

fn of_measure(dataset: &Dataset, measure: &Measure) -> BTreeMap<SourceId, Rounding> {
    let mut columns: BTreeMap<&SourceId, Vec<&Rational>> = BTreeMap::new();
    for figure in dataset.figures_of(&measure.id) {
        if let Some(value) = printed(figure).filter(|value| value.signum() != 0) {
            columns.entry(&figure.source).or_default().push(value);
        }
    }
    columns
        .into_iter()
        .filter(|(source, _)| prints_tables(dataset, source))
        .filter_map(|(source, values)| Some((source.clone(), Rounding::of(&values)?)))
        .collect()
}

fn prints_tables(dataset: &Dataset, source: &SourceId) -> bool {
    dataset.source(source).is_some_and(|source| source.kind.register() == Register::Table)
}

/// The number of a figure that is given without a hedge, and read as printed.
fn printed(figure: &Figure) -> Option<&Rational> {
    let only = |amount: &&Amount| {
        figure.reading().alternatives().is_empty()
            && amount.hedge() == Hedge::Bare
            && *amount.form() == Form::Number
    };
    let amount = figure.reading().amount().filter(only)?;
    amount.cuts().support().as_point().filter(|_| figure.basis.states_a_fact())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(values: &[i64]) -> Option<u32> {
        let values: Vec<Rational> = values.iter().map(|value| Rational::from(*value)).collect();
        Rounding::of(&values.iter().collect::<Vec<_>>()).map(Rounding::base)
    }

    #[test]
    fn the_largest_base_of_the_ladder_is_inferred() {
        assert_eq!(base(&[1_230, 410, 880, 760, 1_020, 90]), Some(10));
        assert_eq!(base(&[1_235, 410, 885, 760, 1_020, 90]), Some(5));
        assert_eq!(base(&[1_250, 400, 850, 700, 1_000, 50]), Some(50));
        assert_eq!(base(&[12_000, 4_000, 8_000, 7_000, 10_000, 1_000]), Some(1_000));
    }

    #[test]
    fn a_single_odd_figure_or_a_short_column_leaves_nothing_to_infer() {
        assert_eq!(base(&[1_230, 410, 880, 760, 1_020, 91]), None);
        assert_eq!(base(&[1_230, 410, 880, 760, 1_020]), None);
        assert_eq!(base(&[12, 14, 16, 18, 20, 22]), None);
    }

    #[test]
    fn figures_that_repeat_one_another_are_no_evidence() {
        assert_eq!(base(&[40, 40, 40, 40, 40, 40, 40]), None);
        assert_eq!(base(&[40, 50, 60, 40, 50, 60, 40]), None);
        assert_eq!(base(&[40, 50, 60, 70, 50, 60, 40]), Some(10));
    }
}
