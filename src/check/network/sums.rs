//! A single sum that does not come out: the whole, its parts, and by how much.

use crate::constraint::{StatementId, Variable};
use crate::model::Figure;
use crate::quantity::{Rational, print};
use crate::reconcile::{Record, Stated, Tie, Value};

/// A whole that is not what its parts come to.
pub(super) struct Gap<'a> {
    pub(super) tie: Tie,
    pub(super) whole: &'a Figure,
    pub(super) parts: Vec<&'a Figure>,
    /// The numbers of the parts, and their sum, where each is one number.
    numbers: Vec<Rational>,
    pub(super) sum: Rational,
    pub(super) stated: Rational,
    /// The difference over the larger of the two.
    pub(super) share: Rational,
    /// Every figure is a number without a hedge, so that they can be added up in a line.
    pub(super) plain: bool,
}

impl<'a> Gap<'a> {
    /// Where one tie is inferred and each figure is one number.
    pub(super) fn of(
        record: &Record,
        ties: &[(StatementId, &Stated)],
        figures: &[&'a Figure],
    ) -> Option<Self> {
        let [(_, Stated::Inferred(tie, variables))] = ties else { return None };
        let (whole, parts) = variables.split_first()?;
        let figure = |variable: &Variable| {
            let is =
                |figure: &&&Figure| record.network().variable(record.dataset(), figure) == Some(*variable);
            figures.iter().find(is).copied()
        };
        let whole = figure(whole)?;
        // A part that nobody reports is no part of the conflict: it is at least nothing.
        let parts: Vec<&Figure> = parts.iter().filter_map(figure).collect();
        let numbers: Vec<Rational> = parts.iter().map(|part| number(record, part)).collect::<Option<_>>()?;
        let sum = numbers.iter().fold(Rational::from(0), |sum, number| &sum + number);
        let stated = number(record, whole)?;
        let larger = if sum.abs() > stated.abs() { sum.abs() } else { stated.abs() };
        let share = (&sum - &stated).abs().checked_div(&larger).unwrap_or_default();
        let plain = std::iter::once(&whole).chain(&parts).all(|figure| !is_hedged(figure));
        Some(Self { tie: *tie, whole, parts, numbers, sum, stated, share, plain })
    }

    /// `68 + 70 + 68 + 71 = 277`; many parts by their number only, and nothing to add up for one.
    pub(super) fn line(&self) -> Option<String> {
        let sum = print::number(&self.sum);
        let numbers: Vec<String> = self.numbers.iter().map(print::number).collect();
        match numbers.len() {
            0 | 1 => None,
            2..=12 => Some(format!("{} = {sum}", numbers.join(" + "))),
            more => Some(format!("{more} figures come to {sum}")),
        }
    }

    /// `7 more than 270, 2.6% of it`.
    pub(super) fn difference(&self) -> String {
        let off = &self.sum - &self.stated;
        let more = if off.signum() < 0 { "less" } else { "more" };
        let stated = print::number(&self.stated);
        let words = format!("{} {more} than {stated}", print::number(&off.abs()));
        let share = (&off.abs() * &Rational::from(100)).checked_div(&self.stated.abs());
        match share {
            Some(share) => format!("{words} ({}% of it)", share.to_decimal(1)),
            None => words,
        }
    }
}

fn number(record: &Record, figure: &Figure) -> Option<Rational> {
    let amount = figure.reading().amount()?;
    Value::new(amount, record.kind(figure)).nominal.map(std::borrow::Cow::into_owned)
}

fn is_hedged(figure: &Figure) -> bool {
    figure.reading().amount().is_some_and(|amount| amount.hedge().is_hedged())
}
