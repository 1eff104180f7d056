//! The noun after a number: what is counted.

use super::change_words;
use super::cursor::Cursor;
use super::number_words::{is_number_word, is_ordinal};
use super::suffix_words;
use super::time::is_month;
use super::token::Kind;
use super::unit_words::{NOUNS, NUMBERS, PARTICIPLES, STOPS};

/// The longest noun phrase taken, in words.
const LONGEST: usize = 4;

/// Whether the word can only belong to a number.
pub(super) fn is_part_of_a_number(word: &str) -> bool {
    NUMBERS.contains(&word)
}

/// Takes the noun phrase here and gives the places of its first token and after its last.
pub(super) fn unit(cursor: &mut Cursor<'_>) -> Option<(usize, usize)> {
    let mut next = *cursor;
    if next.is_hyphen(0) {
        next.bump();
    }
    let start = next.at;
    let (mut end, mut words) = (start, 0);
    while words < LONGEST && goes_on(&next, words == 0) {
        let part = compound(&mut next);
        words += 1;
        if part != Part::Participle || words == 1 {
            end = next.at;
        }
        if part == Part::OfStaff {
            break;
        }
    }
    let only_participle = words == 1 && next.previous().is_some_and(|last| is_participle(&last.text));
    if end == start || only_participle {
        return None;
    }
    // A participle that began the phrase and was followed by nothing it could belong to.
    let first = Cursor { at: start, ..next }.word().is_some_and(is_participle);
    if first && end == start + 1 {
        return None;
    }
    cursor.at = end;
    Some((start, end))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Noun,
    Participle,
    OfStaff,
}

fn goes_on(next: &Cursor<'_>, is_first: bool) -> bool {
    let Some(word) = next.word() else { return false };
    let mut after = *next;
    after.bump();
    if after.is_hyphen(0) {
        return !(is_number_word(word) && after.word_at(1).is_some_and(is_ordinal));
    }
    let stops = STOPS.binary_search(&word).is_ok()
        || is_part_of_a_number(word)
        || is_number_word(word)
        || is_a_month(next)
        || (word.ends_with("ly") && !NOUNS.contains(&word))
        || (word.ends_with("ing") && !is_first && !NOUNS.contains(&word))
        || next.longest(suffix_words::TABLE).is_some()
        || next
            .longest(change_words::TABLE)
            .is_some_and(|((_, place), _)| place == change_words::Place::Noun);
    !stops
}

/// "65 staff October 2025", "65 staff june 2016".
fn is_a_month(cursor: &Cursor<'_>) -> bool {
    let named = cursor.peek(0).filter(|token| is_month(&token.text));
    let dated = || cursor.peek(1).is_some_and(|token| matches!(token.kind, Kind::Number(_)));
    named.is_some_and(|token| token.capital || dated())
}

/// One word, or several joined by hyphens: "full-time", "under-18s". "Members of staff" counts as one too.
fn compound(next: &mut Cursor<'_>) -> Part {
    let word = next.word().unwrap_or_default();
    next.bump();
    let mut is_compound = false;
    while next.is_hyphen(0)
        && matches!(next.peek(1).map(|token| &token.kind), Some(Kind::Word | Kind::Number(_)))
    {
        next.at += 2;
        is_compound = true;
    }
    if word == "members" && (next.eat("of staff").is_some() || next.eat("of the public").is_some()) {
        return Part::OfStaff;
    }
    if !is_compound && is_participle(word) { Part::Participle } else { Part::Noun }
}

fn is_participle(word: &str) -> bool {
    (word.ends_with("ed") && word.len() > 4 && !NOUNS.contains(&word)) || PARTICIPLES.contains(&word)
}

/// Units of time. Beside another number, "in 12 months" is when and not how many.
pub(super) fn is_a_duration(unit: &str) -> bool {
    let first = unit.split([' ', '-']).next().unwrap_or_default().to_lowercase();
    ["second", "minute", "hour", "day", "week", "month", "year", "decade", "night"]
        .iter()
        .any(|duration| first == *duration || first.strip_suffix('s') == Some(duration))
}

#[cfg(test)]
mod tests {
    use super::super::tokenise::tokenise;
    use super::*;

    #[test]
    fn a_unit_is_the_noun_and_what_stands_before_it() {
        for (text, found) in [
            ("staff", Some("staff")),
            ("people as of October", Some("people")),
            ("removed", None),
            ("foreign national offenders who", Some("foreign national offenders")),
            ("failed asylum seekers", Some("failed asylum seekers")),
            ("people removed in 2016", Some("people")),
            ("staff currently dedicated to tracing", Some("staff")),
            ("officers dedicated to tracing", Some("officers")),
            ("full-time staff", Some("full-time staff")),
            ("under-18s", Some("under-18s")),
            ("members of staff", Some("members of staff")),
            ("tonnes of waste", Some("tonnes")),
            ("or more", None),
            ("each", None),
            ("FTE staff", Some("FTE staff")),
            ("missing people", Some("missing people")),
            ("of them", None),
        ] {
            let tokens = tokenise(text);
            let mut cursor = Cursor::new(text, &tokens);
            let unit = unit(&mut cursor).map(|(from, to)| cursor.verbatim(from, to));
            assert_eq!(unit, found, "{text}");
        }
    }

    #[test]
    fn the_stops_are_in_order() {
        assert!(STOPS.is_sorted());
    }
}
