//! A small record with texts that a stranger might have written.

use crate::export::{Terms, measure_notes, units};
use crate::finding::{Finding, Nature, RuleDoc, Severity};
use crate::model::{
    Basis, Body, BodyId, Code, Counted, Dataset, Dimension, DimensionId, Figure, FigureId, FigureKey,
    FigureRecord, Flag, Licence, Measure, MeasureId, Parts, Position, PositionId, PositionStance, Publisher,
    QuantityKind, Source, SourceId, SourceKind, StockOrFlow, Wording,
};
use crate::period::{PartialDate, ReferencePeriod, Timing};
use crate::quantity::{NoValue, Reader};
use crate::reconcile::Record;
use std::collections::{BTreeMap, BTreeSet};

fn measure(id: &str, dimensions: &[&str]) -> Measure {
    let code = |text| Code::new(text).unwrap();
    let area = || Dimension {
        title: "Area".to_owned(),
        codes: [("north", "North"), ("all", "=All")].map(|(c, words)| (code(c), words.to_owned())).into(),
        total: Some(code("all")),
    };
    Measure {
        id: MeasureId::new(id).unwrap(),
        title: "Staff, “tracing”".to_owned(),
        question: None,
        short: None,
        topic: None,
        unit: "people".to_owned(),
        quantity: QuantityKind::Count,
        stock_or_flow: StockOrFlow::Stock,
        population: None,
        coverage: None,
        responsible: Some(BodyId::new("office").unwrap()),
        definition: None,
        caveats: Vec::new(),
        rounding: None,
        zeros_shown: false,
        threshold: None,
        counted: Counted::People,
        additivity: Default::default(),
        includes: BTreeMap::new(),
        dimensions: dimensions.iter().map(|id| (DimensionId::new(id).unwrap(), area())).collect(),
        place: None,
    }
}

fn source(id: &str, kind: SourceKind, title: &str) -> Source {
    Source {
        id: SourceId::new(id).unwrap(),
        title: title.to_owned(),
        kind,
        body: Some(BodyId::new(if kind == SourceKind::MediaReport { "courier" } else { "office" }).unwrap()),
        person: None,
        role: None,
        said: None,
        published: Some(PartialDate::parse("2025-10").unwrap()),
        reported: None,
        received: None,
        reference: Some("-12/345".to_owned()),
        url: Some("https://example.org/?a=1,2".to_owned()),
        archive_url: None,
        origin: Vec::new(),
        reported_by: Vec::new(),
        grouped_with: Vec::new(),
        designation: None,
        notes: "Notes.".to_owned(),
        notes_place: None,
        place: None,
    }
}

fn figure(id: &str, measure: &str, reported: &str, source: &str) -> FigureRecord {
    FigureRecord {
        id: FigureId::new(id).unwrap(),
        key: FigureKey {
            measure: MeasureId::new(measure).unwrap(),
            dimensions: BTreeMap::new(),
            timing: Timing::AsOf(PartialDate::parse("2025-10").unwrap()),
        },
        source: SourceId::new(source).unwrap(),
        reported: reported.to_owned(),
        basis: Basis::Measured,
        missing: None,
        flags: BTreeSet::new(),
        wording: None,
        locator: None,
        note: None,
    }
}

fn figures() -> Vec<FigureRecord> {
    let mut table = figure("staff-table", "staff", "1,065", "foi");
    table.key.dimensions.insert(DimensionId::new("area").unwrap(), Code::new("north").unwrap());
    table.flags = [Flag::Revised, Flag::Provisional].into();
    table.note = Some("=HYPERLINK(\"https://evil.example\",\"x\")".to_owned());
    let mut repeat = figure("staff-repeat", "staff", "1065", "paper");
    repeat.key.dimensions = table.key.dimensions.clone();
    repeat.wording = Some(Box::new(Wording {
        quoted: Some("'=just 1065,\r\n\"we\" counted; \u{202e}x".to_owned()),
        includes: [Code::new("north").unwrap()].into(),
        ..Wording::default()
    }));
    let mut withheld = figure("staff-withheld", "staff", "-", "foi");
    withheld.key.timing = Timing::During(ReferencePeriod::parse("2023/24").unwrap());
    withheld.missing = Some(NoValue::Exempt(Some("40(2)".to_owned())));
    let mut target = figure("target", "goal", "0.25", "paper");
    target.key.timing = Timing::NotStated;
    target.basis = Basis::Target;
    let mut figures = vec![table, repeat, withheld, target];
    figures.extend(HEDGED.map(|(id, reported)| figure(id, "staff", reported, "paper")));
    figures
}

/// A phrase for each kind of end and number.
const HEDGED: [(&str, &str); 10] = [
    ("approximately", "c.65 staff"),
    ("unbounded", "more than 53,000"),
    ("nearly", "nearly 60,000"),
    ("range", "between 1,200 and 1,500"),
    ("change", "up 23%"),
    ("fall", "down 4 percentage points"),
    ("money", "more than £1.2 million"),
    ("less", "down 200"),
    ("proportion", "1 in 3"),
    ("not-held", "not held centrally"),
];

pub(super) fn record() -> Record {
    let measures = vec![measure("staff", &["area", "value", "status"]), measure("goal", &[])];
    let mut paper = source("paper", SourceKind::MediaReport, "+Paper");
    paper.origin = vec![SourceId::new("foi").unwrap()];
    let sources = vec![source("foi", SourceKind::FoiResponse, "Response 12/345"), paper];
    let read = |record: FigureRecord| {
        let measure = measures.iter().find(|measure| measure.id == record.key.measure).unwrap();
        let source = sources.iter().find(|source| source.id == record.source).unwrap();
        Figure::read(record, measure, source, &Reader::default(), None).unwrap()
    };
    let figures = figures().into_iter().map(read).collect();
    let body = |id, name: &str| Body {
        id: BodyId::new(id).unwrap(),
        name: name.to_owned(),
        short: None,
        asked_as: None,
        foi: None,
        place: None,
    };
    let bodies = vec![body("office", "The Office"), body("courier", "Courier")];
    let positions = vec![denial()];
    Record::new(
        Dataset::new(Parts { bodies, measures, sources, figures, positions, ..Parts::default() }).unwrap(),
    )
}

fn denial() -> Position {
    Position {
        id: PositionId::new("denial").unwrap(),
        source: SourceId::new("foi").unwrap(),
        body: Some(BodyId::new("office").unwrap()),
        stance: PositionStance::Denies,
        on: vec![FigureId::new("target").unwrap(), FigureId::new("staff-repeat").unwrap()],
        measures: Vec::new(),
        compared_with: None,
        value: None,
        words: Some("not right".to_owned()),
        place: None,
    }
}

pub(super) fn finding() -> Finding {
    let doc = RuleDoc { code: "D001", name: "small-count", finds: "", matters: "", example: "", resolve: "" };
    let mut finding = Finding::new(&doc, Severity::Warning, Nature::Disclosure, ["a"]);
    finding.title = "A count below the threshold".to_owned();
    finding
}

/// What the files of the measure of staff state.
pub(super) fn terms(record: &Record) -> Terms {
    let measure = record.dataset().measure(&MeasureId::new("staff").unwrap()).unwrap();
    let address = |path: &str| format!("https://record.example/{path}");
    Terms {
        site: "Record".to_owned(),
        language: "en-GB".to_owned(),
        publisher: Publisher { name: "Watch \u{fb} </script>".to_owned(), contact: None, url: None },
        licence: Some(Licence { name: "OGL UK 3.0".to_owned(), url: Some(address("licence")) }),
        edition: Some((2, PartialDate::parse("2026-03-01").unwrap())),
        citation: "Watch: “Staff”, Record, edition 2, 1 March 2026.".to_owned(),
        units: units(measure),
        notes: measure_notes(measure, record.dataset().figures_of(&measure.id)),
        moving: address("measures/staff/"),
        frozen: Some(address("measures/staff/v/2/")),
    }
}
