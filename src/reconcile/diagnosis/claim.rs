//! A figure as one account has it, held against what it would have to be.

use crate::finding::Verdict;
use crate::model::{Figure, QuantityKind};
use crate::quantity::{Cuts, Form, Hedge, Interval, Rational};
use crate::reconcile::{Value, between};

/// One item of a conflict: its value, and the value at which the conflict would be gone.
pub(super) struct Claim<'a> {
    pub(super) figure: &'a Figure,
    pub(super) value: Value<'a>,
    pub(super) needed: Cuts,
    /// The needed value with hedges left aside.
    pub(super) needed_number: Option<Rational>,
    pub(super) kind: QuantityKind,
    /// The words of the other account, where the needed value is not worked out.
    pub(super) other: Option<&'a str>,
}

impl Claim<'_> {
    pub(super) fn number(&self) -> Option<&Rational> {
        self.value.nominal.as_deref()
    }

    /// Its number and the number it would have to be.
    pub(super) fn numbers(&self) -> Option<(&Rational, &Rational)> {
        self.number().zip(self.needed_number.as_ref())
    }

    pub(super) fn form(&self) -> Option<&Form> {
        self.figure.reading().amount().map(|amount| amount.form())
    }

    pub(super) fn hedge(&self) -> Option<Hedge> {
        self.figure.reading().amount().map(|amount| amount.hedge())
    }

    /// How it would agree if it said something else. None where the conflict would stay, or be a loose reading.
    pub(super) fn fits(&self, cuts: &Cuts) -> Option<Verdict> {
        let verdict = between(cuts, &self.needed, self.kind);
        (verdict <= Verdict::ConsistentAfterRounding).then_some(verdict)
    }

    /// Its cuts around another number.
    pub(super) fn moved_to(&self, number: &Rational) -> Option<Cuts> {
        let by = Interval::point(number - self.number()?);
        self.value.cuts.map(|cut| Some(cut.add(&by)))
    }
}
