//! What the publisher declares: bodies, measures and sources, each file read for itself.

mod body;
mod measure;
mod source;

use body::Bodies;

use super::document::{Document, Noticed};
use super::faults::Faults;
use super::tree::Tree;
use super::{ids, text};
use crate::model::{Measure, MeasureId, SlugError, Source, SourceId};
use rayon::prelude::*;
use std::path::Path;
use std::sync::Arc;

/// Something declared in a file of its own.
#[derive(Debug)]
pub(super) struct Draft<T> {
    pub(super) value: T,
    pub(super) standing: Standing,
}

/// Whether what a file declares is to be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Everything in the file was read.
    Sound,
    /// The file has mistakes. What it would declare is not known, so nothing is held against it.
    Broken,
}

impl Standing {
    /// Sound only where both are.
    pub(super) fn and(self, other: Self) -> Self {
        if self == Self::Sound { other } else { Self::Broken }
    }
}

/// Everything declared, in the order of the ids.
#[derive(Debug)]
pub(super) struct Declared {
    pub(super) bodies: Bodies,
    pub(super) measures: Vec<Draft<Measure>>,
    pub(super) sources: Vec<Draft<Source>>,
}

/// Reads the declarations of a repository.
pub(super) fn read(root: &Path, tree: &Tree, noticed: &mut Vec<Noticed>) -> Declared {
    let bodies = match tree.one("data/bodies.toml") {
        Some(path) => {
            let (bodies, found) = body::read(root, path);
            noticed.push(found);
            bodies
        }
        None => Bodies::none(),
    };
    let measures = Files { root, paths: tree.files("data/measures"), new: MeasureId::new };
    let sources = Files { root, paths: tree.files("data/sources"), new: SourceId::new };
    Declared {
        bodies,
        measures: measures.read(measure::stand_in, measure::read, |measure| measure.id.as_str(), noticed),
        sources: sources.read(source::stand_in, source::read, |source| source.id.as_str(), noticed),
    }
}

impl Declared {
    pub(super) fn measure(&self, id: &str) -> Option<&Draft<Measure>> {
        find(&self.measures, id, |measure| measure.id.as_str())
    }

    pub(super) fn source(&self, id: &str) -> Option<&Draft<Source>> {
        find(&self.sources, id, |source| source.id.as_str())
    }
}

fn find<'d, T>(drafts: &'d [Draft<T>], id: &str, name: fn(&T) -> &str) -> Option<&'d Draft<T>> {
    let at = drafts.binary_search_by(|draft| name(&draft.value).cmp(id)).ok()?;
    drafts.get(at)
}

/// Files that declare one thing each, named by the file.
struct Files<'a, I> {
    root: &'a Path,
    paths: &'a [Arc<str>],
    new: fn(&str) -> Result<I, SlugError>,
}

impl<I> Files<'_, I> {
    /// Reads every file. `stand_in` is what an unreadable file would declare, so that its id is known.
    fn read<T: Send>(
        &self,
        stand_in: fn(I) -> T,
        read: fn(&Document, &mut T),
        name: fn(&T) -> &str,
        noticed: &mut Vec<Noticed>,
    ) -> Vec<Draft<T>> {
        let one = |path: &Arc<str>| {
            let mut faults = Faults::default();
            let id = ids::of_file(path, self.new, &mut faults);
            let text = text::text(self.root, path, text::PROSE, &mut faults);
            let document = Document::new(path, text.unwrap_or_default(), faults);
            let Some(mut value) = id.map(stand_in) else { return (None, document.into_noticed()) };
            if !document.text().is_empty() || document.is_sound() {
                read(&document, &mut value);
            }
            let standing = if document.is_sound() { Standing::Sound } else { Standing::Broken };
            (Some(Draft { value, standing }), document.into_noticed())
        };
        let (drafts, found): (Vec<_>, Vec<_>) = self.paths.par_iter().map(one).unzip();
        noticed.extend(found);
        let mut drafts: Vec<Draft<T>> = drafts.into_iter().flatten().collect();
        drafts.sort_by(|a, b| name(&a.value).cmp(name(&b.value)));
        drafts.dedup_by(|a, b| name(&a.value) == name(&b.value));
        drafts
    }
}
