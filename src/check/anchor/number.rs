//! Whether words carry the number of a figure, with its hedge.

use super::super::hedges::read;
use crate::model::Figure;
use crate::quantity::{Amount, Hedge, Reading};

/// What words say of the number of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// The number, with the hedge of the figure.
    Same,
    /// The number, hedged in another way, in these words.
    OtherHedge(String, Hedge),
    /// Another number.
    OtherNumber,
    /// No number that can be read, or none that is looked for.
    Nothing,
}

/// How many words before and after a number are read with it; the fewer, the surer that no other number gets in.
const AROUND: [(usize, usize); 5] = [(6, 4), (3, 2), (2, 1), (1, 1), (0, 0)];

/// Which numbers of a text are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Search {
    /// All, and the text as a whole: a quotation is short.
    Whole,
    /// Those in the digits of the figure: captured words may be long.
    SameDigits,
}

/// Looks for the number of a figure in a text.
pub(super) fn said(text: &str, figure: &Figure, search: Search) -> Said {
    let Some(amount) = figure.reading().amount() else { return Said::Nothing };
    let wanted = digits(&figure.reported);
    let mut other = None;
    for sentence in sentences(text) {
        for (at, word) in sentence.iter().enumerate() {
            let found = digits(word);
            if found.is_empty() || (search == Search::SameDigits && !wanted.contains(&found)) {
                continue;
            }
            match around(&sentence, at, amount) {
                Some((_, hedge)) if is_same(hedge, amount.hedge()) => return Said::Same,
                Some((words, hedge)) => other = other.or(Some(Said::OtherHedge(words, hedge))),
                None => {}
            }
        }
    }
    match (other, search) {
        (Some(other), _) => other,
        (None, Search::Whole) => as_a_whole(text, amount),
        (None, Search::SameDigits) => Said::Nothing,
    }
}

/// The words around a number as read, if they carry the amount.
fn around(sentence: &[&str], at: usize, amount: &Amount) -> Option<(String, Hedge)> {
    let mut found = AROUND.iter().filter_map(|(before, after)| {
        let end = (at + after + 1).min(sentence.len());
        let words = sentence.get(at.saturating_sub(*before)..end)?.join(" ");
        let reading = read(&words)?;
        let found = amounts(&reading).into_iter().find(|found| is_same_number(found, amount))?;
        Some((words, found.hedge()))
    });
    let widest = found.next()?;
    // The fewest words that say the same are the ones to show.
    Some(found.take_while(|narrower| narrower.1 == widest.1).last().unwrap_or(widest))
}

/// A text with its number in words: “sixty-five”.
fn as_a_whole(text: &str, amount: &Amount) -> Said {
    let Some(reading) = read(text) else { return Said::Nothing };
    let found = amounts(&reading);
    match found.iter().find(|found| is_same_number(found, amount)) {
        Some(same) if is_same(same.hedge(), amount.hedge()) => Said::Same,
        Some(same) => Said::OtherHedge(text.to_owned(), same.hedge()),
        None if found.is_empty() => Said::Nothing,
        None => Said::OtherNumber,
    }
}

/// Every amount that words give.
fn amounts(reading: &Reading) -> Vec<&Amount> {
    let beside = reading.alternatives().iter().chain(reading.further()).chain(reading.level());
    std::iter::once(reading).chain(beside).filter_map(Reading::amount).collect()
}

fn is_same_number(a: &Amount, b: &Amount) -> bool {
    a.nominal() == b.nominal()
}

fn is_same(a: Hedge, b: Hedge) -> bool {
    a == b || (!a.is_hedged() && !b.is_hedged())
}

/// The words of each sentence. A point ends one only before a capital, so that “approx. 65” stays together.
fn sentences(text: &str) -> Vec<Vec<&str>> {
    let mut sentences = vec![Vec::new()];
    let mut ended = false;
    for word in text.split_whitespace() {
        if ended && word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase) {
            sentences.push(Vec::new());
        }
        ended = word.trim_end_matches(['’', '”', '\'', '"', ')']).ends_with(['.', '!', '?', ';']);
        if let Some(sentence) = sentences.last_mut() {
            sentence.push(word);
        }
    }
    sentences
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
