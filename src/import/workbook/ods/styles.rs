//! What the styles of an ODS file say that matters: sheets that are not shown, words that stand raised, how exact dates are.

use super::super::archive::Archive;
use super::super::date::Shows;
use super::super::words::Position;
use super::super::xml::{Piece, Tag, Xml};
use crate::import::sheet::Unreadable;
use std::collections::{BTreeMap, BTreeSet};

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    hidden_tables: BTreeSet<String>,
    raised: BTreeSet<String>,
    /// The style of the data of each style of cells.
    data: BTreeMap<String, String>,
    /// How exact the styles of dates are.
    dates: BTreeMap<String, Shows>,
}

/// More than any file has.
const MOST: usize = 1 << 18;

/// The style that is read.
#[derive(Default)]
struct Current {
    name: String,
    day: bool,
    month: bool,
    year: bool,
}

impl Styles {
    pub(super) fn read(archive: &mut Archive<'_>) -> Result<Self, Unreadable> {
        let mut styles = Self::default();
        for part in ["styles.xml", "content.xml"] {
            let Some(reader) = archive.part(part)? else { continue };
            styles.of_part(&mut Xml::new(reader, part))?;
        }
        Ok(styles)
    }

    fn of_part(&mut self, xml: &mut Xml<'_>) -> Result<(), Unreadable> {
        let mut current = Current::default();
        loop {
            match xml.next()? {
                Piece::Open(tag) if matches!(tag.name(), "body" | "master-styles") => return Ok(()),
                Piece::Open(tag) => self.open(&tag, &mut current),
                Piece::Close(tag) if tag.name() == "date-style" => {
                    let shows = match (current.day, current.month, current.year) {
                        (false, true, true) => Shows::Month,
                        (false, false, true) => Shows::Year,
                        _ => Shows::Day,
                    };
                    if self.dates.len() < MOST {
                        self.dates.insert(std::mem::take(&mut current.name), shows);
                    }
                }
                Piece::Close(_) | Piece::Text(_) => {}
                Piece::End => return Ok(()),
            }
        }
    }

    fn open(&mut self, tag: &Tag<'_>, current: &mut Current) {
        match tag.name() {
            "style" => {
                current.name = tag.get("name").unwrap_or_default();
                if let Some(data) = tag.get("data-style-name").filter(|_| self.data.len() < MOST) {
                    self.data.insert(current.name.clone(), data);
                }
            }
            "date-style" => {
                *current = Current { name: tag.get("name").unwrap_or_default(), ..Current::default() };
            }
            "day" | "day-of-week" | "week-of-year" => current.day = true,
            "month" | "quarter" => current.month = true,
            "year" => current.year = true,
            "table-properties" if tag.get("display").as_deref() == Some("false") => {
                self.hidden_tables.insert(current.name.clone());
            }
            "text-properties" if tag.get("text-position").is_some_and(|position| is_raised(&position)) => {
                self.raised.insert(current.name.clone());
            }
            _ => {}
        }
    }

    pub(super) fn hides(&self, table: &str) -> bool {
        self.hidden_tables.contains(table)
    }

    pub(super) fn position(&self, style: &str) -> Position {
        if self.raised.contains(style) { Position::Raised } else { Position::OnLine }
    }

    /// How exact a date is shown in a style of cells.
    pub(super) fn shows(&self, style: &str) -> Shows {
        let data = self.data.get(style).and_then(|data| self.dates.get(data));
        data.copied().unwrap_or(Shows::Day)
    }
}

/// `super 58%`, or how far above the line in percent.
fn is_raised(position: &str) -> bool {
    let first = position.split_whitespace().next().unwrap_or_default();
    let percent = first.strip_suffix('%').and_then(|number| number.parse::<f64>().ok());
    first == "super" || percent.is_some_and(|percent| percent > 0.0)
}
