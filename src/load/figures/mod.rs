//! `data/figures/*.csv`: one reported figure a row.

mod header;
mod row;
mod rows;

use super::codes::{DUPLICATE_ID, DUPLICATE_KEY, UNREADABLE_PHRASE};
use super::disk::Disk;
use super::names::Names;
use super::text::Text;
use crate::finding::Finding;
use crate::model::{Figure, FigureKey, Measure, MeasureId, Parts, Place, Source, SourceId};
use crate::quantity::Reader;
use header::Header;
use rayon::prelude::*;
use row::{Read, Row};
use std::collections::BTreeMap;

pub(super) use header::is_reserved;

/// What rows refer to.
struct Declared<'a> {
    measures: BTreeMap<&'a MeasureId, &'a Measure>,
    sources: BTreeMap<&'a SourceId, &'a Source>,
    names: &'a Names,
    reader: &'a Reader,
}

/// A figure with where its row stands and whether its id was written by hand.
struct Entry {
    figure: Figure,
    place: Place,
    named: bool,
}

/// Reads every file of figures.
pub(super) fn read(
    disk: &Disk,
    parts: &Parts,
    names: &mut Names,
    reader: &Reader,
    findings: &mut Vec<Finding>,
) -> Vec<Figure> {
    let declared = Declared {
        measures: parts.measures.iter().map(|measure| (&measure.id, measure)).collect(),
        sources: parts.sources.iter().map(|source| (&source.id, source)).collect(),
        names,
        reader,
    };
    let files: Vec<(Vec<Entry>, Vec<Finding>)> =
        disk.figures.par_iter().map(|text| file(text, &declared)).collect();
    let mut entries = Vec::new();
    let mut unread = false;
    for (read, found) in files {
        unread |= !found.is_empty();
        entries.extend(read);
        findings.extend(found);
    }
    names.figures_unread |= unread;
    let entries = distinct(entries, findings);
    names.figures = entries.iter().map(|entry| entry.figure.id.to_string()).collect();
    entries.into_iter().map(|entry| entry.figure).collect()
}

fn file(text: &Text, declared: &Declared<'_>) -> (Vec<Entry>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut entries = Vec::new();
    let columns =
        |name: &str| declared.measures.values().any(|m| m.dimensions.keys().any(|id| id.as_str() == name));
    let Some(header) = Header::read(text, columns, &mut findings) else { return (entries, findings) };
    rows::each(text, &header, &mut findings, |row, findings| {
        if let Some(read) = row.read(declared.names, &declared.measures, findings) {
            entries.extend(entry(&row, read, declared, findings));
        }
    });
    (entries, findings)
}

fn entry(row: &Row<'_>, read: Read, declared: &Declared<'_>, findings: &mut Vec<Finding>) -> Option<Entry> {
    let measure = declared.measures.get(&read.record.key.measure)?;
    let source = declared.sources.get(&read.record.source)?;
    let place = row.place("reported");
    let reported = read.record.reported.clone();
    match Figure::read(read.record, measure, source, declared.reader, Some(place.clone())) {
        Ok(figure) => Some(Entry { figure, place, named: read.named }),
        Err(error) => {
            let before = reported.get(..error.span.start).unwrap_or_default();
            let at = u32::try_from(before.chars().count()).unwrap_or_default();
            let meant = reported.get(error.span).unwrap_or(&reported).chars().count();
            let length = u32::try_from(meant).unwrap_or_default();
            let column = if place.column == 0 { 0 } else { place.column + at };
            let place = Place { column, length, ..place };
            findings.push(Finding::input(&UNREADABLE_PHRASE, place, error.message, error.help));
            None
        }
    }
}

/// Each id once, and each key once unless ids written by hand tell the figures apart.
fn distinct(entries: Vec<Entry>, findings: &mut Vec<Finding>) -> Vec<Entry> {
    let mut ids: BTreeMap<String, Place> = BTreeMap::new();
    let mut keys: BTreeMap<(FigureKey, SourceId), (Place, bool)> = BTreeMap::new();
    let mut kept = Vec::with_capacity(entries.len());
    for entry in entries {
        let (figure, place) = (&entry.figure, &entry.place);
        let key = (figure.key.clone(), figure.source.clone());
        if let Some((first, _)) = keys.get(&key).filter(|(_, named)| !named || !entry.named) {
            let message = format!(
                "the measure “{}”, the date and the source “{}” are those of the figure at {first}",
                figure.key.measure, figure.source
            );
            findings.push(Finding::input(&DUPLICATE_KEY, place.clone(), message, DUPLICATE_KEY.resolve));
            continue;
        }
        if let Some(first) = ids.get(figure.id.as_str()) {
            let message = format!("the figure “{}” stands twice; the first is at {first}", figure.id);
            findings.push(Finding::input(&DUPLICATE_ID, place.clone(), message, DUPLICATE_ID.resolve));
            continue;
        }
        ids.insert(figure.id.to_string(), place.clone());
        keys.entry(key).or_insert((place.clone(), entry.named));
        kept.push(entry);
    }
    kept
}
