//! A cell of an ODS file: what it says of itself, and what it holds.

use super::super::date;
use super::super::decimal::Decimal;
use super::super::xml::Tag;
use super::styles::Styles;
use super::words::Inside;
use crate::import::sheet::{Cell, Held};
use crate::period::PartialDate;

/// What a cell says of itself.
#[derive(Debug, Default)]
pub(super) struct Raw {
    kind: String,
    value: Option<String>,
    style: String,
    is_error: bool,
    pub(super) formula: bool,
    pub(super) columns: u32,
    /// How far it reaches.
    pub(super) spans: (u32, u32),
}

impl Raw {
    pub(super) fn of(tag: &Tag<'_>) -> Self {
        let number = |name| tag.number(name).unwrap_or(1).max(1);
        let kinds = tag.all("value-type");
        Self {
            kind: kinds.first().cloned().unwrap_or_default(),
            is_error: kinds.iter().any(|kind| kind == "error"),
            value: ["value", "date-value", "boolean-value", "string-value"]
                .iter()
                .find_map(|name| tag.get(name)),
            style: tag.get("style-name").unwrap_or_default(),
            formula: tag.get("formula").is_some(),
            columns: number("number-columns-repeated"),
            spans: (number("number-columns-spanned"), number("number-rows-spanned")),
        }
    }

    /// The cell, with its words.
    pub(super) fn cell(self, inside: Inside, styles: &Styles) -> Cell {
        let mut text: String = inside.words.text.into();
        let marks = inside.words.marks.map(Vec::from).unwrap_or_default();
        let value = self.value.unwrap_or_default();
        let is_text = self.kind.is_empty() || self.kind == "string" || self.kind == "time" || self.is_error;
        if inside.paragraphs == 0 && (self.kind == "string" || is_text) {
            text.clone_from(&value);
        }
        let held = match self.kind.as_str() {
            _ if self.is_error => Held::Error(text.clone()),
            "float" | "currency" | "percentage" => match Decimal::parse(&value) {
                Some(number) => {
                    // Some programmes write no words beside a number; the words of others may be none on purpose.
                    if inside.paragraphs == 0 {
                        text = number.clone().shown().to_string();
                    }
                    let held = if self.kind == "percentage" { Held::Percent } else { Held::Number };
                    held(number.to_string())
                }
                None => Held::Text,
            },
            "date" => match PartialDate::parse(value.get(..10).unwrap_or(&value)) {
                Ok(day) => {
                    if inside.paragraphs == 0 {
                        text.clone_from(&value);
                    }
                    date::held(day.earliest(), styles.shows(&self.style))
                }
                Err(_) => Held::Text,
            },
            "boolean" => Held::Flag(value == "true"),
            _ => Held::Text,
        };
        let held = if text.is_empty() && held == Held::Text { Held::Blank } else { held };
        Cell { text, held, marks, ..Cell::default() }
    }
}
