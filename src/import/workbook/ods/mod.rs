//! ODS files: one part holds all sheets, one after the other.

mod cell;
mod styles;
mod walk;
mod words;

use super::archive::{Archive, Bounds, locked};
use super::contents::Contents;
use super::report::{Other, Report};
use super::xml::{Piece, Xml};
use crate::import::sheet::{Row, Unreadable};
use styles::Styles;
use walk::{PART, Repeats, Walk};

/// A file, but for its sheets.
#[derive(Debug, Default)]
pub(super) struct Book {
    styles: Styles,
}

/// More sheets than any file has.
const MOST_SHEETS: usize = 4_096;

/// Reads what sheets share, and walks over each of them once.
pub(super) fn open(
    archive: &mut Archive<'_>,
    bounds: &Bounds,
    report: &mut Report,
) -> Result<(Book, Vec<Contents>), Unreadable> {
    refuse_locked(archive)?;
    let book = Book { styles: Styles::read(archive)? };
    let mut sheets = Vec::new();
    let mut walk = Walk::new(archive.needed(PART)?, &book.styles, bounds);
    while sheets.len() < MOST_SHEETS && walk.next_sheet(report)? {
        while walk.next_row(Repeats::Once, report)?.is_some() {}
        sheets.push(std::mem::take(&mut walk.about));
    }
    drop(walk);
    beside(archive, report)?;
    Ok((book, sheets))
}

fn refuse_locked(archive: &mut Archive<'_>) -> Result<(), Unreadable> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    let Some(reader) = archive.part(MANIFEST)? else { return Ok(()) };
    let mut xml = Xml::new(reader, MANIFEST);
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.name() == "encryption-data" => return Err(locked()),
            Piece::End => return Ok(()),
            Piece::Open(_) | Piece::Close(_) | Piece::Text(_) => {}
        }
    }
}

/// Parts that are no sheets, and who made the file.
fn beside(archive: &mut Archive<'_>, report: &mut Report) -> Result<(), Unreadable> {
    for (start, other) in
        [("basic/", Other::Macros), ("scripts/", Other::Macros), ("object ", Other::Embedded)]
    {
        let parts = archive.below(start).filter(|part| !part.ends_with('/'));
        report.others.extend(parts.map(|part| (other, part.to_owned())));
    }
    let Some(reader) = archive.part("meta.xml")? else { return Ok(()) };
    let mut xml = Xml::new(reader, "meta.xml");
    let mut property = String::new();
    loop {
        match xml.next()? {
            Piece::Open(tag) => {
                property = tag.name().to_owned();
                if property == "user-defined" {
                    property = tag.get("name").unwrap_or_default();
                }
            }
            Piece::Text(text) if !text.trim().is_empty() => report.property("meta.xml", &property),
            Piece::Text(_) => {}
            Piece::Close(_) => property.clear(),
            Piece::End => return Ok(()),
        }
    }
}

impl Book {
    /// The rows of a sheet.
    pub(super) fn rows<'a>(
        &'a self,
        archive: &'a mut Archive<'_>,
        bounds: &Bounds,
        index: usize,
    ) -> Result<Box<dyn Iterator<Item = Result<Row, Unreadable>> + 'a>, Unreadable> {
        let mut walk = Walk::new(archive.needed(PART)?, &self.styles, bounds);
        let mut report = Report::default();
        for at in 0..=index {
            walk.next_sheet(&mut report)?;
            if at < index {
                walk.skip_sheet()?;
            }
        }
        Ok(Box::new(std::iter::from_fn(move || {
            // After a fault the walk is at the end of nothing, and would only find the next one.
            let row = walk.next_row(Repeats::All, &mut report);
            if row.is_err() {
                walk.stop();
            }
            row.transpose()
        })))
    }
}
