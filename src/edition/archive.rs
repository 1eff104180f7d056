//! The editions together: each object is read, held against its digest and parsed once, however many editions
//! hold it.

use super::digest::Digest;
use super::frozen::Edition;
use super::piece::Piece;
use super::reach::{Outline, Reach, on_record, tied_by_position, tied_by_relation};
use super::thaw::{Frozen, keep_good};
use crate::finding::Finding;
use crate::model::{Dataset, FigureId, FigureRecord, Measure, MeasureId, Source, SourceId};
use crate::quantity::Reader;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that some editions hold.
pub struct Archive {
    pieces: BTreeMap<Digest, Piece>,
    /// For each relation or position of a piece, in its order, the measures that it ties together.
    ties: BTreeMap<Digest, Vec<Vec<MeasureId>>>,
}

impl Archive {
    /// Reads what the editions hold.
    ///
    /// # Errors
    /// Every file that is missing, altered or cannot be read.
    pub fn of(editions: &[Edition]) -> Result<Self, Vec<Finding>> {
        let read = editions.first().map(|first| first.store().pieces(editions)).unwrap_or_default();
        let mut findings = Vec::new();
        let pieces: BTreeMap<Digest, Piece> = keep_good(read, &mut findings).into_iter().collect();
        if findings.is_empty() { Ok(Self { ties: ties(&pieces), pieces }) } else { Err(findings) }
    }

    /// The outline of an edition.
    #[must_use]
    pub fn outline(&self, edition: &Edition) -> Outline {
        let entries = edition.manifest().entries.clone();
        let ties = entries.iter().filter_map(|entry| self.ties.get(&entry.sha256)).flatten();
        let bodies = entries.iter().filter_map(|entry| match self.pieces.get(&entry.sha256)? {
            Piece::Bodies(bodies) => Some(bodies),
            _ => None,
        });
        Outline {
            ties: ties.cloned().collect(),
            bodies: on_record(bodies.flatten()),
            hedges: edition.hedges().clone(),
            entries,
        }
    }

    /// The measures of which some edition holds a figure like this.
    pub fn measures_with(
        &self,
        mut is_one: impl FnMut(&Measure, &FigureRecord) -> bool,
    ) -> BTreeSet<MeasureId> {
        let measures = self.pieces.values().filter_map(|piece| match piece {
            Piece::Measure(frozen) => Some(frozen),
            _ => None,
        });
        let found =
            measures.filter(|frozen| frozen.figures.iter().any(|figure| is_one(&frozen.measure, figure)));
        found.map(|frozen| frozen.measure.id.clone()).collect()
    }

    /// What an edition holds within reach, with every source that it speaks of and all that these repeat. Its
    /// figures have no places: nobody can edit them.
    ///
    /// # Errors
    /// Every frozen text that contradicts another.
    pub fn part(&self, edition: &Edition, reach: &Reach) -> Result<Dataset, Vec<Finding>> {
        let mut part = Part { reach, frozen: Frozen::default(), sources: BTreeMap::new() };
        for entry in &edition.manifest().entries {
            if let Some(piece) = self.pieces.get(&entry.sha256) {
                part.take(piece, self.ties.get(&entry.sha256).map(Vec::as_slice).unwrap_or_default());
            }
        }
        part.frozen.sources = needed(&part);
        part.frozen.into_dataset(&Reader::new(edition.hedges().clone()))
    }
}

/// A part of an edition as it is put together.
struct Part<'a> {
    reach: &'a Reach,
    frozen: Frozen<'a>,
    /// Every source of the edition.
    sources: BTreeMap<&'a SourceId, &'a Source>,
}

impl<'a> Part<'a> {
    fn take(&mut self, piece: &'a Piece, ties: &[Vec<MeasureId>]) {
        let reach = self.reach;
        let within = |tie: &Vec<MeasureId>| tie.is_empty() || tie.iter().any(|measure| reach.holds(measure));
        let parts = &mut self.frozen.parts;
        match piece {
            Piece::Bodies(bodies) => parts.bodies.extend_from_slice(bodies),
            Piece::Reviews(reviews) => parts.reviews.extend_from_slice(reviews),
            Piece::Changes(notes) => parts.change_notes.extend_from_slice(notes),
            Piece::Measure(frozen) if reach.holds(&frozen.measure.id) => self.frozen.measures.push(frozen),
            Piece::Measure(_) => {}
            Piece::Source(source) => {
                self.sources.insert(&source.id, source);
            }
            Piece::Relations(all) => {
                let held = all.iter().zip(ties).filter(|(_, tie)| within(tie));
                parts.relations.extend(held.map(|(relation, _)| relation.clone()));
            }
            Piece::Positions(all) => {
                let held = all.iter().zip(ties).filter(|(_, tie)| within(tie));
                parts.positions.extend(held.map(|(position, _)| position.clone()));
            }
        }
    }
}

/// The sources within reach, those that anything in the part speaks of, and all that these lead to.
fn needed<'a>(part: &Part<'a>) -> BTreeMap<&'a SourceId, &'a Source> {
    let parts = &part.frozen.parts;
    let figures = part.frozen.measures.iter().flat_map(|frozen| &frozen.figures);
    let mut waiting: Vec<&SourceId> = figures.map(|figure| &figure.source).collect();
    waiting.extend(parts.relations.iter().map(|relation| &relation.source));
    waiting.extend(parts.positions.iter().map(|position| &position.source));
    waiting.extend(part.sources.keys().filter(|id| part.reach.holds_source(id)));
    let mut seen = BTreeSet::new();
    let mut found = BTreeMap::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        if let Some((id, source)) = part.sources.get_key_value(id) {
            found.insert(*id, *source);
            waiting.extend(source.leads_to());
        }
    }
    found
}

fn ties(pieces: &BTreeMap<Digest, Piece>) -> BTreeMap<Digest, Vec<Vec<MeasureId>>> {
    let homes = homes(pieces);
    let place = |id: &FigureId| homes.get(id).cloned().unwrap_or_default();
    let of = |piece: &Piece| match piece {
        Piece::Relations(all) => Some(all.iter().map(|relation| tied_by_relation(relation, place)).collect()),
        Piece::Positions(all) => Some(all.iter().map(|position| tied_by_position(position, place)).collect()),
        Piece::Bodies(_) | Piece::Measure(_) | Piece::Source(_) | Piece::Reviews(_) | Piece::Changes(_) => {
            None
        }
    };
    pieces.iter().filter_map(|(digest, piece)| Some((*digest, of(piece)?))).collect()
}

/// The measures that each figure that is spoken of has stood in. It is one, unless an identifier was used again.
fn homes(pieces: &BTreeMap<Digest, Piece>) -> BTreeMap<&FigureId, Vec<&MeasureId>> {
    let mut homes: BTreeMap<&FigureId, Vec<&MeasureId>> = BTreeMap::new();
    for piece in pieces.values() {
        match piece {
            Piece::Relations(all) => {
                let ids = all.iter().flat_map(|relation| relation.asserted.figures());
                homes.extend(ids.map(|id| (id, Vec::new())));
            }
            Piece::Positions(all) => {
                homes.extend(all.iter().flat_map(|position| position.figures()).map(|id| (id, Vec::new())));
            }
            Piece::Bodies(_)
            | Piece::Measure(_)
            | Piece::Source(_)
            | Piece::Reviews(_)
            | Piece::Changes(_) => {}
        }
    }
    for piece in pieces.values() {
        let Piece::Measure(frozen) = piece else { continue };
        for figure in &frozen.figures {
            if let Some(home) = homes.get_mut(&figure.id).filter(|home| !home.contains(&&frozen.measure.id)) {
                home.push(&frozen.measure.id);
            }
        }
    }
    homes
}
