//! Where sentences end, and the clauses in them.

use std::ops::Range;

/// Abbreviations after which a full stop ends nothing.
const SHORT: [&str; 14] =
    ["c", "ca", "approx", "no", "nos", "mr", "mrs", "ms", "dr", "st", "rt", "hon", "e.g", "i.e"];

/// The sentences of a paragraph, as bytes of it.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let ends = match c {
            '.' | '?' | '!' => {
                let before = text.get(start..at).unwrap_or_default().rsplit(' ').next().unwrap_or_default();
                let word = before.trim_start_matches(['(', '“', '"']).to_ascii_lowercase();
                let next = text.get(at + 1..).unwrap_or_default();
                let opens = next.trim_start_matches([' ', '”', '"', ')']);
                next.len() != opens.len()
                    && !opens.chars().next().is_some_and(char::is_lowercase)
                    && !(c == '.' && SHORT.contains(&word.as_str()))
            }
            ';' => true,
            _ => false,
        };
        if ends {
            found.push(start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
    }
    found.push(start..text.len());
    found.into_iter().map(|span| trimmed(text, span)).filter(|span| !span.is_empty()).collect()
}

/// The clauses of a sentence, as bytes of the same text.
pub(super) fn clauses(text: &str, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = text.get(sentence.clone()).unwrap_or_default();
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for mark in [", ", ": ", " and ", " or ", " but ", " (", ")", " – ", " — ", " [", "]"] {
        cuts.extend(words.match_indices(mark).map(|(at, mark)| (at, at + mark.len())));
    }
    cuts.sort_unstable();
    let mut found = Vec::new();
    let mut start = 0;
    for (from, to) in cuts.into_iter().chain([(words.len(), words.len())]) {
        if from >= start {
            found.push(trimmed(text, sentence.start + start..sentence.start + from));
            start = to;
        }
    }
    found.retain(|span| !span.is_empty());
    found
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let words = text.get(span.clone()).unwrap_or_default();
    let start = span.start + (words.len() - words.trim_start().len());
    start..(start + words.trim().len())
}
