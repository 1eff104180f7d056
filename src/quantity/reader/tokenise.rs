//! Cuts a phrase into words, numbers and signs.

use super::super::Rational;
use super::digits;
use super::glyph::{Glyph, THIN_SPACE, glyphs, vulgar_fraction};
use super::token::{Fault, Kind, Token};

/// Words that stand right before the digits of a number: `c65`, `x3`, `GBP600`.
const GLUED_BEFORE: [&str; 6] = ["c", "ca", "x", "gbp", "eur", "usd"];

/// The tokens of a phrase.
pub(super) fn tokenise(phrase: &str) -> Vec<Token> {
    let glyphs = glyphs(phrase);
    let mut scanner = Scanner { phrase, glyphs: &glyphs, at: 0, spaced: true, tokens: Vec::new() };
    while let Some(ch) = scanner.peek(0) {
        scanner.step(ch);
    }
    scanner.tokens
}

struct Scanner<'a> {
    phrase: &'a str,
    glyphs: &'a [Glyph],
    at: usize,
    spaced: bool,
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.glyphs.get(self.at + ahead).map(|glyph| glyph.ch)
    }

    fn is_digit(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|ch| ch.is_ascii_digit())
    }

    fn step(&mut self, ch: char) {
        let after_word = !self.spaced
            && self.tokens.last().is_some_and(|last| !matches!(last.kind, Kind::Sign(_) | Kind::Dash));
        match ch {
            ' ' | THIN_SPACE => {
                self.at += 1;
                self.spaced = true;
            }
            '0'..='9' => self.number(),
            '.' if self.is_digit(1) && !after_word => self.number(),
            '-' | '—' => self.push(1, Kind::Dash),
            _ if ch.is_alphabetic() => self.word(),
            _ => self.push(1, sign(ch)),
        }
    }

    /// Takes some characters as a token.
    fn push(&mut self, length: usize, kind: Kind) {
        let taken = self.glyphs.get(self.at..self.at + length).unwrap_or_default();
        let (from, to) =
            (taken.first().map_or(0, |glyph| glyph.from), taken.last().map_or(0, |glyph| glyph.to));
        let capital =
            self.phrase.get(from..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase);
        let text = taken.iter().map(|glyph| glyph.ch).collect();
        self.tokens.push(Token { kind, text, span: from..to, spaced: self.spaced, capital });
        self.at += length;
        self.spaced = false;
    }

    fn word(&mut self) {
        let inside = |ahead: usize| match self.peek(ahead) {
            Some('\'') => self.peek(ahead + 1).is_some_and(char::is_alphabetic),
            Some(ch) => ch.is_alphanumeric(),
            None => false,
        };
        let letters = (0..).take_while(|ahead| self.peek(*ahead).is_some_and(char::is_alphabetic)).count();
        let before: String = (0..letters).filter_map(|ahead| self.peek(ahead)).collect();
        let length = if self.is_digit(letters) && GLUED_BEFORE.contains(&before.as_str()) {
            letters
        } else {
            (0..).take_while(|ahead| inside(*ahead)).count()
        };
        self.push(length, Kind::Word);
    }

    fn number(&mut self) {
        let rest = self.glyphs.get(self.at..).unwrap_or_default();
        if let Some((length, kind)) = digits::date(rest) {
            return self.push(length, kind);
        }
        let (length, kind) = digits::number(rest);
        let letters = (length..).take_while(|ahead| self.peek(*ahead).is_some_and(char::is_alphanumeric));
        let tail: String = letters.filter_map(|ahead| self.peek(ahead)).collect();
        let whole = length + tail.chars().count();
        match tail.as_str() {
            // An ordinal, or a plural: "21st", "1990s", "under-18s".
            "st" | "nd" | "rd" | "th" | "s" => self.push(whole, Kind::Word),
            tail if tail.chars().any(|ch| ch.is_ascii_digit()) => {
                let exponent = tail.starts_with('e') && tail.len() > 1;
                self.push(whole, Kind::Fault(if exponent { Fault::Exponent } else { Fault::Mixed }));
            }
            "e" if matches!(self.peek(whole), Some('+' | '-')) && self.is_digit(whole + 1) => {
                self.push(whole + 2, Kind::Fault(Fault::Exponent));
            }
            _ => self.push(length, kind),
        }
    }
}

fn sign(ch: char) -> Kind {
    match vulgar_fraction(ch) {
        Some((num, den)) => Kind::Fraction(Rational::new(num, den).unwrap_or_default()),
        None if ch.is_numeric() && is_decimal_digit(ch) => Kind::Fault(Fault::OtherScript),
        None if ch.is_numeric() => Kind::Fault(Fault::Raised),
        None => Kind::Sign(ch),
    }
}

/// A digit of another script, rather than a raised, circled or Roman one: it changes under no normalisation.
fn is_decimal_digit(ch: char) -> bool {
    use unicode_normalization::UnicodeNormalization;
    ch.nfkc().eq([ch])
}
