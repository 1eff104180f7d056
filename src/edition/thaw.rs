//! Back from frozen text to a dataset: the figures' words are read again, as they were reported.

use super::fault::{Fault, UNREADABLE, fault};
use super::manifest::Entry;
use super::piece::{FrozenMeasure, Piece};
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

/// Puts a dataset together from its frozen texts.
pub(super) fn thaw(texts: &[Kept<'_>], reader: &Reader) -> Result<Dataset, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut frozen = Frozen::default();
    let pieces: Vec<_> = texts.par_iter().map(Piece::parse).collect();
    for piece in keep_good(pieces, &mut findings) {
        frozen.take(piece);
    }
    let figures: Vec<_> = frozen
        .measures
        .par_iter()
        .flat_map_iter(|measure| read_figures(measure, &frozen.sources, reader))
        .collect();
    let figures = keep_good(figures, &mut findings);
    if findings.is_empty() { frozen.into_dataset(figures) } else { Err(findings) }
}

fn keep_good<T>(results: Vec<Result<T, Fault>>, findings: &mut Vec<Finding>) -> Vec<T> {
    results.into_iter().filter_map(|result| result.map_err(|finding| findings.push(*finding)).ok()).collect()
}

#[derive(Default)]
struct Frozen {
    parts: Parts,
    sources: BTreeMap<SourceId, Source>,
    measures: Vec<FrozenMeasure>,
}

impl Frozen {
    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Bodies(bodies) => self.parts.bodies.extend(bodies),
            Piece::Measure(measure) => self.measures.push(*measure),
            Piece::Source(source) => {
                self.sources.insert(source.id.clone(), *source);
            }
            Piece::Relations(relations) => self.parts.relations.extend(relations),
            Piece::Positions(positions) => self.parts.positions.extend(positions),
            Piece::Reviews(reviews) => self.parts.reviews.extend(reviews),
        }
    }

    fn into_dataset(self, figures: Vec<Figure>) -> Result<Dataset, Vec<Finding>> {
        let measures = self.measures.into_iter().map(|frozen| frozen.measure).collect();
        let sources = self.sources.into_values().collect();
        Dataset::new(Parts { measures, sources, figures, ..self.parts }).map_err(|twice| {
            let message = format!("The {} {} stands twice in one edition", twice.kind, twice.id);
            vec![*fault(&UNREADABLE, super::FOLDER, message)]
        })
    }
}

fn read_figures(
    frozen: &FrozenMeasure,
    sources: &BTreeMap<SourceId, Source>,
    reader: &Reader,
) -> Vec<Result<Figure, Fault>> {
    let read = |record: &FigureRecord| read_figure(record, &frozen.measure, sources, reader);
    let at = |message: String| fault(&UNREADABLE, &frozen.path, message);
    frozen.figures.iter().map(|record| read(record).map_err(at)).collect()
}

fn read_figure(
    record: &FigureRecord,
    measure: &Measure,
    sources: &BTreeMap<SourceId, Source>,
    reader: &Reader,
) -> Result<Figure, String> {
    let source = sources.get(&record.source).ok_or_else(|| {
        format!("The figure {} is from {}, which the edition lacks", record.id, record.source)
    })?;
    Figure::read(record.clone(), measure, source, reader, None).map_err(|unreadable| {
        format!("The figure {}, “{}”, cannot be read: {}", record.id, record.reported, unreadable.message)
    })
}

#[cfg(test)]
mod tests {
    use super::{Kept, thaw};
    use crate::edition::manifest::Entry;
    use crate::edition::object::freeze;
    use crate::model::Dataset;
    use crate::quantity::Reader;
    use crate::revision::sample::worlds;
    use proptest::prelude::*;

    fn thawed(dataset: &Dataset) -> Dataset {
        let objects = freeze(dataset);
        let entry = |object: &crate::edition::object::Object| Entry {
            kind: object.kind,
            id: object.id.clone(),
            sha256: object.digest,
            content: None,
        };
        let entries: Vec<Entry> = objects.iter().map(entry).collect();
        let texts = entries.iter().zip(&objects);
        let kept =
            texts.map(|(entry, object)| Kept { entry, path: String::new(), text: object.text.clone() });
        thaw(&kept.collect::<Vec<_>>(), &Reader::default()).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_was_frozen_thaws_to_the_same(world in worlds()) {
            let dataset = world.dataset();
            let again = thawed(&dataset);
            prop_assert_eq!(again.figures(), dataset.figures());
            prop_assert_eq!(freeze(&again), freeze(&dataset));
        }
    }
}
