//! One calculation done again, on the likeliest reading of its words that agrees, or else on the likeliest.

use super::agreement::distances;
use super::{Operands, Record, Value, between, implied, result_of};
use crate::finding::{Distances, Verdict};
use crate::model::{Asserted, Figure, QuantityKind, Relation};
use crate::quantity::{Cuts, Form, Rational};
use std::borrow::Cow;

/// Readings that are tried: enough for a few ambiguous phrases, and never a walk without end.
const MOST_READINGS: usize = 64;

/// A relation with what its operands give.
#[derive(Debug, Clone)]
pub struct Calculation<'a> {
    /// The relation as its words mean it.
    pub asserted: Cow<'a, Asserted>,
    /// The figure that is worked out.
    pub result: &'a Figure,
    /// The figures it is worked out from.
    pub figures: Vec<&'a Figure>,
    /// What kind of number the result is.
    pub kind: QuantityKind,
    /// What the source says it is.
    pub stated: Value<'a>,
    /// What the other figures are.
    pub values: Vec<Value<'a>>,
    /// What they give.
    pub computed: Cuts,
    /// Whether that is what is stated.
    pub verdict: Verdict,
}

impl<'a> Calculation<'a> {
    /// None where the relation gives no result, or one of its figures has no value.
    #[must_use]
    pub fn of(record: &'a Record, relation: &'a Relation) -> Option<Self> {
        let result = record.figure(result_of(&relation.asserted)?)?;
        let named = relation.asserted.figures().into_iter().filter(|id| **id != result.id);
        let figures: Vec<&Figure> = named.map(|id| record.figure(id)).collect::<Option<_>>()?;
        let asserted = as_said(record, &relation.asserted)?;
        let kind = record.kind(result);
        let mut best: Option<Self> = None;
        for choice in choices(record, result, &figures) {
            let (stated, values) = choice.split_first()?;
            let computed = computed(&asserted, kind, &figures, values)?;
            let verdict = between(&stated.cuts, &computed, kind);
            if best.as_ref().is_none_or(|best| verdict < best.verdict) {
                let (figures, values, stated) = (figures.clone(), values.to_vec(), stated.clone());
                let asserted = asserted.clone();
                best = Some(Self { asserted, result, figures, kind, stated, values, computed, verdict });
            }
        }
        best
    }

    /// How far what is stated is from what the other figures give; none where either is not one number.
    #[must_use]
    pub fn distances(&self) -> Option<Distances> {
        let computed =
            Value { cuts: Cow::Borrowed(&self.computed), nominal: Some(Cow::Owned(self.nominal()?)) };
        self.stated.nominal.as_ref()?;
        Some(distances(&self.stated, &computed))
    }

    /// What the numbers as written give, hedges left aside.
    #[must_use]
    pub fn nominal(&self) -> Option<Rational> {
        let points: Vec<Cuts> = self
            .values
            .iter()
            .map(|value| value.nominal.as_deref().cloned().map(Cuts::point))
            .collect::<Option<_>>()?;
        let operands = self.figures.iter().map(|figure| &figure.id).zip(&points).collect();
        implied(&self.asserted, &operands)?.core().as_point().cloned()
    }
}

/// The relation as its words mean it: points and differences are added, not multiplied. A bare share does not say
/// in which direction a figure changed.
fn as_said<'a>(record: &Record, asserted: &'a Asserted) -> Option<Cow<'a, Asserted>> {
    let Asserted::Change { new, old: Some(old), change } = asserted else {
        return Some(Cow::Borrowed(asserted));
    };
    match record.figure(change)?.reading().amount()?.form() {
        Form::PercentagePoints | Form::Difference => {
            let parts = vec![old.clone(), change.clone()];
            Some(Cow::Owned(Asserted::Sum { total: new.clone(), parts }))
        }
        Form::Percent | Form::Proportion => None,
        Form::Number | Form::Change | Form::Money(_) => Some(Cow::Borrowed(asserted)),
    }
}

/// The values of the result and the operands, once for each way to read them, the likeliest first.
fn choices<'a>(record: &Record, result: &'a Figure, figures: &[&'a Figure]) -> Vec<Vec<Value<'a>>> {
    let mut choices: Vec<Vec<Value<'a>>> = vec![Vec::new()];
    for figure in std::iter::once(&result).chain(figures) {
        let values: Vec<Value<'a>> = record.values(figure).collect();
        let room = choices.len().saturating_mul(values.len()) <= MOST_READINGS;
        let tried = if room { values.as_slice() } else { values.get(..1).unwrap_or_default() };
        let longer =
            |choice: &Vec<Value<'a>>, value: &Value<'a>| choice.iter().chain([value]).cloned().collect();
        choices = choices.iter().flat_map(|choice| tried.iter().map(move |x| longer(choice, x))).collect();
    }
    choices
}

fn computed(
    asserted: &Asserted,
    kind: QuantityKind,
    figures: &[&Figure],
    values: &[Value<'_>],
) -> Option<Cuts> {
    let operands: Operands<'_> =
        figures.iter().map(|figure| &figure.id).zip(values.iter().map(|value| &*value.cuts)).collect();
    let computed = implied(asserted, &operands)?;
    if kind == QuantityKind::Count && !is_exact_relation(asserted) {
        // Counts that were multiplied or divided were rounded to a whole number.
        let half = Rational::new(1, 2)?;
        let value = Value { cuts: Cow::Owned(computed), nominal: None };
        return Some(value.widened(&half).cuts.into_owned());
    }
    Some(computed)
}

/// Figures that are added and taken away come out exactly; those that are multiplied or divided are rounded.
pub(super) fn is_exact_relation(asserted: &Asserted) -> bool {
    matches!(asserted, Asserted::Sum { .. } | Asserted::Difference { .. } | Asserted::Complement { .. })
}
