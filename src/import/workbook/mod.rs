//! Workbooks, XLSX and ODS: their sheets as streams of rows, and what in them is hidden.
//!
//! A workbook is bounded before anything of it is unpacked, and walked once when it is opened: what its sheets hold, and
//! what stands beside them, is known before a row is handed on. Then [`Workbook::sheet`] reads a sheet row by row.
//!
//! Sheets are read with our own few readers and not with `calamine`, which the tests hold them against: of a cell it
//! keeps neither the digits of its number, nor its format, nor what stands raised in it, nor whether it is hidden.

mod archive;
mod areas;
mod budget;
mod contents;
mod date;
mod decimal;
mod format;
mod header;
mod kind;
mod merges;
mod ods;
mod pattern;
mod persons;
mod published;
mod report;
mod words;
mod xlsx;
mod xml;

pub use contents::Contents;
pub use published::published;

use super::Input;
use super::codes::{HIDDEN_SHEET, WORKBOOK, error};
use super::sheet::{Row, Sheet, Unreadable, Visibility};
use crate::finding::Finding;
use crate::model::Place;
use crate::personal::Policy;
use archive::{Archive, Bounds};
use kind::Kind;
use report::Report;

/// A workbook that was walked once.
pub struct Workbook<'b> {
    input: &'b Input,
    bounds: Bounds,
    archive: Archive<'b>,
    book: Book,
    sheets: Vec<Contents>,
    findings: Vec<Finding>,
}

/// What becomes of sheets, rows, columns and cells that a reader of the file does not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// They are left out, as they should be unless somebody asks for them.
    LeftOut,
    /// They come with the others.
    Included,
}

enum Book {
    Xlsx(xlsx::Book),
    Ods(ods::Book),
}

impl<'b> Workbook<'b> {
    /// Opens a workbook, and finds what is hidden in it.
    ///
    /// # Errors
    /// A finding that says what to do, where it is none that can be read.
    pub fn open(input: &'b Input, policy: &Policy) -> Result<Self, Box<Finding>> {
        Self::within(input, policy, Bounds::USUAL)
    }

    fn within(input: &'b Input, policy: &Policy, bounds: Bounds) -> Result<Self, Box<Finding>> {
        Self::read(input, policy, bounds).map_err(|fault| Box::new(refusal(input, &fault)))
    }

    fn read(input: &'b Input, policy: &Policy, bounds: Bounds) -> Result<Self, Unreadable> {
        kind::of_bytes(&input.bytes)?;
        let mut archive = Archive::open(&input.bytes, &bounds)?;
        let mut report = Report::default();
        let (book, sheets) = match kind::of_archive(&mut archive)? {
            Kind::Xlsx => {
                let (book, sheets) = xlsx::open(&mut archive, &bounds, &mut report, policy)?;
                (Book::Xlsx(book), sheets)
            }
            Kind::Ods => {
                let (book, sheets) = ods::open(&mut archive, &bounds, &mut report)?;
                (Book::Ods(book), sheets)
            }
        };
        let findings = report.findings(&input.path, &sheets);
        Ok(Self { input, bounds, archive, book, sheets, findings })
    }

    /// Its sheets, in their order.
    #[must_use]
    pub fn sheets(&self) -> &[Contents] {
        &self.sheets
    }

    /// What is hidden in it or stands beside its sheets, and what speaks of single persons there.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Says that no sheet is named, or none of that name is there, and which there are.
    #[must_use]
    pub fn no_sheet(&self, name: Option<&str>) -> Finding {
        let message = match name {
            Some(name) => format!("there is no sheet “{}”", crate::import::clean::line(name, 80)),
            None => format!("the workbook has {} sheets, and none is named", self.sheets.len()),
        };
        let names = self.sheets.iter().filter(|sheet| sheet.visibility == Visibility::Shown);
        let names: Vec<String> =
            names.take(20).map(|sheet| crate::import::clean::quoted(&sheet.name)).collect();
        let help = format!("name one with --sheet: {}", names.join(", "));
        refusal(self.input, &Unreadable { row: None, message, help })
    }

    /// A sheet by its place among the sheets, from 0. One sheet is read at a time.
    ///
    /// # Errors
    /// A finding, where there is no such sheet, it cannot be read, or it is hidden and was not asked for.
    pub fn sheet(&mut self, index: usize, unseen: Unseen) -> Result<Sheet<'_>, Box<Finding>> {
        let Some(about) = self.sheets.get(index) else {
            let message = format!("there is no sheet {}", index.saturating_add(1));
            let help = "`--list` shows the sheets".to_owned();
            return Err(Box::new(refusal(self.input, &Unreadable { row: None, message, help })));
        };
        if unseen == Unseen::LeftOut && about.visibility != Visibility::Shown {
            let message = format!("the sheet “{}” is hidden, and is not read", about.name);
            let help = "look at it in a spreadsheet; --include-hidden reads it all the same";
            return Err(Box::new(error(&HIDDEN_SHEET, Place::file(&self.input.path), message, help)));
        }
        let rows = match &self.book {
            Book::Xlsx(book) => book.rows(&mut self.archive, &self.bounds, index, about),
            Book::Ods(book) => book.rows(&mut self.archive, &self.bounds, index),
        };
        let rows = rows.map_err(|fault| Box::new(refusal(self.input, &fault)))?;
        let rows = match unseen {
            Unseen::Included => rows,
            Unseen::LeftOut => Box::new(rows.filter_map(|row| row.map(seen).transpose())),
        };
        Ok(Sheet { name: Some(about.name.clone()), visibility: about.visibility, rows })
    }
}

/// What of a row is seen; none where that is nothing.
fn seen(mut row: Row) -> Option<Row> {
    row.cells.retain(|cell| cell.visibility == Visibility::Shown);
    (row.visibility == Visibility::Shown && !row.cells.is_empty()).then_some(row)
}

impl Workbook<'_> {
    /// What on the sheets speaks of single persons, hidden sheets included. Such a file is not to be imported.
    ///
    /// # Errors
    /// As for [`Workbook::sheet`].
    pub fn persons(&mut self, policy: &Policy) -> Result<Vec<Finding>, Box<Finding>> {
        let (path, mut findings) = (self.input.path.clone(), Vec::new());
        for index in 0..self.sheets.len() {
            findings.extend(persons::of_sheet(self.sheet(index, Unseen::Included)?, &path, policy));
        }
        Ok(findings)
    }

    /// The row of a sheet where its table seems to start, for a person to see.
    ///
    /// # Errors
    /// As for [`Workbook::sheet`].
    pub fn header_row(&mut self, index: usize) -> Result<Option<u32>, Box<Finding>> {
        Ok(header::row(self.sheet(index, Unseen::Included)?))
    }
}

/// Why a workbook or a sheet is not read.
fn refusal(input: &Input, fault: &Unreadable) -> Finding {
    error(&WORKBOOK, Place::file(&input.path), fault.message.clone(), fault.help.clone())
}

#[cfg(test)]
mod tests;
