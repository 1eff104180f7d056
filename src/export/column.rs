//! Columns and cells of a CSV file.

use super::decimal::Decimal;
use crate::quantity::Rational;
use std::borrow::Cow;

/// A column: its name in the header, what its cells hold, and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in the header.
    pub name: &'static str,
    /// What its cells hold.
    pub datatype: Datatype,
    /// What it means, in full sentences.
    pub meaning: &'static str,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Datatype {
    /// An identifier or a word from a fixed list.
    Token,
    /// Several of these, with `;` between them.
    Tokens,
    /// Free text. The only kind that may carry a guard.
    Text,
    /// A decimal number.
    Number,
    /// A date as exact as it is known: `2025-10-07`, `2025-10` or `2025`.
    PartialDate,
    /// A day: `2025-10-07`.
    Date,
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing to say.
    Blank,
    /// A token, a date or free text, as the column's datatype says. It carries no guard.
    Text(Cow<'a, str>),
    /// A number.
    Number(Rational),
}

impl<'a> Cell<'a> {
    pub(super) fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// A token; an empty one has nothing to say.
    pub(super) fn token(token: &'a str) -> Self {
        if token.is_empty() { Self::Blank } else { Self::text(token) }
    }

    pub(super) fn optional(text: Option<&'a str>) -> Self {
        text.map_or(Self::Blank, Self::text)
    }

    pub(super) fn shown(value: Option<impl ToString>) -> Self {
        value.map_or(Self::Blank, |value| Self::Text(Cow::Owned(value.to_string())))
    }

    pub(super) fn number(value: Option<&Rational>) -> Self {
        value.map_or(Self::Blank, |value| Self::Number(value.clone()))
    }

    /// Several values in one cell.
    pub(super) fn list<S: AsRef<str>>(values: impl IntoIterator<Item = S>) -> Self {
        let mut values = values.into_iter();
        let Some(first) = values.next() else { return Self::Blank };
        let joined = values.fold(first.as_ref().to_owned(), |joined, value| joined + ";" + value.as_ref());
        Self::Text(Cow::Owned(joined))
    }

    /// What it says, as text: a number as a decimal, rounded where no decimal is exact. Empty for a blank.
    #[must_use]
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Blank => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(value) => Cow::Owned(Decimal(value.clone()).to_string()),
        }
    }
}
