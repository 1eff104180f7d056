//! A row to a figure.

use super::super::codes::{CONTRADICTORY, UNREADABLE_PHRASE};
use super::super::declare::Declared;
use super::cells::{Cell, Cells};
use super::column::Field;
use super::header::Header;
use super::{derived_id, refer};
use crate::finding::Finding;
use crate::model::{
    Basis, Extent, Figure, FigureId, FigureKey, FigureRecord, Flag, Measure, Source, Wording,
};
use crate::period::{PartialDate, ReferencePeriod, Timing};
use crate::quantity::{Context, NoValue, Reader, UnreadablePhrase};
use std::collections::BTreeSet;

/// What every row of a table is read with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'t, 'a> {
    pub(super) declared: &'a Declared,
    pub(super) header: &'t Header,
    pub(super) reader: &'t Reader,
}

/// What became of a row.
#[derive(Debug)]
pub(super) struct Outcome<'a> {
    pub(super) figure: Option<Figure>,
    /// The id written in the row, whatever else is wrong with it; for a bad one, that which was most likely meant.
    pub(super) id: Option<FigureId>,
    /// The measure; none where the cell is empty or wrong, or the measure's file has mistakes.
    pub(super) measure: Option<&'a Measure>,
    /// Codes in columns that the measure is not broken down by, with the column.
    pub(super) undeclared: Vec<(usize, Finding)>,
}

/// Reads a row. All of it is looked at, so that every mistake in it is found, before a figure is made.
pub(super) fn read<'a>(setting: Setting<'_, 'a>, cells: &Cells<'_>) -> Outcome<'a> {
    let measure = cells.needed(Field::Measure).and_then(|cell| refer::measure(setting, cells, cell));
    let source = cells.needed(Field::Source).and_then(|cell| refer::source(setting, cells, cell));
    let cell = cells.get(Field::Id);
    let id = cell.and_then(|cell| cells.id(cell, FigureId::new));
    let phrase = cells.phrase();
    let (dimensions, undeclared) = refer::dimensions(setting, cells, measure);
    let timing = timing(cells);
    let missing = cells.choice(Field::Missing, &NoValue::ALL, NoValue::name);
    let remarks = Remarks::of(cells, measure);
    let known = measure.zip(source).filter(|_| undeclared.is_empty() && cells.are_sound());
    let figure = match (known, phrase) {
        (Some((measure, source)), Some(phrase)) => {
            let key = FigureKey { measure: measure.id.clone(), dimensions, timing };
            let record = remarks.record(id.clone(), key, source, phrase.text, missing);
            make(setting, cells, record, (measure, source), phrase)
        }
        (None, Some(phrase)) if missing.is_none() => {
            try_reading(setting, cells, phrase);
            None
        }
        _ => None,
    };
    let id = id.or_else(|| cell.and_then(|cell| super::super::ids::meant(cell.text, FigureId::new)));
    Outcome { figure, id, measure, undeclared }
}

fn make(
    setting: Setting<'_, '_>,
    cells: &Cells<'_>,
    record: FigureRecord,
    (measure, source): (&Measure, &Source),
    phrase: Cell<'_>,
) -> Option<Figure> {
    let place = cells.scan.cell(phrase.index);
    let figure = Figure::read(record, measure, source, setting.reader, Some(place));
    let words = cells.get(Field::Words).map(|cell| cells.scan.cell(cell.index));
    figure.map(|figure| figure.quoted_at(words)).map_err(|error| note_unreadable(cells, phrase, error)).ok()
}

/// Where no figure can be made of the row, its phrase may still be wrong as well.
fn try_reading(setting: Setting<'_, '_>, cells: &Cells<'_>, phrase: Cell<'_>) {
    if let Err(error) = setting.reader.read(phrase.text, &Context::prose()) {
        note_unreadable(cells, phrase, error);
    }
}

fn note_unreadable(cells: &Cells<'_>, phrase: Cell<'_>, error: UnreadablePhrase) {
    let help = match phrase.text.contains(|c: char| c.is_ascii_digit()) {
        true => error.help,
        false => format!("{}; for an answer that gives no value, set `missing`", error.help),
    };
    cells.error_within(&UNREADABLE_PHRASE, phrase, &error.span, (error.message, help));
}

fn timing(cells: &Cells<'_>) -> Timing {
    let as_of = cells.parsed(Field::AsOf, PartialDate::parse);
    let period = cells.parsed(Field::Period, ReferencePeriod::parse);
    match (as_of, period) {
        (Some(_), Some(_)) => {
            if let Some(index) = cells.column(Field::Period) {
                let message = "the row has both as_of and period";
                cells.error(&CONTRADICTORY, index, message, "a count at a moment has as_of, a sum over time has period; keep the one that the source gives");
            }
            Timing::NotStated
        }
        (Some(date), None) => Timing::AsOf(date),
        (None, Some(period)) => Timing::During(period),
        (None, None) => Timing::NotStated,
    }
}

/// What a row says besides the quantity and what it is of.
#[derive(Debug)]
struct Remarks {
    basis: Basis,
    flags: BTreeSet<Flag>,
    wording: Wording,
    locator: Option<String>,
    note: Option<String>,
}

impl Remarks {
    fn of(cells: &Cells<'_>, measure: Option<&Measure>) -> Self {
        Self {
            basis: cells.choice(Field::Basis, &Basis::ALL, |basis| basis.name()).unwrap_or_default(),
            flags: flags(cells),
            wording: wording(cells, measure),
            locator: cells.text(Field::Locator),
            note: cells.text(Field::Note),
        }
    }

    fn record(
        self,
        id: Option<FigureId>,
        key: FigureKey,
        source: &Source,
        reported: &str,
        missing: Option<NoValue>,
    ) -> FigureRecord {
        FigureRecord {
            id: id.unwrap_or_else(|| derived_id::of(&key, &source.id)),
            key,
            source: source.id.clone(),
            reported: reported.to_owned(),
            basis: self.basis,
            missing,
            flags: self.flags,
            wording: (!self.wording.is_plain()).then(|| Box::new(self.wording)),
            locator: self.locator,
            note: self.note,
        }
    }
}

fn flags(cells: &Cells<'_>) -> BTreeSet<Flag> {
    let Some(cell) = cells.get(Field::Flags) else { return BTreeSet::new() };
    let items = cells.items(cell).into_iter();
    items
        .filter_map(|(_, span)| cells.one_of(Field::Flags, cell, span, &Flag::ALL, |flag| flag.letter()))
        .collect()
}

const EXTENTS: [(&str, Extent); 2] = [("part", Extent::Part), ("whole", Extent::Whole)];

fn wording(cells: &Cells<'_>, measure: Option<&Measure>) -> Wording {
    let qualifiers = cells.get(Field::Qualifiers).map(|cell| cells.items(cell)).unwrap_or_default();
    Wording {
        described_as: cells.text(Field::DescribedAs),
        counted_as: cells.text(Field::CountedAs),
        includes: refer::includes(cells, measure),
        qualifiers: qualifiers.into_iter().map(|(words, _)| words.to_owned()).collect(),
        extent: cells.choice(Field::Extent, &EXTENTS, |(name, _)| name).map(|(_, extent)| extent),
        quoted: cells.text(Field::Words),
    }
}
