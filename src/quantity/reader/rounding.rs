//! Words that say to what a number was rounded.

use super::super::Rational;
use super::cursor::Cursor;
use super::cutting::{Precision, Rounding};
use super::magnitude::Sense;
use super::operand::operand;

/// "Rounded to the nearest 10", "to the nearest thousand", "rounded down to the nearest £50", "randomly rounded
/// to base 3".
pub(super) fn rounding(cursor: &mut Cursor<'_>) -> Option<Precision> {
    let mut next = *cursor;
    let mut how = Rounding::Nearest;
    if ["randomly rounded", "random rounding", "controlled rounding"]
        .iter()
        .any(|words| next.eat(words).is_some())
    {
        how = Rounding::Random;
    } else if ["rounded", "rounding", "rounds"].iter().any(|words| next.eat(words).is_some()) {
        how = match next.eat_word(&["up", "down"]) {
            Some("up") => Rounding::Up,
            Some(_) => Rounding::Down,
            None => Rounding::Nearest,
        };
        if next.eat("at random").is_some() {
            how = Rounding::Random;
        }
    }
    let stated = next.at != cursor.at;
    if ["to the nearest", "to nearest", "nearest"].iter().any(|words| next.eat(words).is_some()) {
        let _ = next.eat_word(&["multiple"]).and_then(|_| next.eat_word(&["of"]));
    } else {
        stated.then_some(())?;
        ["to base", "to a base of", "in base", "to multiples of"]
            .iter()
            .find(|words| next.eat(words).is_some())?;
    }
    let base = base(&mut next)?;
    *cursor = next;
    Some(Precision::Rounded(how, base))
}

fn base(cursor: &mut Cursor<'_>) -> Option<Rational> {
    let words = [
        ("whole number", 0),
        ("whole per cent", 0),
        ("whole percent", 0),
        ("integer", 0),
        ("unit", 0),
        ("pound", 0),
        ("per cent", 0),
        ("percentage point", 0),
        ("ten", 1),
        ("hundred", 2),
        ("thousand", 3),
        ("million", 6),
        ("billion", 9),
        ("tenth", -1),
    ];
    let mut next = *cursor;
    if let Some(power) = words.into_iter().find_map(|(words, power)| next.eat(words).map(|()| power)) {
        let _ = next.eat_word(&["thousand", "million", "billion"]);
        let scaled = next.at - cursor.at > 1 && power == 2;
        let more = if scaled {
            next.previous().map_or(0, |last| if last.text == "thousand" { 3 } else { 6 })
        } else {
            0
        };
        *cursor = next;
        return Some(Rational::pow10(power + more));
    }
    let number = operand(&mut next, None)?;
    let plain = matches!(number.sense, Sense::Number | Sense::Money(_) | Sense::Percent);
    if !plain || number.number.value.signum() <= 0 {
        return None;
    }
    *cursor = next;
    Some(number.number.value)
}
