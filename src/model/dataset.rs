//! A dataset: everything on the record, in order, with its look-ups.

use super::{
    Body, BodyId, ChangeNote, ChangeNoteId, Figure, FigureId, FigureKey, Measure, MeasureId, Position,
    PositionId, Relation, RelationId, Review, Source, SourceId,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// The parts of a dataset before they are put in order.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// Bodies.
    pub bodies: Vec<Body>,
    /// Measures.
    pub measures: Vec<Measure>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Reported figures.
    pub figures: Vec<Figure>,
    /// Relations asserted between them.
    pub relations: Vec<Relation>,
    /// Positions taken on them.
    pub positions: Vec<Position>,
    /// The publisher's words on findings.
    pub reviews: Vec<Review>,
    /// Why past values were changed.
    pub change_notes: Vec<ChangeNote>,
}

/// Two parts of one kind bear the same identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuplicateId {
    /// What kind of part.
    pub kind: &'static str,
    /// The identifier.
    pub id: String,
}

/// Everything on the record, in a fixed order: the same parts give the same dataset however they were read.
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    bodies: BTreeMap<BodyId, Body>,
    measures: BTreeMap<MeasureId, Measure>,
    sources: BTreeMap<SourceId, Source>,
    figures: Vec<Figure>,
    by_measure: BTreeMap<MeasureId, Range<usize>>,
    by_id: BTreeMap<FigureId, usize>,
    relations: BTreeMap<RelationId, Relation>,
    positions: BTreeMap<PositionId, Position>,
    reviews: Vec<Review>,
    change_notes: BTreeMap<ChangeNoteId, ChangeNote>,
}

impl Dataset {
    /// Puts parts in order.
    ///
    /// # Errors
    /// The first identifier that stands twice.
    pub fn new(parts: Parts) -> Result<Self, DuplicateId> {
        let mut figures = parts.figures;
        figures.sort_by(|a, b| (&a.key, &a.source, &a.id).cmp(&(&b.key, &b.source, &b.id)));
        Ok(Self {
            bodies: keyed("body", parts.bodies, |body| &body.id)?,
            measures: keyed("measure", parts.measures, |measure| &measure.id)?,
            sources: keyed("source", parts.sources, |source| &source.id)?,
            by_measure: ranges(&figures),
            by_id: positions_of(&figures)?,
            figures,
            relations: keyed("relation", parts.relations, |relation| &relation.id)?,
            positions: keyed("position", parts.positions, |position| &position.id)?,
            reviews: parts.reviews,
            change_notes: keyed("change note", parts.change_notes, |note| &note.id)?,
        })
    }

    /// Takes the dataset apart again.
    #[must_use]
    pub fn into_parts(self) -> Parts {
        Parts {
            bodies: self.bodies.into_values().collect(),
            measures: self.measures.into_values().collect(),
            sources: self.sources.into_values().collect(),
            figures: self.figures,
            relations: self.relations.into_values().collect(),
            positions: self.positions.into_values().collect(),
            reviews: self.reviews,
            change_notes: self.change_notes.into_values().collect(),
        }
    }

    /// Bodies, by id.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.bodies.values()
    }

    /// A body.
    #[must_use]
    pub fn body(&self, id: &BodyId) -> Option<&Body> {
        self.bodies.get(id)
    }

    /// The name of a body, or its id where it is not declared.
    #[must_use]
    pub fn body_name<'a>(&'a self, id: &'a BodyId) -> &'a str {
        self.body(id).map_or(id.as_str(), |body| &body.name)
    }

    /// Measures, by id.
    pub fn measures(&self) -> impl ExactSizeIterator<Item = &Measure> {
        self.measures.values()
    }

    /// A measure.
    #[must_use]
    pub fn measure(&self, id: &MeasureId) -> Option<&Measure> {
        self.measures.get(id)
    }

    /// Sources, by id.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = &Source> {
        self.sources.values()
    }

    /// A source.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// Every figure: by measure, dimensions, timing, source and id.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The figures of one measure.
    #[must_use]
    pub fn figures_of(&self, measure: &MeasureId) -> &[Figure] {
        self.by_measure.get(measure).and_then(|range| self.figures.get(range.clone())).unwrap_or_default()
    }

    /// The figures of one measure and breakdown, in the order of their timing.
    #[must_use]
    pub fn figures_alike(&self, key: &FigureKey) -> &[Figure] {
        let all = self.figures_of(&key.measure);
        let from = all.partition_point(|figure| figure.key.dimensions < key.dimensions);
        let to = all.partition_point(|figure| figure.key.dimensions <= key.dimensions);
        all.get(from..to).unwrap_or_default()
    }

    /// A figure.
    #[must_use]
    pub fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.by_id.get(id).and_then(|index| self.figures.get(*index))
    }

    /// The place of a figure among [`Self::figures`].
    #[must_use]
    pub fn place_of(&self, id: &FigureId) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Relations, by id.
    pub fn relations(&self) -> impl Iterator<Item = &Relation> {
        self.relations.values()
    }

    /// A relation.
    #[must_use]
    pub fn relation(&self, id: &RelationId) -> Option<&Relation> {
        self.relations.get(id)
    }

    /// Positions, by id.
    pub fn positions(&self) -> impl Iterator<Item = &Position> {
        self.positions.values()
    }

    /// A position.
    #[must_use]
    pub fn position(&self, id: &PositionId) -> Option<&Position> {
        self.positions.get(id)
    }

    /// The publisher's words on findings.
    #[must_use]
    pub fn reviews(&self) -> &[Review] {
        &self.reviews
    }

    /// Why past values were changed, by id.
    pub fn change_notes(&self) -> impl Iterator<Item = &ChangeNote> {
        self.change_notes.values()
    }

    /// A change note.
    #[must_use]
    pub fn change_note(&self, id: &ChangeNoteId) -> Option<&ChangeNote> {
        self.change_notes.get(id)
    }
}

fn keyed<K: Ord + Clone + ToString, V>(
    kind: &'static str,
    values: Vec<V>,
    key: impl Fn(&V) -> &K,
) -> Result<BTreeMap<K, V>, DuplicateId> {
    let mut map = BTreeMap::new();
    for value in values {
        let id = key(&value).clone();
        if map.insert(id.clone(), value).is_some() {
            return Err(DuplicateId { kind, id: id.to_string() });
        }
    }
    Ok(map)
}

fn ranges(figures: &[Figure]) -> BTreeMap<MeasureId, Range<usize>> {
    let mut ranges: BTreeMap<MeasureId, Range<usize>> = BTreeMap::new();
    for (index, figure) in figures.iter().enumerate() {
        ranges
            .entry(figure.key.measure.clone())
            .and_modify(|range| range.end = index + 1)
            .or_insert(index..index + 1);
    }
    ranges
}

fn positions_of(figures: &[Figure]) -> Result<BTreeMap<FigureId, usize>, DuplicateId> {
    let mut map = BTreeMap::new();
    for (index, figure) in figures.iter().enumerate() {
        if map.insert(figure.id.clone(), index).is_some() {
            return Err(DuplicateId { kind: "figure", id: figure.id.to_string() });
        }
    }
    Ok(map)
}
