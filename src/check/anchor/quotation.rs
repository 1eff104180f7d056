//! A quotation taken apart at what was left out of it, and looked for in captured words.

use super::super::plain::{Case, Plain};

/// Words of a quotation that must stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) words: Vec<char>,
    /// A first letter in brackets, which may be a capital in the source or not: `[A] further`.
    letter: Option<char>,
}

/// The parts of a quotation: “…”, “...” and anything in square brackets stand for other words.
pub(super) fn parts(quote: &str) -> Vec<Part> {
    let plain = Plain::of(quote, Case::Kept).chars;
    let mut parts = Vec::new();
    let mut part = Part { words: Vec::new(), letter: None };
    let mut rest = plain.as_slice();
    loop {
        let (taken, gap) = match rest {
            [] => break,
            ['.', '.', '.', ..] => (rest.iter().take_while(|c| **c == '.').count(), Some(None)),
            ['[', ..] => match rest.iter().position(|c| *c == ']') {
                Some(end) => (end + 1, Some(bracketed(rest.get(1..end).unwrap_or_default()))),
                None => (1, None),
            },
            _ => (1, None),
        };
        match gap {
            Some(letter) => {
                close(&mut parts, std::mem::replace(&mut part, Part { words: Vec::new(), letter }));
            }
            None => part.words.extend(rest.iter().take(taken)),
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    close(&mut parts, part);
    if let Some(last) = parts.last_mut() {
        let end = last.words.iter().rposition(|c| !matches!(c, '.' | ',' | ';' | ':' | ' '));
        last.words.truncate(end.map_or(0, |at| at + 1));
    }
    parts.retain(|part| !part.words.is_empty());
    parts
}

fn bracketed(inside: &[char]) -> Option<char> {
    match inside {
        [one] if one.is_alphabetic() => Some(*one),
        _ => None,
    }
}

/// Keeps a part without the quotation marks and spaces around it. A space after a letter in brackets is the word's end.
fn close(parts: &mut Vec<Part>, mut part: Part) {
    let is_edge = |c: &char| matches!(c, ' ' | '\'');
    let end = part.words.iter().rposition(|c| !is_edge(c)).map_or(0, |at| at + 1);
    part.words.truncate(end);
    if part.letter.is_none() {
        let start = part.words.iter().position(|c| !is_edge(c)).unwrap_or_default();
        part.words.drain(..start);
    }
    parts.push(part);
}

impl Part {
    /// Where it stands in a text from a place on, and where it ends.
    pub(super) fn find(&self, text: &Plain, from: usize) -> Option<(usize, usize)> {
        let at = |words: &[char]| text.find(words, from).map(|at| (at, at + words.len()));
        let Some(letter) = self.letter else { return at(&self.words) };
        let with = |first: char| std::iter::once(first).chain(self.words.iter().copied()).collect::<Vec<_>>();
        let cases = letter.to_lowercase().chain(letter.to_uppercase());
        cases.filter_map(|first| at(&with(first))).min()
    }
}

/// The first part that does not stand in the text in its place; none where the whole quotation does.
pub(super) fn missing(quote: &str, text: &Plain) -> Option<Part> {
    let whole = Plain::of(quote, Case::Kept).chars;
    if text.find(&whole, 0).is_some() {
        return None;
    }
    let mut from = 0;
    for part in parts(quote) {
        match part.find(text, from) {
            Some((_, end)) => from = end,
            None => return Some(part),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "There are c.65 staff currently dedicated to tracing\nactivities, as well as ‘resources’ elsewhere. A further 736.";

    fn stands(quote: &str) -> bool {
        missing(quote, &Plain::of(TEXT, Case::Kept)).is_none()
    }

    #[test]
    fn typography_and_omissions_do_not_part_a_quotation_from_its_source() {
        for quote in [
            "c.65 staff",
            "c.65 staff currently dedicated to tracing activities",
            "“c.65 staff currently…",
            "c.65 staff … as well as “resources” elsewhere",
            "c.65 staff [...] elsewhere.",
            "… tracing\u{a0}activi\u{ad}ties,",
            "[T]here are c.65 staff",
            "[t]here are",
            "[a] further 736",
            "[the department has] c.65 staff",
            "",
        ] {
            assert!(stands(quote), "{quote}");
        }
    }

    #[test]
    fn other_words_another_order_and_other_capitals_are_no_quotation() {
        for quote in [
            "65 staff currently employed",
            "C.65 staff",
            "elsewhere … c.65 staff",
            "5 staff",
            "c.65 staf",
            "there are c.65",
            "c.65 staff dedicated",
        ] {
            assert!(!stands(quote), "{quote}");
        }
    }
}
