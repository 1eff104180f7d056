//! One calculation done again, on the likeliest reading of its words that agrees, or else on the likeliest.

use super::super::words::{operand, typical_and_loosest};
use crate::finding::Verdict;
use crate::model::{Asserted, Figure, FigureId, QuantityKind, Relation};
use crate::quantity::{Cuts, Form, Rational, print};
use crate::reconcile::{Operands, Record, Value, between, expression, implied, result_of};
use std::borrow::Cow;

/// Readings that are tried: enough for a few ambiguous phrases, and never a walk without end.
const MOST_READINGS: usize = 64;

/// A relation with what its operands give.
pub(super) struct Calculation<'a> {
    pub(super) asserted: Cow<'a, Asserted>,
    pub(super) result: &'a Figure,
    pub(super) figures: Vec<&'a Figure>,
    pub(super) kind: QuantityKind,
    pub(super) stated: Value<'a>,
    pub(super) values: Vec<Value<'a>>,
    pub(super) computed: Cuts,
    pub(super) verdict: Verdict,
}

impl<'a> Calculation<'a> {
    /// None where the relation gives no result, or one of its figures has no value.
    pub(super) fn of(record: &'a Record, relation: &'a Relation) -> Option<Self> {
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

    /// What the numbers as written give, hedges left aside.
    pub(super) fn nominal(&self) -> Option<Rational> {
        let points: Vec<Cuts> = self
            .values
            .iter()
            .map(|value| value.nominal.as_deref().cloned().map(Cuts::point))
            .collect::<Option<_>>()?;
        let operands = self.figures.iter().map(|figure| &figure.id).zip(&points).collect();
        implied(&self.asserted, &operands)?.core().as_point().cloned()
    }

    /// The calculation with its numbers.
    pub(super) fn line(&self, record: &Record) -> Option<String> {
        let left = expression(&self.asserted, |id| self.operand(record, id))?;
        let right = match self.nominal() {
            Some(point) if point.is_integer() => print::number(&point),
            Some(point) => print::number_to(&point, 2),
            None => typical_and_loosest(&self.computed, self.kind),
        };
        Some(format!("{left} = {right}"))
    }

    fn operand(&self, record: &Record, id: &FigureId) -> String {
        let value = self.figures.iter().zip(&self.values).find(|(figure, _)| figure.id == *id);
        let number = value.and_then(|(_, value)| value.nominal.as_deref());
        operand(record, id, number)
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
    let exact =
        matches!(asserted, Asserted::Sum { .. } | Asserted::Difference { .. } | Asserted::Complement { .. });
    if kind == QuantityKind::Count && !exact {
        // Counts that were multiplied or divided were rounded to a whole number.
        let half = Rational::new(1, 2)?;
        let value = Value { cuts: Cow::Owned(computed), nominal: None };
        return Some(value.widened(&half).cuts.into_owned());
    }
    Some(computed)
}
