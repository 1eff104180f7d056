//! A place among the tokens, and ways to look for words from there.

use super::token::{DateDigits, Digits, Kind, Token};
use std::ops::Range;

/// A place among the tokens of a phrase. It is copied to try a reading, and assigned back when the reading holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) phrase: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(phrase: &'a str, tokens: &'a [Token]) -> Self {
        Self { phrase, tokens, at: 0 }
    }

    pub(super) fn peek(&self, ahead: usize) -> Option<&'a Token> {
        self.tokens.get(self.at + ahead)
    }

    pub(super) fn previous(&self) -> Option<&'a Token> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    pub(super) fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(super) fn bump(&mut self) {
        self.at += 1;
    }

    /// The word here.
    pub(super) fn word(&self) -> Option<&'a str> {
        self.word_at(0)
    }

    pub(super) fn word_at(&self, ahead: usize) -> Option<&'a str> {
        self.peek(ahead).filter(|token| token.kind == Kind::Word).map(|token| token.text.as_str())
    }

    pub(super) fn digits(&self) -> Option<&'a Digits> {
        match &self.peek(0)?.kind {
            Kind::Number(digits) => Some(digits),
            _ => None,
        }
    }

    pub(super) fn date(&self) -> Option<DateDigits> {
        match self.peek(0)?.kind {
            Kind::Date(date) => Some(date),
            _ => None,
        }
    }

    pub(super) fn is_sign(&self, ahead: usize, sign: char) -> bool {
        self.peek(ahead).is_some_and(|token| token.kind == Kind::Sign(sign))
    }

    pub(super) fn is_dash(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|token| token.kind == Kind::Dash)
    }

    /// Whether the token there follows the one before it without a space.
    pub(super) fn is_glued(&self, ahead: usize) -> bool {
        self.at + ahead > 0 && self.peek(ahead).is_some_and(|token| !token.spaced)
    }

    /// A hyphen inside a compound: "two-thirds", "one-in-five".
    pub(super) fn is_hyphen(&self, ahead: usize) -> bool {
        self.is_dash(ahead) && self.is_glued(ahead) && self.is_glued(ahead + 1)
    }

    pub(super) fn eat_sign(&mut self, sign: char) -> Option<()> {
        self.is_sign(0, sign).then(|| self.bump())
    }

    pub(super) fn eat_hyphen(&mut self) {
        if self.is_hyphen(0) {
            self.bump();
        }
    }

    pub(super) fn eat_word(&mut self, words: &[&str]) -> Option<&'a str> {
        let word = self.word().filter(|word| words.contains(word))?;
        self.bump();
        Some(word)
    }

    /// Takes these words, parted by spaces or hyphens. A full stop that closes a short form goes with it.
    pub(super) fn eat(&mut self, words: &str) -> Option<()> {
        let mut next = *self;
        for (index, word) in words.split(' ').enumerate() {
            if index > 0 {
                next.eat_hyphen();
            }
            next.eat_word(&[word])?;
        }
        *self = next;
        Some(())
    }

    /// Takes the longest entry of a table that stands here.
    pub(super) fn eat_longest<T: Copy>(&mut self, table: &[(&'static str, T)]) -> Option<T> {
        let (value, next) = self.longest(table)?;
        *self = next;
        Some(value)
    }

    /// The longest entry of a table that stands here, and the place after it.
    pub(super) fn longest<T: Copy>(&self, table: &[(&'static str, T)]) -> Option<(T, Self)> {
        let word = self.word()?;
        let first = |entry: &str| entry.split(' ').next().unwrap_or_default().cmp(word);
        let start = table.partition_point(|(entry, _)| first(entry).is_lt());
        let candidates =
            table.get(start..).unwrap_or_default().iter().take_while(|(entry, _)| first(entry).is_eq());
        let mut best: Option<(T, Self)> = None;
        for (entry, value) in candidates {
            let mut next = *self;
            if next.eat(entry).is_some() && best.is_none_or(|(_, so_far)| next.at > so_far.at) {
                best = Some((*value, next));
            }
        }
        best
    }

    /// The bytes from one place to another, without spaces at the ends.
    pub(super) fn span(&self, from: usize, to: usize) -> Range<usize> {
        let tokens = self.tokens.get(from..to).unwrap_or_default();
        let start = tokens.first().map_or(self.phrase.len(), |token| token.span.start);
        start..tokens.last().map_or(start, |token| token.span.end)
    }

    /// The words of the phrase from one place to another.
    pub(super) fn verbatim(&self, from: usize, to: usize) -> &'a str {
        self.phrase.get(self.span(from, to)).unwrap_or_default()
    }
}

/// Whether a table is in the order that looking up needs.
#[cfg(test)]
pub(super) fn is_in_order<T>(table: &[(&'static str, T)]) -> bool {
    let first = |entry: &'static str| entry.split(' ').next().unwrap_or_default();
    let unique: std::collections::BTreeSet<_> = table.iter().map(|(entry, _)| entry).collect();
    unique.len() == table.len() && table.windows(2).all(|pair| first(pair[0].0) <= first(pair[1].0))
}
