//! One number, in digits or words, with the word that multiplies it.

use super::super::Rational;
use super::cursor::Cursor;
use super::fractions::simple;
use super::multiplier::{Multiplier, Sort, large, multiplier};
use super::spelled::{goes_on_badly, spelled};
use super::token::{Digits, Kind};

/// A number as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numeral {
    pub(super) value: Rational,
    /// The last step that is written: 1 for 65, 0.1 for 6.5, 100,000 for 1.2 million.
    pub(super) step: Rational,
    /// A word such as "million" marks it as rounded to its last written digit.
    pub(super) has_magnitude: bool,
    /// Four digits that may be a year.
    pub(super) may_be_year: bool,
    /// It has digits only, so that a multiplier of the number after it may be meant for both.
    pub(super) is_plain: bool,
}

impl Numeral {
    fn plain(value: Rational, places: u32) -> Self {
        let step = Rational::pow10(-i32::try_from(places).unwrap_or_default());
        Self { value, step, has_magnitude: false, may_be_year: false, is_plain: true }
    }

    /// A whole number without anything around it.
    pub(super) fn whole(value: i64) -> Self {
        Self::plain(Rational::from(value), 0)
    }

    pub(super) fn scaled(&self, by: &Multiplier) -> Self {
        Self {
            value: &self.value * &by.times,
            step: &self.step * &by.step,
            has_magnitude: self.has_magnitude || by.has_magnitude,
            may_be_year: false,
            is_plain: false,
        }
    }

    pub(super) fn negated(self) -> Self {
        Self { value: -self.value, may_be_year: false, ..self }
    }
}

impl From<Digits> for Numeral {
    fn from(digits: Digits) -> Self {
        Self { may_be_year: digits.may_be_year, ..Self::plain(digits.value, digits.places) }
    }
}

/// Reads a number with its multiplier: `53,298`, `1.2m`, `2½ million`, "half a million", "three dozen".
pub(super) fn numeral(cursor: &mut Cursor<'_>, sort: Sort) -> Option<Numeral> {
    let mut next = *cursor;
    let negative = minus(&mut next);
    let number = magnitude(&mut next, sort)?;
    *cursor = next;
    Some(if negative { number.negated() } else { number })
}

fn minus(cursor: &mut Cursor<'_>) -> bool {
    let at_start =
        !cursor.is_glued(0) || cursor.previous().is_some_and(|last| matches!(last.kind, Kind::Sign(_)));
    let sign =
        (cursor.is_dash(0) && cursor.peek(0).is_some_and(|dash| dash.text == "-")) || cursor.is_sign(0, '−');
    let found =
        (at_start && sign && cursor.is_glued(1)) || matches!(cursor.word(), Some("minus" | "negative"));
    if found {
        cursor.bump();
    }
    found
}

fn magnitude(cursor: &mut Cursor<'_>, sort: Sort) -> Option<Numeral> {
    if let Some(part) = part_of_a_magnitude(cursor) {
        return Some(part);
    }
    let mut after_article = *cursor;
    let article = one_magnitude(&mut after_article);
    let mut next = *cursor;
    // "A hundred" may go on: "a hundred and twenty".
    let number = counted(&mut next).filter(|_| article.is_none() || next.at > after_article.at);
    let Some(number) = number else {
        *cursor = after_article;
        return article;
    };
    *cursor = next;
    if number.has_magnitude {
        let times = number.step.clone();
        return Some(and_more(cursor, number, &times, sort));
    }
    Some(match multiplier(cursor, sort) {
        Some(by) => and_more(cursor, number.scaled(&by), &by.times, sort),
        None => number,
    })
}

/// "3 million and a half", "3 hundred and 21": what is added to so many of a magnitude and is smaller than one of it.
fn and_more(cursor: &mut Cursor<'_>, number: Numeral, times: &Rational, sort: Sort) -> Numeral {
    let mut next = *cursor;
    let whole = number.value.checked_div(times).is_some_and(|count| count.is_integer());
    if !whole || sort == Sort::Money || next.eat("and").is_none() {
        return number;
    }
    if let Some(part) = simple(&mut next).filter(|_| next.word() != Some("of")) {
        let by = multiplier(&mut next, sort);
        let times = by.map_or_else(|| times.clone(), |by| by.times);
        *cursor = next;
        return Numeral {
            value: number.value + part * &times,
            step: times * tenth(),
            has_magnitude: true,
            is_plain: false,
            may_be_year: false,
        };
    }
    let more = magnitude(&mut next, sort)
        .filter(|more| more.value.is_integer() && more.value.signum() > 0 && more.value < *times);
    let counted = !(next.is_sign(0, '%') || matches!(next.word(), Some("of" | "per" | "percent" | "in")));
    match more.filter(|_| counted) {
        Some(more) => {
            *cursor = next;
            Numeral { value: number.value + more.value, ..more }
        }
        None => number,
    }
}

/// A number before any multiplier.
fn counted(cursor: &mut Cursor<'_>) -> Option<Numeral> {
    let mut number = match &cursor.peek(0)?.kind {
        Kind::Number(digits) => {
            cursor.bump();
            Numeral::from(digits.clone())
        }
        Kind::Fraction(value) => {
            let mut next = *cursor;
            next.bump();
            multiplier(&mut next, Sort::Other)?;
            cursor.bump();
            return Some(Numeral { step: tenth(), ..Numeral::plain(value.clone(), 0) });
        }
        Kind::Word => {
            let spelled = spelled(cursor)?;
            let has_magnitude = spelled.step.is_some();
            let step = spelled.step.unwrap_or_else(|| Rational::from(1));
            Numeral { step, has_magnitude, is_plain: !has_magnitude, ..Numeral::plain(spelled.value, 0) }
        }
        Kind::Date(_) | Kind::Dash | Kind::Sign(_) | Kind::Fault(_) => return None,
    };
    let half = if number.has_magnitude { None } else { and_a_part(cursor) };
    if let Some(half) = half {
        number = Numeral { value: number.value + half, step: tenth(), may_be_year: false, ..number };
    }
    Some(number)
}

fn tenth() -> Rational {
    Rational::pow10(-1)
}

/// `½` after a number, or "and a half".
fn and_a_part(cursor: &mut Cursor<'_>) -> Option<Rational> {
    if let Some(Kind::Fraction(value)) = cursor.peek(0).map(|token| &token.kind) {
        cursor.bump();
        return Some(value.clone());
    }
    let mut next = *cursor;
    if next.eat("and").is_some()
        && let Some(part) = simple(&mut next)
    {
        // "65 and a quarter of them" are two figures.
        return (next.word() != Some("of")).then(|| {
            *cursor = next;
            part
        });
    }
    slashed(cursor)
}

/// "2 1/4".
fn slashed(cursor: &mut Cursor<'_>) -> Option<Rational> {
    let mut next = *cursor;
    let num = next
        .digits()
        .filter(|_| next.previous().is_some_and(|last| matches!(last.kind, Kind::Number(_))))?
        .clone();
    next.bump();
    next.is_glued(0).then_some(())?;
    next.eat_sign('/')?;
    let den = next.digits().filter(|_| next.is_glued(0))?.clone();
    next.bump();
    let proper = num.places == 0 && den.places == 0 && num.value < den.value && !next.is_sign(0, '/');
    proper.then(|| *cursor = next)?;
    num.value.checked_div(&den.value)
}

/// Parts of a magnitude, and how precisely each is said.
const PARTS: [(&str, (i64, i64), i64); 6] = [
    ("half", (1, 2), 10),
    ("a quarter", (1, 4), 20),
    ("quarter", (1, 4), 20),
    ("three quarters", (3, 4), 20),
    ("a third", (1, 3), 20),
    ("two thirds", (2, 3), 20),
];

/// "Half a million", "a quarter of a billion", "half a dozen", "three-quarters of a million".
fn part_of_a_magnitude(cursor: &mut Cursor<'_>) -> Option<Numeral> {
    let mut next = *cursor;
    let sign = match &next.peek(0)?.kind {
        // "½ a million".
        Kind::Fraction(value) if matches!(next.word_at(1), Some("a" | "an" | "of")) => {
            next.bump();
            Some((value.clone(), Rational::new(1, 20)?))
        }
        _ => None,
    };
    let (part, precision) = match sign {
        Some(sign) => sign,
        None => PARTS.into_iter().find_map(|(words, (num, den), precision)| {
            next.eat(words)?;
            Some((Rational::new(num, den)?, Rational::new(1, precision)?))
        })?,
    };
    let _ = next.eat("of");
    next.eat_hyphen();
    let _ = next.eat_word(&["a", "an"]);
    next.eat_hyphen();
    let by = large(&mut next)?;
    *cursor = next;
    Some(
        Numeral { step: precision, ..Numeral::plain(part, 0) }
            .scaled(&Multiplier { step: by.times.clone(), ..by }),
    )
}

/// "A dozen", "a score", "a million and a half".
fn one_magnitude(cursor: &mut Cursor<'_>) -> Option<Numeral> {
    let mut next = *cursor;
    next.eat_word(&["a", "an"])?;
    let by = large(&mut next)?;
    if goes_on_badly(&next) {
        return None;
    }
    let one = match and_a_part(&mut next) {
        Some(part) => Numeral { step: tenth(), ..Numeral::plain(Rational::from(1) + part, 0) },
        None => Numeral::whole(1),
    };
    *cursor = next;
    Some(one.scaled(&by))
}

#[cfg(test)]
mod tests {
    use super::super::tokenise::tokenise;
    use super::*;

    fn read(text: &str) -> Option<(String, String, usize)> {
        let tokens = tokenise(text);
        let mut cursor = Cursor::new(text, &tokens);
        let number = numeral(&mut cursor, Sort::Other)?;
        Some((number.value.to_string(), number.step.to_string(), tokens.len() - cursor.at))
    }

    #[test]
    fn a_number_keeps_the_step_of_its_last_written_digit() {
        for (text, value, step, left) in [
            ("53,298 people", "53298", "1", 1),
            ("1.2m", "1200000", "100000", 0),
            ("5.6k", "5600", "100", 0),
            ("3 million", "3000000", "1000000", 0),
            ("2½ million", "2500000", "100000", 0),
            ("two and a half million", "2500000", "100000", 0),
            ("half a million", "500000", "100000", 0),
            ("a quarter of a million", "250000", "50000", 0),
            ("a million and a half", "1500000", "100000", 0),
            ("three dozen", "36", "6", 0),
            ("a dozen", "12", "6", 0),
            ("half a dozen", "6", "1.2", 0),
            ("5 hundred", "500", "1", 0),
            ("fifty thousand", "50000", "1000", 0),
            ("100m sprint", "100", "1", 2),
            ("5 k", "5", "1", 1),
            ("-5", "-5", "1", 0),
            ("−5", "-5", "1", 0),
            ("minus 5", "-5", "1", 0),
            ("½ million", "500000", "100000", 0),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), step.to_owned(), left)), "{text}");
        }
    }

    #[test]
    fn a_fraction_alone_is_left_to_proportions() {
        assert_eq!(read("½"), None);
        assert_eq!(read("half of them"), None);
        assert_eq!(read("a third"), None);
    }
}
