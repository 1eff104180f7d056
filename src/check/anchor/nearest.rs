//! Where in captured words a quotation that does not stand there comes nearest, and what differs.

use super::captured::Captured;
use super::quotation::Part;
use std::ops::Range;

/// So many words of a quotation are held against the captured words, from the first on.
const MOST: usize = 40;

/// The nearest place of a quotation.
#[derive(Debug)]
pub(super) struct Nearest {
    /// The characters of the captured words that are most like it.
    pub(super) at: Range<usize>,
    /// The first words that differ, those of the quotation first.
    pub(super) differing: (String, String),
}

/// The nearest place, if more than half of the words stand there in their order.
pub(super) fn nearest(part: &Part, captured: &Captured) -> Option<Nearest> {
    let mut words = split(&part.words);
    words.truncate(MOST);
    let there = split(&captured.plain.chars);
    let quote: Vec<String> = words.iter().map(|span| folded(&part.words, span)).collect();
    let text: Vec<String> = there.iter().map(|span| folded(&captured.plain.chars, span)).collect();
    let starts = (0..text.len()).filter(|at| text.get(*at).is_some_and(|word| quote.contains(word)));
    let best = starts.map(|at| {
        let window = at.saturating_sub(offset(&quote, text.get(at).map_or("", String::as_str)));
        let rest = text.get(at..).unwrap_or_default();
        let in_place = text.iter().skip(window).zip(&quote).filter(|(a, b)| a == b).count();
        ((common(&quote, rest), in_place), window)
    });
    let ((like, _), window) = best.max_by_key(|(like, window)| (*like, std::cmp::Reverse(*window)))?;
    if like * 2 <= quote.len() {
        return None;
    }
    let end = (window + quote.len()).min(there.len()).checked_sub(1)?;
    let range = there.get(window)?.start..there.get(end)?.end;
    let exact = |chars: &[char], span: Option<&Range<usize>>| -> String {
        span.and_then(|span| chars.get(span.clone())).map(|word| word.iter().collect()).unwrap_or_default()
    };
    let pairs = (0..words.len())
        .map(|n| (exact(&part.words, words.get(n)), exact(&captured.plain.chars, there.get(window + n))));
    let differing = pairs.into_iter().find(|(a, b)| a != b)?;
    Some(Nearest { at: range, differing })
}

/// How many words of the quotation stand in the text from here on in their order, with few others between them.
fn common(quote: &[String], text: &[String]) -> usize {
    let mut like = 0;
    let mut words = quote.iter();
    for word in text.iter().take(quote.len() + 2) {
        let mut ahead = words.clone();
        if ahead.any(|other| other == word) {
            words = ahead;
            like += 1;
        }
    }
    like
}

/// How many words of the quotation come before the first that stands in the text.
fn offset(quote: &[String], first: &str) -> usize {
    quote.iter().position(|word| word == first).unwrap_or_default()
}

fn split(chars: &[char]) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in chars.iter().enumerate() {
        match (c, start) {
            (' ', Some(from)) => {
                words.push(from..at);
                start = None;
            }
            (' ', None) | (_, Some(_)) => {}
            (_, None) => start = Some(at),
        }
    }
    words.extend(start.map(|from| from..chars.len()));
    words
}

/// A word without capitals and without marks at its ends.
fn folded(chars: &[char], span: &Range<usize>) -> String {
    let word: String = chars.get(span.clone()).unwrap_or_default().iter().collect();
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
