//! The cells of a row, each as the type it is meant to be, every mistake noted with its place.

use super::super::codes::{BAD_DATE, BAD_ID, MISSING_KEY, REPEATED_VALUE, TOO_LONG, WRONG_VALUE};
use super::super::document::{Mention, Named};
use super::super::faults::Faults;
use super::super::ids::bad_id;
use super::super::table::unknown_word;
use super::column::{Field, note_spaces};
use super::header::Header;
use super::record::{Marks, Record, Scan};
use crate::finding::RuleDoc;
use crate::model::{OwnText, Place, SlugError};
use crate::period::PeriodError;
use std::cell::RefCell;
use std::ops::Range;

/// The longest cell, in bytes.
const LONGEST: usize = 20_000;
/// The longest reported phrase, in bytes.
const LONGEST_PHRASE: usize = 500;

/// A row while it is read.
#[derive(Debug)]
pub(super) struct Cells<'r> {
    header: &'r Header,
    record: &'r Record,
    pub(super) scan: Scan<'r>,
    faults: &'r RefCell<Faults>,
    mentions: &'r RefCell<Vec<Mention>>,
    sound: std::cell::Cell<bool>,
}

/// A cell with something in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell<'r> {
    pub(super) text: &'r str,
    pub(super) index: usize,
}

impl<'r> Cells<'r> {
    pub(super) fn new(
        header: &'r Header,
        record: &'r Record,
        scan: Scan<'r>,
        faults: &'r RefCell<Faults>,
        mentions: &'r RefCell<Vec<Mention>>,
    ) -> Self {
        Self { header, record, scan, faults, mentions, sound: std::cell::Cell::new(true) }
    }

    /// No mistake was noted in the row.
    pub(super) fn are_sound(&self) -> bool {
        self.sound.get()
    }

    /// Notes that a cell names something that is declared nowhere.
    pub(super) fn mention(&self, named: Named, cell: Cell<'_>) {
        self.sound.set(false);
        let mention = Mention { named, id: cell.text.to_owned(), place: self.scan.cell(cell.index) };
        self.mentions.borrow_mut().push(mention);
    }

    /// The column of a field, if the table has it.
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.header.column(field)
    }

    /// Notes a mistake in a cell.
    pub(super) fn error(
        &self,
        rule: &RuleDoc,
        index: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.error_at(rule, self.scan.cell(index), message, help);
    }

    /// Notes a mistake in some bytes of a cell.
    pub(super) fn error_within(
        &self,
        rule: &RuleDoc,
        cell: Cell<'_>,
        span: &Range<usize>,
        (message, help): (String, String),
    ) {
        self.error_at(rule, self.scan.within(cell.index, span), message, help);
    }

    pub(super) fn error_at(
        &self,
        rule: &RuleDoc,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.sound.set(false);
        self.faults.borrow_mut().error(rule, place, message, help);
    }

    /// What stands in the column of a field; none where it is empty or there is no such column. In quotation marks,
    /// a space at an end of text is the text's own.
    pub(super) fn get(&self, field: Field) -> Option<Cell<'r>> {
        let index = self.header.column(field)?;
        let text = self.record.cells.get(index)?;
        let trimmed = text.trim();
        let keeps_spaces = field.is_text() && trimmed.len() != text.len() && !trimmed.is_empty();
        if keeps_spaces && self.is_quoted(index) { Some(Cell { text, index }) } else { self.at(index) }
    }

    /// What stands in a column, without spaces around it, which are noted.
    pub(super) fn at(&self, index: usize) -> Option<Cell<'r>> {
        let text = self.record.cells.get(index)?;
        let trimmed = text.trim();
        if trimmed.len() != text.len() {
            self.sound.set(false);
            note_spaces(trimmed, text, &self.scan.cell(index), &mut self.faults.borrow_mut());
        }
        if text.len() > LONGEST {
            let message = format!("the cell holds {} bytes of text; at most {LONGEST} are read", text.len());
            self.error(&TOO_LONG, index, message, "keep the few words that matter");
        }
        (!trimmed.is_empty()).then_some(Cell { text: trimmed, index })
    }

    /// A cell that a row must have.
    pub(super) fn needed(&self, field: Field) -> Option<Cell<'r>> {
        let cell = self.get(field);
        if let (None, Some(index)) = (cell, self.header.column(field)) {
            let message = format!("the row has nothing under “{}”", field.name());
            let help = match field {
                Field::Reported => "write what was reported, word for word, such as “not held”",
                _ => "every figure needs measure, reported and source",
            };
            self.error(&MISSING_KEY, index, message, help);
        }
        cell
    }

    /// The reported phrase.
    pub(super) fn phrase(&self) -> Option<Cell<'r>> {
        let cell = self.needed(Field::Reported)?;
        if cell.text.len() <= LONGEST_PHRASE {
            return Some(cell);
        }
        let message =
            format!("the reported phrase has {} bytes; at most {LONGEST_PHRASE} are read", cell.text.len());
        self.error(
            &TOO_LONG,
            cell.index,
            message,
            "keep the words of the quantity, and put the others under words",
        );
        None
    }

    pub(super) fn text(&self, field: Field) -> Option<String> {
        self.get(field).map(|cell| super::super::table::plain_line_ends(cell.text))
    }

    /// The note of the row, which is in the publisher's own words.
    pub(super) fn own_note(&self) -> Option<OwnText> {
        let cell = self.get(Field::Note)?;
        let text = super::super::table::plain_line_ends(cell.text);
        // After a quotation mark, which is written twice, and on each line the place is found anew.
        let marks = text.match_indices(['"', '\n']).map(|(at, _)| at + 1);
        let anchors =
            std::iter::once(0).chain(marks).map(|at| (at, self.scan.within(cell.index, &(at..text.len()))));
        let anchors = anchors.collect();
        Some(OwnText::new(text, anchors))
    }

    pub(super) fn parsed<T>(&self, field: Field, parse: fn(&str) -> Result<T, PeriodError>) -> Option<T> {
        let cell = self.get(field)?;
        parse(cell.text).map_err(|error| self.error(&BAD_DATE, cell.index, error.message, error.help)).ok()
    }

    pub(super) fn id<T>(&self, cell: Cell<'_>, new: fn(&str) -> Result<T, SlugError>) -> Option<T> {
        let note = |error| {
            let (message, help) = bad_id(cell.text, error);
            self.error(&BAD_ID, cell.index, message, help);
        };
        new(cell.text).map_err(note).ok()
    }

    pub(super) fn choice<T: Clone>(
        &self,
        field: Field,
        all: &[T],
        name: impl Fn(&T) -> &'static str,
    ) -> Option<T> {
        let cell = self.get(field)?;
        self.one_of(field, cell, 0..cell.text.len(), all, name)
    }

    /// One of a fixed set of words, from some bytes of a cell.
    pub(super) fn one_of<T: Clone>(
        &self,
        field: Field,
        cell: Cell<'_>,
        span: Range<usize>,
        all: &[T],
        name: impl Fn(&T) -> &'static str,
    ) -> Option<T> {
        let word = cell.text.get(span.clone()).unwrap_or_default();
        let found = all.iter().find(|one| name(one) == word);
        if found.is_none() {
            let said = unknown_word(field.name(), word, &all.iter().map(name).collect::<Vec<_>>());
            self.error_within(&WRONG_VALUE, cell, &span, said);
        }
        found.cloned()
    }

    /// The items of a list with `;` between them, as bytes of the cell.
    pub(super) fn items(&self, cell: Cell<'r>) -> Vec<(&'r str, Range<usize>)> {
        let mut items: Vec<(&str, Range<usize>)> = Vec::new();
        let mut start = 0;
        for part in cell.text.split(';') {
            let item = part.trim();
            let at = start + part.len() - part.trim_start().len();
            let span = at..at + item.len();
            start += part.len() + 1;
            if item.is_empty() {
                self.error(
                    &MISSING_KEY,
                    cell.index,
                    "the list has an empty item",
                    "take out the “;” that is too many",
                );
            } else if items.iter().any(|(known, _)| *known == item) {
                let said = (format!("“{item}” is there twice"), "take one out".to_owned());
                self.error_within(&REPEATED_VALUE, cell, &span, said);
            } else {
                items.push((item, span));
            }
        }
        items
    }

    fn is_quoted(&self, index: usize) -> bool {
        self.scan.cells().get(index).is_some_and(|raw| raw.marks == Marks::Around)
    }
}
