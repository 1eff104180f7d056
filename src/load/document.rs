//! A text file of the publisher's while it is read: its text, its mistakes, and the ids it mentions.

use super::faults::Faults;
use super::lines::{Lines, characters, small};
use super::own;
use super::persons::{self, Spotted};
use crate::finding::{Finding, RuleDoc};
use crate::model::{OwnText, Place};
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

/// A text file while it is read. Spans are bytes of its text.
#[derive(Debug)]
pub(super) struct Document {
    path: Arc<str>,
    text: String,
    lines: Lines,
    faults: RefCell<Faults>,
    mentions: RefCell<Vec<Mention>>,
    own: RefCell<Vec<OwnText>>,
    spotted: Vec<Spotted>,
}

/// What a mention names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    Measure,
    Source,
    Body,
    Figure,
}

impl Named {
    /// The kind in words.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Source => "source",
            Self::Body => "body",
            Self::Figure => "figure",
        }
    }
}

/// An id that one file mentions and another declares.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub(super) named: Named,
    pub(super) id: String,
    pub(super) place: Place,
}

/// What was found in a file besides its content.
#[derive(Debug, Default)]
pub(super) struct Noticed {
    pub(super) findings: Vec<Finding>,
    pub(super) mentions: Vec<Mention>,
    /// The publisher's own words in it.
    pub(super) own: Vec<OwnText>,
    /// What identifies persons in it, before it is held against the contacts that may stand.
    pub(super) spotted: Vec<Spotted>,
}

impl Document {
    /// A document over the text of a file, with the mistakes already found in it.
    pub(super) fn new(path: &Arc<str>, text: String, faults: Faults) -> Self {
        let lines = Lines::of(&text);
        let spotted = persons::in_text(&text, &lines, path);
        Self {
            spotted,
            path: Arc::clone(path),
            text,
            lines,
            faults: faults.into(),
            mentions: RefCell::default(),
            own: RefCell::default(),
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The place of a span; of its first line where it runs over several.
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        let (line, column) = self.lines.locate(&self.text, span.start);
        let words = self.text.get(span.clone()).unwrap_or_default();
        let end = words.find(['\r', '\n']).map_or(span.end, |at| span.start + at);
        Place::new(&self.path, line, column, small(characters(&self.text, span.start, end)))
    }

    /// Notes a mistake.
    pub(super) fn error(
        &self,
        rule: &RuleDoc,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.faults.borrow_mut().error(rule, self.place(span), message, help);
    }

    /// Notes that an id is mentioned.
    pub(super) fn mention(&self, named: Named, id: &str, span: Range<usize>) {
        let mention = Mention { named, id: id.to_owned(), place: self.place(span) };
        self.mentions.borrow_mut().push(mention);
    }

    /// Notes that a text read from a span is in the publisher's own words.
    pub(super) fn own(&self, span: &Range<usize>, text: &str) {
        let text = own::of_span(self, span, text);
        self.own.borrow_mut().push(text);
    }

    /// No mistake was found in it so far.
    pub(super) fn is_sound(&self) -> bool {
        self.faults.borrow().are_harmless()
    }

    /// What was found in it.
    pub(super) fn into_noticed(self) -> Noticed {
        Noticed {
            findings: self.faults.into_inner().into_findings(),
            mentions: self.mentions.into_inner(),
            own: self.own.into_inner(),
            spotted: self.spotted,
        }
    }
}
