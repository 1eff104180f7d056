//! What the reader says when it cannot read a phrase.

use super::cursor::Cursor;
use super::quantity::Quantity;
use std::fmt;
use std::ops::Range;

/// Why a phrase is no quantity and no known way of not giving one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadablePhrase {
    /// The bytes of the phrase at fault.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// Words that speak of an amount and name none.
#[rustfmt::skip]
const AMOUNTLESS: &[&str] = &[
    "a few", "few", "several", "many", "some", "numerous", "a number", "countless", "most", "majority",
    "minority", "various", "multiple", "lots", "plenty", "record", "significant",
];

const FORMS: &str =
    "write the figure as it was given, such as 53,298, “nearly 60,000”, “up 23%”, “1 in 5” or “not held”";

impl UnreadablePhrase {
    pub(super) fn whole(phrase: &str, message: &str, help: &str) -> Self {
        let quoted = shown(phrase.trim());
        Self { span: 0..phrase.len(), message: format!("“{quoted}” {message}"), help: help.to_owned() }
    }

    pub(super) fn too_long(phrase: &str, longest: usize) -> Self {
        Self {
            span: 0..phrase.len(),
            message: format!("the phrase is longer than {longest} characters"),
            help: "quote only the few words that carry the figure".to_owned(),
        }
    }

    pub(super) fn at(cursor: &Cursor<'_>, token: usize, message: &str, help: &str) -> Self {
        let span = cursor.span(token, token + 1);
        let words = shown(cursor.phrase.get(span.clone()).unwrap_or_default());
        Self { span, message: format!("“{words}” {message}"), help: help.to_owned() }
    }

    pub(super) fn without_number(cursor: &Cursor<'_>) -> Self {
        let phrase = cursor.phrase;
        if phrase.trim().is_empty() {
            return Self {
                span: 0..phrase.len(),
                message: "there is nothing to read".to_owned(),
                help: FORMS.to_owned(),
            };
        }
        let amountless = (0..cursor.tokens.len()).find_map(|at| {
            let here = Cursor { at, ..*cursor };
            AMOUNTLESS.iter().find_map(|words| {
                let mut next = here;
                next.eat(words).map(|()| cursor.span(at, next.at))
            })
        });
        match amountless {
            Some(span) => {
                let words = shown(phrase.get(span.clone()).unwrap_or_default());
                Self { span, message: format!("“{words}” names no number"), help: FORMS.to_owned() }
            }
            None => Self::whole(phrase, "has no number in it, and is no known way of not giving one", FORMS),
        }
    }

    pub(super) fn stray(cursor: &Cursor<'_>, stray: &Quantity) -> Self {
        let span = cursor.span(stray.from, stray.to);
        let words = shown(cursor.phrase.get(span.clone()).unwrap_or_default());
        Self {
            span,
            message: format!(
                "“{words}” is a second figure, and the phrase does not say how it belongs to the first"
            ),
            help: "give each figure by itself".to_owned(),
        }
    }

    pub(super) fn only_earlier(cursor: &Cursor<'_>, earlier: &Quantity) -> Self {
        let span = cursor.span(earlier.from, earlier.to);
        let words = shown(cursor.phrase.get(span.clone()).unwrap_or_default());
        Self {
            span,
            message: format!("“{words}” is what is compared with, and the figure itself is missing"),
            help: "give the figure too, such as “50, up from 40”".to_owned(),
        }
    }
}

/// A long phrase is cut for its message.
fn shown(text: &str) -> String {
    const MOST: usize = 80;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

impl fmt::Display for UnreadablePhrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for UnreadablePhrase {}
