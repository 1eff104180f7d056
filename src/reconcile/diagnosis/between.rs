//! Figures on record of the very difference between two others.

use crate::finding::Verdict;
use crate::model::{Figure, Relation};
use crate::period::TimingMatch;
use crate::quantity::Rational;
use crate::reconcile::{Record, Value, between};

/// A figure of what one account counts and the other does not.
pub(in crate::reconcile) struct Between<'a> {
    pub(in crate::reconcile) figure: &'a Figure,
    /// The relation that sets it beside one of the two; none for a cell of the same breakdown.
    pub(in crate::reconcile) relation: Option<&'a Relation>,
    pub(in crate::reconcile) reached: Verdict,
}

/// Cells of a breakdown that are looked at.
const MOST_CELLS: usize = 1_000;

/// Numbers below this are equal by chance too often to mean anything.
pub(super) const LEAST_TELLING: i64 = 100;

/// The figure that makes up the difference: one that a source sets beside either of the two, or a cell.
pub(in crate::reconcile) fn made_up_by<'a>(
    record: &'a Record,
    a: &Figure,
    b: &Figure,
) -> Option<Between<'a>> {
    let found = related(record, a, b).chain(cells(record, a, b));
    found.min_by_key(|found| (found.reached, found.relation.is_none()))
}

fn related<'a>(record: &'a Record, a: &Figure, b: &Figure) -> impl Iterator<Item = Between<'a>> {
    let relations = [a, b].into_iter().flat_map(|figure| record.relations_of_groups(figure));
    let named = relations
        .flat_map(|relation| relation.asserted.figures().into_iter().map(move |id| (relation, id)))
        .filter_map(|(relation, id)| Some((Some(relation), record.figure(id)?)))
        .filter(|(_, figure)| !is_alike(figure, a) && !is_alike(figure, b));
    named
        .filter_map(|(relation, figure)| fitting(record, (a, b), figure, relation))
        .collect::<Vec<_>>()
        .into_iter()
}

fn is_alike(figure: &Figure, other: &Figure) -> bool {
    figure.id == other.id
        || (figure.key.measure == other.key.measure && figure.key.dimensions == other.key.dimensions)
}

fn cells<'a>(record: &'a Record, a: &Figure, b: &Figure) -> impl Iterator<Item = Between<'a>> {
    let least = Rational::from(LEAST_TELLING);
    let same_measure = record.dataset().figures_of(&a.key.measure).iter().take(MOST_CELLS);
    let others = same_measure.filter(|cell| !is_alike(cell, a) && !is_alike(cell, b));
    let telling = others.filter(|cell| {
        cell.reading()
            .amount()
            .and_then(|amount| amount.cuts().support().as_point())
            .is_some_and(|x| *x >= least)
    });
    let same_time = telling.filter(|cell| {
        record.lineage().timing(cell).compare(record.lineage().timing(a)) == TimingMatch::Same
    });
    same_time
        .filter_map(|cell| fitting(record, (a, b), cell, None))
        .filter(|found| found.reached == Verdict::Consistent)
        .collect::<Vec<_>>()
        .into_iter()
}

fn fitting<'a>(
    record: &'a Record,
    (a, b): (&Figure, &Figure),
    figure: &'a Figure,
    relation: Option<&'a Relation>,
) -> Option<Between<'a>> {
    let (x, y, value) = (record.value(a)?, record.value(b)?, record.value(figure)?);
    let with = |less: &Value<'_>, more: &Value<'_>| {
        let sum = less.cuts.zip(&value.cuts, |less, by| Some(less.add(by)))?;
        let reached = between(&sum, &more.cuts, record.kind(a));
        (reached <= Verdict::ConsistentAfterRounding).then_some(reached)
    };
    let reached = with(&x, &y).or_else(|| with(&y, &x))?;
    let apart = record.lineage().timing(figure).compare(record.lineage().timing(a)) != TimingMatch::Different;
    apart.then_some(Between { figure, relation, reached })
}
