//! A cell of an XLSX file: what it holds, and what a reader sees of it.

use super::super::date::Epoch;
use super::super::decimal::Decimal;
use super::super::words::{Position, Runs, Words};
use super::super::xml::Tag;
use super::strings::unescaped;
use super::styles::Styles;
use crate::import::sheet::{Cell, Held};
use crate::period::PartialDate;

/// A cell as the file has it.
#[derive(Debug, Default)]
pub(super) struct Raw {
    pub(super) reference: Option<String>,
    style: Option<u32>,
    kind: Kind,
    pub(super) value: Option<String>,
    pub(super) inline: Option<Words>,
    pub(super) formula: bool,
}

/// What a cell says its value is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    /// The number of a text that cells share.
    Shared,
    Text,
    Flag,
    Error,
    Date,
}

impl Raw {
    pub(super) fn of(tag: &Tag<'_>) -> Self {
        let kind = match tag.get("t").as_deref() {
            Some("s") => Kind::Shared,
            Some("str" | "inlineStr") => Kind::Text,
            Some("b") => Kind::Flag,
            Some("e") => Kind::Error,
            Some("d") => Kind::Date,
            _ => Kind::Number,
        };
        Self { reference: tag.get("r"), style: tag.number("s"), kind, ..Self::default() }
    }
}

/// What is needed to read the cells of a file.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) strings: &'a [Words],
    pub(super) styles: &'a Styles,
    pub(super) epoch: Epoch,
}

impl Reading<'_> {
    /// The cell; its column and its neighbours are not its own business.
    pub(super) fn cell(&self, raw: Raw) -> Result<Cell, String> {
        if let Some(words) = raw.inline {
            return Ok(self.worded(&words, raw.style));
        }
        let Some(value) = raw.value.filter(|value| !value.is_empty()) else { return Ok(Cell::default()) };
        let held = |held, text: String| Cell { held, text, ..Cell::default() };
        Ok(match raw.kind {
            Kind::Shared => {
                let words = value.trim().parse().ok().and_then(|at: usize| self.strings.get(at));
                self.worded(words.ok_or("a cell names a text that is not there")?, raw.style)
            }
            Kind::Text => self.worded(&plain(&unescaped(value)), raw.style),
            Kind::Flag => {
                let is = matches!(value.trim(), "1" | "true");
                held(Held::Flag(is), if is { "TRUE" } else { "FALSE" }.to_owned())
            }
            Kind::Error => held(Held::Error(value.clone()), value),
            Kind::Date => match PartialDate::parse(value.get(..10).unwrap_or(&value)) {
                Ok(date) => held(Held::Date(date), value),
                Err(_) => held(Held::Text, value),
            },
            Kind::Number => match Decimal::parse(&value) {
                Some(number) => {
                    let (kind, text) = self.styles.format(raw.style).show(&number, self.epoch);
                    held(kind, text)
                }
                None => held(Held::Text, value),
            },
        })
    }

    /// Words. A short text that stands raised as a whole is nothing but marks.
    fn worded(&self, words: &Words, style: Option<u32>) -> Cell {
        const SHORT: usize = 6;
        if words.marks.is_none()
            && words.text.len() <= SHORT
            && !words.text.trim().is_empty()
            && self.styles.position(style) == Position::Raised
        {
            let mut runs = Runs::default();
            runs.push(&words.text, Position::Raised);
            return cell(&runs.finish());
        }
        cell(words)
    }
}

fn cell(words: &Words) -> Cell {
    let marks = words.marks.as_deref().unwrap_or_default().to_vec();
    Cell { marks, ..Cell::text(0, words.text.to_string()) }
}

fn plain(text: &str) -> Words {
    Words { text: text.into(), marks: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: Kind, value: &str) -> Result<Cell, String> {
        let styles = Styles::default();
        let strings = [plain("shared")];
        let reading = Reading { strings: &strings, styles: &styles, epoch: Epoch::Of1900 };
        reading.cell(Raw { kind, value: Some(value.to_owned()), ..Raw::default() })
    }

    #[test]
    fn each_kind_of_value_is_read() {
        let date = PartialDate::parse("2023-11-07").unwrap();
        for (kind, value, held, text) in [
            (Kind::Number, "0.30000000000000004", Held::Number("0.30000000000000004".into()), "0.3"),
            (Kind::Number, "n/a", Held::Text, "n/a"),
            (Kind::Shared, "0", Held::Text, "shared"),
            (Kind::Text, "", Held::Blank, ""),
            (Kind::Text, "a_x000D_", Held::Text, "a"),
            (Kind::Flag, "1", Held::Flag(true), "TRUE"),
            (Kind::Error, "#REF!", Held::Error("#REF!".into()), "#REF!"),
            (Kind::Date, "2023-11-07T00:00:00", Held::Date(date), "2023-11-07T00:00:00"),
            (Kind::Date, "noon", Held::Text, "noon"),
        ] {
            let cell = read(kind, value).unwrap();
            assert_eq!((cell.held, cell.text.as_str()), (held, text), "{kind:?} {value}");
        }
        assert!(read(Kind::Shared, "1").is_err() && read(Kind::Shared, "-1").is_err());
    }
}
