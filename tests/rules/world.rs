//! Small records made in memory, for laws that must hold in all of them.

use onrecord::model::{
    Dataset, Disclosure, DisclosureMode, Figure, FigureRecord, Measure, Parts, Source, Zeros,
};
use onrecord::quantity::Reader;
use onrecord::reconcile::Record;
use proptest::prelude::*;
use serde_json::{Value, json};

pub(crate) const POLICY: Disclosure = Disclosure {
    mode: DisclosureMode::Republish,
    threshold: 5,
    sensitive_threshold: 10,
    rounding: None,
    zeros: Zeros::Open,
};

/// Measures, sources and figures before they are put together.
#[derive(Debug, Clone, Default)]
pub(crate) struct World {
    pub(crate) measures: Vec<Measure>,
    pub(crate) sources: Vec<Source>,
    pub(crate) figures: Vec<FigureRecord>,
}

impl World {
    pub(crate) fn measure(mut self, id: &str, quantity: &str) -> Self {
        let measure = json!({
            "id": id, "title": format!("Number of {id}"), "unit": id, "quantity": quantity,
            "stock_or_flow": "stock", "responsible": "cyngor", "caveats": [], "zeros_shown": false,
            "includes": {}, "dimensions": {},
        });
        self.measures.push(serde_json::from_value(measure).unwrap());
        self
    }

    pub(crate) fn source(mut self, id: &str, kind: &str, origin: &[&str]) -> Self {
        let body = if kind == "media-report" { "seren" } else { "cyngor" };
        let source = json!({
            "id": id, "title": format!("The {id}"), "kind": kind, "body": body, "origin": origin,
            "published": "2024-12-01", "reported_by": [], "notes": "",
        });
        self.sources.push(serde_json::from_value(source).unwrap());
        self
    }

    /// The timing is an ISO date, or empty.
    pub(crate) fn figure(
        mut self,
        id: &str,
        measure: &str,
        source: &str,
        date: &str,
        reported: &str,
    ) -> Self {
        let timing = if date.is_empty() { json!("not_stated") } else { json!({ "as_of": date }) };
        let figure: Value =
            json!({ "id": id, "measure": measure, "timing": timing, "source": source, "reported": reported });
        self.figures.push(serde_json::from_value(figure).unwrap());
        self
    }

    pub(crate) fn record(&self) -> Record {
        let read = |record: &FigureRecord| {
            let measure = self.measures.iter().find(|measure| measure.id == record.key.measure).unwrap();
            let source = self.sources.iter().find(|source| source.id == record.source).unwrap();
            Figure::read(record.clone(), measure, source, &Reader::default(), None).unwrap()
        };
        let figures = self.figures.iter().map(read).collect();
        let (measures, sources) = (self.measures.clone(), self.sources.clone());
        Record::new(Dataset::new(Parts { measures, sources, figures, ..Parts::default() }).unwrap())
    }
}

/// Phrases that can stand in any measure.
pub(crate) const PHRASES: [&str; 14] = [
    "120",
    "about 120",
    "more than 100",
    "fewer than 130",
    "nearly 130",
    "up to 150",
    "118.5",
    "100",
    "12",
    "1,200",
    "between 110 and 125",
    "hundreds",
    "210",
    "not held",
];

const DATES: [&str; 5] = ["2024-03-31", "2024-03", "2024", "2023-03-31", ""];
const SOURCES: [&str; 4] = ["release", "leak", "seren", "papur"];

pub(crate) fn worlds() -> impl Strategy<Value = World> {
    build(true)
}

/// Worlds in which nothing repeats anything and every figure is of one day or another.
pub(crate) fn worlds_of_independent_figures() -> impl Strategy<Value = World> {
    build(false)
}

fn build(linked: bool) -> impl Strategy<Value = World> {
    let dates: Vec<&str> = if linked { DATES.to_vec() } else { vec!["2024-03-31", "2023-03-31"] };
    let row = (
        prop::sample::select(vec!["loans", "rate"]),
        prop::sample::select(SOURCES.to_vec()),
        prop::sample::select(dates),
        prop::sample::select(PHRASES.to_vec()),
    );
    prop::collection::vec(row, 0..10).prop_map(move |rows| {
        let origin: &[&str] = if linked { &["leak", "release"] } else { &[] };
        let chain: &[&str] = if linked { &["seren"] } else { &[] };
        let world = World::default()
            .measure("loans", "count")
            .measure("rate", "ratio")
            .source("release", "official-statistics", &[])
            .source("leak", "leaked-document", &[])
            .source("seren", "media-report", origin)
            .source("papur", "media-report", chain);
        rows.into_iter().enumerate().fold(world, |world, (at, (measure, source, date, phrase))| {
            world.figure(&format!("f{at}"), measure, source, date, phrase)
        })
    })
}
