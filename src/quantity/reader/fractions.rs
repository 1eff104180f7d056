//! Proportions: "two-thirds", "half", "1 in 5", "9 out of 10", `2/3`.

use super::super::Rational;
use super::cursor::Cursor;
use super::magnitude::{Magnitude, Sense, Shape};
use super::multiplier::{Sort, multiplier};
use super::number_words::{Part, part};
use super::numeral::Numeral;
use super::operand::Operand;
use super::spelled::spelled;
use super::token::{Kind, Token};

/// Beyond this whole, "736 out of 53,298" is a count and not a proportion.
const LARGEST_WHOLE: i64 = 100;

/// A proportion of so many parts in so many.
fn proportion(num: &Rational, den: &Rational) -> Option<Magnitude> {
    let share = num.checked_div(den)?;
    let n = share.recip()?;
    let shape = if n.is_integer() { Shape::OneIn(n) } else { Shape::Part(share) };
    Some(Magnitude::new(shape, Sense::Proportion))
}

/// "A third", "two-thirds", "half", `½`, `2/3`.
pub(super) fn fraction(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let mut next = *cursor;
    let found = sign(&mut next)
        .or_else(|| slashed(&mut next))
        .or_else(|| half(&mut next))
        .or_else(|| worded(&mut next))?;
    if is_of_a_magnitude(next) {
        return None;
    }
    *cursor = next;
    Some(found)
}

/// "Half", "a quarter", `½`, by itself.
pub(super) fn share_of_one(cursor: &mut Cursor<'_>) -> Option<Rational> {
    if let Kind::Fraction(value) = &cursor.peek(0)?.kind {
        cursor.bump();
        return Some(value.clone());
    }
    simple(cursor)
}

/// "Half a million", "a quarter of a billion": a number and no proportion.
fn is_of_a_magnitude(mut next: Cursor<'_>) -> bool {
    let _ = next.eat_word(&["of"]);
    next.eat_hyphen();
    let large = ["hundred", "thousand", "million", "billion", "trillion", "dozen", "score", "lakh", "crore"];
    let _ = next.eat_word(&["a", "an", "one"]);
    next.eat_hyphen();
    next.word().is_some_and(|word| large.contains(&word))
}

fn sign(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let Kind::Fraction(value) = &cursor.peek(0)?.kind else { return None };
    cursor.bump();
    if cursor.word().is_some_and(|word| ["million", "m", "bn", "billion", "thousand", "k"].contains(&word)) {
        return None;
    }
    proportion(value, &Rational::from(1))
}

fn slashed(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    if !cursor.is_sign(1, '/') {
        return None;
    }
    let num = cursor.digits()?.value.clone();
    let mut next = *cursor;
    next.bump();
    (next.is_glued(0) && next.is_glued(1)).then_some(())?;
    next.eat_sign('/')?;
    let den = next.digits()?.value.clone();
    next.bump();
    let whole = num.is_integer() && den.is_integer() && num.signum() > 0;
    if !whole || num >= den || next.is_sign(0, '/') || is_named_year(&num, &den, next) {
        return None;
    }
    *cursor = next;
    proportion(&num, &den)
}

/// "19/20 financial year" names a year.
fn is_named_year(first: &Rational, second: &Rational, next: Cursor<'_>) -> bool {
    let kinds = ["financial", "fiscal", "academic", "school", "tax"];
    first + &Rational::from(1) == *second && next.word().is_some_and(|word| kinds.contains(&word))
}

fn half(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let mut next = *cursor;
    let _ = next.eat_word(&["a", "one"]);
    next.eat_hyphen();
    next.eat_word(&["half"])?;
    let spans = ["year", "yearly", "hour", "term", "time", "day", "dozen", "million", "century", "month"];
    if goes_with_a_duration(cursor) {
        return None;
    }
    let in_compound = next.is_hyphen(0) && next.word_at(1).is_some_and(|word| spans.contains(&word));
    if in_compound || next.word().is_some_and(|word| spans.contains(&word)) {
        return None;
    }
    let as_many = ["as many", "as much"].iter().any(|words| next.eat(words).is_some());
    *cursor = next;
    if as_many {
        let value = Rational::new(1, 2)?;
        return Some(Magnitude::new(Shape::One(Numeral { value, ..Numeral::whole(1) }), Sense::Fold));
    }
    proportion(&Rational::from(1), &Rational::from(2))
}

/// "A year and a half" is no half.
fn goes_with_a_duration(cursor: &Cursor<'_>) -> bool {
    let at = if cursor.word() == Some("half") { cursor.at.checked_sub(1) } else { Some(cursor.at) };
    let before = |back: usize| at.and_then(|at| cursor.tokens.get(at.checked_sub(back)?));
    let noun = before(2).is_some_and(|token| {
        matches!(
            token.text.as_str(),
            "year" | "years" | "month" | "months" | "week" | "weeks" | "day" | "days" | "hour" | "hours"
        )
    });
    noun && before(1).is_some_and(|token| token.text == "and")
}

fn worded(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let (num, den) = parts_of(cursor)?;
    proportion(&num, &den)
}

/// "A half", "three-quarters", "a thirtieth": a part of one, after a whole number.
pub(super) fn simple(cursor: &mut Cursor<'_>) -> Option<Rational> {
    let mut next = *cursor;
    let _ = next.eat_word(&["a", "one"]);
    next.eat_hyphen();
    if next.eat_word(&["half"]).is_some() {
        *cursor = next;
        return Rational::new(1, 2);
    }
    let (num, den) = parts_of(cursor)?;
    num.checked_div(&den)
}

/// "Three-quarters": so many of so many parts, fewer than all.
fn parts_of(cursor: &mut Cursor<'_>) -> Option<(Rational, Rational)> {
    let mut next = *cursor;
    if !matches!(next.peek(0)?.kind, Kind::Word) && next.word_at(1).or(next.word_at(2)).is_none() {
        return None;
    }
    // "Twenty-three fifths" are no three fifths.
    let tens = |token: &Token| matches!(part(&token.text), Some(Part::Tens(_) | Part::Hundred));
    let before = if next.previous().is_some_and(|last| last.kind == Kind::Dash) { 2 } else { 1 };
    if next.at.checked_sub(before).and_then(|at| next.tokens.get(at)).is_some_and(tens) {
        return None;
    }
    let num = match next.eat_word(&["a", "an"]) {
        Some(_) => Rational::from(1),
        None => match next.digits() {
            Some(digits)
                if digits.places == 0
                    && next.word_at(1).or(next.word_at(2)).and_then(denominator).is_some() =>
            {
                next.bump();
                digits.value.clone()
            }
            Some(_) => return None,
            None => numerator(&mut next)?,
        },
    };
    // "Five - eighths": no range, since an eighth is no number.
    if next.is_dash(0) && next.word_at(1).and_then(denominator).is_some() {
        next.bump();
    }
    let (den, plural) = denominator(next.word()?)?;
    next.bump();
    let (num_is_one, den) = (num == Rational::from(1), Rational::from(den));
    if num_is_one == plural || num.signum() <= 0 || num >= den {
        return None;
    }
    *cursor = next;
    Some((num, den))
}

/// The number of parts taken, in words; what follows may look like an ordinal.
fn numerator(cursor: &mut Cursor<'_>) -> Option<Rational> {
    let found = match part(cursor.word()?)? {
        Part::Unit(unit) => unit,
        Part::Tens(_) | Part::Hundred | Part::Multiplier(_) => {
            return spelled(cursor).map(|spelled| spelled.value);
        }
    };
    cursor.bump();
    Some(Rational::from(found))
}

/// The number of parts, and whether the word is in the plural.
fn denominator(word: &str) -> Option<(i64, bool)> {
    let singular = word.strip_suffix('s');
    let parts = match singular.unwrap_or(word) {
        "third" => 3,
        "quarter" | "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "twelfth" => 12,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "twentieth" => 20,
        "thirtieth" => 30,
        "fortieth" => 40,
        "fiftieth" => 50,
        "hundredth" => 100,
        "thousandth" => 1_000,
        "millionth" => 1_000_000,
        "billionth" => 1_000_000_000,
        "trillionth" => 1_000_000_000_000,
        _ => return None,
    };
    Some((parts, singular.is_some()))
}

/// After a number: "in 5", "out of 10", "in every four".
pub(super) fn out_of(cursor: &mut Cursor<'_>, first: &Operand) -> Option<Magnitude> {
    if first.sense != Sense::Number || !first.number.value.is_integer() {
        return None;
    }
    let mut next = *cursor;
    next.eat_hyphen();
    let among = if next.eat("out of").is_some() {
        Among::OutOf
    } else {
        next.eat_word(&["in"])?;
        Among::In
    };
    let _ = next.eat_word(&["every", "each"]);
    next.eat_hyphen();
    let whole = whole_number(&mut next)?;
    if !is_a_whole(&first.number, &whole, among) || is_a_time(next) {
        return None;
    }
    *cursor = next;
    proportion(&first.number.value, &whole.value)
}

/// The whole of "1 in 5", without "and a quarter" that may follow for another reason.
fn whole_number(cursor: &mut Cursor<'_>) -> Option<Numeral> {
    if let Some(digits) = cursor.digits() {
        cursor.bump();
        let number = Numeral::from(digits.clone());
        return Some(multiplier(cursor, Sort::Other).map_or(number.clone(), |by| number.scaled(&by)));
    }
    let value = spelled(cursor)?.value;
    value.is_integer().then(|| Numeral { value, ..Numeral::whole(1) })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    In,
    OutOf,
}

fn is_a_whole(num: &Numeral, whole: &Numeral, among: Among) -> bool {
    let one = num.value == Rational::from(1);
    let fits = whole.value.is_integer() && num.value.signum() > 0 && num.value < whole.value;
    let small = whole.value <= Rational::from(LARGEST_WHOLE);
    let round = among == Among::In && whole.value.to_string().trim_end_matches('0') == "1";
    fits && (small || round || (one && !(whole.may_be_year && among == Among::In)))
}

/// "12 in 24 hours".
fn is_a_time(next: Cursor<'_>) -> bool {
    let units = ["hours", "days", "weeks", "months", "years", "minutes"];
    next.word().is_some_and(|word| units.contains(&word))
}
