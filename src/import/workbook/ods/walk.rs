//! The sheets of an ODS file, row by row. What is repeated a million times without anything in it costs nothing.

use super::super::archive::{Bounds, Part, too_much};
use super::super::areas::{Area, COLUMNS, ROWS};
use super::super::budget::Budget;
use super::super::contents::Contents;
use super::super::merges::Merges;
use super::super::report::{Other, Report};
use super::super::xml::{Piece, Tag, Xml};
use super::cell::Raw;
use super::styles::Styles;
use super::words;
use crate::import::sheet::{Cell, Row, Span, Unreadable, Visibility};

pub(super) const PART: &str = "content.xml";

/// The sheets as they are walked.
pub(super) struct Walk<'a> {
    xml: Xml<'a>,
    styles: &'a Styles,
    bounds: Bounds,
    budget: Budget,
    /// What is on the sheet, as far as it was walked.
    pub(super) about: Contents,
    merges: Merges,
    /// The last row, and the last column of which the file said whether it is hidden.
    row: u32,
    columns: u32,
    /// A row that is to come so many times more.
    again: Option<(Row, u32)>,
    /// Whether there are more rows in the sheet.
    within: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(part: Part<'a>, styles: &'a Styles, bounds: &Bounds) -> Self {
        Self {
            xml: Xml::new(part, PART),
            styles,
            bounds: *bounds,
            budget: Budget::new(bounds),
            about: Contents::default(),
            merges: Merges::default(),
            row: 0,
            columns: 0,
            again: None,
            within: false,
        }
    }

    /// Goes on to the next sheet; whether there is one. What stands beside the sheets is reported.
    pub(super) fn next_sheet(&mut self, report: &mut Report) -> Result<bool, Unreadable> {
        loop {
            match self.xml.next()? {
                Piece::Open(tag) => match tag.name() {
                    "table" => {
                        let (name, style) = (tag.get("name"), tag.get("style-name"));
                        self.start(name.unwrap_or_default(), &style.unwrap_or_default());
                        return Ok(true);
                    }
                    "tracked-changes" => {
                        report.others.push((Other::Changes, PART.to_owned()));
                        self.xml.skip()?;
                    }
                    "dde-links" => {
                        report.others.push((Other::Links, PART.to_owned()));
                        self.xml.skip()?;
                    }
                    "named-expression" => {
                        let name = tag.get("name").unwrap_or_default();
                        report.defined_name(&name, false, &tag.get("expression").unwrap_or_default());
                    }
                    "automatic-styles" | "font-face-decls" | "scripts" => self.xml.skip()?,
                    _ => {}
                },
                Piece::Close(_) | Piece::Text(_) => {}
                Piece::End => return Ok(false),
            }
        }
    }

    /// Passes over the rest of the sheet.
    pub(super) fn skip_sheet(&mut self) -> Result<(), Unreadable> {
        if self.within {
            self.xml.skip()?;
        }
        self.within = false;
        Ok(())
    }

    fn start(&mut self, name: String, style: &str) {
        let hidden = self.styles.hides(style);
        let visibility = if hidden { Visibility::Hidden } else { Visibility::Shown };
        self.about = Contents { name, visibility, ..Contents::default() };
        (self.merges, self.row, self.columns, self.again) = (Merges::default(), 0, 0, None);
        self.within = true;
    }

    /// The next row with anything in it. With `Repeats::Once`, one that is repeated comes once.
    pub(super) fn next_row(
        &mut self,
        repeats: Repeats,
        report: &mut Report,
    ) -> Result<Option<Row>, Unreadable> {
        if let Some((row, times)) = self.again.take() {
            let next = Row { number: row.number + 1, ..row };
            self.again = (times > 1).then(|| (next.clone(), times - 1));
            return Ok(Some(next));
        }
        while self.within {
            match self.xml.next()? {
                Piece::Open(tag) => match tag.name() {
                    "table-row" => {
                        let (times, hidden) =
                            (tag.number("number-rows-repeated").unwrap_or(1).max(1), hidden(&tag));
                        let row = self.read_row(times, hidden)?;
                        if !row.cells.is_empty() {
                            self.again =
                                (times > 1 && repeats == Repeats::All).then(|| (row.clone(), times - 1));
                            return Ok(Some(row));
                        }
                    }
                    "table-column" => {
                        let times = tag.number("number-columns-repeated").unwrap_or(1);
                        let first = self.columns + 1;
                        self.columns = self.columns.saturating_add(times).min(COLUMNS);
                        if hidden(&tag) != Visibility::Shown && first <= self.columns {
                            self.about.hidden_columns.add(first, self.columns);
                        }
                    }
                    "table-source" => {
                        report.others.push((Other::Links, PART.to_owned()));
                        self.xml.skip()?;
                    }
                    // Groups of rows and of columns; anything else is no row.
                    "table-rows"
                    | "table-header-rows"
                    | "table-row-group"
                    | "table-columns"
                    | "table-header-columns"
                    | "table-column-group" => {}
                    _ => self.xml.skip()?,
                },
                Piece::Close(tag) if tag.name() == "table" => self.within = false,
                Piece::Close(_) | Piece::Text(_) => {}
                Piece::End => self.within = false,
            }
        }
        Ok(None)
    }

    fn read_row(&mut self, times: u32, visibility: Visibility) -> Result<Row, Unreadable> {
        let first = self.row.saturating_add(1);
        let last = self.row.saturating_add(times);
        self.row = last;
        self.merges.row(first);
        self.budget.next_row();
        let hidden = match visibility {
            Visibility::Shown => None,
            Visibility::Filtered => Some(&mut self.about.filtered_rows),
            Visibility::Hidden | Visibility::VeryHidden => Some(&mut self.about.hidden_rows),
        };
        if let Some(hidden) = hidden.filter(|_| first <= ROWS) {
            hidden.add(first, last.min(ROWS));
        }
        let mut row = Row { number: first, visibility, cells: Vec::new() };
        let mut column = 1;
        loop {
            match self.xml.next()? {
                Piece::Open(tag) if matches!(tag.name(), "table-cell" | "covered-table-cell") => {
                    let raw = Raw::of(&tag);
                    column = self.read_cell(raw, column, times, &mut row)?;
                }
                Piece::Open(_) => self.xml.skip()?,
                Piece::Text(_) => {}
                Piece::Close(_) | Piece::End => break,
            }
        }
        if !row.cells.is_empty() {
            if last > ROWS {
                return Err(too_much(format!("the sheet “{}” has rows beyond {ROWS}", self.about.name)));
            }
            self.about.rows = last;
        }
        Ok(row)
    }

    /// Reads a cell; the column after it.
    fn read_cell(&mut self, raw: Raw, column: u32, rows: u32, row: &mut Row) -> Result<u32, Unreadable> {
        let (columns, spans, formula) = (raw.columns, raw.spans, raw.formula);
        let inside = words::read(&mut self.xml, self.styles, &self.bounds)?;
        let has_words = inside.paragraphs > 0;
        self.about.comments += inside.comments;
        let mut cell = raw.cell(inside, self.styles);
        let after = column.saturating_add(columns);
        if formula && !has_words && !cell.holds_something() {
            self.about.without_result.add(row.number, column);
        }
        if spans != (1, 1) && column <= COLUMNS {
            self.merge(row.number, column, spans);
        }
        let filled = cell.holds_something();
        if filled {
            if after > COLUMNS + 1 {
                return Err(too_much(format!(
                    "the sheet “{}” has columns beyond {COLUMNS}",
                    self.about.name
                )));
            }
            self.budget.take(&cell, columns.into(), rows.into(), row.number)?;
            self.about.cells += u64::from(columns) * u64::from(rows);
            self.about.columns = self.about.columns.max(after - 1);
        }
        if cell.is_unseen() {
            self.about.unseen.add(row.number, column);
            cell.visibility = Visibility::Hidden;
        }
        for at in column..after.min(COLUMNS + 1) {
            let span = self.merges.span(row.number, at);
            if !filled && span == Span::Alone {
                // Nothing stands here, and what is merged further on says so itself.
                break;
            }
            let unseen = cell.visibility == Visibility::Hidden || self.about.hidden_columns.contains(at);
            let visibility = if unseen { Visibility::Hidden } else { Visibility::Shown };
            row.cells.push(Cell { column: at, span, visibility, ..cell.clone() });
        }
        Ok(after)
    }

    fn merge(&mut self, row: u32, column: u32, (columns, rows): (u32, u32)) {
        let right = column.saturating_add(columns - 1).min(COLUMNS);
        let bottom = row.saturating_add(rows - 1).min(ROWS);
        if bottom >= row {
            self.merges.open(Area { top: row, left: column, bottom, right });
        }
    }

    /// There are no more rows.
    pub(super) fn stop(&mut self) {
        (self.within, self.again) = (false, None);
    }
}

/// Whether a row that is repeated comes as often as it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeats {
    All,
    Once,
}

fn hidden(tag: &Tag<'_>) -> Visibility {
    match tag.get("visibility").as_deref() {
        Some("collapse") => Visibility::Hidden,
        Some("filter") => Visibility::Filtered,
        _ => Visibility::Shown,
    }
}
