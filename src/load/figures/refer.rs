//! What a row refers to: its measure, its source, and the measure's codes.

use super::super::codes::UNKNOWN_ID;
use super::super::declare::{Draft, Standing};
use super::super::document::Named;
use super::cells::{Cell, Cells};
use super::column::Field;
use super::row::Setting;
use crate::finding::{Finding, nearest};
use crate::model::{Code, DimensionId, Measure, Source};
use std::collections::{BTreeMap, BTreeSet};

/// The measure of a row, if it is declared and its file can be relied on.
pub(super) fn measure<'a>(
    setting: Setting<'_, 'a>,
    cells: &Cells<'_>,
    cell: Cell<'_>,
) -> Option<&'a Measure> {
    sound(setting.declared.measure(cell.text), || cells.mention(Named::Measure, cell))
}

/// The source of a row, if it is declared and its file can be relied on.
pub(super) fn source<'a>(setting: Setting<'_, 'a>, cells: &Cells<'_>, cell: Cell<'_>) -> Option<&'a Source> {
    sound(setting.declared.source(cell.text), || cells.mention(Named::Source, cell))
}

fn sound<T>(draft: Option<&Draft<T>>, unknown: impl FnOnce()) -> Option<&T> {
    match draft {
        Some(Draft { value, standing: Standing::Sound }) => Some(value),
        Some(Draft { standing: Standing::Broken, .. }) => None,
        None => {
            unknown();
            None
        }
    }
}

/// The codes of a row on the dimensions of its measure, and those in columns it is not broken down by.
pub(super) fn dimensions(
    setting: Setting<'_, '_>,
    cells: &Cells<'_>,
    measure: Option<&Measure>,
) -> (BTreeMap<DimensionId, Code>, Vec<(usize, Finding)>) {
    let (mut codes, mut undeclared) = (BTreeMap::new(), Vec::new());
    for (at, column) in setting.header.dimensions.iter().enumerate() {
        let Some(cell) = cells.at(column.index) else { continue };
        let (Some(measure), Some(id)) = (measure, &column.id) else { continue };
        match measure.dimensions.get(id) {
            Some(dimension) => {
                if let Some(code) = code(cells, cell, &dimension.codes, &column.name) {
                    codes.insert(id.clone(), code);
                }
            }
            None => undeclared.push((at, not_broken_down(cells, cell, measure, &column.name))),
        }
    }
    (measure.map(|measure| measure.with_totals(codes)).unwrap_or_default(), undeclared)
}

fn code(cells: &Cells<'_>, cell: Cell<'_>, known: &BTreeMap<Code, String>, name: &str) -> Option<Code> {
    let code = Code::new(cell.text).ok().filter(|code| known.contains_key(code));
    if code.is_none() {
        let (message, help) = unknown_code(cell.text, known, name);
        cells.error(&UNKNOWN_ID, cell.index, message, help);
    }
    code
}

fn not_broken_down(cells: &Cells<'_>, cell: Cell<'_>, measure: &Measure, name: &str) -> Finding {
    let message = format!("“{}” is not broken down by “{name}”", measure.id);
    let help =
        format!("leave the cell empty, or declare [dimensions.{name}] in data/measures/{}.toml", measure.id);
    Finding::input(&UNKNOWN_ID, cells.scan.cell(cell.index), message, help)
}

/// The groups that a row says are included.
pub(super) fn includes(cells: &Cells<'_>, measure: Option<&Measure>) -> BTreeSet<Code> {
    let Some(cell) = cells.get(Field::Includes) else { return BTreeSet::new() };
    let mut codes = BTreeSet::new();
    for (word, span) in cells.items(cell) {
        let Some(measure) = measure else { continue };
        match Code::new(word).ok().filter(|code| measure.includes.contains_key(code)) {
            Some(code) => {
                codes.insert(code);
            }
            None => {
                let said = unknown_code(word, &measure.includes, "includes");
                cells.error_within(&UNKNOWN_ID, cell, &span, said);
            }
        }
    }
    codes
}

fn unknown_code(word: &str, known: &BTreeMap<Code, String>, name: &str) -> (String, String) {
    let all: Vec<&str> = known.keys().map(Code::as_str).collect();
    let help = match nearest(word, all.iter().copied()) {
        Some(near) => format!("did you mean “{near}”?"),
        None if all.is_empty() => format!("the measure declares no codes under “{name}”"),
        None if all.len() <= 12 => format!("the measure declares {}", all.join(", ")),
        None => format!("the measure declares {} other codes", all.len()),
    };
    (format!("“{word}” is no code of “{name}”"), help)
}
