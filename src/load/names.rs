//! Which names are declared, and the check that every reference meets one.

use super::codes::{CIRCLE, UNKNOWN_ID};
use super::disk::Disk;
use super::table::suggestion;
use super::text::Text;
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
    pub(super) fn check_parts(&self, disk: &Disk, parts: &Parts, findings: &mut Vec<Finding>) {
        for measure in &parts.measures {
            let place =
                |id: &BodyId| at_word(&disk.measures, measure.place.as_ref(), "responsible", id.as_str());
            findings.extend(measure.responsible.as_ref().and_then(|id| self.body(id, || place(id))));
        }
        for source in &parts.sources {
            let place = |key, id: &str| at_word(&disk.sources, source.place.as_ref(), key, id);
            let body = source.body.as_ref();
            findings.extend(body.and_then(|id| self.body(id, || place("body", id.as_str()))));
            for (key, ids) in [("origin", &source.origin), ("reported_by", &source.reported_by)] {
                findings.extend(ids.iter().filter_map(|id| self.source(id, || place(key, id.as_str()))));
            }
        }
        circles(&parts.sources, findings);
    }
}

/// Where a key of a file names an id, or else the file.
fn at_word(texts: &[Text], file: Option<&Place>, key: &str, id: &str) -> Place {
    let text = texts.iter().find(|text| file.is_some_and(|file| text.whole().path == file.path));
    text.and_then(|text| word(text, key, id)).unwrap_or_else(|| at(file))
}

/// The words `"id"` after the line that begins with the key.
fn word(text: &Text, key: &str, id: &str) -> Option<Place> {
    let mut start = 0;
    for line in text.text.split_inclusive('\n') {
        if line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('=')) {
            let after = text.text.get(start..)?;
            let at = ['"', '\'']
                .into_iter()
                .filter_map(|quote| after.find(&format!("{quote}{id}{quote}")))
                .min()?;
            let first = start + at + 1;
            return Some(text.place(first..first + id.len()));
        }
        start += line.len();
    }
    None
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
