//! Back from frozen text to a dataset: the figures' words are read again, as they were reported.

use super::fault::{Fault, UNREADABLE, fault};
use super::manifest::Entry;
use super::piece::FrozenMeasure;
use crate::finding::Finding;
use crate::model::{Dataset, Figure, FigureRecord, Measure, Parts, Source, SourceId};
use crate::quantity::Reader;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// An entry of a manifest with the text that it names.
pub(super) struct Kept<'a> {
    /// The entry.
    pub(super) entry: &'a Entry,
    /// Where its text is kept.
    pub(super) path: String,
    /// Its text.
    pub(super) text: String,
}

pub(super) fn keep_good<T>(results: Vec<Result<T, Fault>>, findings: &mut Vec<Finding>) -> Vec<T> {
    results.into_iter().filter_map(|result| result.map_err(|finding| findings.push(*finding)).ok()).collect()
}

/// The parts of a dataset, its figures not yet read.
#[derive(Default)]
pub(super) struct Frozen<'a> {
    /// Everything but measures, sources and figures.
    pub(super) parts: Parts,
    /// The sources.
    pub(super) sources: BTreeMap<&'a SourceId, &'a Source>,
    /// The measures with the records of their figures.
    pub(super) measures: Vec<&'a FrozenMeasure>,
}

impl Frozen<'_> {
    /// The dataset, with every figure read.
    pub(super) fn into_dataset(self, reader: &Reader) -> Result<Dataset, Vec<Finding>> {
        let read =
            self.measures.par_iter().flat_map_iter(|measure| read_figures(measure, &self.sources, reader));
        let mut findings = Vec::new();
        let figures = keep_good(read.collect(), &mut findings);
        if !findings.is_empty() {
            return Err(findings);
        }
        let measures = self.measures.iter().map(|frozen| frozen.measure.clone()).collect();
        let sources = self.sources.into_values().cloned().collect();
        Dataset::new(Parts { measures, sources, figures, ..self.parts }).map_err(|twice| {
            let message = format!("The {} {} stands twice in one edition", twice.kind, twice.id);
            vec![*fault(&UNREADABLE, super::FOLDER, message)]
        })
    }
}

fn read_figures(
    frozen: &FrozenMeasure,
    sources: &BTreeMap<&SourceId, &Source>,
    reader: &Reader,
) -> Vec<Result<Figure, Fault>> {
    let read = |record: &FigureRecord| read_figure(record, &frozen.measure, sources, reader);
    let at = |message: String| fault(&UNREADABLE, &frozen.path, message);
    frozen.figures.iter().map(|record| read(record).map_err(at)).collect()
}

fn read_figure(
    record: &FigureRecord,
    measure: &Measure,
    sources: &BTreeMap<&SourceId, &Source>,
    reader: &Reader,
) -> Result<Figure, String> {
    let source = sources.get(&record.source).ok_or_else(|| {
        format!("The figure {} is from {}, which the edition lacks", record.id, record.source)
    })?;
    Figure::read(record.clone(), measure, source, reader, None).map_err(|unreadable| {
        format!("The figure {}, “{}”, cannot be read: {}", record.id, record.reported, unreadable.message)
    })
}
