//! Magnitudes: numbers with what they measure, ranges, proportions, factors and words that stand for a range.

use super::super::Rational;
use super::cursor::Cursor;
use super::factors::{as_factor, factor_of, factor_sign, factor_word};
use super::fractions::{fraction, out_of, share_of_one};
use super::number_words::{digit, is_number_word};
use super::numeral::Numeral;
use super::operand::{currency_after, operand, percent_or_points};
use super::ranges::{between, or_range_of_shares, range_from};
use super::token::Kind;
use super::vague_words;
use smol_str::SmolStr;

/// A magnitude without its hedge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Magnitude {
    pub(super) shape: Shape,
    pub(super) sense: Sense,
}

/// The numbers of a magnitude.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    One(Numeral),
    Range(Numeral, Numeral),
    /// "Dozens": from `lo` to `hi`.
    Vague {
        lo: Rational,
        hi: Rational,
        nominal: Option<Rational>,
    },
    /// "1 in n".
    OneIn(Rational),
    /// Any other simple fraction.
    Part(Rational),
}

/// What a magnitude measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sense {
    Number,
    Percent,
    Points,
    Money(SmolStr),
    Proportion,
    /// A factor: new over old.
    Fold,
    /// "Halved": a factor below one, told as a fall, so that "nearly" halved is above it.
    Fall,
}

/// What "to" between two numbers means here: "40 to 50", but "up 40 to 50".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum To {
    Range,
    Level,
}

impl Magnitude {
    pub(super) fn new(shape: Shape, sense: Sense) -> Self {
        Self { shape, sense }
    }

    /// The only number, where there is one.
    pub(super) fn single(&self) -> Option<&Numeral> {
        match &self.shape {
            Shape::One(number) => Some(number),
            Shape::Range(..) | Shape::Vague { .. } | Shape::OneIn(_) | Shape::Part(_) => None,
        }
    }
}

/// Reads a magnitude.
pub(super) fn magnitude(cursor: &mut Cursor<'_>, to: To) -> Option<Magnitude> {
    if let Some((lo, hi, nominal)) = cursor.eat_longest(vague_words::TABLE) {
        let shape = Shape::Vague {
            lo: Rational::from(lo),
            hi: Rational::from(hi),
            nominal: (nominal > 0).then(|| Rational::from(nominal)),
        };
        return Some(Magnitude::new(shape, of_a_currency(cursor).map_or(Sense::Number, Sense::Money)));
    }
    factor_word(cursor)
        .or_else(|| factor_of(cursor))
        .or_else(|| part_of_a_point(cursor))
        .or_else(|| so_many_figures(cursor))
        .or_else(|| fraction(cursor).map(|share| or_range_of_shares(cursor, share, to)))
        .or_else(|| factor_sign(cursor))
        .or_else(|| between(cursor))
        .or_else(|| numbers(cursor, to))
}

/// "Hundreds of pounds".
fn of_a_currency(cursor: &mut Cursor<'_>) -> Option<SmolStr> {
    let mut next = *cursor;
    next.eat("of")?;
    let code = currency_after(&mut next)?;
    *cursor = next;
    Some(code)
}

/// "Half a percentage point", "a quarter of one per cent", "a percentage point".
fn part_of_a_point(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let mut next = *cursor;
    let value = match next.word() {
        Some("a") => next.eat("a percentage point").map(|()| Rational::from(1)),
        Some(word) if word != "half" && !is_number_word(word) => return None,
        None if !matches!(next.peek(0)?.kind, Kind::Fraction(_)) => return None,
        _ => None,
    };
    let (value, sense) = match value {
        Some(one) => (one, Sense::Points),
        None => {
            let value = share_of_one(&mut next)?;
            let _ = next.eat("of");
            let _ = next.eat_word(&["a", "an", "one"]);
            (value, percent_or_points(&mut next)?)
        }
    };
    *cursor = next;
    let places =
        if value.is_integer() { 0 } else { value.decimal_places().filter(|at| *at < 3).unwrap_or(2) };
    let step = Rational::pow10(-i32::try_from(places).unwrap_or_default());
    Some(Magnitude::new(Shape::One(Numeral { value, step, ..Numeral::whole(1) }), sense))
}

/// "A six-figure sum", "seven-figure": as many digits before the point.
fn so_many_figures(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let mut next = *cursor;
    if !matches!(next.word_at(2), Some("figure" | "figures")) {
        return None;
    }
    let digits = match next.digits() {
        Some(digits) => digits.value.clone(),
        None => Rational::from(digit(next.word()?)?),
    };
    next.bump();
    next.is_hyphen(0).then(|| next.bump())?;
    next.eat_word(&["figure", "figures"])?;
    let digits: i32 = digits.to_string().parse().ok().filter(|digits| (2..=12).contains(digits))?;
    *cursor = next;
    let hi = Rational::pow10(digits) - Rational::from(1);
    let shape = Shape::Vague { lo: Rational::pow10(digits - 1), hi, nominal: None };
    Some(Magnitude::new(shape, Sense::Number))
}

/// A number and whatever goes on from it.
fn numbers(cursor: &mut Cursor<'_>, to: To) -> Option<Magnitude> {
    let mut next = *cursor;
    let first = operand(&mut next, None)?;
    if let Some(share) = out_of(&mut next, &first) {
        *cursor = next;
        return Some(or_range_of_shares(cursor, share, to));
    }
    if let Some(range) = range_from(&mut next, &first, to) {
        *cursor = next;
        return Some(as_factor(cursor, range));
    }
    *cursor = next;
    Some(as_factor(cursor, Magnitude::new(Shape::One(first.number), first.sense)))
}
