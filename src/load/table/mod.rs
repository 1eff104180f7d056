//! A TOML table while it is read: every value asked for by name, every mistake noted with its place.

mod pick;
mod syntax;
mod value;

pub(super) use pick::unknown_word;
pub(super) use value::{Value, note_bad_id, plain_line_ends};

use super::codes::{FORMAT, MISSING_KEY, UNKNOWN_KEY};
use super::document::Document;
use crate::finding::nearest;
use std::cell::RefCell;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A table of a TOML file.
#[derive(Debug)]
pub(super) struct Table<'d> {
    document: &'d Document,
    /// Where the TOML starts in the document.
    base: usize,
    entries: &'d DeTable<'d>,
    /// The line that opens the table, or its key.
    header: Range<usize>,
    /// The keys that mean something in it.
    asked: RefCell<Vec<&'static str>>,
    /// Those of them that must be there.
    required: RefCell<Vec<Required>>,
}

/// A key that must be there, and what it is.
pub(super) type Required = (&'static str, &'static str);

/// Whether a file must say which format it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Stated,
    Optional,
}

/// Reads a document that is TOML as a whole.
pub(super) fn read_file(document: &Document, read: impl FnOnce(&Table<'_>)) {
    read_toml(document, 0..document.text().len(), Format::Stated, read);
}

/// Reads the TOML in a span of a document; `read` sees its table only where it is TOML of a known format.
pub(super) fn read_toml(
    document: &Document,
    span: Range<usize>,
    format: Format,
    read: impl FnOnce(&Table<'_>),
) {
    let text = document.text().get(span.clone()).unwrap_or_default();
    let Some(tree) = syntax::parse(document, text, span.start) else { return };
    let table = Table::new(document, span.start, tree.get_ref(), span.start..span.start);
    if table.is_of_known_format(format) {
        read(&table);
        table.finish();
    }
}

impl<'d> Table<'d> {
    fn new(document: &'d Document, base: usize, entries: &'d DeTable<'d>, header: Range<usize>) -> Self {
        Self { document, base, entries, header, asked: RefCell::default(), required: RefCell::default() }
    }

    /// The value of a key, if it is there. From then on the key counts as known.
    pub(super) fn get(&self, key: &'static str) -> Option<Value<'d>> {
        self.asked.borrow_mut().push(key);
        let (name, value) = self.entries.get_key_value(key)?;
        Some(Value::new(self.document, self.base, name.get_ref(), value))
    }

    /// Every key with its value, for tables whose keys are the publisher's own.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'d str, Range<usize>, Value<'d>)> {
        let (document, base) = (self.document, self.base);
        self.entries.iter().map(move |(key, value)| {
            let span = base + key.span().start..base + key.span().end;
            let name: &'d str = key.get_ref();
            (name, span, Value::new(document, base, name, value))
        })
    }

    /// Says which keys must be there.
    pub(super) fn require(&self, keys: &[Required]) {
        self.required.borrow_mut().extend(keys);
    }

    fn is_of_known_format(&self, format: Format) -> bool {
        match (self.get("format"), format) {
            (Some(value), _) => self.is_known_format(&value),
            (None, Format::Optional) => true,
            (None, Format::Stated) => {
                let message = "the file does not state its format";
                self.document.error(&FORMAT, self.header.clone(), message, "write format = 1 at the top");
                true
            }
        }
    }

    fn is_known_format(&self, value: &Value<'d>) -> bool {
        let one = matches!(value.held(), DeValue::Integer(n) if n.radix() == 10 && n.as_str() == "1");
        if !one {
            let message = format!("the version {} of the format is not known", value.written());
            self.document.error(&FORMAT, value.span(), message, "this program reads format = 1");
        }
        one
    }

    /// Notes every key that nothing asked for, and every required key that is not there, unless an unknown key was
    /// most likely meant to be it.
    pub(super) fn finish(&self) {
        let (asked, mut missing) = (self.asked.borrow(), self.required.take());
        missing.retain(|(key, _)| !self.entries.contains_key(*key));
        for (key, span, _) in self.entries().filter(|(key, ..)| !asked.contains(key)) {
            let free = asked.iter().copied().filter(|known| !self.entries.contains_key(*known));
            let near = nearest(key, free);
            missing.retain(|(key, _)| Some(*key) != near);
            let help = match near {
                Some(near) => format!("did you mean “{near}”?"),
                None => format!("there are: {}", listed(&asked)),
            };
            self.document.error(&UNKNOWN_KEY, span, format!("there is no key “{key}” here"), help);
        }
        for (key, what) in missing {
            let message = format!("the key “{key}” is missing{}", self.whose());
            self.document.error(&MISSING_KEY, self.header.clone(), message, format!("add {key}: {what}"));
        }
    }

    /// Where the table was opened.
    pub(super) fn header(&self) -> Range<usize> {
        self.header.clone()
    }

    pub(super) fn document(&self) -> &'d Document {
        self.document
    }

    /// `" of [[relation]]"`, or nothing for the table of the whole file.
    fn whose(&self) -> String {
        match self.document.text().get(self.header.clone()) {
            Some(words) if words.starts_with('[') => format!(" in {words}"),
            _ => String::new(),
        }
    }
}

/// Names as a list in a sentence, each once.
fn listed(names: &[&str]) -> String {
    let mut names = names.to_vec();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}
