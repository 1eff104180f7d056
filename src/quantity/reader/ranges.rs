//! Ranges: "between 40 and 50", "40 to 50", "five or six", "a quarter to a third".

use super::super::Rational;
use super::cursor::Cursor;
use super::fractions::{fraction, out_of};
use super::magnitude::{Magnitude, Sense, Shape, To};
use super::numeral::Numeral;
use super::operand::{Operand, operand};
use super::token::Kind;
use super::units::unit;

/// "Between 40 and 50".
pub(super) fn between(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let mut next = *cursor;
    for opening in ["anywhere between", "somewhere between", "in between", "between"] {
        if next.eat(opening).is_some() {
            break;
        }
    }
    if next.at == cursor.at {
        return None;
    }
    let of_shares = shares_between(&mut next);
    if of_shares.is_some() {
        *cursor = next;
        return of_shares;
    }
    let first = hedged_operand(&mut next)?;
    let unit = counted(&mut next, &first);
    next.eat_word(if unit.is_some() { &["and", "to"] } else { &["and"] })?;
    let second = hedged_operand(&mut next)?;
    // "Between 40 officers and 50 officers"; but "between 40 officers and 50 staff" are two figures.
    if let Some(unit) = unit {
        counted(&mut next.clone(), &second).filter(|other| are_alike(unit, other))?;
    }
    let range = range(first, second)?;
    *cursor = next;
    Some(range)
}

/// The noun after one end of a range.
fn counted<'a>(cursor: &mut Cursor<'a>, end: &Operand) -> Option<&'a str> {
    let plain = end.sense == Sense::Number;
    let (from, to) = plain.then(|| unit(cursor)).flatten()?;
    Some(cursor.verbatim(from, to))
}

/// The same noun, or one that says more: "44 mg to 50 mg ethanol".
pub(super) fn are_alike(noun: &str, other: &str) -> bool {
    let start = other.get(..noun.len()).is_some_and(|start| start.eq_ignore_ascii_case(noun));
    start && other.get(noun.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// "44 mg to 50 mg": the upper end after a number whose noun has been taken, with the same noun.
pub(super) fn upper_end(cursor: &mut Cursor<'_>, first: &Numeral, noun: &str) -> Option<Numeral> {
    let mut next = *cursor;
    next.eat_word(&["to"])?;
    let second = operand(&mut next, None).filter(|end| !end.number.may_be_year)?;
    counted(&mut next, &second).filter(|other| are_alike(noun, other))?;
    (first.value < second.number.value).then(|| {
        *cursor = next;
        second.number
    })
}

/// After "between": "a quarter and a third".
fn shares_between(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let mut next = *cursor;
    let first = share(&mut next)?;
    next.eat_word(&["and"])?;
    let second = share(&mut next)?;
    let range = range_of_shares(&first, &second)?;
    *cursor = next;
    Some(range)
}

/// "A quarter to a third", "1 in 5 to 1 in 4".
pub(super) fn or_range_of_shares(cursor: &mut Cursor<'_>, first: Magnitude, to: To) -> Magnitude {
    let mut next = *cursor;
    let joined = next.eat_word(&["or"]).is_some() || (to == To::Range && next.eat_word(&["to"]).is_some());
    let second = joined.then(|| share(&mut next)).flatten();
    match second.and_then(|second| range_of_shares(&first, &second)) {
        Some(range) => {
            *cursor = next;
            range
        }
        None => first,
    }
}

/// A proportion by itself.
fn share(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    fraction(cursor).or_else(|| {
        let mut next = *cursor;
        let first = operand(&mut next, None)?;
        let share = out_of(&mut next, &first)?;
        *cursor = next;
        Some(share)
    })
}

fn range_of_shares(first: &Magnitude, second: &Magnitude) -> Option<Magnitude> {
    let value = |share: &Magnitude| match &share.shape {
        Shape::OneIn(n) => n.recip(),
        Shape::Part(share) => Some(share.clone()),
        Shape::One(_) | Shape::Range(..) | Shape::Vague { .. } => None,
    };
    let (a, b) = (value(first)?, value(second)?);
    let whole = |value: &Rational| Numeral { value: value.clone(), ..Numeral::whole(1) };
    (a != b).then(|| {
        let (lo, hi) = if a < b { (a, b) } else { (b, a) };
        Magnitude::new(Shape::Range(whole(&lo), whole(&hi)), Sense::Proportion)
    })
}

/// "Between about 40 and about 50" is read as the range.
pub(super) fn hedged_operand(cursor: &mut Cursor<'_>) -> Option<Operand> {
    let _ = cursor.eat_word(&["about", "around", "approximately", "roughly"]);
    operand(cursor, None)
}

/// "To", a dash or "or", and the upper end.
pub(super) fn range_from(cursor: &mut Cursor<'_>, first: &Operand, to: To) -> Option<Magnitude> {
    let mut next = *cursor;
    // "8- to 16-metre".
    if next.is_dash(0)
        && next.is_glued(0)
        && !next.is_glued(1)
        && matches!(next.word_at(1), Some("to" | "or"))
    {
        next.bump();
    }
    let even = next.is_glued(0) == next.is_glued(1);
    let dash = next.is_dash(0) && even && (next.is_glued(0) || next.peek(0)?.text == "-");
    let word = matches!(next.word(), Some("or" | "to" | "through"));
    if !dash && !word {
        return None;
    }
    let joined_by_to = next.word() == Some("to");
    next.bump();
    let second = operand(&mut next, Some(first))?;
    // "Up by 10 to 15%" is a range, since 10 alone says nothing; "up by 50 to 300" arrives at 300.
    let completes = first.sense == Sense::Number && matches!(second.sense, Sense::Percent | Sense::Points);
    if joined_by_to && to == To::Level && !completes {
        return None;
    }
    if next.is_hyphen(0) && next.peek(1).is_some_and(|token| matches!(token.kind, Kind::Number(_))) {
        return None;
    }
    let mut first = first.clone();
    // "20-30,000" is short for 20,000 to 30,000.
    let thousand = Rational::from(1_000);
    let short = dash && first.number.is_plain && first.sense == Sense::Number && second.number.is_plain;
    if short
        && first.number.value.signum() > 0
        && first.number.value < thousand
        && &first.number.value * &thousand < second.number.value
    {
        first.number = Numeral { value: first.number.value * thousand, ..first.number };
    }
    let range = range(first, second)?;
    *cursor = next;
    Some(range)
}

/// Two ends of one sense, in order; what only the second says ("£5–10m", "2 to 3 per cent") holds for both.
fn range(mut first: Operand, second: Operand) -> Option<Magnitude> {
    if let Some(multiplier) = &second.multiplier
        && first.number.is_plain
        && first.number.value < second.counted
    {
        first.number = first.number.scaled(multiplier);
    }
    let sense = match (&first.sense, &second.sense) {
        (a, b) if a == b => first.sense.clone(),
        (Sense::Number, b) => b.clone(),
        (a @ (Sense::Money(_) | Sense::Percent), Sense::Number) => a.clone(),
        _ => return None,
    };
    (first.number.value < second.number.value)
        .then(|| Magnitude::new(Shape::Range(first.number, second.number), sense))
}
