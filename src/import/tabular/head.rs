//! The top of a sheet: what stands above the table, the row of its header, and the names of its columns.

use super::cell::{is_number, peel};
use super::mapping::Reads;
use super::period;
use crate::import::clean;
use crate::import::sheet::{Cell, Held, Row, Sheet, Span, Unreadable};
use std::collections::{BTreeMap, BTreeSet};

/// So many rows are looked at for the header.
const LOOKED_AT: u32 = 60;
/// A header lies no deeper than this.
const DEEPEST: u32 = 10_000;

/// The top of a sheet.
#[derive(Debug)]
pub(super) struct Head {
    /// Rows above the header.
    pub(super) above: Vec<Row>,
    /// The first row of the header.
    pub(super) row: u32,
    /// The names of the columns.
    pub(super) columns: BTreeMap<u32, String>,
    /// Rows of the table that were read on the way.
    pub(super) read: Vec<Row>,
}

/// Where the header is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) row: Option<u32>,
    pub(super) rows: u32,
}

/// Reads the top of a sheet and leaves the rest of its rows. None where there is no header.
pub(super) fn read(sheet: &mut Sheet<'_>, wanted: Wanted) -> Result<Option<Head>, Unreadable> {
    let deepest = wanted.row.unwrap_or_default().min(DEEPEST).saturating_add(LOOKED_AT);
    let mut rows = Vec::new();
    for row in sheet.rows.by_ref() {
        let row = row?;
        let is_last = row.number >= deepest;
        rows.push(row);
        if is_last {
            break;
        }
    }
    let Some(first) = wanted.row.or_else(|| find(&rows)) else { return Ok(None) };
    let end = first.saturating_add(wanted.rows);
    let (above, rest): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.number < first);
    let (header, read): (Vec<Row>, Vec<Row>) = rest.into_iter().partition(|row| row.number < end);
    let columns = names(&header);
    Ok((!columns.is_empty()).then_some(Head { above, row: first, columns, read }))
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| cell.holds_something()).count()
}

/// The first row with words or periods in nearly as many cells as most rows have.
fn find(rows: &[Row]) -> Option<u32> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    rows.iter()
        .map(filled)
        .filter(|filled| *filled > 1)
        .for_each(|filled| *counts.entry(filled).or_default() += 1);
    let common =
        counts.into_iter().max_by_key(|(filled, count)| (*count, *filled)).map(|(filled, _)| filled)?;
    let is_header = |row: &&Row| {
        let filled = filled(row);
        let names = row.cells.iter().filter(|cell| {
            let text = peel(&cell.text).core;
            !is_number(&text) || is_heading_period(&text)
        });
        filled > 1 && filled * 4 >= common * 3 && names.count() == filled
    };
    rows.iter().find(is_header).map(|row| row.number)
}

/// A period that a heading can be. A bare number is one only where it can be a year of our time.
pub(super) fn is_heading_period(text: &str) -> bool {
    let is_number = is_number(text);
    let is_year = text.len() == 4 && ("1900".."2100").contains(&text);
    (!is_number || is_year) && !matches!(period::read(text, Reads::AsWritten), Err(period::Fault::Unknown))
}

/// A second row of header above this one: cells over several columns.
pub(super) fn has_groups_above(above: &[Row], row: u32) -> bool {
    let last = above.last().filter(|last| last.number + 1 == row);
    last.is_some_and(|last| filled(last) > 1 && last.cells.iter().all(|cell| !is_number(&cell.text)))
}

/// Names out of the rows of a header. What stands over several columns goes before their own names.
fn names(header: &[Row]) -> BTreeMap<u32, String> {
    let width = header.iter().flat_map(|row| row.cells.iter().map(reach)).max().unwrap_or_default();
    let mut names: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let own = header.last().map(named).unwrap_or_default();
    for (index, row) in header.iter().enumerate() {
        let is_own = index + 1 == header.len();
        let mut over = String::new();
        for column in 1..=width {
            let cell = row
                .cells
                .binary_search_by_key(&column, |cell| cell.column)
                .ok()
                .and_then(|at| row.cells.get(at));
            let text = cell.map(label).unwrap_or_default();
            if !text.is_empty() {
                over = text.clone();
            }
            // What stands over a group goes as far as there are columns with names of their own.
            let is_carried = !is_own && text.is_empty() && own.contains(&column);
            let name = if is_carried { over.clone() } else { text };
            let parts = names.entry(column).or_default();
            if !name.is_empty() && parts.last() != Some(&name) {
                parts.push(name);
            }
        }
    }
    once_each(names)
}

/// The words of a heading. A date is written out, however it is shown.
fn label(cell: &Cell) -> String {
    match cell.held {
        Held::Date(date) => date.words(),
        _ => clean::prose(&cell.text),
    }
}

fn named(row: &Row) -> BTreeSet<u32> {
    row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).map(|cell| cell.column).collect()
}

fn reach(cell: &Cell) -> u32 {
    match cell.span {
        Span::Over { columns, .. } => cell.column.saturating_add(columns.saturating_sub(1)).min(16_384),
        Span::Alone | Span::Under { .. } => cell.column,
    }
}

/// A name that is there already gets a number; a column without one has none.
fn once_each(names: BTreeMap<u32, Vec<String>>) -> BTreeMap<u32, String> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let named = names.into_iter().filter(|(_, parts)| !parts.is_empty());
    named
        .map(|(column, parts)| {
            let name = parts.join(": ");
            let time = times.entry(name.clone()).or_default();
            *time += 1;
            let name = if *time == 1 { name } else { format!("{name} ({time})") };
            (column, name)
        })
        .collect()
}
