//! Applying a highlighter table to a table.

use super::anchors::{found, stays};
use super::arrange::{Item, Slot, arrange};
use super::conflict::{Conflict, Looked};
use super::parse::{Action, Column, Fate, Patch, Row};
use crate::table::Table;
use smol_str::SmolStr;

/// More conflicts than this are not looked for.
const MOST: usize = 20;

impl Patch {
    /// Applies the patch to a table.
    ///
    /// # Errors
    /// With everything that does not fit, up to 20 places, where anything does not.
    pub fn apply(&self, base: &Table) -> Result<Table, Vec<Conflict>> {
        let places = self.column_places(base)?;
        // What the patch says of the table before it, in the columns that both have.
        let both: Vec<(usize, usize)> =
            places.iter().enumerate().filter_map(|(at, place)| place.map(|place| (at, place))).collect();
        let table: Vec<Vec<&str>> = base
            .rows()
            .iter()
            .map(|row| both.iter().map(|(_, place)| known(row, *place)).collect())
            .collect();
        let expected: Vec<Option<Vec<&str>>> = self.rows.iter().map(|row| before(row, &both)).collect();
        let rows = found(&self.rows, &expected, &table);
        let names = both.iter().map(|(_, place)| base.column(*place)).collect();
        let looked = Looked { names, table: &table };
        let missing = self.rows.iter().zip(&expected).zip(&rows).filter_map(|((row, expected), found)| {
            expected.as_ref().filter(|_| found.is_none()).map(|expected| looked.conflict(row, expected))
        });
        let conflicts: Vec<Conflict> = missing.take(MOST).collect();
        if conflicts.is_empty() { Ok(self.rebuilt(base, &places, &rows)) } else { Err(conflicts) }
    }

    /// The place in the table of each column of the patch that is to be in it.
    fn column_places(&self, base: &Table) -> Result<Vec<Option<usize>>, Vec<Conflict>> {
        let mut free = vec![true; base.columns().len()];
        let mut conflicts = Vec::new();
        let mut places = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            let Some(name) = column.before() else {
                places.push(None);
                continue;
            };
            let is_it = |(at, free): &(usize, &mut bool)| **free && base.column(*at) == name;
            let place = free.iter_mut().enumerate().find(is_it).map(|(at, free)| {
                *free = false;
                at
            });
            if place.is_none() {
                let message = format!("the patch speaks of a column “{name}”, which the table does not have");
                conflicts.push(Conflict { row: None, message });
            }
            places.push(place);
        }
        if conflicts.is_empty() { Ok(places) } else { Err(conflicts) }
    }

    fn rebuilt(&self, base: &Table, places: &[Option<usize>], rows: &[Option<usize>]) -> Table {
        let columns = self.column_slots(places, base.columns().len());
        let mut patch_row = vec![None; base.rows().len()];
        for (row, place) in self.rows.iter().zip(rows) {
            if let Some(slot) = place.and_then(|place| patch_row.get_mut(place)) {
                *slot = Some(row);
            }
        }
        let patch_column = |base: usize| places.iter().position(|place| *place == Some(base));
        let columns: Vec<(Slot, Option<usize>)> = columns
            .into_iter()
            .map(|slot| match slot {
                Slot::Kept(place) => (slot, patch_column(place)),
                Slot::New(entry) => (slot, Some(entry)),
            })
            .collect();
        let name = |(slot, entry): &(Slot, Option<usize>)| match (slot, entry) {
            (_, Some(entry)) => {
                self.columns.get(*entry).map(|column| column.name.clone()).unwrap_or_default()
            }
            (Slot::Kept(place), None) => base.column(*place).into(),
            (Slot::New(_), None) => SmolStr::default(),
        };
        let names = columns.iter().map(name).collect();
        let slots = arrange(&self.row_items(rows), base.rows().len());
        let row = |slot: Slot| match slot {
            Slot::Kept(place) => {
                let patch = patch_row.get(place).copied().flatten();
                columns.iter().map(|column| kept(base, place, patch, *column)).collect()
            }
            Slot::New(entry) => {
                let patch = self.rows.get(entry);
                columns.iter().map(|(_, column)| cell(patch, *column).unwrap_or_default()).collect()
            }
        };
        Table::new(names, slots.into_iter().map(row).collect())
    }

    fn column_slots(&self, places: &[Option<usize>], base: usize) -> Vec<Slot> {
        let item = |(entry, (column, place)): (usize, (&Column, &Option<usize>))| match (&column.fate, place)
        {
            (Fate::Gap, _) => Item::Gap,
            (Fate::Removed, Some(place)) => Item::Goes(*place),
            (_, Some(place)) if column.moved => Item::Moves(*place),
            (_, Some(place)) => Item::Stays(*place),
            (_, None) => Item::Comes(entry),
        };
        let items: Vec<Item> = self.columns.iter().zip(places).enumerate().map(item).collect();
        arrange(&items, base)
    }

    fn row_items(&self, rows: &[Option<usize>]) -> Vec<Item> {
        let stays = stays(&self.rows, rows);
        let item = |(entry, ((row, place), stays)): (usize, ((&Row, &Option<usize>), bool))| match (
            &row.action,
            place,
        ) {
            (Action::Gap, _) | (_, None) if row.action != Action::Added => Item::Gap,
            (Action::Removed, Some(place)) => Item::Goes(*place),
            (_, Some(place)) if stays => Item::Stays(*place),
            (_, Some(place)) => Item::Moves(*place),
            (_, None) => Item::Comes(entry),
        };
        self.rows.iter().zip(rows).zip(stays).enumerate().map(item).collect()
    }
}

impl Column {
    /// Its name in the table before the patch, if it is there.
    fn before(&self) -> Option<&str> {
        match &self.fate {
            Fate::Kept | Fate::Removed => Some(&self.name),
            Fate::Renamed(old) => Some(old),
            Fate::Added | Fate::Gap => None,
        }
    }
}

/// What a row of a patch says of the table before it; nothing where it says nothing.
fn before<'a>(row: &'a Row, both: &[(usize, usize)]) -> Option<Vec<&'a str>> {
    let cell = |at: &usize| row.cells.get(*at).map_or("", SmolStr::as_str);
    match &row.action {
        Action::Added | Action::Gap => None,
        Action::Context | Action::Moved | Action::Removed => {
            Some(both.iter().map(|(at, _)| cell(at)).collect())
        }
        Action::Changed(arrow) => {
            let side =
                |at: &usize| cell(at).split_once(arrow.as_str()).map_or(cell(at), |(before, _)| before);
            Some(both.iter().map(|(at, _)| side(at)).collect())
        }
    }
}

fn known(row: &[SmolStr], place: usize) -> &str {
    row.get(place).map_or("", SmolStr::as_str)
}

fn cell(row: Option<&Row>, column: Option<usize>) -> Option<SmolStr> {
    row?.cells.get(column?).cloned()
}

/// A cell of a row that was there before.
fn kept(base: &Table, row: usize, patch: Option<&Row>, (slot, column): (Slot, Option<usize>)) -> SmolStr {
    let Slot::Kept(place) = slot else { return cell(patch, column).unwrap_or_default() };
    let changed = patch.and_then(|patch| match &patch.action {
        Action::Changed(arrow) => {
            let text = cell(Some(patch), column)?;
            text.split_once(arrow.as_str()).map(|(_, after)| after.into())
        }
        _ => None,
    });
    changed.unwrap_or_else(|| base.cell(row, place).into())
}
