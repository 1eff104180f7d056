//! A reading as JSON: what the words say, with all three cuts.

use super::cuts::cuts;
use super::decimal::{Decimal, Fraction};
use crate::model::QuantityKind;
use crate::quantity::{Amount, Content, Form, Interval, NoValue, Rational, Reading, RelationHint, Stance};
use serde::Serialize;

/// How the words of a figure are read.
#[derive(Serialize)]
pub(super) struct ReadingJson<'a> {
    #[serde(flatten)]
    content: ContentJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stance: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relation: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternatives: Vec<ReadingJson<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ContentJson<'a> {
    Value(Box<AmountJson<'a>>),
    NoValue {
        status: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        section: Option<&'a str>,
    },
}

#[derive(Serialize)]
struct AmountJson<'a> {
    hedge: &'static str,
    form: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'a str>,
    nominal: Vec<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_exact: Option<Fraction>,
    core: IntervalJson,
    typical: IntervalJson,
    support: IntervalJson,
}

/// An interval, with null for an end that is not there. An end that no decimal gives exactly is also given as `n/d`.
#[derive(Serialize)]
struct IntervalJson {
    lo: Option<Decimal>,
    hi: Option<Decimal>,
    lo_closed: bool,
    hi_closed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    lo_exact: Option<Fraction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hi_exact: Option<Fraction>,
}

impl<'a> ReadingJson<'a> {
    pub(super) fn of(reading: &'a Reading, kind: QuantityKind) -> Self {
        Self {
            content: ContentJson::of(reading.content(), kind),
            stance: reading.stance().map(Stance::name),
            relation: reading.relation().map(RelationHint::name),
            unit: reading.unit(),
            period: reading.period(),
            alternatives: reading.alternatives().iter().map(|other| Self::of(other, kind)).collect(),
        }
    }
}

impl<'a> ContentJson<'a> {
    fn of(content: &'a Content, kind: QuantityKind) -> Self {
        match content {
            Content::Value(amount) => Self::Value(Box::new(AmountJson::of(amount, kind))),
            Content::NoValue(reason) => Self::NoValue { status: reason.name(), section: section(reason) },
        }
    }
}

impl<'a> AmountJson<'a> {
    fn of(amount: &'a Amount, kind: QuantityKind) -> Self {
        let value = value(amount).map(Decimal);
        let cuts = cuts(amount, kind);
        Self {
            hedge: amount.hedge().name(),
            form: amount.form().name(),
            currency: currency(amount.form()),
            nominal: amount.nominal().iter().cloned().map(Decimal).collect(),
            value_exact: value.as_ref().and_then(Decimal::fraction),
            value,
            core: IntervalJson::of(cuts.core()),
            typical: IntervalJson::of(cuts.typical()),
            support: IntervalJson::of(cuts.support()),
        }
    }
}

impl IntervalJson {
    fn of(interval: &Interval) -> Self {
        let [lo, hi] = [interval.lo(), interval.hi()].map(|end| end.value().cloned().map(Decimal));
        Self {
            lo_closed: interval.lo().is_closed(),
            hi_closed: interval.hi().is_closed(),
            lo_exact: lo.as_ref().and_then(Decimal::fraction),
            hi_exact: hi.as_ref().and_then(Decimal::fraction),
            lo,
            hi,
        }
    }
}

/// The number in the words: new over old or new less old for a change, none for a range.
pub(super) fn value(amount: &Amount) -> Option<Rational> {
    match amount.form() {
        Form::Change => amount.change_ratio(),
        Form::Difference | Form::PercentagePoints => {
            amount.nominal_point().map(|value| signed(value, amount))
        }
        Form::Number | Form::Percent | Form::Proportion | Form::Money(_) => amount.nominal_point().cloned(),
    }
}

/// A fall is said without a minus: "down 200".
fn signed(value: &Rational, amount: &Amount) -> Rational {
    let falls = amount.cuts().support().hi().value().is_some_and(|hi| hi.signum() < 0);
    if falls && value.signum() > 0 { -value } else { value.clone() }
}

/// The currency of a kind of number.
pub(super) fn currency(form: &Form) -> Option<&str> {
    match form {
        Form::Money(currency) => Some(currency),
        Form::Number
        | Form::Percent
        | Form::PercentagePoints
        | Form::Proportion
        | Form::Change
        | Form::Difference => None,
    }
}

fn section(reason: &NoValue) -> Option<&str> {
    match reason {
        NoValue::Exempt(section) => section.as_deref(),
        _ => None,
    }
}
