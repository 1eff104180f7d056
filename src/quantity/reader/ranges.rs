//! Ranges: "between 40 and 50", "40 to 50", "five or six", "a quarter to a third".

use super::super::Rational;
use super::cursor::Cursor;
use super::fractions::{fraction, out_of};
use super::magnitude::{Magnitude, Sense, Shape, To};
use super::numeral::Numeral;
use super::operand::{Operand, operand};
use super::token::Kind;

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
    next.eat_word(&["and"])?;
    let second = hedged_operand(&mut next)?;
    let range = range(first, second)?;
    *cursor = next;
    Some(range)
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
    let range = range(first.clone(), second)?;
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
