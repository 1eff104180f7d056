//! A relation: what a source asserts between figures.

use crate::load::codes::TOO_FEW;
use crate::load::document::Named;
use crate::load::table::Table;
use crate::model::{Asserted, FigureId, Relation, RelationId, SourceId};

/// Reads a relation. Every key is looked at, so that every mistake is found, before one is built.
pub(super) fn read(table: &Table<'_>) -> Option<Relation> {
    table.require(&[
        ("id", "a short name of its own"),
        ("kind", "what is asserted, such as part-of or sum"),
        ("source", "the id of the source that says so"),
    ]);
    let id = table.get("id");
    let place = id.map(|id| table.document().place(id.span()));
    let id = id.and_then(|id| id.id(RelationId::new));
    let source = table.mention("source", Named::Source, SourceId::new);
    let words = table.prose("words");
    let asserted = asserted(table);
    Some(Relation { id: id?, source: source?, asserted: asserted?, words, place })
}

const KINDS: [&str; 10] = [
    "part-of",
    "separate",
    "sum",
    "difference",
    "ratio",
    "share",
    "change",
    "multiple",
    "complement",
    "cumulative",
];

fn asserted(table: &Table<'_>) -> Option<Asserted> {
    let Some(kind) = table.choice("kind", &KINDS, |kind| kind) else {
        ignore_operands(table);
        return None;
    };
    Some(match kind {
        "part-of" => match both(table, ["part", "whole"]) {
            [part, whole] => Asserted::PartOf { part: part?, whole: whole? },
        },
        "separate" => Asserted::Separate { members: group(table, "members", 2)? },
        "sum" => {
            let (total, parts) = (figure(table, "total"), group(table, "parts", 2));
            Asserted::Sum { total: total?, parts: parts? }
        }
        "difference" => match both(table, ["result", "from", "less"]) {
            [result, from, less] => Asserted::Difference { result: result?, from: from?, less: less? },
        },
        "ratio" => match both(table, ["numerator", "denominator", "result"]) {
            [numerator, denominator, result] => {
                Asserted::Ratio { numerator: numerator?, denominator: denominator?, result: result? }
            }
        },
        "share" => {
            let part = optional(table, "part");
            match both(table, ["whole", "result"]) {
                [whole, result] => Asserted::Share { part, whole: whole?, result: result? },
            }
        }
        "change" => {
            let old = optional(table, "old");
            match both(table, ["new", "change"]) {
                [new, change] => Asserted::Change { new: new?, old, change: change? },
            }
        }
        "complement" => {
            let whole = optional(table, "whole");
            Asserted::Complement { members: group(table, "members", 2)?, whole }
        }
        "cumulative" => match both(table, ["earlier", "later"]) {
            [earlier, later] => Asserted::Cumulative { earlier: earlier?, later: later? },
        },
        _ => {
            let factor = optional(table, "factor");
            match both(table, ["base", "result"]) {
                [base, result] => Asserted::Multiple { base: base?, factor, result: result? },
            }
        }
    })
}

/// Figures that must all be named; all are read before one is found to be missing.
fn both<const N: usize>(table: &Table<'_>, keys: [&'static str; N]) -> [Option<FigureId>; N] {
    keys.map(|key| figure(table, key))
}

fn figure(table: &Table<'_>, key: &'static str) -> Option<FigureId> {
    table.require(&[(key, "the id of a figure")]);
    optional(table, key)
}

fn optional(table: &Table<'_>, key: &'static str) -> Option<FigureId> {
    table.mention(key, Named::Figure, FigureId::new)
}

fn group(table: &Table<'_>, key: &'static str, least: usize) -> Option<Vec<FigureId>> {
    table.require(&[(key, "a list of ids of figures")]);
    let value = table.get(key)?;
    let figures = table.mentions(key, Named::Figure, FigureId::new);
    if value.length().is_some_and(|length| length < least) {
        let message = format!("“{key}” names fewer than {least} figures");
        table.document().error(&TOO_FEW, value.span(), message, "name the figures that are meant");
    }
    Some(figures)
}

/// Where the kind is not known, any operand may be right.
fn ignore_operands(table: &Table<'_>) {
    for key in [
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
        "earlier",
        "later",
    ] {
        let _any = table.get(key);
    }
}
