//! Which names are declared, and the check that every reference meets one.

use super::codes::{CIRCLE, UNKNOWN_ID};
use super::disk::Disk;
use super::table::suggestion;
use crate::finding::Finding;
use crate::model::{BodyId, FigureId, MeasureId, Parts, Place, Source, SourceId};
use std::collections::{BTreeMap, BTreeSet};

/// Every declared name, with those of files that are there and could not be read.
pub(super) struct Names {
    bodies: BTreeSet<String>,
    measures: BTreeSet<String>,
    sources: BTreeSet<String>,
    /// Filled while the figures are read.
    pub(super) figures: BTreeSet<String>,
    /// A file of figures could not be read as a whole, so an unknown figure may be one of its rows.
    pub(super) figures_unread: bool,
    bodies_unread: bool,
}

impl Names {
    pub(super) fn new(disk: &Disk, parts: &Parts) -> Self {
        let unread = |folder: &str| {
            let paths = disk.unread.iter().filter_map(move |path| path.strip_prefix(folder));
            paths
                .filter_map(|name| name.rsplit_once('.'))
                .map(|(stem, _)| stem.to_owned())
                .collect::<Vec<_>>()
        };
        let stems =
            |texts: &[super::text::Text]| texts.iter().map(|text| text.stem().to_owned()).collect::<Vec<_>>();
        Self {
            bodies: parts.bodies.iter().map(|body| body.id.to_string()).collect(),
            measures: stems(&disk.measures).into_iter().chain(unread("data/measures/")).collect(),
            sources: stems(&disk.sources).into_iter().chain(unread("data/sources/")).collect(),
            figures: BTreeSet::new(),
            figures_unread: disk.unread.iter().any(|path| path.starts_with("data/figures/")),
            bodies_unread: disk.unread.iter().any(|path| &**path == "data/bodies.toml"),
        }
    }

    pub(super) fn measure(&self, id: &MeasureId, place: impl FnOnce() -> Place) -> Option<Finding> {
        unknown("measure", id.as_str(), &self.measures, place)
    }

    pub(super) fn source(&self, id: &SourceId, place: impl FnOnce() -> Place) -> Option<Finding> {
        unknown("source", id.as_str(), &self.sources, place)
    }

    pub(super) fn body(&self, id: &BodyId, place: impl FnOnce() -> Place) -> Option<Finding> {
        if self.bodies_unread { None } else { unknown("body", id.as_str(), &self.bodies, place) }
    }

    pub(super) fn figure(&self, id: &FigureId, place: impl FnOnce() -> Place) -> Option<Finding> {
        if self.figures_unread { None } else { unknown("figure", id.as_str(), &self.figures, place) }
    }

    /// References between measures, sources and bodies, and circles of repetition.
    pub(super) fn check_parts(&self, parts: &Parts, findings: &mut Vec<Finding>) {
        for measure in &parts.measures {
            let responsible = measure.responsible.as_ref();
            findings.extend(responsible.and_then(|id| self.body(id, || at(measure.place.as_ref()))));
        }
        for source in &parts.sources {
            findings.extend(source.body.as_ref().and_then(|id| self.body(id, || at(source.place.as_ref()))));
            for id in source.origin.iter().chain(&source.reported_by) {
                findings.extend(self.source(id, || at(source.place.as_ref())));
            }
        }
        circles(&parts.sources, findings);
    }
}

fn at(place: Option<&Place>) -> Place {
    place.cloned().unwrap_or_else(|| Place::file(&"data".into()))
}

fn unknown(kind: &str, id: &str, known: &BTreeSet<String>, place: impl FnOnce() -> Place) -> Option<Finding> {
    if known.contains(id) {
        return None;
    }
    let help = if known.is_empty() {
        format!("no {kind} is declared yet")
    } else {
        suggestion(id, known.iter().map(String::as_str))
    };
    Some(Finding::input(&UNKNOWN_ID, place(), format!("there is no {kind} “{id}”"), help))
}

/// Each circle of sources that repeat one another is reported once, at its first source.
fn circles(sources: &[Source], findings: &mut Vec<Finding>) {
    let repeats: BTreeMap<&SourceId, &Vec<SourceId>> = sources.iter().map(|s| (&s.id, &s.origin)).collect();
    let mut told: BTreeSet<&SourceId> = BTreeSet::new();
    for source in sources {
        if told.contains(&source.id) {
            continue;
        }
        let mut reached: BTreeSet<&SourceId> = BTreeSet::new();
        let mut next: Vec<&SourceId> = source.origin.iter().collect();
        while let Some(id) = next.pop() {
            if reached.insert(id) {
                next.extend(repeats.get(id).into_iter().flat_map(|origin| origin.iter()));
            }
        }
        if reached.contains(&source.id) {
            told.extend(reached);
            let message =
                format!("the source “{}” repeats itself, by way of what it says it repeats", source.id);
            findings.push(Finding::input(&CIRCLE, at(source.place.as_ref()), message, CIRCLE.resolve));
        }
    }
}
