//! What a finding is about: its figures, sources, measure and places, taken from the figures compared.

use crate::finding::Finding;
use crate::model::{Figure, Place};

/// Sets what the finding is about. The first figure gives the measure and the first place.
pub(super) fn about<'a>(finding: &mut Finding, figures: impl IntoIterator<Item = &'a Figure>) {
    for figure in figures {
        if finding.measure.is_none() {
            finding.measure = Some(figure.key.measure.clone());
        }
        if finding.figures.contains(&figure.id) {
            continue;
        }
        finding.figures.push(figure.id.clone());
        if !finding.sources.contains(&figure.source) {
            finding.sources.push(figure.source.clone());
        }
        at(finding, figure.place());
    }
}

/// Adds a place, if it is known.
pub(super) fn at(finding: &mut Finding, place: Option<&Place>) {
    if let Some(place) = place.filter(|place| !finding.locations.contains(place)) {
        finding.locations.push(place.clone());
    }
}

/// The identity of figures for a fingerprint: ids and the words reported.
pub(super) fn identity<'a>(figures: &[&'a Figure]) -> Vec<&'a str> {
    figures.iter().flat_map(|figure| [figure.id.as_str(), figure.reported.as_str()]).collect()
}
