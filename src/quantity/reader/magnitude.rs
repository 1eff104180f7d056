//! Magnitudes: numbers with what they measure, ranges, proportions, factors and words that stand for a range.

use super::super::Rational;
use super::cursor::Cursor;
use super::fractions::{fraction, out_of};
use super::numeral::Numeral;
use super::operand::{Operand, operand};
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
        return Some(Magnitude::new(shape, Sense::Number));
    }
    factor_word(cursor)
        .or_else(|| factor_of(cursor))
        .or_else(|| fraction(cursor).map(|share| or_range_of_shares(cursor, share, to)))
        .or_else(|| factor_sign(cursor))
        .or_else(|| between(cursor))
        .or_else(|| numbers(cursor, to))
}

/// "Doubled", "three-fold", "twice".
fn factor_word(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let word = cursor.word()?;
    let (num, den) = match word {
        "doubled" | "doubling" | "doubles" | "double" | "twice" => (2, 1),
        "trebled" | "trebling" | "trebles" | "treble" | "tripled" | "tripling" | "triples" | "triple" => {
            (3, 1)
        }
        "quadrupled" | "quadrupling" | "quadruples" | "quadruple" => (4, 1),
        "quintupled" | "quintupling" => (5, 1),
        "halved" | "halving" | "halve" => (1, 2),
        _ => (fold_word(word)?, 1),
    };
    cursor.bump();
    for words in ["as many", "as much", "as high", "as large"] {
        let _ = cursor.eat(words);
    }
    let value = Rational::new(num, den)?;
    let sense = if den > num { Sense::Fall } else { Sense::Fold };
    Some(Magnitude::new(Shape::One(Numeral { value, ..Numeral::whole(1) }), sense))
}

/// "Twofold", "tenfold", "hundredfold".
fn fold_word(word: &str) -> Option<i64> {
    Some(match word.strip_suffix("fold")? {
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "twelve" => 12,
        "twenty" => 20,
        "fifty" => 50,
        "hundred" => 100,
        "thousand" => 1_000,
        _ => return None,
    })
}

/// "A factor of 5".
fn factor_of(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let mut next = *cursor;
    let _ = next.eat_word(&["a"]);
    next.eat("factor of")?;
    let times = hedged_operand(&mut next).filter(|times| times.sense == Sense::Number)?;
    *cursor = next;
    Some(Magnitude::new(Shape::One(times.number), Sense::Fold))
}

/// `x3`, `×3`.
fn factor_sign(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let mut next = *cursor;
    if next.eat_sign('×').is_none() {
        next.eat_word(&["x"])?;
    }
    if !next.is_glued(0) {
        return None;
    }
    let times = operand(&mut next, None).filter(|times| times.sense == Sense::Number)?;
    *cursor = next;
    Some(Magnitude::new(Shape::One(times.number), Sense::Fold))
}

/// "Between 40 and 50".
fn between(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
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
fn or_range_of_shares(cursor: &mut Cursor<'_>, first: Magnitude, to: To) -> Magnitude {
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
fn hedged_operand(cursor: &mut Cursor<'_>) -> Option<Operand> {
    let _ = cursor.eat_word(&["about", "around", "approximately", "roughly"]);
    operand(cursor, None)
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

/// "To", a dash or "or", and the upper end.
fn range_from(cursor: &mut Cursor<'_>, first: &Operand, to: To) -> Option<Magnitude> {
    let mut next = *cursor;
    let even = next.is_glued(0) == next.is_glued(1);
    let dash = next.is_dash(0) && even && (next.is_glued(0) || next.peek(0)?.text == "-");
    let word = matches!((next.word(), to), (Some("or"), _) | (Some("to" | "through"), To::Range));
    if !dash && !word {
        return None;
    }
    next.bump();
    let second = operand(&mut next, Some(first))?;
    if next.is_hyphen(0)
        && next.peek(1).is_some_and(|token| matches!(token.kind, super::token::Kind::Number(_)))
    {
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

/// "3x", "100-fold", "three times": the number before is a factor.
fn as_factor(cursor: &mut Cursor<'_>, magnitude: Magnitude) -> Magnitude {
    if magnitude.sense != Sense::Number {
        return magnitude;
    }
    let mut next = *cursor;
    next.eat_hyphen();
    let fold = next.eat_word(&["fold"]).is_some()
        || (next.is_glued(0) && (next.eat_word(&["x"]).is_some() || next.eat_sign('×').is_some()))
        || times(&mut next).is_some();
    if !fold {
        return magnitude;
    }
    *cursor = next;
    Magnitude::new(magnitude.shape, Sense::Fold)
}

/// "Times", unless it counts occasions: "three times a week".
fn times(cursor: &mut Cursor<'_>) -> Option<()> {
    let mut next = *cursor;
    next.eat_word(&["times"])?;
    if matches!(
        next.word(),
        Some("a" | "an" | "per" | "each" | "every" | "in" | "since" | "during" | "last" | "this")
    ) {
        return None;
    }
    for words in
        ["as many", "as much", "as high", "as large", "the number", "the size", "the level", "the rate"]
    {
        let _ = next.eat(words);
    }
    *cursor = next;
    Some(())
}
