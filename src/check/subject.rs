//! What a finding is about: its figures, sources, measure and places, taken from the figures compared.

use crate::finding::Finding;
use crate::model::{Figure, FigureId, Place, SourceId};
use std::collections::BTreeSet;

/// Sets what the finding is about. The first figure gives the measure and the first place.
pub(super) fn about<'a>(finding: &mut Finding, figures: impl IntoIterator<Item = &'a Figure>) {
    let mut known: BTreeSet<FigureId> = finding.figures.iter().cloned().collect();
    let mut sources: BTreeSet<SourceId> = finding.sources.iter().cloned().collect();
    let mut places: BTreeSet<Place> = finding.locations.iter().cloned().collect();
    for figure in figures {
        if finding.measure.is_none() {
            finding.measure = Some(figure.key.measure.clone());
        }
        if !known.insert(figure.id.clone()) {
            continue;
        }
        finding.figures.push(figure.id.clone());
        if sources.insert(figure.source.clone()) {
            finding.sources.push(figure.source.clone());
        }
        finding.locations.extend(figure.place().filter(|place| places.insert((*place).clone())).cloned());
    }
}

/// Adds a place, if it is known.
pub(super) fn at(finding: &mut Finding, place: Option<&Place>) {
    if let Some(place) = place.filter(|place| !finding.locations.contains(place)) {
        finding.locations.push(place.clone());
    }
}

/// Adds the source in which something was said, if it is not there yet.
pub(super) fn said_in(finding: &mut Finding, source: &SourceId) {
    if !finding.sources.contains(source) {
        finding.sources.push(source.clone());
    }
}

/// The identity of figures for a fingerprint: ids and the words reported.
pub(super) fn identity<'a>(figures: &[&'a Figure]) -> Vec<&'a str> {
    figures.iter().flat_map(|figure| [figure.id.as_str(), figure.reported.as_str()]).collect()
}
