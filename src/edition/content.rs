//! What a measure's page tells, as one digest: it changes exactly when the record behind the page changes.
//!
//! The digest is taken over the measure with its figures and over whatever else the page speaks of: relations
//! and positions that touch the measure, the figures of other measures that those name, the sources of all of
//! these with the sources that they repeat or are known through, and the bodies that speak, without how each is asked. In this order, each
//! as its kind and its canonical text, each with its length before it; the measure and each source stand in it
//! as the digest of their text. Findings and reviews are worked out from the record and are no part of it.

use super::canon::canonical;
use super::digest::Digest;
use super::object::freeze_measure;
use crate::model::{
    BodyId, Dataset, Figure, FigureId, Measure, MeasureId, Position, PositionId, Relation, RelationId,
    Source, SourceId,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The digest of what a measure's page tells; none where the dataset has no such measure.
#[must_use]
pub fn content_hash(dataset: &Dataset, measure: &MeasureId) -> Option<Digest> {
    let measure = dataset.measure(measure)?;
    let frozen = freeze_measure(measure, dataset);
    Some(Touching::of(dataset).content(measure, &frozen.digest))
}

/// The digest of what each measure's page tells.
#[must_use]
pub fn content_hashes(dataset: &Dataset) -> BTreeMap<MeasureId, Digest> {
    let measures: Vec<&Measure> = dataset.measures().collect();
    let frozen =
        measures.par_iter().map(|measure| (measure.id.clone(), freeze_measure(measure, dataset).digest));
    contents(dataset, &frozen.collect())
}

/// The same, where the digests of the frozen measures are already known.
pub(super) fn contents(
    dataset: &Dataset,
    frozen: &BTreeMap<MeasureId, Digest>,
) -> BTreeMap<MeasureId, Digest> {
    let touching = Touching::of(dataset);
    let measures: Vec<(&Measure, &Digest)> =
        dataset.measures().filter_map(|measure| Some((measure, frozen.get(&measure.id)?))).collect();
    measures
        .par_iter()
        .map(|(measure, digest)| (measure.id.clone(), touching.content(measure, digest)))
        .collect()
}

/// Which relations and positions touch which measure, and the digest of each source, which many pages share.
struct Touching<'a> {
    dataset: &'a Dataset,
    relations: BTreeMap<&'a MeasureId, BTreeMap<&'a RelationId, &'a Relation>>,
    positions: BTreeMap<&'a MeasureId, BTreeMap<&'a PositionId, &'a Position>>,
    sources: BTreeMap<&'a SourceId, Digest>,
}

impl<'a> Touching<'a> {
    fn of(dataset: &'a Dataset) -> Self {
        let source = |source: &'a Source| (&source.id, Digest::of(canonical(source).as_bytes()));
        let sources = dataset.sources().map(source).collect();
        let mut touching = Self { dataset, relations: BTreeMap::new(), positions: BTreeMap::new(), sources };
        for relation in dataset.relations() {
            for measure in measures_of(dataset, &relation.asserted.figures()) {
                touching.relations.entry(measure).or_default().insert(&relation.id, relation);
            }
        }
        for position in dataset.positions() {
            let measures = measures_of(dataset, &position.figures().collect::<Vec<_>>());
            for measure in measures.into_iter().chain(&position.measures) {
                touching.positions.entry(measure).or_default().insert(&position.id, position);
            }
        }
        touching
    }

    fn content(&self, measure: &Measure, frozen: &Digest) -> Digest {
        let page = Page::of(self, measure);
        let mut parts = vec![("measure", frozen.to_string())];
        parts.extend(page.relations.iter().map(|relation| ("relation", canonical(relation))));
        parts.extend(page.positions.iter().map(|position| ("position", canonical(position))));
        parts.extend(page.others.values().map(|figure| ("figure", canonical(figure.record()))));
        parts
            .extend(page.sources.iter().filter_map(|id| Some(("source", self.sources.get(id)?.to_string()))));
        parts.extend(
            page.bodies
                .iter()
                .filter_map(|id| Some(("body", canonical(&self.dataset.body(id)?.on_record())))),
        );
        Digest::of_parts(parts.iter().flat_map(|(kind, text)| [kind.as_bytes(), text.as_bytes()]))
    }
}

/// All that the page of one measure speaks of, beside the measure itself.
struct Page<'a> {
    relations: Vec<&'a Relation>,
    positions: Vec<&'a Position>,
    others: BTreeMap<&'a FigureId, &'a Figure>,
    sources: BTreeSet<&'a SourceId>,
    bodies: BTreeSet<&'a BodyId>,
}

impl<'a> Page<'a> {
    fn of(touching: &Touching<'a>, measure: &'a Measure) -> Self {
        let relations = touching.relations.get(&measure.id).map(|all| all.values().copied().collect());
        let positions = touching.positions.get(&measure.id).map(|all| all.values().copied().collect());
        let mut page = Self {
            relations: relations.unwrap_or_default(),
            positions: positions.unwrap_or_default(),
            others: BTreeMap::new(),
            sources: BTreeSet::new(),
            bodies: measure.responsible.iter().collect(),
        };
        page.find_others(touching.dataset, measure);
        page.find_sources(touching.dataset, measure);
        page.find_bodies(touching.dataset);
        page
    }

    fn find_others(&mut self, dataset: &'a Dataset, measure: &Measure) {
        let related = self.relations.iter().flat_map(|relation| relation.asserted.figures());
        let spoken_of = self.positions.iter().flat_map(|position| position.figures());
        let figures = related.chain(spoken_of).filter_map(|id| dataset.figure(id));
        let others = figures.filter(|figure| figure.key.measure != measure.id);
        self.others = others.map(|figure| (&figure.id, figure)).collect();
    }

    /// The sources of everything on the page, with all that they repeat or are known through.
    fn find_sources(&mut self, dataset: &'a Dataset, measure: &Measure) {
        let figures = dataset.figures_of(&measure.id).iter().chain(self.others.values().copied());
        let mut waiting: Vec<&SourceId> = figures.map(|figure| &figure.source).collect();
        waiting.extend(self.relations.iter().map(|relation| &relation.source));
        waiting.extend(self.positions.iter().map(|position| &position.source));
        while let Some(id) = waiting.pop() {
            if self.sources.insert(id) {
                let source = dataset.source(id);
                waiting.extend(source.iter().flat_map(|source| source.leads_to()));
            }
        }
    }

    fn find_bodies(&mut self, dataset: &'a Dataset) {
        self.bodies.extend(self.positions.iter().filter_map(|position| position.body.as_ref()));
        self.bodies.extend(self.sources.iter().filter_map(|id| dataset.source(id)?.body.as_ref()));
    }
}

fn measures_of<'a>(dataset: &'a Dataset, figures: &[&FigureId]) -> Vec<&'a MeasureId> {
    figures.iter().filter_map(|id| Some(&dataset.figure(id)?.key.measure)).collect()
}

#[cfg(test)]
mod tests {
    use super::{content_hash, content_hashes};
    use crate::edition::Digest;
    use crate::model::{MeasureId, SourceId};
    use crate::revision::sample::World;
    use serde_json::json;

    /// Staff beside cases, which are related, and a third measure that has nothing to do with either.
    fn world() -> World {
        World::new()
            .measure("roads", json!({}))
            .source("survey", json!({}))
            .figure("roads-2024", "roads", "survey", "2024-03-31", "12")
            .relation(
                "each",
                "paper",
                json!({ "kind": "part-of", "part": "staff-paper", "whole": "cases-2024" }),
            )
    }

    fn staff(world: &World) -> Digest {
        content_hash(&world.dataset(), &MeasureId::new("staff").unwrap()).unwrap()
    }

    type Change = fn(&mut World);

    #[test]
    fn the_digest_changes_with_everything_that_the_page_speaks_of() {
        let before = staff(&world());
        let changes: [(&str, Change); 7] = [
            ("its title", |world| world.measures[0].title = "Staff".to_owned()),
            ("a figure", |world| world.figures[0].reported = "66".to_owned()),
            ("a figure of another measure in a relation", |world| world.figures[2].reported = "9".to_owned()),
            ("a relation", |world| world.relations.clear()),
            ("a source", |world| world.sources[0].title = "The other release".to_owned()),
            ("what a source repeats", |world| {
                world.sources[1].origin = vec![SourceId::new("survey").unwrap()];
            }),
            ("the name of a body", |world| world.bodies[0].name = "The Bureau".to_owned()),
        ];
        for (what, change) in changes {
            let mut changed = world();
            change(&mut changed);
            assert_ne!(staff(&changed), before, "{what}");
        }
        let position = world().position("no", "survey", "denies", &["staff-2024"], json!({}));
        assert_ne!(staff(&position), before, "a position");
        let named = json!({ "measures": ["staff"] });
        assert_ne!(
            staff(&world().position("no", "survey", "not-held", &[], named)),
            before,
            "a position on it"
        );
    }

    #[test]
    fn the_digest_does_not_change_with_anything_else() {
        let before = staff(&world());
        assert_eq!(staff(&world().now("roads-2024", "13")), before);
        let mut other = world();
        other.sources[2].title = "Another survey".to_owned();
        other.measures[2].title = "Highways".to_owned();
        other.figures.reverse();
        assert_eq!(staff(&other), before);
    }

    #[test]
    fn one_digest_is_the_same_as_one_of_all() {
        let dataset = world().dataset();
        let all = content_hashes(&dataset);
        assert_eq!(all.len(), 3);
        for (measure, digest) in all {
            assert_eq!(content_hash(&dataset, &measure), Some(digest));
        }
        assert_eq!(content_hash(&dataset, &MeasureId::new("nothing").unwrap()), None);
    }
}
