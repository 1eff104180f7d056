//! A reading as JSON: what the words say, with all three cuts.

use super::decimal::{Decimal, Fraction};
use crate::quantity::{Amount, Content, Form, Interval, NoValue, Rational, Reading, RelationHint, Stance};
use serde::Serialize;
use std::borrow::Cow;

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
    nominal: Vec<Decimal<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_exact: Option<String>,
    core: IntervalJson<'a>,
    typical: IntervalJson<'a>,
    support: IntervalJson<'a>,
}

/// An interval, with null for an end that is not there. An end that no decimal gives exactly is also given as `n/d`.
#[derive(Serialize)]
struct IntervalJson<'a> {
    lo: Option<Decimal<'a>>,
    hi: Option<Decimal<'a>>,
    lo_closed: bool,
    hi_closed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    lo_exact: Option<Fraction<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hi_exact: Option<Fraction<'a>>,
}

impl<'a> ReadingJson<'a> {
    pub(super) fn of(reading: &'a Reading) -> Self {
        Self {
            content: ContentJson::of(reading.content()),
            stance: reading.stance().map(Stance::name),
            relation: reading.relation().map(RelationHint::name),
            unit: reading.unit(),
            period: reading.period(),
            alternatives: reading.alternatives().iter().map(Self::of).collect(),
        }
    }
}

impl<'a> ContentJson<'a> {
    fn of(content: &'a Content) -> Self {
        match content {
            Content::Value(amount) => Self::Value(Box::new(AmountJson::of(amount))),
            Content::NoValue(reason) => Self::NoValue { status: reason.name(), section: section(reason) },
        }
    }
}

impl<'a> AmountJson<'a> {
    fn of(amount: &'a Amount) -> Self {
        let value = value(amount);
        let decimal = value.as_deref().map(Decimal);
        Self {
            hedge: amount.hedge().name(),
            form: form(amount.form()),
            currency: currency(amount.form()),
            nominal: amount.nominal().iter().map(Decimal).collect(),
            value: decimal.map(|value| value.to_string()),
            value_exact: decimal.and_then(Decimal::fraction).map(|value| value.to_string()),
            core: IntervalJson::of(amount.cuts().core()),
            typical: IntervalJson::of(amount.cuts().typical()),
            support: IntervalJson::of(amount.cuts().support()),
        }
    }
}

impl<'a> IntervalJson<'a> {
    fn of(interval: &'a Interval) -> Self {
        let [lo, hi] = [interval.lo(), interval.hi()].map(|end| end.value().map(Decimal));
        Self {
            lo,
            hi,
            lo_closed: interval.lo().is_closed(),
            hi_closed: interval.hi().is_closed(),
            lo_exact: lo.and_then(Decimal::fraction),
            hi_exact: hi.and_then(Decimal::fraction),
        }
    }
}

/// The number in the words: new over old for a change, none for a range.
pub(super) fn value(amount: &Amount) -> Option<Cow<'_, Rational>> {
    match amount.form() {
        Form::Change => amount.change_ratio().map(Cow::Owned),
        Form::Number
        | Form::Percent
        | Form::PercentagePoints
        | Form::Proportion
        | Form::Difference
        | Form::Money(_) => amount.nominal_point().map(Cow::Borrowed),
    }
}

/// The stable name of a kind of number.
pub(super) fn form(form: &Form) -> &'static str {
    match form {
        Form::Number => "number",
        Form::Percent => "percent",
        Form::PercentagePoints => "percentage_points",
        Form::Proportion => "proportion",
        Form::Change => "change",
        Form::Difference => "difference",
        Form::Money(_) => "money",
    }
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
