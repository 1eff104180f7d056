//! XLSX files: the parts of them that sheets are read from.

mod cell;
mod hidden;
mod pivot;
mod relations;
mod strings;
mod styles;
mod walk;

use super::archive::{Archive, Bounds};
use super::contents::Contents;
use super::date::Epoch;
use super::report::Report;
use super::words::Words;
use super::xml::{Piece, Tag, Xml};
use crate::import::sheet::{Row, Unreadable, Visibility};
use crate::personal::Policy;
use cell::Reading;
use relations::Relation;
use styles::Styles;
use walk::Walk;

/// A file, but for its sheets.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// The part of each sheet.
    parts: Vec<String>,
    strings: Vec<Words>,
    styles: Styles,
    epoch: Epoch,
}

/// More sheets than any file has.
const MOST_SHEETS: usize = 4_096;

/// The part that lists the sheets.
fn main_part(archive: &mut Archive<'_>) -> Result<String, Unreadable> {
    let relations = relations::of(archive, "")?;
    let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
    Ok(main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target))
}

/// Reads what sheets share, and walks over each of them once.
pub(super) fn open(
    archive: &mut Archive<'_>,
    bounds: &Bounds,
    report: &mut Report,
    policy: &Policy,
) -> Result<(Book, Vec<Contents>), Unreadable> {
    let main = main_part(archive)?;
    let relations = relations::of(archive, &main)?;
    let (mut book, mut sheets) = listed(archive, &main, &relations, report)?;
    let of_kind = |kind: &str| relations.iter().find(|relation| relation.kind == kind);
    let part = |kind: &str, usual: &str| of_kind(kind).map_or(usual.to_owned(), |part| part.target.clone());
    book.strings = strings::read(archive, &part("sharedStrings", "xl/sharedStrings.xml"), bounds)?;
    book.styles = Styles::read(archive, &part("styles", "xl/styles.xml"))?;
    let mut cells = 0;
    for (sheet, named) in sheets.iter_mut().zip(&book.parts) {
        let left = Bounds { cells: bounds.cells.saturating_sub(cells), ..*bounds };
        let part = archive.needed(named)?;
        let mut walk = Walk::new(part, named, book.reading(), &left, None);
        while walk.next_row()?.is_some() {}
        let (name, visibility) = (std::mem::take(&mut sheet.name), sheet.visibility);
        *sheet = Contents { name, visibility, ..walk.about };
        cells += sheet.cells;
        sort_rows(sheet);
    }
    for (sheet, named) in sheets.iter_mut().zip(&book.parts) {
        hidden::beside_sheet(archive, named, sheet)?;
    }
    hidden::beside_book(archive, report, policy)?;
    Ok((book, sheets))
}

/// Rows that a filter leaves out are not hidden in another way.
fn sort_rows(sheet: &mut Contents) {
    let Some(filter) = sheet.filter else { return };
    let hidden = std::mem::take(&mut sheet.hidden_rows);
    for row in hidden.numbers() {
        let within = filter.top < row && row <= filter.bottom;
        let rows = if within { &mut sheet.filtered_rows } else { &mut sheet.hidden_rows };
        rows.add(row, row);
    }
}

/// The sheets in their order, and what else the main part says.
fn listed(
    archive: &mut Archive<'_>,
    main: &str,
    relations: &[Relation],
    report: &mut Report,
) -> Result<(Book, Vec<Contents>), Unreadable> {
    let (mut book, mut sheets) = (Book::default(), Vec::new());
    let mut xml = Xml::new(archive.needed(main)?, main);
    loop {
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "workbookPr" if tag.says("date1904") => book.epoch = Epoch::Of1904,
                "absPath" if tag.get("url").is_some_and(|url| !url.trim().is_empty()) => report.saved_in(),
                "sheet" if sheets.len() < MOST_SHEETS => {
                    if let Some((sheet, part)) = sheet(&tag, relations) {
                        sheets.push(sheet);
                        book.parts.push(part);
                    }
                }
                "definedName" => {
                    let name = tag.get("name").unwrap_or_default();
                    let hidden = tag.says("hidden");
                    report.defined_name(&name, hidden, &xml.words(1 << 16)?);
                }
                _ => {}
            },
            Piece::Close(_) | Piece::Text(_) => {}
            Piece::End => return Ok((book, sheets)),
        }
    }
}

/// A sheet of cells. Sheets of charts and of dialogues have none.
fn sheet(tag: &Tag<'_>, relations: &[Relation]) -> Option<(Contents, String)> {
    let id = tag.get("id")?;
    let relation = relations.iter().find(|relation| relation.id == id && relation.kind == "worksheet")?;
    let visibility = match tag.get("state").as_deref() {
        Some("hidden") => Visibility::Hidden,
        Some("veryHidden") => Visibility::VeryHidden,
        _ => Visibility::Shown,
    };
    let name = tag.get("name").unwrap_or_default();
    Some((Contents { name, visibility, ..Contents::default() }, relation.target.clone()))
}

impl Book {
    fn reading(&self) -> Reading<'_> {
        Reading { strings: &self.strings, styles: &self.styles, epoch: self.epoch }
    }

    /// The rows of a sheet.
    pub(super) fn rows<'a>(
        &'a self,
        archive: &'a mut Archive<'_>,
        bounds: &Bounds,
        index: usize,
        known: &'a Contents,
    ) -> Result<Box<dyn Iterator<Item = Result<Row, Unreadable>> + 'a>, Unreadable> {
        let named = self.parts.get(index).map_or("", String::as_str);
        let part = archive.needed(named)?;
        Ok(Box::new(Walk::new(part, named, self.reading(), bounds, Some(known))))
    }
}
