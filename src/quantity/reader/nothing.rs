//! Words for zero: "none", "no deaths". "No one knows" and "not one that we recognise" are no zero, and no number.

use super::super::{Amount, Content, NoValue, Rational, Reading};
use super::cursor::Cursor;

/// Nouns of which "no" says that none were counted. Others may only be missing: "no figures", "no details".
#[rustfmt::skip]
const COUNTED: &[&str] = &[
    "absconders", "appeals", "applications", "arrests", "arrivals", "assaults", "attacks", "beds",
    "breaches", "cases", "charges", "children", "claims", "complaints", "convictions", "crossings",
    "deaths", "detainees", "detections", "employees", "escapes", "fines", "flights", "fires", "grants",
    "homes", "incidents", "injuries", "inspections", "officers", "offenders", "offences", "patients",
    "penalties", "people", "persons", "places", "prisoners", "prosecutions", "refusals", "releases", "removals",
    "requests", "returns", "schools", "staff", "students", "thefts", "vacancies", "vehicles", "vessels",
    "victims", "visits", "warrants", "women", "men",
];

/// One of them.
const ONE: &[&str] = &["child", "man", "person", "woman", "single"];

/// Words after "none" that leave it a count.
#[rustfmt::skip]
const RECORDED: &[&str] = &[
    "was", "were", "are", "is", "have", "has", "been", "recorded", "reported", "identified", "found",
    "received", "made", "issued", "of", "them", "these", "so", "far", "known", "removed", "returned",
];

/// Words between "no one" and what nobody did.
const BEEN: &[&str] =
    &["was", "were", "is", "are", "has", "have", "had", "been", "being", "ever", "yet", "else"];

/// What is said of people who are counted. "No one said" and "no one recorded it" count nobody.
#[rustfmt::skip]
const HAPPENED: &[&str] = &[
    "absconded", "admitted", "affected", "appointed", "arrested", "arrived", "at", "caught", "charged",
    "convicted", "deported", "detained", "died", "dismissed", "escaped", "evicted", "freed", "harmed", "held",
    "hurt", "identified", "in", "injured", "killed", "left", "missing", "on", "prosecuted", "recaptured",
    "released", "removed", "returned", "sentenced", "suspended", "waiting",
];

/// Words before a noun after which "no" is not said of the noun: "no record of deaths", "no idea how many cases".
#[rustfmt::skip]
const APART: &[&str] = &[
    "about", "any", "at", "but", "by", "fewer", "for", "from", "how", "in", "less", "more", "of", "on", "than",
    "that", "the", "to", "which", "who", "why", "with",
];

/// Words that say that something is not known or not to be had, not that it is none.
#[rustfmt::skip]
const UNSAID: &[&str] = &[
    "able", "can", "cannot", "certain", "comment", "could", "count", "data", "details", "estimate", "evidence",
    "figure", "figures", "idea", "information", "knew", "know", "knows", "number", "numbers", "policy",
    "recognise", "recognised", "recognises", "recognize", "record", "records", "said", "say", "says",
    "statistics", "sure", "tell", "told",
];

/// A phrase that says that there are none, whatever numbers stand in it: "none of the 7 prisons", "not a single one".
pub(super) fn none_of(cursor: &Cursor<'_>) -> Option<Reading> {
    let mut next = *cursor;
    if next.eat("not a single").is_some() {
        return not_one(cursor, next);
    }
    if next.eat_word(&["none", "nobody"]).is_none()
        && next.eat("not one").is_none()
        && next.eat("no one").is_none()
    {
        return None;
    }
    (next.word() == Some("of") && is_said(next)).then(|| zero(cursor))
}

/// A phrase without a number that says that there are none.
pub(super) fn nothing(cursor: &Cursor<'_>) -> Option<Reading> {
    let mut next = *cursor;
    let _ = next.eat("there were").or_else(|| next.eat("there was")).or_else(|| next.eat("there have been"));
    if next.eat_word(&["none"]).is_some() {
        return none(cursor, next);
    }
    if next.eat("nobody").is_some() || next.eat("no one").is_some() {
        return nobody(next).then(|| zero(cursor));
    }
    if next.eat("not one").is_some() {
        return not_one(cursor, next);
    }
    next.eat_word(&["no"])?;
    none_counted(cursor, next)
}

fn zero(cursor: &Cursor<'_>) -> Reading {
    Reading::new(cursor.phrase, Content::Value(Box::new(Amount::exact(Rational::default()))))
}

fn none(cursor: &Cursor<'_>, mut next: Cursor<'_>) -> Option<Reading> {
    let alone = next.is_done() || next.is_sign(0, '.');
    while next.eat_word(RECORDED).is_some() || next.eat_sign('.').is_some() {}
    if !next.is_done() {
        return None;
    }
    let mut reading = zero(cursor);
    if alone {
        reading.rest_mut().alternatives.push(Reading::without_value(cursor.phrase, NoValue::NoneExists));
    }
    Some(reading)
}

/// After "nobody" and "no one": something that happens to people who are counted, or nothing more.
fn nobody(mut next: Cursor<'_>) -> bool {
    if next.is_done() || next.is_sign(0, '.') {
        return true;
    }
    while next.eat_word(BEEN).is_some() {}
    next.word().is_some_and(|word| HAPPENED.contains(&word)) && is_said(next)
}

/// After "not one" and "not a single": one of what is counted. "Not one that we recognise" is said of a number.
fn not_one(cursor: &Cursor<'_>, next: Cursor<'_>) -> Option<Reading> {
    let mut reading = zero(cursor);
    if next.is_done() || next.is_sign(0, '.') {
        return Some(reading);
    }
    let word = next.word()?;
    let counted = ONE.contains(&word) || COUNTED.contains(&word) || is_one_of_counted(word);
    if counted && is_said(next) {
        reading.rest_mut().unit = Some(cursor.verbatim(next.at, next.at + 1).into());
        return Some(reading);
    }
    (matches!(word, "one" | "of") && is_said(next) || nobody(next)).then_some(reading)
}

fn is_one_of_counted(word: &str) -> bool {
    COUNTED.iter().any(|many| many.strip_suffix('s') == Some(word))
        || word
            .strip_suffix('y')
            .is_some_and(|stem| COUNTED.iter().any(|m| m.strip_suffix("ies") == Some(stem)))
}

fn none_counted(cursor: &Cursor<'_>, mut next: Cursor<'_>) -> Option<Reading> {
    next.eat_hyphen();
    let start = next.at;
    let mut words = next;
    let before = std::iter::from_fn(|| {
        let word = words.word()?;
        words.bump();
        Some(word)
    });
    let before: Vec<&str> = before.take(3).collect();
    let length = before.iter().position(|word| COUNTED.contains(word))? + 1;
    let apart = |word: &&str| APART.contains(word) || UNSAID.contains(word);
    if before.iter().take(length).any(apart) {
        return None;
    }
    next.at = start + length;
    let mut reading = zero(cursor);
    reading.rest_mut().unit = Some(cursor.verbatim(start, start + length).into());
    is_said(next).then_some(reading)
}

/// No word from here on says that it is not known.
fn is_said(mut next: Cursor<'_>) -> bool {
    while !next.is_done() {
        if next.word().is_some_and(|word| UNSAID.contains(&word)) {
            return false;
        }
        next.bump();
    }
    true
}

/// "Not 40", "not the 40 reported": the number is denied, and none is given.
pub(super) fn is_denied(cursor: &Cursor<'_>) -> bool {
    let mut next = *cursor;
    if next.eat_word(&["not"]).is_none() {
        return false;
    }
    let _ = next.eat_word(&["the", "these", "those"]);
    next.digits().is_some()
}
