//! Ids for figures that nothing else tells apart.

use crate::finding::Fingerprint;
use crate::import::DraftFigure;
use crate::model::{FigureId, MeasureId, SourceId};
use std::collections::BTreeMap;

/// Gives the figures of one source and measure ids that tell them apart, where there are several.
pub(in crate::import) fn identify(figures: &mut [DraftFigure]) {
    let mut count: BTreeMap<(MeasureId, SourceId), usize> = BTreeMap::new();
    let key = |figure: &DraftFigure| figure.measure.clone().map(|measure| (measure, figure.source.clone()));
    for key in figures.iter().filter_map(key) {
        *count.entry(key).or_default() += 1;
    }
    let mut numbers: BTreeMap<(MeasureId, SourceId), usize> = BTreeMap::new();
    for figure in figures.iter_mut() {
        let Some(key) = key(figure).filter(|key| count.get(key).is_some_and(|count| *count > 1)) else {
            continue;
        };
        let number = numbers.entry(key.clone()).or_default();
        *number += 1;
        let whole = format!("{}-{}-{number}", key.0, key.1);
        let short = || {
            let start = whole.get(..56).unwrap_or(&whole).trim_end_matches('-');
            FigureId::new(&format!("{start}-{}", Fingerprint::of([whole.as_str()])))
        };
        figure.id = FigureId::new(&whole).or_else(|_| short()).ok();
    }
}
