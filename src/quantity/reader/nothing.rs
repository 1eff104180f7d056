//! Words for zero: "none", "no deaths".

use super::super::{Amount, Content, NoValue, Rational, Reading};
use super::cursor::Cursor;

/// Nouns of which "no" says that none were counted. Others may only be missing: "no figures", "no details".
#[rustfmt::skip]
const COUNTED: &[&str] = &[
    "absconders", "appeals", "applications", "arrests", "arrivals", "assaults", "attacks", "beds",
    "breaches", "cases", "charges", "children", "claims", "complaints", "convictions", "crossings",
    "deaths", "detainees", "detections", "employees", "escapes", "fines", "flights", "fires", "grants",
    "homes", "incidents", "injuries", "inspections", "officers", "offenders", "offences", "one", "patients",
    "penalties", "people", "persons", "places", "prisoners", "prosecutions", "refusals", "removals",
    "requests", "returns", "schools", "staff", "students", "thefts", "vacancies", "vehicles", "vessels",
    "victims", "visits", "warrants", "women", "men",
];

/// Words after "none" that leave it a count.
#[rustfmt::skip]
const RECORDED: &[&str] = &[
    "was", "were", "are", "is", "have", "has", "been", "recorded", "reported", "identified", "found",
    "received", "made", "issued", "of", "them", "these", "so", "far", "known", "removed", "returned",
];

/// A phrase that says that there are none.
pub(super) fn nothing(cursor: &Cursor<'_>) -> Option<Reading> {
    let zero = || Reading::new(cursor.phrase, Content::Value(Box::new(Amount::exact(Rational::default()))));
    let mut next = *cursor;
    if next.eat_word(&["none", "nobody"]).is_some() {
        let alone = next.is_done() || next.is_sign(0, '.');
        while next.eat_word(RECORDED).is_some() || next.eat_sign('.').is_some() {}
        if !next.is_done() {
            return None;
        }
        let mut reading = zero();
        if alone {
            reading.rest_mut().alternatives.push(Reading::without_value(cursor.phrase, NoValue::NoneExists));
        }
        return Some(reading);
    }
    if next.eat("not a single").is_some() || next.eat("not one").is_some() {
        let start = next.at;
        let mut reading = zero();
        reading.rest_mut().unit = next.word().map(|_| cursor.verbatim(start, start + 1).into());
        return Some(reading);
    }
    let mut next = *cursor;
    let _ = next.eat("there were").or_else(|| next.eat("there was")).or_else(|| next.eat("there have been"));
    next.eat_word(&["no"])?;
    next.eat_hyphen();
    let start = next.at;
    let words = std::iter::from_fn(|| {
        let word = next.word()?;
        next.bump();
        Some(word)
    });
    let length = words.take(3).position(|word| COUNTED.contains(&word))? + 1;
    let mut reading = zero();
    let unit = cursor.verbatim(start, start + length);
    reading.rest_mut().unit = Some(unit.into()).filter(|_| unit != "one");
    Some(reading)
}
