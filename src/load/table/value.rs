//! A value of a TOML table while it is read.

use super::super::codes::{BAD_ADDRESS, BAD_DATE, BAD_ID, WRONG_VALUE};
use super::super::document::{Document, Named};
use super::super::{ids, links};
use super::Table;
use crate::model::SlugError;
use crate::period::PartialDate;
use crate::quantity::Rational;
use std::ops::{Range, RangeInclusive};
use toml::Spanned;
use toml::de::DeValue;

/// The longest title, name or other line.
const LONGEST_LINE: usize = 500;

/// A value, with the key it was found under.
#[derive(Debug, Clone, Copy)]
pub(in crate::load) struct Value<'d> {
    document: &'d Document,
    base: usize,
    key: &'d str,
    held: &'d Spanned<DeValue<'d>>,
}

impl<'d> Value<'d> {
    pub(super) fn new(
        document: &'d Document,
        base: usize,
        key: &'d str,
        held: &'d Spanned<DeValue<'d>>,
    ) -> Self {
        Self { document, base, key, held }
    }

    pub(super) fn held(&self) -> &'d DeValue<'d> {
        self.held.get_ref()
    }

    pub(super) fn document(&self) -> &'d Document {
        self.document
    }

    /// The value as it is written in the file.
    pub(super) fn written(&self) -> &'d str {
        self.document.text().get(self.span()).unwrap_or_default()
    }

    /// The bytes of the value.
    pub(in crate::load) fn span(&self) -> Range<usize> {
        let span = self.held.span();
        self.base + span.start..self.base + span.end
    }

    /// Any text that is not empty.
    pub(super) fn text(&self) -> Option<&'d str> {
        let DeValue::String(text) = self.held() else {
            self.wrong_type("text in quotation marks", "\"…\"");
            return None;
        };
        if text.trim().is_empty() {
            let message = format!("“{}” is empty", self.key);
            self.document.error(&WRONG_VALUE, self.span(), message, "leave out what is not known");
            return None;
        }
        Some(text)
    }

    /// Text in one line: a title, a name.
    pub(in crate::load) fn line(&self) -> Option<String> {
        let text = self.text()?;
        let length = text.chars().count();
        if text.contains('\n') {
            let message = format!("“{}” runs over several lines", self.key);
            self.document.error(&WRONG_VALUE, self.span(), message, "write it in one line");
        } else if length > LONGEST_LINE {
            let message = format!("“{}” has {length} characters; at most {LONGEST_LINE} are read", self.key);
            self.document.error(&WRONG_VALUE, self.span(), message, "shorten it");
        }
        Some(text.to_owned())
    }

    /// Text of any length, in Markdown, with plain line ends.
    pub(in crate::load) fn prose(&self) -> Option<String> {
        self.text().map(plain_line_ends)
    }

    /// Notes that the text, or each of a list or a table of texts, is in the publisher's own words.
    pub(in crate::load) fn own(&self) {
        match self.held() {
            DeValue::String(text) => self.document.own(&self.span(), &plain_line_ends(text)),
            DeValue::Array(items) => items.iter().for_each(|item| Self { held: item, ..*self }.own()),
            DeValue::Table(entries) => {
                entries.values().for_each(|item| Self { held: item, ..*self }.own());
            }
            _ => {}
        }
    }

    /// An id, read by the constructor of its type.
    pub(in crate::load) fn id<T>(&self, new: fn(&str) -> Result<T, SlugError>) -> Option<T> {
        let text = self.text()?;
        new(text).map_err(|error| note_bad_id(self.document, text, self.span(), error)).ok()
    }

    /// The id that text which cannot be one was most likely meant to be.
    pub(in crate::load) fn meant<T>(&self, new: fn(&str) -> Result<T, SlugError>) -> Option<T> {
        ids::meant(self.held().as_str()?, new)
    }

    /// An id that another file declares.
    pub(in crate::load) fn mention<T>(
        &self,
        named: Named,
        new: fn(&str) -> Result<T, SlugError>,
    ) -> Option<T> {
        let id = self.id(new)?;
        self.document.mention(named, self.text()?, self.span());
        Some(id)
    }

    /// A date, in quotation marks or as TOML writes a day.
    pub(in crate::load) fn date(&self) -> Option<PartialDate> {
        let text = match self.held() {
            DeValue::Datetime(_) => self.written(),
            DeValue::Integer(_) => {
                self.wrong_type("a date in quotation marks", &format!("\"{}\"", self.written()));
                return None;
            }
            _ => self.text()?,
        };
        let parsed = PartialDate::parse(text);
        parsed.map_err(|error| self.document.error(&BAD_DATE, self.span(), error.message, error.help)).ok()
    }

    /// A web address.
    pub(in crate::load) fn address(&self) -> Option<String> {
        let text = self.text()?;
        match links::check(text) {
            Ok(()) => Some(text.to_owned()),
            Err(why) => {
                let help = "give the whole address, such as https://www.example.org/page";
                self.document.error(&BAD_ADDRESS, self.span(), format!("“{text}” {why}"), help);
                None
            }
        }
    }

    /// A whole number in a range.
    pub(in crate::load) fn whole_number(&self, range: RangeInclusive<u32>) -> Option<u32> {
        let DeValue::Integer(digits) = self.held() else {
            self.wrong_type("a whole number", "10");
            return None;
        };
        let number = u32::from_str_radix(digits.as_str(), digits.radix()).ok();
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let message = format!("“{}” makes no sense as {}", self.written(), self.key);
            let help = format!("give a whole number from {} to {}", range.start(), range.end());
            self.document.error(&WRONG_VALUE, self.span(), message, help);
        }
        number
    }

    /// A place in an order, which may be negative.
    pub(in crate::load) fn position(&self) -> Option<i64> {
        let DeValue::Integer(digits) = self.held() else {
            self.wrong_type("a whole number", "10");
            return None;
        };
        let number = i64::from_str_radix(digits.as_str(), digits.radix()).ok();
        if number.is_none() {
            let message = format!("“{}” is too large", self.written());
            self.document.error(&WRONG_VALUE, self.span(), message, "give a small whole number");
        }
        number
    }

    /// A number that may have decimals, exactly as written.
    pub(in crate::load) fn decimal(&self) -> Option<Rational> {
        let digits = match self.held() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => {
                self.wrong_type("a number", "1.25");
                return None;
            }
        };
        let number = Rational::parse_decimal(digits);
        if number.is_none() {
            let message = format!("“{}” is not a decimal number", self.written());
            self.document.error(&WRONG_VALUE, self.span(), message, "write it like 1.25");
        }
        number
    }

    pub(in crate::load) fn truth(&self) -> Option<bool> {
        let DeValue::Boolean(truth) = self.held() else {
            self.wrong_type("true or false", "true");
            return None;
        };
        Some(*truth)
    }

    /// The members of a list.
    pub(in crate::load) fn items(&self) -> Vec<Self> {
        let DeValue::Array(items) = self.held() else {
            self.wrong_type("a list in square brackets", "[\"…\", \"…\"]");
            return Vec::new();
        };
        items.iter().map(|item| Self { held: item, ..*self }).collect()
    }

    /// How many members a list has; none for what is no list.
    pub(in crate::load) fn length(&self) -> Option<usize> {
        match self.held() {
            DeValue::Array(items) => Some(items.len()),
            _ => None,
        }
    }

    /// The table that stands under the key.
    pub(in crate::load) fn table(&self) -> Option<Table<'d>> {
        let DeValue::Table(entries) = self.held() else {
            self.wrong_type("a table of keys", "{ … }");
            return None;
        };
        Some(Table::new(self.document, self.base, entries, self.span()))
    }

    /// The entries of a list of tables, `[[key]]`.
    pub(in crate::load) fn tables(&self) -> Vec<Table<'d>> {
        if let DeValue::Table(_) = self.held() {
            let message = format!("[{}] stands where [[{}]] is needed", self.key, self.key);
            let help = "write two brackets on each side: there may be several such entries";
            self.document.error(&WRONG_VALUE, self.span(), message, help);
            return Vec::new();
        }
        self.items().iter().filter_map(Self::table).collect()
    }

    pub(super) fn wrong_type(&self, wanted: &str, example: &str) {
        let found = match self.held() {
            DeValue::String(_) => "text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a point",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date without quotation marks",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table of keys",
        };
        let message = format!("“{}” holds {found}, and needs {wanted}", self.key);
        let help = format!("write {} = {example}", self.key);
        self.document.error(&WRONG_VALUE, self.span(), message, help);
    }
}

/// Notes that some text cannot be an id.
pub(in crate::load) fn note_bad_id(document: &Document, text: &str, span: Range<usize>, error: SlugError) {
    let (message, help) = ids::bad_id(text, error);
    document.error(&BAD_ID, span, message, help);
}

/// Text with LF at the ends of its lines, whatever the file has.
pub(in crate::load) fn plain_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n")
}
