//! Small records for the tests of causes: sources of fixed dates, and figures in a line each.

use crate::model::{Dataset, Figure, FigureRecord, Measure, Parts, Source};
use crate::quantity::Reader;
use crate::reconcile::Record;
use serde_json::{Value, json};

/// Measures, figures, relations and positions as data.
#[derive(Default)]
pub(super) struct World {
    measures: Vec<Value>,
    figures: Vec<Value>,
    relations: Vec<Value>,
    positions: Vec<Value>,
}

/// Each source with its kind, the body that speaks in it, and its date.
const SOURCES: [(&str, &str, &str, &str); 4] = [
    ("table", "official-statistics", "cyngor", "2024-06-01"),
    ("foi", "foi-response", "cyngor", "2024-09-01"),
    ("seren", "media-report", "seren", "2024-07-01"),
    ("erratum", "official-statement", "cyngor", "2024-08-01"),
];

impl World {
    pub(super) fn measure(mut self, id: &str, quantity: &str) -> Self {
        self.measures.push(json!({
            "id": id, "title": id, "unit": id, "quantity": quantity, "stock_or_flow": "stock",
            "responsible": "cyngor", "caveats": [], "zeros_shown": false, "includes": {}, "dimensions": {},
        }));
        self
    }

    /// A figure as of a date; with an empty one it is not stated.
    pub(super) fn figure(self, id: &str, measure: &str, source: &str, date: &str, reported: &str) -> Self {
        self.figure_with(id, measure, source, date, reported, json!({}))
    }

    /// The same, with wording or dimensions.
    pub(super) fn figure_with(
        mut self,
        id: &str,
        measure: &str,
        source: &str,
        date: &str,
        reported: &str,
        more: Value,
    ) -> Self {
        let timing = if date.is_empty() { json!("not_stated") } else { json!({ "as_of": date }) };
        let mut figure =
            json!({ "id": id, "measure": measure, "timing": timing, "source": source, "reported": reported });
        for (key, value) in more.as_object().unwrap() {
            figure[key] = value.clone();
        }
        self.figures.push(figure);
        self
    }

    pub(super) fn relation(mut self, asserted: Value) -> Self {
        let mut relation = json!({ "id": "r1", "source": "table", "words": null });
        for (key, value) in asserted.as_object().unwrap() {
            relation[key] = value.clone();
        }
        self.relations.push(relation);
        self
    }

    pub(super) fn replaced(mut self, earlier: &str, later: &str) -> Self {
        self.positions.push(json!({
            "id": "p1", "source": "erratum", "body": "cyngor", "stance": "corrects", "on": [earlier],
            "measures": [], "compared_with": null, "value": later, "words": null,
        }));
        self
    }

    pub(super) fn record(self) -> Record {
        let measures: Vec<Measure> = read(self.measures);
        let sources: Vec<Source> = read(SOURCES.iter().map(source).collect());
        let figures = read::<FigureRecord>(self.figures).into_iter().map(|figure| {
            let measure = measures.iter().find(|measure| measure.id == figure.key.measure).unwrap();
            let source = sources.iter().find(|source| source.id == figure.source).unwrap();
            Figure::read(figure, measure, source, &Reader::default(), None).unwrap()
        });
        let figures = figures.collect();
        let (relations, positions) = (read(self.relations), read(self.positions));
        let parts = Parts { measures, sources, figures, relations, positions, ..Parts::default() };
        Record::new(Dataset::new(parts).unwrap())
    }
}

fn source((id, kind, body, date): &(&str, &str, &str, &str)) -> Value {
    json!({
        "id": id, "title": id, "kind": kind, "body": body, "published": date, "origin": [], "reported_by": [],
        "notes": "",
    })
}

fn read<T: serde::de::DeserializeOwned>(values: Vec<Value>) -> Vec<T> {
    values.into_iter().map(|value| serde_json::from_value(value).unwrap()).collect()
}
