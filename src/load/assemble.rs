//! The parts put together, once no mistake stands in the way.

use super::codes::DUPLICATE_ID;
use super::figures::Figures;
use super::references::Gathered;
use crate::finding::Finding;
use crate::model::{AuthoredPage, Dataset, Figure, Parts, Place};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The dataset. That ids are one of a kind was checked before; if one is not after all, no dataset is given out.
pub(super) fn dataset(gathered: Gathered) -> Result<Dataset, Box<Finding>> {
    let Gathered { declared, figures, entries } = gathered;
    let mut parts = Parts {
        bodies: declared.bodies.bodies,
        measures: declared.measures.into_iter().map(|draft| draft.value).collect(),
        sources: declared.sources.into_iter().map(|draft| draft.value).collect(),
        figures: joined(figures),
        relations: entries.relations,
        positions: entries.positions,
        reviews: entries.reviews,
        change_notes: entries.change_notes,
    };
    name_speakers(&mut parts);
    Dataset::new(parts).map_err(|twice| {
        let message = format!("the {} id “{}” stands twice", twice.kind, twice.id);
        let place = Place::file(&Arc::from("data"));
        Box::new(Finding::input(&DUPLICATE_ID, place, message, DUPLICATE_ID.resolve))
    })
}

/// A position that names no body is that of the body of its source.
fn name_speakers(parts: &mut Parts) {
    let speakers: BTreeMap<_, _> = parts.sources.iter().map(|source| (&source.id, &source.body)).collect();
    for position in parts.positions.iter_mut().filter(|position| position.body.is_none()) {
        position.body = speakers.get(&position.source).and_then(|body| (*body).clone());
    }
}

/// The figures of all files. Each file's list goes as soon as it is moved over.
fn joined(files: Vec<Figures>) -> Vec<Figure> {
    let mut figures = Vec::with_capacity(files.iter().map(|file| file.figures.len()).sum());
    for mut file in files {
        figures.append(&mut file.figures);
    }
    figures
}

/// Pages in the order they are listed in.
pub(super) fn in_order(mut pages: Vec<AuthoredPage>) -> Vec<AuthoredPage> {
    pages.sort_by(|a, b| (a.order, &a.slug).cmp(&(b.order, &b.slug)));
    pages
}
