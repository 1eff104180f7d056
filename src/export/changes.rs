//! What changed between two states of the record, for readers' tools: a row for each figure that differs.

use super::column::Datatype::{Number, PartialDate, Text, Token, Tokens};
use super::column::{Cell, Column, Datatype};
use super::csv_file::{CsvFile, in_memory};
use super::figures_csv::figures_of_csv;
use super::json_file::json_file;
use crate::disclose::Publication;
use crate::model::{ChangeNote, FigureId, FigureKey, MeasureId};
use crate::period::Timing;
use crate::revision::{Changes, FigureChange};
use crate::table::{Diff, Key, Table, highlighter};
use std::collections::BTreeSet;

/// A figure that differs, with the note that says why.
struct Row<'a> {
    change: &'a FigureChange,
    key: &'a FigureKey,
    note: Option<&'a ChangeNote>,
}

struct ChangeColumn {
    column: Column,
    cell: for<'r> fn(&'r Row<'_>) -> Cell<'r>,
}

const fn column(
    name: &'static str,
    datatype: Datatype,
    meaning: &'static str,
    cell: for<'r> fn(&'r Row<'_>) -> Cell<'r>,
) -> ChangeColumn {
    ChangeColumn { column: Column { name, datatype, meaning }, cell }
}

const COLUMNS: &[ChangeColumn] = &[
    column("figure", Token, "The figure's id now, or the last it had.", |row| {
        Cell::text(row.change.figure.as_str())
    }),
    column("measure", Token, "The id of the measure.", |row| Cell::text(row.key.measure.as_str())),
    column("dimensions", Tokens, "The code on each dimension, as dimension=code.", |row| {
        let codes = row.key.dimensions.iter().map(|(id, code)| format!("{id}={code}"));
        Cell::Text(codes.collect::<Vec<_>>().join(";").into())
    }),
    column("as_of", PartialDate, "The date at which it was counted.", |row| match &row.key.timing {
        Timing::AsOf(date) => Cell::shown(Some(date)),
        Timing::During(_) | Timing::NotStated => Cell::Blank,
    }),
    column("period", Token, "The period over which it was counted.", |row| match &row.key.timing {
        Timing::During(period) => Cell::shown(Some(period)),
        Timing::AsOf(_) | Timing::NotStated => Cell::Blank,
    }),
    column("source", Token, "The id of the source, now or the last it had.", |row| {
        Cell::optional(row.change.newest().map(|state| state.source.as_str()))
    }),
    column(
        "class",
        Token,
        "What happened: `added`, `removed`, `withheld` (no longer has a value), `given` (has one now), `revised`, `rounding_only`, `hedged`, `moved` (another date, breakdown or source), `status`, `reworded`, `detail`, `repeated` (new, and the same body had given the same).",
        |row| Cell::text(row.change.class().name()),
    ),
    column(
        "kind",
        Token,
        "What kind of change it is: revision, correction, update, restatement or withdrawal.",
        |row| Cell::text(row.change.kind.words()),
    ),
    column(
        "was",
        Text,
        "The quantity before, word for word: its own, or that of the figure whose place it takes. Empty where there was none. Of a count that one edition or source withholds and another prints, “a number, not shown”.",
        |row| Cell::optional(row.change.replaced().map(|state| state.reported.told())),
    ),
    column("now", Text, "The quantity now, word for word. Empty where it is gone.", |row| {
        Cell::optional(row.change.after.as_ref().map(|state| state.reported.told()))
    }),
    column("was_standing", Token, "The status before.", |row| {
        Cell::optional(row.change.before.as_ref().map(|state| state.standing.name()))
    }),
    column("now_standing", Token, "The status now.", |row| {
        Cell::optional(row.change.after.as_ref().map(|state| state.standing.name()))
    }),
    column("difference", Number, "After less before, where both are single numbers of one kind.", |row| {
        Cell::number(row.change.revised().and_then(|by| by.difference.as_ref()))
    }),
    column("relative", Number, "The difference over the number before, where that is not zero.", |row| {
        Cell::number(row.change.revised().and_then(|by| by.relative.as_ref()))
    }),
    column(
        "predecessor",
        Token,
        "Of a new figure, the id of the figure of the same body that it repeats or whose place it takes.",
        |row| Cell::optional(row.change.predecessor.as_ref().map(|old| old.state.id.as_str())),
    ),
    column("note", Token, "The id of the publisher's note on it.", |row| {
        Cell::optional(row.note.map(|note| note.id.as_str()))
    }),
    column("why", Text, "The reason that the note gives.", |row| {
        Cell::optional(row.note.map(|note| note.why.as_str()))
    }),
];

/// The columns of a file of changes.
pub fn change_columns() -> impl Iterator<Item = &'static Column> {
    COLUMNS.iter().map(|column| &column.column)
}

/// Every figure that differs, a row each.
#[must_use]
pub fn changes_csv(changes: &Changes) -> Vec<u8> {
    in_memory(|out| {
        let mut file = CsvFile::new(out);
        file.header(change_columns().map(|column| column.name))?;
        for change in changes.figures() {
            let Some(newest) = change.newest() else { continue };
            let row = Row { change, key: &newest.key, note: changes.note_on(change) };
            COLUMNS.iter().try_for_each(|column| file.cell(column.column.datatype, &(column.cell)(&row)))?;
            file.end_row()?;
        }
        file.finish()
    })
}

/// Everything that changed, typed, as JSON.
#[must_use]
pub fn changes_json(changes: &Changes) -> Vec<u8> {
    json_file(changes)
}

/// The figures of the measures that changed, as a difference that a table can be patched with: the highlighter format
/// of daff, over the columns of the file of all figures. Figures of counts that are withheld somewhere are left out of
/// it, so a table it is applied to keeps them as they are. None where the tables cannot be read, which they always can.
#[must_use]
pub fn changes_daff(changes: &Changes, before: &Publication, after: &Publication) -> Option<Vec<u8>> {
    let measures: BTreeSet<&MeasureId> = changes.measures.iter().map(|measure| &measure.id).collect();
    let shielded: BTreeSet<&FigureId> = before.shielded.union(&after.shielded).collect();
    let table = |of: &Publication| {
        Table::read(&figures_of_csv(&of.record, &measures, &shielded)).ok().map(|read| read.table)
    };
    let (old, new) = (table(before)?, table(after)?);
    let diff = Diff::between(&old, &new, &Key::Declared(vec!["figure".to_owned()])).ok()?;
    Some(highlighter::csv(&diff).into_bytes())
}
