//! `data/measures/ID.toml`.

use super::Outcome;
use super::codes::WRONG_VALUE;
use super::table::{Document, Placed, Table, bad_id, suggestion};
use super::text::Text;
use crate::model::{
    BodyId, Code, Dimension, DimensionId, Measure, MeasureId, QuantityKind, SlugError, StockOrFlow,
};
use std::collections::BTreeMap;

const QUANTITIES: [(&str, QuantityKind); 6] = [
    ("count", QuantityKind::Count),
    ("amount", QuantityKind::Amount),
    ("ratio", QuantityKind::Ratio),
    ("share", QuantityKind::Share),
    ("rate", QuantityKind::Rate),
    ("change", QuantityKind::Change),
];
const TIMES: [(&str, StockOrFlow); 2] = [("stock", StockOrFlow::Stock), ("flow", StockOrFlow::Flow)];

pub(super) fn read(text: &Text) -> Outcome<Measure> {
    let id = match MeasureId::new(text.stem()) {
        Ok(id) => id,
        Err(error) => return (None, vec![bad_id(text.whole(), text.stem(), &error)]),
    };
    let range = 0..text.text.len();
    let document = Document::new(text, &range);
    let measure = document.parse(range).and_then(|parsed| {
        let table = Table::new(&document, parsed.get_ref(), parsed.span());
        document.check_format(&table);
        measure(id, &table, text)
    });
    (measure, document.into_findings())
}

fn measure(id: MeasureId, table: &Table<'_, '_>, text: &Text) -> Option<Measure> {
    let title = table.required("title", "what is measured, as a noun phrase");
    let unit = table.required("unit", "what is counted, as a plural noun, or a currency code");
    let quantity = table.required_one_of("quantity", &QUANTITIES);
    let time = table.required_one_of("stock_or_flow", &TIMES);
    let small = |key, least| table.whole(key, least, 1_000_000).and_then(|number| u32::try_from(number).ok());
    let measure = Measure {
        id,
        title: title.clone().unwrap_or_default(),
        question: table.string("question"),
        short: table.string("short"),
        topic: table.string("topic"),
        unit: unit.clone().unwrap_or_default(),
        quantity: quantity.unwrap_or(QuantityKind::Count),
        stock_or_flow: time.unwrap_or(StockOrFlow::Stock),
        population: table.string("population"),
        coverage: table.string("coverage"),
        responsible: table.id("responsible", BodyId::new).map(|id| id.value),
        definition: table.string("definition"),
        caveats: table.texts("caveats").into_iter().map(|text| text.value).collect(),
        rounding: small("rounding", 2),
        zeros_shown: table.boolean("zeros_shown"),
        threshold: small("threshold", 1),
        includes: table.table("includes").map(|words| coded_words(&words, Code::new)).unwrap_or_default(),
        dimensions: table.table("dimensions").map(|all| dimensions(&all)).unwrap_or_default(),
        place: Some(text.place(0..0)),
    };
    // A measure that is declared, though with mistakes, counts as declared; the findings stop the build.
    table.finish();
    Some(measure)
}

/// A table of codes, each in words.
fn coded_words<K: Ord>(table: &Table<'_, '_>, new: fn(&str) -> Result<K, SlugError>) -> BTreeMap<K, String> {
    let mut words = BTreeMap::new();
    for (key, value) in table.entries() {
        let text = value.get_ref().as_str().filter(|text| !text.trim().is_empty());
        match (code(table, &key, new), text) {
            (Some(code), Some(text)) => {
                words.insert(code, text.to_owned());
            }
            (_, None) => {
                let message = format!("“{}” has no words", key.value);
                table.wrong(
                    &WRONG_VALUE,
                    value.span(),
                    message,
                    "say in quotation marks what the code stands for",
                );
            }
            (None, _) => {}
        }
    }
    words
}

fn code<K>(table: &Table<'_, '_>, key: &Placed<String>, new: fn(&str) -> Result<K, SlugError>) -> Option<K> {
    new(&key.value)
        .map_err(|error| {
            let finding = bad_id(key.place.clone(), &key.value, &error);
            let help = finding.help.unwrap_or_default();
            table.document().report_at(&super::codes::BAD_ID, key.place.clone(), finding.message, help);
        })
        .ok()
}

fn dimensions(table: &Table<'_, '_>) -> BTreeMap<DimensionId, Dimension> {
    let mut dimensions = BTreeMap::new();
    for (key, value) in table.entries() {
        let Some(id) = code(table, &key, DimensionId::new) else { continue };
        if super::figures::is_reserved(id.as_str()) {
            let message = format!("“{}” is a column of every figures file", key.value);
            table.document().report_at(
                &WRONG_VALUE,
                key.place.clone(),
                message,
                "give the dimension another name",
            );
            continue;
        }
        match value.get_ref().as_table() {
            Some(inner) => {
                let inner = Table::new(table.document(), inner, value.span());
                dimensions.extend(dimension(&inner).map(|dimension| (id, dimension)));
            }
            None => table.wrong(
                &WRONG_VALUE,
                value.span(),
                format!("the dimension “{}” is not a table", key.value),
                format!("write it as [dimensions.{}] with a title and codes", key.value),
            ),
        }
    }
    dimensions
}

fn dimension(table: &Table<'_, '_>) -> Option<Dimension> {
    let title = table.required("title", "the heading of the column");
    let codes = table.table("codes").map(|codes| coded_words(&codes, Code::new)).unwrap_or_default();
    let total = table.id("total", Code::new);
    let total = total.and_then(|total| {
        if codes.contains_key(&total.value) {
            return Some(total.value);
        }
        let help = suggestion(total.value.as_str(), codes.keys().map(Code::as_str));
        let message = format!("the total “{}” is not one of the codes", total.value);
        table.document().report_at(&super::codes::UNKNOWN_ID, total.place, message, help);
        None
    });
    table.finish();
    Some(Dimension { title: title?, codes, total })
}
