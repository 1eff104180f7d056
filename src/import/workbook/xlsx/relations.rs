//! Which part of an XLSX file names which other.

use super::super::archive::Archive;
use super::super::xml::{Piece, Xml};
use crate::import::sheet::Unreadable;

/// A part that another names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its kind, such as `worksheet`.
    pub(super) kind: String,
    /// The part.
    pub(super) target: String,
}

/// More than any file has.
const MOST: usize = 100_000;

/// The parts that a part names. What lies outside the file is left out.
pub(super) fn of(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Relation>, Unreadable> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let about = format!("{folder}{slash}_rels/{name}.rels");
    let Some(reader) = archive.part(&about)? else { return Ok(Vec::new()) };
    let (mut xml, mut relations) = (Xml::new(reader, &about), Vec::new());
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.name() == "Relationship" && relations.len() < MOST => {
                let external = tag.get("TargetMode").is_some_and(|mode| mode == "External");
                if let (Some(id), Some(kind), Some(target), false) =
                    (tag.get("Id"), tag.get("Type"), tag.get("Target"), external)
                {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    relations.push(Relation { id, kind, target: resolved(folder, &target) });
                }
            }
            Piece::End => return Ok(relations),
            Piece::Open(_) | Piece::Close(_) | Piece::Text(_) => {}
        }
    }
}

/// An address within the file, from a folder of it.
fn resolved(folder: &str, target: &str) -> String {
    let start = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in start.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn an_address_starts_at_the_folder_of_the_part() {
        for (target, part) in [
            ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("/xl/styles.xml", "xl/styles.xml"),
            ("../docProps/core.xml", "docProps/core.xml"),
            ("../../../x", "x"),
        ] {
            assert_eq!(resolved("xl", target), part);
        }
    }
}
