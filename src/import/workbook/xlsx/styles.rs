//! How the cells of an XLSX file are shown: the format of their numbers, and whether their words stand raised.

use super::super::archive::Archive;
use super::super::format::Format;
use super::super::pattern::built_in;
use super::super::words::Position;
use super::super::xml::{Piece, Tag, Xml};
use crate::import::sheet::Unreadable;
use std::collections::BTreeMap;

/// The styles of cells.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: BTreeMap<u32, Format>,
    /// The format and the font of each style.
    cells: Vec<(u32, u32)>,
    raised: Vec<Position>,
}

/// What a spreadsheet takes as the text of a format.
const LONGEST: usize = 255;
/// What a spreadsheet takes of styles.
const MOST: usize = 1 << 17;

impl Styles {
    pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Self, Unreadable> {
        let mut styles = Self::default();
        let Some(reader) = archive.part(part)? else { return Ok(styles) };
        let mut xml = Xml::new(reader, part);
        let mut within = Within::Other;
        loop {
            match xml.next()? {
                Piece::Open(tag) => match tag.name() {
                    "fonts" => within = Within::Fonts,
                    "cellXfs" => within = Within::Cells,
                    _ => styles.add(within, &tag),
                },
                Piece::Close(tag) if matches!(tag.name(), "fonts" | "cellXfs") => within = Within::Other,
                Piece::Close(_) | Piece::Text(_) => {}
                Piece::End => return Ok(styles),
            }
        }
    }

    fn add(&mut self, within: Within, tag: &Tag<'_>) {
        match (within, tag.name()) {
            (Within::Other, "numFmt") if self.formats.len() < MOST => {
                let code = tag.get("formatCode").filter(|code| code.len() <= LONGEST);
                if let Some((id, code)) = tag.number("numFmtId").zip(code) {
                    // Styles of conditions repeat some of them further down.
                    self.formats.entry(id).or_insert_with(|| Format::parse(&code));
                }
            }
            (Within::Fonts, "font") if self.raised.len() < MOST => self.raised.push(Position::OnLine),
            (Within::Fonts, "vertAlign") if tag.get("val").as_deref() == Some("superscript") => {
                self.raised.last_mut().into_iter().for_each(|font| *font = Position::Raised);
            }
            (Within::Cells, "xf") if self.cells.len() < MOST => {
                let format = tag.number("numFmtId").unwrap_or_default();
                if let (false, Some(code)) = (self.formats.contains_key(&format), built_in(format)) {
                    self.formats.insert(format, Format::parse(code));
                }
                self.cells.push((format, tag.number("fontId").unwrap_or_default()));
            }
            _ => {}
        }
    }

    /// The format of the numbers of a style.
    pub(super) fn format(&self, style: Option<u32>) -> &Format {
        let format = self.cell(style).and_then(|(format, _)| self.formats.get(&format));
        format.unwrap_or(&Format::General)
    }

    /// Whether the words of a style stand raised.
    pub(super) fn position(&self, style: Option<u32>) -> Position {
        let font = self.cell(style).and_then(|(_, font)| self.raised.get(usize::try_from(font).ok()?));
        font.copied().unwrap_or_default()
    }

    fn cell(&self, style: Option<u32>) -> Option<(u32, u32)> {
        self.cells.get(usize::try_from(style.unwrap_or_default()).ok()?).copied()
    }
}

/// What the element lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Fonts,
    Cells,
    Other,
}
