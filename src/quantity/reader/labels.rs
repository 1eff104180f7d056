//! Numbers that name something and count nothing: "section 12", "Tier 2", "aged 18 to 25".

use super::cursor::Cursor;
use super::magnitude::{To, magnitude};
use super::token::Kind;

/// Words whose number is a name, in order.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "annex", "appendix", "article", "band", "category", "chapter", "clause", "column", "figure", "form",
    "grade", "group", "hc", "key", "level", "number", "page", "paragraph", "part", "phase", "priority",
    "pq", "question", "ref", "regulation", "row", "rule", "schedule", "section", "sheet", "stage", "step",
    "table", "tier", "uin", "version", "volume", "wave",
];

/// Takes a name with its number.
pub(super) fn label(cursor: &mut Cursor<'_>) -> Option<()> {
    named(cursor).or_else(|| age(cursor))
}

fn named(cursor: &mut Cursor<'_>) -> Option<()> {
    let mut next = *cursor;
    let word = next.word()?;
    let short = matches!(word, "s" | "sec" | "no" | "para" | "p" | "pp" | "art");
    if !NAMES.contains(&word) && !short {
        return None;
    }
    next.bump();
    if short {
        next.eat_sign('.')?;
    }
    let number = next.digits().filter(|digits| digits.value.is_integer())?;
    // "Table 3" is a name; "figure 53,298" is a figure.
    if matches!(word, "figure" | "number") && number.value.to_string().len() > 2 {
        return None;
    }
    next.bump();
    while next.is_sign(0, '(') && next.is_glued(0) && next.is_sign(2, ')') {
        next.at += 3;
    }
    // "Group 5 people" would be odd, but "section 12: 65" is not.
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
