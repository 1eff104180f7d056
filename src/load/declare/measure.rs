//! A file of `data/measures/`.

use crate::finding::nearest;
use crate::load::codes::{UNKNOWN_ID, WRONG_VALUE};
use crate::load::document::{Document, Named};
use crate::load::figures::is_column;
use crate::load::table::{Table, Value, note_bad_id, read_file};
use crate::model::{
    Additivity, BodyId, Code, Counted, Dimension, DimensionId, Measure, MeasureId, QuantityKind, StockOrFlow,
};
use std::collections::BTreeMap;

/// A measure of which nothing is known but its id.
pub(super) fn stand_in(id: MeasureId) -> Measure {
    Measure {
        id,
        title: String::new(),
        question: None,
        short: None,
        topic: None,
        unit: String::new(),
        quantity: QuantityKind::Amount,
        stock_or_flow: StockOrFlow::Stock,
        population: None,
        coverage: None,
        responsible: None,
        definition: None,
        caveats: Vec::new(),
        rounding: None,
        zeros_shown: false,
        threshold: None,
        counted: Counted::People,
        additivity: Additivity::AddsUp,
        includes: BTreeMap::new(),
        dimensions: BTreeMap::new(),
        place: None,
    }
}

pub(super) fn read(document: &Document, measure: &mut Measure) {
    read_file(document, |table| {
        table.require(&[
            ("title", "what is measured, as a noun phrase"),
            ("unit", "what is counted, as a plural noun, or a currency code"),
            ("quantity", "the kind of number, such as count or share"),
            ("stock_or_flow", "stock if counted at a moment, flow if added up over time"),
        ]);
        describe(measure, table);
        qualify(measure, table);
        measure.includes =
            table.get("includes").and_then(|value| value.table()).map_or_else(BTreeMap::new, |t| codes(&t));
        measure.dimensions = dimensions(table);
    });
}

fn describe(measure: &mut Measure, table: &Table<'_>) {
    measure.place = table.get("title").map(|title| table.document().place(title.span()));
    measure.title = table.line("title").unwrap_or_default();
    measure.question = table.line("question");
    measure.short = table.line("short");
    measure.topic = table.line("topic");
    measure.population = table.line("population");
    measure.coverage = table.line("coverage");
    measure.responsible = table.mention("responsible", Named::Body, BodyId::new);
    measure.definition = table.prose("definition");
    measure.caveats = table.proses("caveats");
    let own = [
        "title",
        "question",
        "short",
        "topic",
        "population",
        "coverage",
        "definition",
        "caveats",
        "includes",
    ];
    own.into_iter().for_each(|key| table.own(key));
}

fn qualify(measure: &mut Measure, table: &Table<'_>) {
    measure.unit = table.line("unit").unwrap_or_default();
    if let Some((_, quantity)) = table.choice("quantity", &QUANTITIES, |(name, _)| name) {
        measure.quantity = quantity;
    }
    if let Some((_, stock_or_flow)) = table.choice("stock_or_flow", &STOCK_OR_FLOW, |(name, _)| name) {
        measure.stock_or_flow = stock_or_flow;
    }
    measure.rounding = table.get("rounding").and_then(|value| value.whole_number(2..=1_000_000));
    measure.threshold = table.get("threshold").and_then(|value| value.whole_number(1..=1_000_000));
    if let Some((_, counted)) = table.choice("counted", &COUNTED, |(name, _)| name) {
        measure.counted = counted;
    }
    if let Some(false) = table.get("adds_up").and_then(|value| value.truth()) {
        measure.additivity = Additivity::DoesNotAddUp;
    }
    measure.zeros_shown = table.get("zeros_shown").and_then(|value| value.truth()).unwrap_or_default();
}

const QUANTITIES: [(&str, QuantityKind); 6] = [
    ("count", QuantityKind::Count),
    ("amount", QuantityKind::Amount),
    ("ratio", QuantityKind::Ratio),
    ("share", QuantityKind::Share),
    ("rate", QuantityKind::Rate),
    ("change", QuantityKind::Change),
];

const COUNTED: [(&str, Counted); 3] = [
    ("people", Counted::People),
    ("sensitive-people", Counted::SensitivePeople),
    ("things", Counted::Things),
];

const STOCK_OR_FLOW: [(&str, StockOrFlow); 2] = [("stock", StockOrFlow::Stock), ("flow", StockOrFlow::Flow)];

/// Codes, each with its words.
fn codes(table: &Table<'_>) -> BTreeMap<Code, String> {
    let mut codes = BTreeMap::new();
    for (name, span, words) in table.entries() {
        match Code::new(name) {
            Ok(code) => {
                codes.insert(code, words.line().unwrap_or_default());
            }
            Err(error) => note_bad_id(table.document(), name, span, error),
        }
    }
    codes
}

fn dimensions(table: &Table<'_>) -> BTreeMap<DimensionId, Dimension> {
    let mut dimensions = BTreeMap::new();
    let Some(declared) = table.get("dimensions").and_then(|value| value.table()) else { return dimensions };
    for (name, span, value) in declared.entries() {
        let dimension = value.table().map(|table| dimension(&table));
        if is_column(name) {
            let message = format!("“{name}” is a column of every table of figures");
            table.document().error(&WRONG_VALUE, span, message, "give the dimension another name");
            continue;
        }
        match (DimensionId::new(name), dimension) {
            (Ok(id), Some(dimension)) => {
                dimensions.insert(id, dimension);
            }
            (Err(error), _) => note_bad_id(table.document(), name, span, error),
            (Ok(_), None) => {}
        }
    }
    dimensions
}

fn dimension(table: &Table<'_>) -> Dimension {
    table.require(&[("title", "the heading of the column"), ("codes", "each code and its words")]);
    let codes = table.get("codes").and_then(|value| value.table()).map_or_else(BTreeMap::new, |t| codes(&t));
    let total = table.get("total");
    table.own("title");
    table.own("codes");
    let dimension = Dimension {
        title: table.line("title").unwrap_or_default(),
        total: total.and_then(|total| total.id(Code::new)),
        codes,
    };
    if let (Some(value), Some(code)) = (total, &dimension.total)
        && !dimension.codes.is_empty()
        && !dimension.codes.contains_key(code)
    {
        unknown_total(table, &value, code, &dimension);
    }
    table.finish();
    dimension
}

fn unknown_total(table: &Table<'_>, value: &Value<'_>, code: &Code, dimension: &Dimension) {
    let known = dimension.codes.keys().map(Code::as_str);
    let help = match nearest(code.as_str(), known) {
        Some(near) => format!("did you mean “{near}”?"),
        None => "name one of the codes above".to_owned(),
    };
    let message = format!("the total “{code}” is not one of the codes");
    table.document().error(&UNKNOWN_ID, value.span(), message, help);
}
