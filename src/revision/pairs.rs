//! Which figure of the older side is which of the newer: by identifier, then by what it is about and its source.

use super::join::join;
use crate::model::{Dataset, Figure, FigureId, FigureKey, MeasureId, SourceId};
use std::collections::BTreeSet;

/// A figure on two sides; at least one is there.
pub(super) type Pair<'a> = (Option<&'a Figure>, Option<&'a Figure>);

/// All figures of two datasets, paired, by measure and in the order of a dataset.
pub(super) fn pairs<'a>(before: &'a Dataset, after: &'a Dataset) -> Vec<Pair<'a>> {
    let measures: BTreeSet<&MeasureId> =
        before.figures().iter().chain(after.figures()).map(|figure| &figure.key.measure).collect();
    let (mut pairs, mut old, mut new) = (Vec::new(), Vec::new(), Vec::new());
    for measure in measures {
        let (left, right) = (before.figures_of(measure), after.figures_of(measure));
        // Most measures did not change, and a dataset is in order: then nothing has to be looked up.
        if left.len() == right.len() && left.iter().zip(right).all(|(a, b)| a.id == b.id) {
            pairs.extend(left.iter().zip(right).map(|(a, b)| (Some(a), Some(b))));
        } else {
            old.extend(left);
            new.extend(right);
        }
    }
    pairs.extend(matched(old, new));
    pairs.sort_by_key(|pair| order(pair));
    pairs
}

/// What a figure is listed by: what it is about now, or was about last.
fn order<'a>(pair: &Pair<'a>) -> Option<(&'a FigureKey, &'a SourceId, &'a FigureId)> {
    pair.1.or(pair.0).map(|figure| (&figure.key, &figure.source, &figure.id))
}

fn matched<'a>(old: Vec<&'a Figure>, new: Vec<&'a Figure>) -> Vec<Pair<'a>> {
    let by_id = join(old, new, |figure| &figure.id);
    let by_key = join(by_id.old, by_id.new, |figure| (&figure.key, &figure.source));
    let both = by_id.pairs.into_iter().chain(by_key.pairs).map(|(before, after)| (Some(before), Some(after)));
    let removed = by_key.old.into_iter().map(|figure| (Some(figure), None));
    let added = by_key.new.into_iter().map(|figure| (None, Some(figure)));
    both.chain(removed).chain(added).collect()
}
