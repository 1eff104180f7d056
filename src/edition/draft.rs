//! Preparing a release: what the next edition would be, and why it may not be one. Nothing is written here.

use super::content::contents;
use super::fault::{REFUSED, fault};
use super::frozen::Edition;
use super::manifest::{Counts, Entry, Manifest};
use super::number::EditionNumber;
use super::object::{FORMAT, Kind, Object, freeze};
use super::recorded::RecordedFinding;
use crate::disclose::{Cleared, Publication};
use crate::finding::Finding;
use crate::model::{Dataset, MeasureId};
use crate::period::PartialDate;
use crate::quantity::HedgeWidths;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The version of onrecord that freezes.
const TOOL: &str = concat!("onrecord ", env!("CARGO_PKG_VERSION"));

/// The next edition as its publisher means it.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    /// What is released.
    pub publication: &'a Cleared<Publication>,
    /// How wide each hedge was read in it.
    pub hedges: &'a HedgeWidths,
    /// The day of the release.
    pub released: Date,
    /// The date up to which it tells what was known, where it does not tell everything.
    pub known_on: Option<PartialDate>,
    /// What changed, in the publisher's words.
    pub note: String,
}

/// An edition that is ready to be written.
pub(super) struct Prepared {
    /// Its manifest.
    pub(super) manifest: Manifest,
    /// Its objects.
    pub(super) objects: Vec<Object>,
}

/// Prepares the edition after `editions`.
pub(super) fn prepare(editions: &[Edition], draft: &Draft<'_>) -> Result<Prepared, Vec<Finding>> {
    let last = editions.last();
    let dataset = draft.publication.record.dataset();
    let objects = freeze(dataset);
    let manifest = Manifest {
        format: FORMAT,
        number: last.map_or(EditionNumber::FIRST, |last| last.number().next()),
        released: draft.released,
        known_on: draft.known_on,
        note: draft.note.trim().to_owned(),
        tool: TOOL.to_owned(),
        previous: last.map(Edition::digest),
        hedges: draft.hedges.clone(),
        counts: count(dataset),
        entries: entries(dataset, &objects),
        findings: RecordedFinding::all(&draft.publication.findings),
        seal: None,
    };
    let refusals = refusals(&manifest, last);
    if refusals.is_empty() { Ok(Prepared { manifest, objects }) } else { Err(refusals) }
}

fn refusals(next: &Manifest, last: Option<&Edition>) -> Vec<Finding> {
    let mut refusals = Vec::new();
    let mut refuse = |message: String| refusals.push(*fault(&REFUSED, super::FOLDER, message));
    if next.note.is_empty() {
        refuse("An edition needs a note that says what changed".to_owned());
    }
    let Some(last) = last else { return refusals };
    if next.released < last.released() {
        refuse(format!(
            "The release is dated {}, before edition {} of {}",
            next.released,
            last.number(),
            last.released()
        ));
    }
    let before = last.manifest();
    if (&next.entries, &next.findings, &next.hedges) == (&before.entries, &before.findings, &before.hedges) {
        refuse(format!("Nothing changed since edition {}, released on {}", last.number(), last.released()));
    }
    refusals
}

pub(super) fn entries(dataset: &Dataset, objects: &[Object]) -> Vec<Entry> {
    let measures = objects.iter().filter(|object| object.kind == Kind::Measure);
    let digests: BTreeMap<&str, _> =
        measures.filter_map(|object| Some((object.id.as_deref()?, object.digest))).collect();
    let frozen = dataset
        .measures()
        .filter_map(|measure| digests.get(measure.id.as_str()).map(|digest| (measure.id.clone(), *digest)));
    let contents: BTreeMap<MeasureId, _> = contents(dataset, &frozen.collect());
    let contents: BTreeMap<&str, _> = contents.iter().map(|(id, digest)| (id.as_str(), *digest)).collect();
    let content = |object: &Object| match object.kind {
        Kind::Measure => contents.get(object.id.as_deref()?).copied(),
        Kind::Bodies | Kind::Source | Kind::Relations | Kind::Positions | Kind::Reviews | Kind::Changes => {
            None
        }
    };
    let entry = |object: &Object| Entry {
        kind: object.kind,
        id: object.id.clone(),
        sha256: object.digest,
        content: content(object),
    };
    objects.iter().map(entry).collect()
}

fn count(dataset: &Dataset) -> Counts {
    Counts {
        bodies: dataset.bodies().count(),
        measures: dataset.measures().len(),
        sources: dataset.sources().len(),
        figures: dataset.figures().len(),
        relations: dataset.relations().count(),
        positions: dataset.positions().count(),
        reviews: dataset.reviews().len(),
    }
}
