//! One figure on two sides: in what it differs.

use super::aspect::{Aspect, KeyPart, Reach, Revised};
use super::fields::{FieldChange, fields};
use crate::finding::Verdict;
use crate::model::{Figure, FigureRecord, QuantityKind};
use crate::quantity::{Amount, Content};
use crate::reconcile::{Record, Standing, agreement};

/// Fields of a record that have an aspect of their own.
const TOLD: [&str; 6] = ["id", "measure", "dimensions", "timing", "source", "reported"];

/// In what a figure differs, most telling first.
pub(super) fn compare(before: (&Figure, &Record), after: (&Figure, &Record)) -> Vec<Aspect> {
    let ((old, old_record), (new, new_record)) = (before, after);
    let mut aspects = Vec::new();
    if old.record() != new.record() {
        aspects.extend(value(old, new, (old_record.kind(old), new_record.kind(new))));
        // Why there is no value may be classified by hand, and then read off the words: the record says otherwise.
        let unsaid = |change: &FieldChange| change.root() != "missing" || aspects.is_empty();
        let details: Vec<Aspect> =
            details(old.record(), new.record()).filter(unsaid).map(Aspect::Detail).collect();
        key(old, new, &mut aspects);
        if old.id != new.id {
            aspects.push(Aspect::Renamed { before: old.id.clone(), after: new.id.clone() });
        }
        aspects.extend(details);
    }
    aspects.extend(standing(old_record.standings().standing(old), new_record.standings().standing(new)));
    aspects
}

/// Numbers of two kinds are compared as plain amounts, so that either side may come first.
fn common(old: QuantityKind, new: QuantityKind) -> QuantityKind {
    if old == new { old } else { QuantityKind::Amount }
}

/// In what the quantities of two figures differ, with the kinds that they are of.
pub(super) fn value(old: &Figure, new: &Figure, kinds: (QuantityKind, QuantityKind)) -> Vec<Aspect> {
    let mut aspects = Vec::new();
    match (old.reading().content(), new.reading().content()) {
        (Content::Value(before), Content::Value(after)) => {
            amounts(before, after, common(kinds.0, kinds.1), &mut aspects);
        }
        (Content::Value(_), Content::NoValue(reason)) => {
            aspects.push(Aspect::ValueWithheld { reason: reason.clone() });
        }
        (Content::NoValue(reason), Content::Value(_)) => {
            aspects.push(Aspect::ValueGiven { reason: reason.clone() });
        }
        (Content::NoValue(before), Content::NoValue(after)) if before != after => {
            aspects.push(Aspect::ReasonChanged { before: before.clone(), after: after.clone() });
        }
        (Content::NoValue(_), Content::NoValue(_)) => {}
    }
    if aspects.is_empty() && old.reported != new.reported {
        aspects.push(Aspect::Reworded);
    }
    aspects
}

fn amounts(before: &Amount, after: &Amount, kind: QuantityKind, aspects: &mut Vec<Aspect>) {
    if (before.nominal(), before.form()) != (after.nominal(), after.form()) {
        aspects.push(Aspect::Revised(revised(before, after, kind)));
    }
    if before.hedge() != after.hedge() {
        aspects.push(Aspect::HedgeChanged { before: before.hedge(), after: after.hedge() });
    }
}

fn revised(before: &Amount, after: &Amount, kind: QuantityKind) -> Revised {
    if before.form() != after.form() {
        return Revised { difference: None, relative: None, reach: Reach::Beyond };
    }
    let reach = match agreement(before, after, kind).verdict {
        Verdict::Consistent | Verdict::ConsistentAfterRounding => Reach::Rounding,
        Verdict::Marginal
        | Verdict::Inconsistent
        | Verdict::NotComparable
        | Verdict::NotEnoughKnown
        | Verdict::ExistenceConflict
        | Verdict::AvailabilityConflict
        | Verdict::Unconfirmed => Reach::Beyond,
    };
    let points = before.nominal_point().zip(after.nominal_point());
    let difference = points.map(|(before, after)| after - before);
    let relative = points.zip(difference.as_ref()).and_then(|((before, _), by)| by.checked_div(before));
    Revised { difference, relative, reach }
}

fn key(old: &Figure, new: &Figure, aspects: &mut Vec<Aspect>) {
    let parts: Vec<KeyPart> = [
        (old.key.measure != new.key.measure, KeyPart::Measure),
        (old.key.dimensions != new.key.dimensions, KeyPart::Dimensions),
        (old.key.timing != new.key.timing, KeyPart::Timing),
        (old.source != new.source, KeyPart::Source),
    ]
    .into_iter()
    .filter_map(|(differs, part)| differs.then_some(part))
    .collect();
    if !parts.is_empty() {
        aspects.push(Aspect::KeyChanged { parts });
    }
}

fn details(old: &FigureRecord, new: &FigureRecord) -> impl Iterator<Item = FieldChange> {
    fields(old, new).into_iter().filter(|change| !TOLD.contains(&change.root()))
}

/// Only a verification status moves. A figure that lost its value, or is worked out now, differs in that.
fn standing(before: Standing, after: Standing) -> Option<Aspect> {
    match (before, after) {
        (Standing::Verified(old), Standing::Verified(new)) if old != new => {
            Some(Aspect::StandingChanged { before, after })
        }
        _ => None,
    }
}
