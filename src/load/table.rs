//! A TOML table read key by key: every value keeps its place, and what is not asked for is an unknown key.

use super::codes::{BAD_ADDRESS, BAD_DATE, BAD_ID, FORMAT, MISSING_KEY, SYNTAX, UNKNOWN_KEY, WRONG_VALUE};
use super::text::Text;
use crate::finding::{Finding, RuleDoc, nearest};
use crate::model::{Place, SlugError};
use crate::period::PartialDate;
use crate::quantity::Rational;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The deepest nesting that is read: far more than any file of ours has, far less than fills the stack.
const DEEPEST: usize = 32;

/// A value with the place where it is written.
#[derive(Debug, Clone)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) place: Place,
}

/// A document: its findings are gathered while its tables are read.
pub(super) struct Document<'t> {
    text: &'t Text,
    /// Where the TOML starts in the text.
    offset: usize,
    findings: RefCell<Vec<Finding>>,
}

impl<'t> Document<'t> {
    /// The TOML that stands at a range of the text.
    pub(super) fn new(text: &'t Text, range: &Range<usize>) -> Self {
        Self { text, offset: range.start, findings: RefCell::new(Vec::new()) }
    }

    /// Parses the range. Mistakes of syntax are findings.
    pub(super) fn parse(&self, range: Range<usize>) -> Option<Spanned<DeTable<'t>>> {
        let toml = self.text.text.get(range)?;
        if let Some(at) = too_deep(toml) {
            self.report(
                &SYNTAX,
                at..at + 1,
                "more brackets are open here than any file needs",
                SYNTAX.resolve,
            );
            return None;
        }
        let (table, errors) = DeTable::parse_recoverable(toml);
        for error in &errors {
            let span = error.span().unwrap_or(0..0);
            self.report(&SYNTAX, span, error.message(), SYNTAX.resolve);
        }
        errors.is_empty().then_some(table)
    }

    pub(super) fn place(&self, span: Range<usize>) -> Place {
        self.text.place(span.start + self.offset..span.end + self.offset)
    }

    pub(super) fn report(
        &self,
        rule: &RuleDoc,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.report_at(rule, self.place(span), message, help);
    }

    pub(super) fn report_at(
        &self,
        rule: &RuleDoc,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.findings.borrow_mut().push(Finding::input(rule, place, message, help));
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings.into_inner()
    }

    /// Checks the version that every file states.
    pub(super) fn check_format(&self, table: &Table<'_, 't>) {
        match table.get("format") {
            None => self.report_at(
                &FORMAT,
                self.text.whole(),
                "the file does not state its format",
                FORMAT.resolve,
            ),
            Some(value) => {
                let one = value.get_ref().as_integer().is_some_and(|number| number.as_str() == "1");
                if !one {
                    self.report(
                        &FORMAT,
                        value.span(),
                        "this version of the format is not known",
                        FORMAT.resolve,
                    );
                }
            }
        }
    }
}

/// Where brackets are nested too deeply. Brackets in strings count as well: it is only a guard for the stack.
fn too_deep(toml: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, byte) in toml.bytes().enumerate() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            b'\n' if open <= 1 => open = 0,
            _ => {}
        }
        if open > DEEPEST {
            return Some(at);
        }
    }
    let dots = toml.lines().map(|line| line.split('=').next().unwrap_or_default().matches('.').count()).max();
    (dots.unwrap_or_default() > DEEPEST).then_some(0)
}

/// A table being read.
pub(super) struct Table<'d, 't> {
    document: &'d Document<'t>,
    table: &'d DeTable<'t>,
    span: Range<usize>,
    asked: RefCell<BTreeSet<&'static str>>,
    sound: Cell<bool>,
}

impl<'d, 't> Table<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>, table: &'d DeTable<'t>, span: Range<usize>) -> Self {
        Self { document, table, span, asked: RefCell::default(), sound: Cell::new(true) }
    }

    /// Where the table starts.
    pub(super) fn place(&self) -> Place {
        self.document.place(self.span.clone())
    }

    pub(super) fn document(&self) -> &'d Document<'t> {
        self.document
    }

    /// The value of a key. Asking makes the key a known one.
    pub(super) fn get(&self, key: &'static str) -> Option<&'d Spanned<DeValue<'t>>> {
        self.asked.borrow_mut().insert(key);
        self.table.get(key)
    }

    pub(super) fn wrong(
        &self,
        rule: &RuleDoc,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.sound.set(false);
        self.document.report(rule, span, message, help);
    }

    fn missing(&self, key: &str, help: &str) {
        self.sound.set(false);
        // A misspelt key is reported as unknown with this name as the suggestion; saying it twice would not help.
        let misspelt = self
            .table
            .keys()
            .any(|other| nearest(other.get_ref(), [key]).is_some() && other.get_ref() != key);
        if !misspelt {
            self.document.report(
                &MISSING_KEY,
                self.span.clone(),
                format!("the key “{key}” is missing"),
                help.to_owned(),
            );
        }
    }

    /// Text that is there and not empty.
    pub(super) fn text(&self, key: &'static str) -> Option<Placed<String>> {
        let value = self.get(key)?;
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => {
                Some(Placed { value: text.to_owned(), place: self.document.place(value.span()) })
            }
            Some(_) => {
                self.wrong(
                    &WRONG_VALUE,
                    value.span(),
                    format!("“{key}” is empty"),
                    "leave the key out where nothing is known",
                );
                None
            }
            None => {
                self.wrong(
                    &WRONG_VALUE,
                    value.span(),
                    format!("“{key}” is not text"),
                    "put it in quotation marks",
                );
                None
            }
        }
    }

    pub(super) fn string(&self, key: &'static str) -> Option<String> {
        self.text(key).map(|text| text.value)
    }

    pub(super) fn required(&self, key: &'static str, help: &str) -> Option<String> {
        if self.get(key).is_none() {
            self.missing(key, help);
        }
        self.string(key)
    }

    pub(super) fn boolean(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(
                &WRONG_VALUE,
                value.span(),
                format!("“{key}” is neither true nor false"),
                "write true or false",
            );
            false
        })
    }

    /// A whole number within bounds.
    pub(super) fn whole(&self, key: &'static str, least: i64, most: i64) -> Option<i64> {
        let value = self.get(key)?;
        let number =
            value.get_ref().as_integer().and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok());
        let fits = number.filter(|number| (least..=most).contains(number));
        if fits.is_none() {
            self.wrong(
                &WRONG_VALUE,
                value.span(),
                format!("“{key}” is not a whole number from {least} to {most}"),
                "write the number without quotation marks or commas",
            );
        }
        fits
    }

    /// A number that is exact as it is written.
    pub(super) fn number(&self, key: &'static str) -> Option<Rational> {
        let value = self.get(key)?;
        let written = match value.get_ref() {
            DeValue::Integer(number) => Rational::parse_decimal(number.as_str()),
            DeValue::Float(number) => Rational::parse_decimal(number.as_str()),
            _ => None,
        };
        let number = written.filter(|number| number.signum() >= 0);
        if number.is_none() {
            self.wrong(
                &WRONG_VALUE,
                value.span(),
                format!("“{key}” is not a number"),
                "write it as 5 or 1.25",
            );
        }
        number
    }

    /// One of several words.
    pub(super) fn one_of<T: Copy>(&self, key: &'static str, all: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = all.iter().find(|(name, _)| *name == text.value).map(|(_, value)| *value);
        if found.is_none() {
            self.sound.set(false);
            let help = suggestion(&text.value, all.iter().map(|(name, _)| *name));
            let message = format!("“{}” is not a value of “{key}”", text.value);
            self.document.report_at(&WRONG_VALUE, text.place, message, help);
        }
        found
    }

    pub(super) fn required_one_of<T: Copy>(&self, key: &'static str, all: &[(&'static str, T)]) -> Option<T> {
        if self.get(key).is_none() {
            let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
            self.missing(key, &format!("write one of: {}", names.join(", ")));
        }
        self.one_of(key, all)
    }

    /// A date as text, or as a TOML date without quotation marks.
    pub(super) fn date(&self, key: &'static str) -> Option<PartialDate> {
        let value = self.get(key)?;
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            DeValue::Integer(year) => year.as_str().to_owned(),
            DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => String::new(),
        };
        match PartialDate::parse(&written) {
            Ok(date) => Some(date),
            Err(error) => {
                self.wrong(&BAD_DATE, value.span(), error.message, error.help);
                None
            }
        }
    }

    pub(super) fn required_date(&self, key: &'static str, help: &str) -> Option<PartialDate> {
        if self.get(key).is_none() {
            self.missing(key, help);
        }
        self.date(key)
    }

    /// An address on the web.
    pub(super) fn address(&self, key: &'static str) -> Option<String> {
        let text = self.text(key)?;
        let lower = text.value.to_ascii_lowercase();
        let clean =
            !text.value.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>'));
        let host = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
        if clean && host.is_some_and(|host| !host.is_empty() && !host.starts_with('/')) {
            return Some(text.value);
        }
        self.sound.set(false);
        let message = format!("“{}” is not an address on the web", text.value);
        self.document.report_at(&BAD_ADDRESS, text.place, message, BAD_ADDRESS.resolve);
        None
    }

    /// An identifier.
    pub(super) fn id<T>(
        &self,
        key: &'static str,
        new: fn(&str) -> Result<T, SlugError>,
    ) -> Option<Placed<T>> {
        let text = self.text(key)?;
        self.slug(text, new)
    }

    pub(super) fn required_id<T>(
        &self,
        key: &'static str,
        new: fn(&str) -> Result<T, SlugError>,
        help: &str,
    ) -> Option<Placed<T>> {
        if self.get(key).is_none() {
            self.missing(key, help);
        }
        self.id(key, new)
    }

    fn slug<T>(&self, text: Placed<String>, new: fn(&str) -> Result<T, SlugError>) -> Option<Placed<T>> {
        match new(&text.value) {
            Ok(value) => Some(Placed { value, place: text.place }),
            Err(error) => {
                self.sound.set(false);
                let finding = bad_id(text.place, &text.value, &error);
                self.document.findings.borrow_mut().push(finding);
                None
            }
        }
    }

    /// A list of texts.
    pub(super) fn texts(&self, key: &'static str) -> Vec<Placed<String>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(
                &WRONG_VALUE,
                value.span(),
                format!("“{key}” is not a list"),
                "write it as [\"…\", \"…\"]",
            );
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in array.iter() {
            match item.get_ref().as_str().filter(|text| !text.trim().is_empty()) {
                Some(text) => {
                    texts.push(Placed { value: text.to_owned(), place: self.document.place(item.span()) });
                }
                None => self.wrong(
                    &WRONG_VALUE,
                    item.span(),
                    format!("“{key}” holds something that is not text"),
                    "put each in quotation marks",
                ),
            }
        }
        texts
    }

    /// A list of identifiers.
    pub(super) fn ids<T>(&self, key: &'static str, new: fn(&str) -> Result<T, SlugError>) -> Vec<Placed<T>> {
        self.texts(key).into_iter().filter_map(|text| self.slug(text, new)).collect()
    }

    /// The table under a key.
    pub(super) fn table(&self, key: &'static str) -> Option<Table<'d, 't>> {
        let value = self.get(key)?;
        match value.get_ref().as_table() {
            Some(table) => Some(Table::new(self.document, table, value.span())),
            None => {
                self.wrong(
                    &WRONG_VALUE,
                    value.span(),
                    format!("“{key}” is not a table"),
                    format!("write it as [{key}]"),
                );
                None
            }
        }
    }

    /// The tables of an array of tables, such as every `[[relation]]`.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Table<'d, 't>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(
                &WRONG_VALUE,
                value.span(),
                format!("“{key}” is not a list of tables"),
                format!("write each as [[{key}]]"),
            );
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in array.iter() {
            match item.get_ref().as_table() {
                Some(table) => tables.push(Table::new(self.document, table, item.span())),
                None => self.wrong(
                    &WRONG_VALUE,
                    item.span(),
                    format!("“{key}” holds something else"),
                    format!("write each as [[{key}]]"),
                ),
            }
        }
        tables
    }

    /// Every key with its value, for tables whose keys are the publisher's own.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Placed<String>, &'d Spanned<DeValue<'t>>)> + '_ {
        self.table.iter().map(|(key, value)| {
            let place = self.document.place(key.span());
            (Placed { value: key.get_ref().to_string(), place }, value)
        })
    }

    /// Reports every key that was not asked for. True where nothing was wrong with the table.
    pub(super) fn finish(&self) -> bool {
        let asked = self.asked.borrow();
        for key in self.table.keys() {
            let name = key.get_ref();
            if !asked.contains(name.as_ref()) {
                self.sound.set(false);
                let help = suggestion(name, asked.iter().copied());
                self.document.report(
                    &UNKNOWN_KEY,
                    key.span(),
                    format!("there is no key “{name}” here"),
                    help,
                );
            }
        }
        self.sound.get()
    }
}

/// "did you mean …?", or the list of what there is.
pub(super) fn suggestion<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(word, known.clone()) {
        Some(near) => format!("did you mean “{near}”?"),
        None => {
            let all: Vec<&str> = known.take(24).collect();
            format!("there are: {}", all.join(", "))
        }
    }
}

/// The finding for text that is no identifier.
pub(super) fn bad_id(place: Place, text: &str, error: &SlugError) -> Finding {
    let help = error.suggestion.as_ref().map_or_else(
        || "use small letters, digits and hyphens, at most 80".to_owned(),
        |better| format!("write “{better}”"),
    );
    Finding::input(&BAD_ID, place, format!("“{text}” is not an id: {}", error.message), help)
}
