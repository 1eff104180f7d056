//! The way from one figure to another, step by step. A step is taken only where figures on record give its amount, and
//! only while it brings the two nearer.

use super::diagnosis::{made_up_by, revisions, trend};
use super::{Record, Value};
use crate::finding::{Bridge, Reason, Step};
use crate::model::{Figure, QuantityKind};
use crate::period::TimingMatch;
use crate::quantity::{Rational, print};

/// The bridge from one figure to another; none where either is not one number.
#[must_use]
pub fn bridge(record: &Record, from: &Figure, to: &Figure) -> Option<Bridge> {
    let (a, b) = (record.value(from)?, record.value(to)?);
    let (x, y) = (a.nominal.as_deref()?.clone(), b.nominal.as_deref()?.clone());
    let mut walk = Walk { left: &y - &x, steps: Vec::new() };
    for (amount, words) in revised(record, from, to) {
        walk.take(Reason::Revision, &amount, words);
    }
    if let Some(trend) = trend(record, from, to) {
        walk.take(Reason::Timing, &in_units(&trend.change, record.kind(from)), trend.words);
    }
    walk.take_scope(record, from, to);
    let (then, now) = (record.lineage().timing(from), record.lineage().timing(to));
    // What lies between two dates is not laid at the door of how the numbers were rounded.
    if then.compare(now) != TimingMatch::Different {
        walk.take_rounding(&a, &b);
    }
    Some(Bridge::new(x, y, walk.steps))
}

/// A point on a straight line between two counts is given to the nearest unit.
fn in_units(amount: &Rational, kind: QuantityKind) -> Rational {
    let nearest = (kind == QuantityKind::Count).then(|| Rational::parse_decimal(&amount.to_decimal(0)));
    nearest.flatten().unwrap_or_else(|| amount.clone())
}

/// What each body's own later figure adds to the number quoted.
fn revised(record: &Record, from: &Figure, to: &Figure) -> Vec<(Rational, String)> {
    let of = |figure: &Figure, forwards: bool| {
        let own = record.value(figure)?.nominal?.into_owned();
        let revision = revisions(record, figure).next()?;
        let later = revision.value.nominal.as_deref()?.clone();
        let amount = if forwards { &later - &own } else { &own - &later };
        Some((amount, revision.words(record)))
    };
    [of(from, true), of(to, false)].into_iter().flatten().collect()
}

/// What has been accounted for on the way.
struct Walk {
    left: Rational,
    steps: Vec<Step>,
}

impl Walk {
    fn take(&mut self, reason: Reason, amount: &Rational, basis: String) {
        let after = &self.left - amount;
        if amount.signum() != 0 && after.abs() < self.left.abs() {
            self.left = after;
            self.steps.push(Step { reason, amount: amount.clone(), basis });
        }
    }

    /// A group that is reported by itself and makes up the difference.
    fn take_scope(&mut self, record: &Record, from: &Figure, to: &Figure) {
        let Some(between) = made_up_by(record, from, to) else { return };
        let Some(size) = record.value(between.figure).and_then(|value| value.nominal.map(|n| n.into_owned()))
        else {
            return;
        };
        let amount = if self.left.signum() < 0 { -&size } else { size };
        let source = record.dataset().source(&between.figure.source);
        let title = source.map_or(between.figure.source.as_str(), |source| &source.title);
        self.take(Reason::Scope, &amount, format!("“{}” ({title})", between.figure.reported));
    }

    /// As much as the words usually leave room for, and no more than is left.
    fn take_rounding(&mut self, a: &Value<'_>, b: &Value<'_>) {
        let upwards = self.left.signum() > 0;
        let (Some(first), Some(second)) = (reach(a, upwards), reach(b, !upwards)) else { return };
        let room = &first + &second;
        if room.signum() == 0 || self.left.signum() == 0 {
            return;
        }
        let size = if room < self.left.abs() { room.clone() } else { self.left.abs() };
        let amount = if upwards { size } else { -&size };
        let basis = format!("the words leave up to {} as they are usually meant", print::number(&room));
        self.take(Reason::Rounding, &amount, basis);
    }
}

/// How far the typical reading goes beyond the number, upwards or downwards; none where it has no end.
fn reach(value: &Value<'_>, upwards: bool) -> Option<Rational> {
    let typical = value.cuts.typical();
    let number = value.nominal.as_deref()?;
    let reach = if upwards { typical.hi().value()? - number } else { number - typical.lo().value()? };
    Some(if reach.signum() < 0 { Rational::default() } else { reach })
}
