//! `data/claims/*.toml`: relations that sources assert, and positions that bodies take.

use super::codes::{DUPLICATE_ID, MISSING_KEY, WRONG_VALUE};
use super::disk::Disk;
use super::names::Names;
use super::table::{Document, Placed, Table, suggestion};
use crate::finding::Finding;
use crate::model::{
    Asserted, BodyId, FigureId, MeasureId, Parts, Place, Position, PositionId, PositionStance, Relation,
    RelationId, SourceId,
};
use std::collections::BTreeMap;

const KINDS: [&str; 8] = ["part-of", "separate", "sum", "difference", "ratio", "share", "change", "multiple"];

/// The keys of every kind of relation.
const OPERANDS: [&str; 15] = [
    "part",
    "whole",
    "members",
    "total",
    "parts",
    "result",
    "from",
    "less",
    "numerator",
    "denominator",
    "new",
    "old",
    "change",
    "base",
    "factor",
];

pub(super) fn read(disk: &Disk, parts: &mut Parts, names: &Names, findings: &mut Vec<Finding>) {
    let mut seen = BTreeMap::new();
    for text in &disk.claims {
        let range = 0..text.text.len();
        let document = Document::new(text, &range);
        if let Some(parsed) = document.parse(range) {
            let table = Table::new(&document, parsed.get_ref(), parsed.span());
            document.check_format(&table);
            for table in table.tables("relation") {
                parts.relations.extend(
                    relation(&table, names)
                        .filter(|it| is_first(&table, &mut seen, "relation", it.id.as_str())),
                );
            }
            for table in table.tables("position") {
                let read = position(&table, names, parts);
                parts
                    .positions
                    .extend(read.filter(|it| is_first(&table, &mut seen, "position", it.id.as_str())));
            }
            table.finish();
        }
        findings.extend(document.into_findings());
    }
}

/// The first of its name; a second one is a finding that names the place of the first.
fn is_first(
    table: &Table<'_, '_>,
    seen: &mut BTreeMap<(&'static str, String), Place>,
    kind: &'static str,
    id: &str,
) -> bool {
    match seen.get(&(kind, id.to_owned())) {
        Some(first) => {
            let message = format!("the {kind} “{id}” stands twice; the first is at {first}");
            table.document().report_at(&DUPLICATE_ID, table.place(), message, DUPLICATE_ID.resolve);
            false
        }
        None => {
            seen.insert((kind, id.to_owned()), table.place());
            true
        }
    }
}

fn relation(table: &Table<'_, '_>, names: &Names) -> Option<Relation> {
    let id = table.required_id("id", RelationId::new, "a short name of its own");
    let source = source(table, names);
    let words = table.string("words");
    let asserted = asserted(table, names);
    let sound = table.finish();
    let relation =
        Relation { id: id?.value, source: source?, asserted: asserted?, words, place: Some(table.place()) };
    sound.then_some(relation)
}

fn source(table: &Table<'_, '_>, names: &Names) -> Option<SourceId> {
    let source = table.required_id("source", SourceId::new, "the id of the source that says so")?;
    report(table, names.source(&source.value, || source.place.clone()));
    Some(source.value)
}

fn report(table: &Table<'_, '_>, finding: Option<Finding>) {
    if let Some(finding) = finding {
        let place = finding.locations.first().cloned().unwrap_or_else(|| table.place());
        table.document().report_at(
            &super::codes::UNKNOWN_ID,
            place,
            finding.message,
            finding.help.unwrap_or_default(),
        );
    }
}

fn asserted(table: &Table<'_, '_>, names: &Names) -> Option<Asserted> {
    let kind = table.text("kind");
    if kind.is_none() && table.get("kind").is_none() {
        let help = format!("write one of: {}", KINDS.join(", "));
        table.document().report_at(&MISSING_KEY, table.place(), "the key “kind” is missing", help);
    }
    let one = |key| operand(table, names, key);
    let may = |key| figure(table, names, table.id(key, FigureId::new));
    let kind = kind?;
    Some(match kind.value.as_str() {
        "part-of" => {
            let (part, whole) = (one("part"), one("whole"));
            Asserted::PartOf { part: part?, whole: whole? }
        }
        "separate" => Asserted::Separate { members: several(table, names, "members")? },
        "sum" => {
            let (total, parts) = (one("total"), several(table, names, "parts"));
            Asserted::Sum { total: total?, parts: parts? }
        }
        "difference" => {
            let (result, from, less) = (one("result"), one("from"), one("less"));
            Asserted::Difference { result: result?, from: from?, less: less? }
        }
        "ratio" => {
            let (numerator, denominator, result) = (one("numerator"), one("denominator"), one("result"));
            Asserted::Ratio { numerator: numerator?, denominator: denominator?, result: result? }
        }
        "share" => {
            let (part, whole, result) = (one("part"), one("whole"), one("result"));
            Asserted::Share { part: part?, whole: whole?, result: result? }
        }
        "change" => {
            let (new, old, change) = (one("new"), may("old"), one("change"));
            Asserted::Change { new: new?, old, change: change? }
        }
        "multiple" => {
            let (base, factor, result) = (one("base"), may("factor"), one("result"));
            Asserted::Multiple { base: base?, factor, result: result? }
        }
        other => {
            let message = format!("“{other}” is not a kind of relation");
            let help = suggestion(other, KINDS.into_iter());
            table.document().report_at(&WRONG_VALUE, kind.place, message, help);
            // Its keys belong to whichever kind was meant.
            for key in OPERANDS {
                table.get(key);
            }
            return None;
        }
    })
}

fn operand(table: &Table<'_, '_>, names: &Names, key: &'static str) -> Option<FigureId> {
    figure(table, names, table.required_id(key, FigureId::new, "the id of a figure"))
}

fn figure(table: &Table<'_, '_>, names: &Names, id: Option<Placed<FigureId>>) -> Option<FigureId> {
    let id = id?;
    report(table, names.figure(&id.value, || id.place.clone()));
    Some(id.value)
}

fn several(table: &Table<'_, '_>, names: &Names, key: &'static str) -> Option<Vec<FigureId>> {
    let ids = table.ids(key, FigureId::new);
    if ids.len() < 2 {
        let message = format!("“{key}” needs two figures or more");
        table.document().report_at(
            &WRONG_VALUE,
            table.place(),
            message,
            format!("write {key} = [\"…\", \"…\"]"),
        );
        return None;
    }
    Some(ids.into_iter().filter_map(|id| figure(table, names, Some(id))).collect())
}

fn position(table: &Table<'_, '_>, names: &Names, parts: &Parts) -> Option<Position> {
    let stances = PositionStance::ALL.map(|stance| (stance.name(), stance));
    let id = table.required_id("id", PositionId::new, "a short name of its own");
    let source = source(table, names);
    let body = table.id("body", BodyId::new);
    if let Some(body) = &body {
        report(table, names.body(&body.value, || body.place.clone()));
    }
    let stance = table.required_one_of("stance", &stances);
    let on: Vec<FigureId> =
        table.ids("on", FigureId::new).into_iter().filter_map(|id| figure(table, names, Some(id))).collect();
    let measures = measures(table, names);
    let compared_with = figure(table, names, table.id("compared_with", FigureId::new));
    let value = figure(table, names, table.id("value", FigureId::new));
    let words = table.string("words");
    if on.is_empty() && measures.is_empty() {
        let help = "say with `on` which figures it is about, or with `measures` which measures";
        table.document().report_at(&MISSING_KEY, table.place(), "the position is about nothing", help);
    }
    let sound = table.finish();
    let source = source?;
    let speaker =
        || parts.sources.iter().find(|other| other.id == source).and_then(|source| source.body.clone());
    let position = Position {
        id: id?.value,
        body: body.map(|body| body.value).or_else(speaker),
        source,
        stance: stance?,
        on,
        measures,
        compared_with,
        value,
        words,
        place: Some(table.place()),
    };
    sound.then_some(position)
}

fn measures(table: &Table<'_, '_>, names: &Names) -> Vec<MeasureId> {
    let ids = table.ids("measures", MeasureId::new);
    for id in &ids {
        report(table, names.measure(&id.value, || id.place.clone()));
    }
    ids.into_iter().map(|id| id.value).collect()
}
