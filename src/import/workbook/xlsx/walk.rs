//! A sheet of an XLSX file, row by row.

use super::super::archive::{Bounds, Part, too_much};
use super::super::areas::{Area, COLUMNS, ROWS, cell, name};
use super::super::budget::Budget;
use super::super::contents::Contents;
use super::super::merges::Merges;
use super::super::xml::{Piece, Tag, Xml, broken};
use super::cell::{Raw, Reading};
use super::strings;
use crate::import::sheet::{Cell, Row, Span, Unreadable, Visibility};

/// A sheet as it is walked.
pub(super) struct Walk<'a> {
    xml: Xml<'a>,
    part: String,
    reading: Reading<'a>,
    bounds: Bounds,
    budget: Budget,
    /// What is on the sheet, as far as it was walked.
    pub(super) about: Contents,
    /// What was found in an earlier walk: what follows the rows in the file, and is needed for them.
    known: Option<&'a Contents>,
    merges: Merges,
    row: u32,
    stage: Stage,
}

/// Where in the part the walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Outside,
    Rows,
    Over,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        part: Part<'a>,
        named: &str,
        reading: Reading<'a>,
        bounds: &Bounds,
        known: Option<&'a Contents>,
    ) -> Self {
        let merges = known.map(|known| known.merges.clone()).unwrap_or_default();
        Self {
            xml: Xml::new(part, named),
            part: named.to_owned(),
            reading,
            bounds: *bounds,
            budget: Budget::new(bounds),
            about: Contents::default(),
            known,
            merges: Merges::new(merges),
            row: 0,
            stage: Stage::Outside,
        }
    }

    /// The next row with anything in it.
    pub(super) fn next_row(&mut self) -> Result<Option<Row>, Unreadable> {
        while self.stage != Stage::Over {
            match self.xml.next()? {
                Piece::Open(tag) => match (self.stage, tag.name()) {
                    (Stage::Outside, "sheetData") => self.stage = Stage::Rows,
                    (Stage::Outside, "extLst") => self.xml.skip()?,
                    (Stage::Outside, _) => beside(&mut self.about, &tag, &self.bounds)?,
                    (Stage::Rows, "row") => {
                        let (number, hidden) = (tag.get("r"), tag.says("hidden"));
                        let row = self.read_row(number.as_deref(), hidden)?;
                        if !row.cells.is_empty() {
                            return Ok(Some(row));
                        }
                    }
                    _ => self.xml.skip()?,
                },
                Piece::Close(tag) if tag.name() == "sheetData" => self.stage = Stage::Outside,
                Piece::Close(_) | Piece::Text(_) => {}
                Piece::End => self.stage = Stage::Over,
            }
        }
        Ok(None)
    }

    fn read_row(&mut self, number: Option<&str>, hidden: bool) -> Result<Row, Unreadable> {
        let number = match number {
            Some(number) => number.trim().parse().ok().filter(|number| *number > self.row),
            None => Some(self.row + 1),
        };
        let Some(number) = number.filter(|number| *number <= ROWS) else {
            return Err(self.broken("its rows are not in order"));
        };
        self.row = number;
        self.merges.row(number);
        self.budget.next_row();
        if hidden {
            self.about.hidden_rows.add(number, number);
        }
        let filtered = self.known.and_then(|known| known.filter);
        let filtered = filtered.is_some_and(|area| area.top < number && number <= area.bottom);
        let visibility = match (hidden, filtered) {
            (true, true) => Visibility::Filtered,
            (true, false) => Visibility::Hidden,
            (false, _) => Visibility::Shown,
        };
        let mut row = Row { number, visibility, cells: Vec::new() };
        let mut column = 0;
        loop {
            match self.xml.next()? {
                Piece::Open(tag) if tag.name() == "c" => {
                    let raw = Raw::of(&tag);
                    column = self.column(raw.reference.as_deref(), column)?;
                    self.read_cell(raw, column, &mut row)?;
                }
                Piece::Open(_) => self.xml.skip()?,
                Piece::Close(_) | Piece::End => return Ok(row),
                Piece::Text(_) => {}
            }
        }
    }

    /// The column of a cell: as it says, else the next one.
    fn column(&self, reference: Option<&str>, before: u32) -> Result<u32, Unreadable> {
        let column = match reference {
            None => Some(before + 1),
            Some(reference) => cell(reference).filter(|(row, _)| *row == self.row).map(|(_, column)| column),
        };
        column
            .filter(|column| *column > before && *column <= COLUMNS)
            .ok_or_else(|| self.broken("its cells are not in order"))
    }

    fn read_cell(&mut self, mut raw: Raw, column: u32, row: &mut Row) -> Result<(), Unreadable> {
        loop {
            match self.xml.next()? {
                Piece::Open(tag) => match tag.name() {
                    "v" => raw.value = Some(self.xml.words(self.bounds.words)?),
                    "is" => raw.inline = Some(strings::text(&mut self.xml, "is", &self.bounds)?),
                    "f" => {
                        raw.formula = true;
                        self.xml.skip()?;
                    }
                    _ => self.xml.skip()?,
                },
                Piece::Close(_) | Piece::End => break,
                Piece::Text(_) => {}
            }
        }
        if raw.formula && raw.value.is_none() && raw.inline.is_none() {
            self.about.without_result.add(row.number, column);
        }
        let mut cell = self.reading.cell(raw).map_err(|what| self.broken(&what))?;
        cell.column = column;
        cell.span = self.merges.span(row.number, column);
        let filled = cell.holds_something();
        if filled {
            self.count(&cell, row.number, column)?;
        }
        if cell.is_unseen() {
            self.about.unseen.add(row.number, column);
            cell.visibility = Visibility::Hidden;
        } else if self.about.hidden_columns.contains(column) {
            cell.visibility = Visibility::Hidden;
        }
        if filled || cell.span != Span::Alone {
            row.cells.push(cell);
        }
        Ok(())
    }

    fn count(&mut self, cell: &Cell, row: u32, column: u32) -> Result<(), Unreadable> {
        let about = &mut self.about;
        about.cells += 1;
        about.rows = row;
        about.columns = about.columns.max(column);
        self.budget.take(cell, 1, 1, row)
    }

    fn broken(&self, what: &str) -> Unreadable {
        let row = (self.row > 0).then_some(self.row);
        let near = row.map(|row| format!(", near {}", name(row, 1))).unwrap_or_default();
        Unreadable { row, ..broken(&self.part, &format!("{what}{near}")) }
    }
}

/// What stands before and after the rows.
fn beside(about: &mut Contents, tag: &Tag<'_>, bounds: &Bounds) -> Result<(), Unreadable> {
    match tag.name() {
        "col" => {
            let hidden = tag.says("hidden") || tag.get("width").is_some_and(|width| width.trim() == "0");
            let (first, last) =
                (tag.number("min").unwrap_or_default(), tag.number("max").unwrap_or_default());
            if hidden && 0 < first && first <= last && last <= COLUMNS {
                about.hidden_columns.add(first, last);
            }
        }
        "mergeCell" => {
            let area = tag.get("ref").and_then(|area| Area::parse(&area));
            about.merges.extend(area.filter(|area| !area.is_one_cell()));
            if about.merges.len() > bounds.merges {
                return Err(too_much(format!("a sheet has more than {} merged areas", bounds.merges)));
            }
        }
        "autoFilter" => about.filterable = tag.get("ref").and_then(|area| Area::parse(&area)),
        // Without it, the filter is there and lets everything through.
        "filterColumn" => about.filter = about.filterable,
        _ => {}
    }
    Ok(())
}

impl Iterator for Walk<'_> {
    type Item = Result<Row, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.next_row();
        if row.is_err() {
            self.stage = Stage::Over;
        }
        row.transpose()
    }
}
