//! Small worlds for tests: measures, sources and figures in a few words.

mod generated;

pub(crate) use generated::worlds;

use crate::disclose::{Cleared, Publication, clear};
use crate::finding::Finding;
use crate::model::{
    Body, ChangeNote, Dataset, Disclosure, Figure, FigureRecord, Measure, Parts, Position, Relation, Review,
    Source,
};
use crate::quantity::Reader;
use crate::reconcile::Record;
use serde_json::{Value, json};

/// The parts of a dataset, to be changed at will before it is made.
#[derive(Debug, Clone, Default)]
pub(crate) struct World {
    pub(crate) bodies: Vec<Body>,
    pub(crate) measures: Vec<Measure>,
    pub(crate) sources: Vec<Source>,
    pub(crate) figures: Vec<FigureRecord>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) positions: Vec<Position>,
    pub(crate) reviews: Vec<Review>,
    pub(crate) change_notes: Vec<ChangeNote>,
}

/// A value of the model from JSON, so that only what matters has to be said.
pub(crate) fn from<T: serde::de::DeserializeOwned>(mut all: Value, some: Value) -> T {
    if let (Value::Object(all), Value::Object(some)) = (&mut all, some) {
        all.extend(some);
    }
    serde_json::from_value(all).expect("a sample is complete")
}

impl World {
    /// Two measures of one body, from its release and from a paper that repeats it.
    pub(crate) fn new() -> Self {
        Self {
            bodies: vec![from(json!({ "id": "office", "name": "The Office" }), json!({}))],
            ..Self::default()
        }
        .measure("staff", json!({}))
        .measure("cases", json!({}))
        .source(
            "release",
            json!({ "body": "office", "kind": "official-statistics", "published": "2024-05-01" }),
        )
        .source("paper", json!({ "kind": "media-report", "published": "2024-06-01" }))
        .figure("staff-2024", "staff", "release", "2024-03-31", "65")
        .figure("staff-paper", "staff", "paper", "2024-03-31", "72")
        .figure("cases-2024", "cases", "release", "2024-03-31", "1,204")
    }

    pub(crate) fn measure(mut self, id: &str, some: Value) -> Self {
        let all = json!({
            "id": id, "title": format!("Number of {id}"), "unit": id, "quantity": "count",
            "stock_or_flow": "stock", "responsible": "office", "caveats": [], "zeros_shown": false,
            "includes": {}, "dimensions": {},
        });
        self.measures.push(from(all, some));
        self
    }

    pub(crate) fn source(mut self, id: &str, some: Value) -> Self {
        let all = json!({
            "id": id, "title": format!("The {id}"), "kind": "other", "origin": [], "reported_by": [], "notes": "",
        });
        self.sources.push(from(all, some));
        self
    }

    pub(crate) fn figure(
        mut self,
        id: &str,
        measure: &str,
        source: &str,
        date: &str,
        reported: &str,
    ) -> Self {
        let timing = json!({ "as_of": date });
        let all =
            json!({ "id": id, "measure": measure, "timing": timing, "source": source, "reported": reported });
        self.figures.push(from(all, json!({})));
        self
    }

    pub(crate) fn position(mut self, id: &str, source: &str, stance: &str, on: &[&str], some: Value) -> Self {
        let all = json!({
            "id": id, "source": source, "body": "office", "stance": stance, "on": on, "measures": [],
        });
        self.positions.push(from(all, some));
        self
    }

    pub(crate) fn relation(mut self, id: &str, source: &str, asserted: Value) -> Self {
        self.relations.push(from(json!({ "id": id, "source": source }), asserted));
        self
    }

    /// Changes the figure of an identifier.
    pub(crate) fn change(mut self, id: &str, change: impl FnOnce(&mut FigureRecord)) -> Self {
        let figure = self.figures.iter_mut().find(|figure| figure.id.as_str() == id);
        change(figure.expect("the figure is there"));
        self
    }

    /// The same figure in other words.
    pub(crate) fn now(self, id: &str, reported: &str) -> Self {
        self.change(id, |figure| figure.reported = reported.to_owned())
    }

    /// The same without a figure.
    pub(crate) fn without(mut self, id: &str) -> Self {
        self.figures.retain(|figure| figure.id.as_str() != id);
        self
    }

    pub(crate) fn dataset(&self) -> Dataset {
        let read = |record: &FigureRecord| {
            let measure = self.measures.iter().find(|measure| measure.id == record.key.measure);
            let source = self.sources.iter().find(|source| source.id == record.source);
            let (measure, source) = measure.zip(source).expect("its measure and source are there");
            Figure::read(record.clone(), measure, source, &Reader::default(), None)
                .expect("its words can be read")
        };
        let World { bodies, measures, sources, relations, positions, reviews, change_notes, .. } =
            self.clone();
        let figures = self.figures.iter().map(read).collect();
        let parts = Parts { bodies, measures, sources, figures, relations, positions, reviews, change_notes };
        Dataset::new(parts).expect("no identifier stands twice")
    }

    /// The world as it is published, with findings of the test's own.
    pub(crate) fn publication(&self, findings: Vec<Finding>) -> Cleared<Publication> {
        let policy = Disclosure { threshold: 0, ..Disclosure::default() };
        clear(Record::new(self.dataset()), findings, &policy, &[]).expect("nothing is blocked")
    }
}
