//! One disagreement with the figures behind it: the minimal set that is told, and what remains unaccounted for.

use super::sums::Gap;
use crate::constraint::StatementId;
use crate::model::{Figure, FigureId, MeasureId};
use crate::quantity::Rational;
use crate::reconcile::{Disagreement, Record, Stated};
use std::collections::BTreeSet;

/// A disagreement as it is told.
pub(super) struct Case<'a> {
    pub(super) disagreement: &'a Disagreement,
    pub(super) measure: &'a MeasureId,
    /// The ties of the set that is told.
    pub(super) ties: Vec<(StatementId, &'a Stated)>,
    /// The figures of that set.
    pub(super) figures: Vec<&'a Figure>,
    /// By how much a single sum is out.
    pub(super) gap: Option<Gap<'a>>,
    /// How much of the larger number is unaccounted for, as a share of it.
    pub(super) residual: Rational,
}

impl<'a> Case<'a> {
    pub(super) fn of(record: &'a Record, disagreement: &'a Disagreement) -> Option<Self> {
        let set = told_set(record, disagreement)?;
        let network = record.network();
        let stated = || set.iter().filter_map(|id| Some((*id, network.stated(*id)?)));
        let ties: Vec<_> = stated().filter(|(_, stated)| stated.is_tie()).collect();
        let mut figures: Vec<&Figure> = figures_of(record, set).collect();
        let gap = Gap::of(record, &ties, &figures);
        if let Some(gap) = &gap {
            figures.sort_by_key(|figure| figure.id != gap.whole.id);
        }
        let residual = gap.as_ref().map(|gap| gap.share.clone()).unwrap_or_default();
        let measure = &figures.first()?.key.measure;
        Some(Self { disagreement, measure, ties, figures, gap, residual })
    }

    /// The figures, in no order.
    pub(super) fn ids(&self) -> BTreeSet<&'a FigureId> {
        self.figures.iter().map(|figure| &figure.id).collect()
    }

    /// None of its ties is asserted by a source.
    pub(super) fn is_inferred(&self) -> bool {
        self.ties.iter().all(|(_, stated)| matches!(stated, Stated::Inferred(..)))
    }
}

/// Of several sets with the same ties, the one that takes its figures from the fewest sources.
fn told_set<'a>(record: &Record, disagreement: &'a Disagreement) -> Option<&'a Vec<StatementId>> {
    let sources = |set: &Vec<StatementId>| {
        figures_of(record, set).map(|figure| &figure.source).collect::<BTreeSet<_>>().len()
    };
    disagreement.sets.iter().min_by_key(|set| sources(set))
}

/// The figures among some statements, in their order.
pub(super) fn figures_of<'a>(record: &'a Record, set: &[StatementId]) -> impl Iterator<Item = &'a Figure> {
    set.iter().filter_map(move |id| match record.network().stated(*id)? {
        Stated::Figure(place) => record.dataset().figures().get(*place),
        Stated::Relations(_) | Stated::Inferred(..) | Stated::Rounding => None,
    })
}
