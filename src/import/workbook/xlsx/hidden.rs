//! Parts of an XLSX file that a reader of its sheets does not see.

use super::super::archive::Archive;
use super::super::contents::Contents;
use super::super::report::{Other, Report};
use super::super::xml::{Piece, Xml};
use super::pivot;
use super::relations;
use crate::import::sheet::Unreadable;
use crate::personal::Policy;

/// Folders and parts, in small letters, and what lies in them.
const OTHERS: [(&str, Other); 8] = [
    ("xl/externallinks/", Other::Links),
    ("xl/connections.xml", Other::Links),
    ("xl/querytables/", Other::Links),
    ("xl/model/", Other::DataModel),
    ("xl/embeddings/", Other::Embedded),
    ("xl/revisions/", Other::Changes),
    ("xl/vbaproject.bin", Other::Macros),
    ("xl/slicercaches/", Other::Slicers),
];

/// The remarks beside the cells of a sheet.
pub(super) fn beside_sheet(
    archive: &mut Archive<'_>,
    part: &str,
    sheet: &mut Contents,
) -> Result<(), Unreadable> {
    for relation in relations::of(archive, part)? {
        let element = match relation.kind.as_str() {
            "comments" => "comment",
            "threadedComment" => "threadedComment",
            _ => continue,
        };
        // A thread is told twice, once for programmes that know none.
        sheet.comments = sheet.comments.max(count(archive, &relation.target, element)?);
    }
    Ok(())
}

fn count(archive: &mut Archive<'_>, part: &str, element: &str) -> Result<u64, Unreadable> {
    let Some(reader) = archive.part(part)? else { return Ok(0) };
    let (mut xml, mut count) = (Xml::new(reader, part), 0);
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.name() == element => count += 1,
            Piece::End => return Ok(count),
            Piece::Open(_) | Piece::Close(_) | Piece::Text(_) => {}
        }
    }
}

/// Everything that belongs to no one sheet.
pub(super) fn beside_book(
    archive: &mut Archive<'_>,
    report: &mut Report,
    policy: &Policy,
) -> Result<(), Unreadable> {
    for (start, other) in OTHERS {
        let parts = archive.below(start).filter(|part| !part.ends_with(".rels"));
        report.others.extend(parts.map(|part| (other, part.to_owned())));
    }
    let authors = ["xl/persons/", "xl/revisions/usernames.xml"];
    let named = authors.iter().flat_map(|start| archive.below(start)).filter(|part| !part.ends_with(".rels"));
    report.people.extend(named.map(|part| (part.to_owned(), "the authors of remarks".to_owned())));
    for part in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"] {
        properties(archive, part, report)?;
    }
    pivot::read(archive, report, policy)
}

/// Properties of the document that name people.
fn properties(archive: &mut Archive<'_>, part: &str, report: &mut Report) -> Result<(), Unreadable> {
    let Some(reader) = archive.part(part)? else { return Ok(()) };
    let mut xml = Xml::new(reader, part);
    let (mut property, mut custom) = (String::new(), String::new());
    loop {
        match xml.next()? {
            Piece::Open(tag) => {
                property = tag.name().to_owned();
                if property == "property" {
                    custom = tag.get("name").unwrap_or_default();
                }
            }
            Piece::Text(text) if !text.trim().is_empty() => {
                let name = if custom.is_empty() { &property } else { &custom };
                report.property(part, name);
            }
            Piece::Close(tag) if tag.name() == "property" => custom.clear(),
            Piece::Text(_) | Piece::Close(_) => {}
            Piece::End => return Ok(()),
        }
    }
}
