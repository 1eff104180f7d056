//! Factors: "doubled", "three-fold", "x3", "three times".

use super::super::Rational;
use super::cursor::Cursor;
use super::magnitude::{Magnitude, Sense, Shape};
use super::numeral::Numeral;
use super::operand::operand;
use super::ranges::hedged_operand;

/// "Doubled", "three-fold", "twice".
pub(super) fn factor_word(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
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
pub(super) fn factor_of(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
    let mut next = *cursor;
    let _ = next.eat_word(&["a"]);
    next.eat("factor of")?;
    let times = hedged_operand(&mut next).filter(|times| times.sense == Sense::Number)?;
    *cursor = next;
    Some(Magnitude::new(Shape::One(times.number), Sense::Fold))
}

/// `x3`, `×3`.
pub(super) fn factor_sign(cursor: &mut Cursor<'_>) -> Option<Magnitude> {
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

/// "3x", "100-fold", "three times": the number before is a factor.
pub(super) fn as_factor(cursor: &mut Cursor<'_>, magnitude: Magnitude) -> Magnitude {
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
