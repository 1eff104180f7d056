//! Numbers that name something and count nothing: "section 12", "Tier 2", "aged 18 to 25".

use super::cursor::Cursor;
use super::magnitude::{To, magnitude};
use super::number_words::is_number_word;
use super::time::is_month;
use super::token::{Fault, Kind, Token};

/// Words whose number is a name, in order.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "annex", "annexe", "appendix", "article", "band", "category", "channel", "chapter", "class", "clause", "cm",
    "cmnd", "column", "cp", "exhibit", "figure", "footnote", "form", "formula", "grade", "group", "hc",
    "hl", "junction", "key", "level", "number", "objective", "option", "page", "para", "paragraph", "part",
    "phase", "pillar", "pq", "priority", "question", "recommendation", "ref", "reference", "regulation",
    "row", "rule", "schedule", "section", "sheet", "slide", "stage", "step", "strand", "table", "terminal",
    "tier", "uin", "version", "volume", "wave",
];

/// Words whose number is a name where they have a capital and it has two digits at most, in order.
#[rustfmt::skip]
const CAPITALISED: &[&str] = &[
    "bbc", "box", "day", "district", "division", "gate", "item", "itv", "line", "platform", "radio", "room",
    "round", "route", "type", "ward", "week", "year", "zone",
];

/// Words whose number is a reference, with whatever is joined to it.
const REFERENCES: &[&str] = &["hc", "hl", "pq", "ref", "reference", "uin"];

/// Words in front of a hyphen and a number that are no part of a reference.
#[rustfmt::skip]
const JOINED: &[&str] = &[
    "about", "approx", "around", "c", "circa", "early", "fewer", "h", "late", "mid", "minus", "nearly", "over",
    "plus", "post", "pre", "q", "since", "under",
];

/// Takes a name with its number, a reference, an age, or a time of day.
pub(super) fn label(cursor: &mut Cursor<'_>) -> Option<()> {
    match cursor.peek(0)?.kind {
        Kind::Word => named(cursor).or_else(|| reference(cursor)).or_else(|| age(cursor)),
        Kind::Number(_) | Kind::Fault(_) => time_of_day(cursor).or_else(|| age(cursor)),
        _ => None,
    }
}

fn named(cursor: &mut Cursor<'_>) -> Option<()> {
    let mut next = *cursor;
    let token = next.peek(0)?;
    let word = token.text.as_str();
    let short = matches!(word, "s" | "sec" | "no" | "para" | "p" | "pp" | "art");
    let capitalised = token.capital && CAPITALISED.contains(&word);
    if !(short || capitalised || NAMES.binary_search(&word).is_ok()) {
        return None;
    }
    next.bump();
    let is_reference = REFERENCES.contains(&word);
    if short && word != "para" {
        // "No 10" has no stop.
        next.eat_sign('.').or_else(|| (word == "no" && token.capital).then_some(()))?;
    } else if is_reference || word == "para" {
        let _ = next.eat_sign('.').or_else(|| next.eat_sign(':'));
    }
    if is_reference && takes_rest(&mut next).is_some() {
        *cursor = next;
        return Some(());
    }
    let number = next.digits().filter(|digits| digits.value.is_integer())?;
    // "Table 3" is a name; "figure 53,298" is a figure, and so is "in the Channel 736 people".
    let most =
        if capitalised || matches!(word, "figure" | "no" | "number" | "channel") { 2 } else { usize::MAX };
    if number.value.to_string().len() > most {
        return None;
    }
    next.bump();
    while next.is_sign(0, '(') && next.is_glued(0) && next.is_sign(2, ')') {
        next.at += 3;
    }
    next_of_list(&mut next, &number.value.to_string());
    // "Group 5 people" would be odd, but "section 12: 65" is not.
    *cursor = next;
    Some(())
}

/// The 2 of "class 1 and 2": the number that follows the first in order, and no other.
fn next_of_list(cursor: &mut Cursor<'_>, first: &str) {
    let mut next = *cursor;
    let joined = next.eat_word(&["and", "or", "to"]).map(|_| ()).or_else(|| next.eat_sign(','));
    let number = joined.and_then(|()| next.digits()).map(|digits| digits.value.to_string());
    let follows =
        |number: &str| number.parse::<u32>().ok() == first.parse::<u32>().ok().map(|first| first + 1);
    if let Some(number) = number.filter(|number| number.len() <= 2 && follows(number)) {
        next.bump();
        *cursor = next;
        next_of_list(cursor, &number);
    }
}

/// "HO-2025-0117", "FOI2024/01234", "Covid-19": a name with a capital, joined to digits.
fn reference(cursor: &mut Cursor<'_>) -> Option<()> {
    let mut next = *cursor;
    let token = next.peek(0)?;
    let word = token.text.trim_end_matches(|ch: char| ch.is_ascii_digit());
    let name = token.capital || word == "covid";
    // "v1.2".
    let versioned =
        word != token.text && next.is_sign(1, '.') && next.is_glued(2) && next.peek(2).is_some_and(is_digits);
    let joined = next.is_glued(1) && (next.is_hyphen(1) || next.is_sign(1, '/') || versioned);
    if !(name || versioned) || !joined || word.starts_with("fy") || JOINED.contains(&word) || is_month(word) {
        return None;
    }
    // "Two-1" is no reference, and neither is "Officers/65 staff" with a space.
    if is_number_word(word) || word.is_empty() {
        return None;
    }
    next.bump();
    takes_joined(&mut next)?;
    *cursor = next;
    Some(())
}

/// `-2025-0117`: what is joined on by hyphens and strokes, if there is a digit in it.
fn takes_joined(cursor: &mut Cursor<'_>) -> Option<()> {
    let mut next = *cursor;
    let mut has_digits = false;
    while (next.is_hyphen(0) || next.is_sign(0, '/') || next.is_sign(0, '.'))
        && next.is_glued(0)
        && next.is_glued(1)
    {
        next.bump();
        has_digits |= takes_part(&mut next)?;
    }
    has_digits.then(|| *cursor = next)
}

fn is_digits(token: &Token) -> bool {
    matches!(token.kind, Kind::Number(_))
}

/// A part of a reference, and whether it is in digits.
fn takes_part(cursor: &mut Cursor<'_>) -> Option<bool> {
    let digits = match cursor.peek(0)?.kind {
        Kind::Number(_) | Kind::Date(_) | Kind::Fault(Fault::LeadingZero | Fault::Mixed) => true,
        Kind::Word => cursor.peek(0)?.text.contains(|ch: char| ch.is_ascii_digit()),
        _ => return None,
    };
    cursor.bump();
    Some(digits)
}

/// The number of a reference, with what is joined to it: "UIN 12345", "ref. 2024/0123".
fn takes_rest(cursor: &mut Cursor<'_>) -> Option<()> {
    let mut next = *cursor;
    takes_part(&mut next).filter(|digits| *digits)?;
    let _ = takes_joined(&mut next);
    *cursor = next;
    Some(())
}

/// "9.30am", "2 pm", "14:30", "9 o'clock".
fn time_of_day(cursor: &mut Cursor<'_>) -> Option<()> {
    let mut next = *cursor;
    let text = next.peek(0)?.text.as_str();
    let (hour, minutes) = text.split_once('.').map_or((text, None), |(hour, rest)| (hour, Some(rest)));
    let in_day = |text: &str, longest: usize, below: u8| {
        text.len() <= longest && text.parse::<u8>().is_ok_and(|number| number < below)
    };
    let minute = |text: &str| text.len() == 2 && in_day(text, 2, 60);
    if !in_day(hour, 2, 25) || !minutes.is_none_or(minute) {
        return None;
    }
    next.bump();
    let clock = minutes.is_none()
        && next.is_sign(0, ':')
        && next.is_glued(0)
        && next.is_glued(1)
        && next.peek(1).is_some_and(|token| minute(&token.text));
    if clock {
        next.at += 2;
    }
    let half_day =
        half_of_the_day(&mut next).or_else(|| next.eat_word(&["o'clock", "gmt", "bst"]).map(|_| ()));
    let named = half_day.is_some() && (clock || in_day(hour, 2, 13));
    (clock || named).then(|| *cursor = next)
}

/// "am", "p.m."
fn half_of_the_day(cursor: &mut Cursor<'_>) -> Option<()> {
    if cursor.eat_word(&["am", "pm"]).is_some() {
        return Some(());
    }
    let mut next = *cursor;
    next.eat_word(&["a", "p"])?;
    next.eat_sign('.')?;
    next.eat_word(&["m"])?;
    let _ = next.eat_sign('.');
    *cursor = next;
    Some(())
}

/// "Aged 18 to 25", "aged under 18", "ages 18-25", "18-year-olds", "18 to 24 year olds".
fn age(cursor: &mut Cursor<'_>) -> Option<()> {
    let mut next = *cursor;
    if next.eat_word(&["aged", "ages", "age"]).is_some() {
        let _ = next.eat_word(&["between", "under", "over", "from", "below", "above"]);
        magnitude_of_years(&mut next)?;
        let _ = next.eat("and over").or_else(|| next.eat("or over")).or_else(|| next.eat("and under"));
        let _ = next.eat("years old").or_else(|| next.eat("years"));
        *cursor = next;
        return Some(());
    }
    if matches!(next.peek(0)?.kind, Kind::Number(_)) {
        magnitude_of_years(&mut next)?;
        next.eat_hyphen();
        next.eat_word(&["year", "years"])?;
        next.eat_hyphen();
        next.eat_word(&["old", "olds"])?;
        *cursor = next;
        return Some(());
    }
    None
}

fn magnitude_of_years(next: &mut Cursor<'_>) -> Option<()> {
    if next.digits().is_some()
        && next.is_hyphen(1)
        && next.word_at(2).is_some_and(|word| word.starts_with("year"))
    {
        next.bump();
        return Some(());
    }
    if next.eat_word(&["and"]).is_some() {
        return None;
    }
    let found = magnitude(next, To::Range).map(|_| ());
    if next.eat_word(&["and"]).is_some() {
        let _ = magnitude(next, To::Range).or_else(|| {
            next.at -= 1;
            None
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tokenise::tokenise;
    use super::*;

    fn left(text: &str) -> Option<usize> {
        let tokens = tokenise(text);
        let mut cursor = Cursor::new(text, &tokens);
        label(&mut cursor).map(|()| tokens.len() - cursor.at)
    }

    #[test]
    fn the_names_are_in_order() {
        assert!(NAMES.is_sorted());
    }

    #[test]
    fn numbers_that_name_something_are_taken_whole() {
        for text in [
            "section 12",
            "class 1 and 2",
            "Article 8",
            "page 14",
            "phase 2",
            "Level 3",
            "Channel 4",
            "para 7",
            "s.40(2)",
            "UIN 12345",
            "UIN: HL1234",
            "ref. 2024/0123",
            "HO-2025-0117",
            "FOI2024/01234",
            "FOI/2024/01234",
            "Covid-19",
            "covid-19",
            "Year 9",
            "9.30am",
            "9am",
            "2 pm",
            "2.13 am",
            "9.30 p.m.",
            "14:30",
            "09:30",
            "10:30 GMT",
            "9 o'clock",
            "aged 18 to 25",
            "18-year-olds",
        ] {
            assert_eq!(left(text), Some(0), "{text}");
        }
    }

    #[test]
    fn numbers_that_count_something_are_left() {
        for text in [
            "65",
            "9.30",
            "2.1 pm",
            "3:1",
            "Channel 736",
            "officers 65",
            "Mid-2016",
            "Q1-2024",
            "FY2023/24",
            "July-2024",
            "twenty-five",
            "Under-18s",
            "25 am",
            "year 5",
            "Figure 53,298",
            "Staff/officers",
        ] {
            assert_eq!(left(text), None, "{text}");
        }
    }
}
