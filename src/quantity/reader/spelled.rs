//! Numbers in words: "sixty-five", "two hundred and six", "twelve hundred", "three point five million".

use super::super::Rational;
use super::cursor::Cursor;
use super::fractions::simple;
use super::number_words::{Part, digit, multiplier, ordinal, part};
use super::token::Token;

/// What came before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Start,
    Unit,
    Tens,
    Hundred,
    Multiplier,
}

/// A number in words.
pub(super) struct Spelled {
    pub(super) value: Rational,
    /// The last step that is written, for a number that ends in "thousand", "million" and so on.
    pub(super) step: Option<Rational>,
}

/// Reads a number in words. "A" counts as one before hundred, thousand and so on.
pub(super) fn spelled(cursor: &mut Cursor<'_>) -> Option<Spelled> {
    if cursor.eat_word(&["zero", "nil", "nought", "naught"]).is_some() {
        let value = point(cursor).map_or_else(Rational::default, |(part, _)| part);
        return (!goes_on_badly(cursor)).then_some(Spelled { value, step: None });
    }
    if denied(cursor) {
        return None;
    }
    if is_pronoun(cursor) {
        return None;
    }
    if cursor.eat("a single").is_some() {
        return Some(Spelled { value: Rational::from(1), step: None });
    }
    let mut next = *cursor;
    let mut sum = Sum::default();
    // "Hundred thousand", with the article left out.
    let two_magnitudes = next.word() == Some("hundred") && next.word_at(1).and_then(multiplier).is_some();
    if two_magnitudes {
        sum.add(Part::Unit(1));
    }
    if matches!(next.word(), Some("a" | "an")) {
        let large = next.word_at(1).and_then(part);
        if !matches!(large, Some(Part::Hundred | Part::Multiplier(_))) {
            return None;
        }
        next.bump();
        sum.add(Part::Unit(1));
    }
    sum.take(&mut next);
    if sum.last == Last::Start {
        return None;
    }
    let mut value = Rational::from(sum.total + sum.group);
    let mut step = sum.step().map(Rational::from);
    if let Some((part, places)) = point(&mut next) {
        value = value + part;
        step = None;
        if let Some(multiplier) = next.word().and_then(multiplier) {
            next.bump();
            value = value * Rational::from(multiplier);
            step = Some(Rational::pow10(-places) * Rational::from(multiplier));
        }
    }
    if goes_on_badly(&next) {
        return None;
    }
    *cursor = next;
    Some(Spelled { value, step })
}

/// "No one", "not a single case".
fn denied(cursor: &Cursor<'_>) -> bool {
    let mut before = *cursor;
    before.at = before.at.saturating_sub(
        if cursor.at > 0 && cursor.previous().is_some_and(|last| last.text == "-") { 2 } else { 1 },
    );
    before.at < cursor.at && matches!(before.word(), Some("no" | "not"))
}

/// "The one you mentioned": the word stands for a thing and counts none.
fn is_pronoun(cursor: &Cursor<'_>) -> bool {
    let determiner = |token: &Token| {
        [
            "any", "current", "each", "every", "last", "next", "other", "right", "same", "that", "the",
            "this", "which",
        ]
        .contains(&token.text.as_str())
    };
    let before = |at: usize| cursor.tokens.get(at).is_some_and(determiner);
    let follows = cursor.word_at(1).is_some_and(|word| {
        part(word).is_some()
            || ["in", "out", "per", "percent", "percentage", "point", "fifth", "half", "quarter", "third"]
                .contains(&word)
    });
    // A prefix such as "the" may have been taken with the number.
    let at = cursor.at.checked_sub(1);
    cursor.word() == Some("one")
        && at.is_some_and(before)
        && !follows
        && !cursor.is_sign(1, '%')
        && !cursor.is_dash(1)
}

/// "Point eleven": after "point" the digits are told one by one. "Twenty-first" is no number at all.
pub(super) fn goes_on_badly(cursor: &Cursor<'_>) -> bool {
    let point = cursor.word() == Some("point") && cursor.word_at(1).is_some_and(|word| part(word).is_some());
    let mut next = *cursor;
    let hyphen = next.is_hyphen(0);
    next.eat_hyphen();
    // "Twenty-first" and "two hundredth" count nothing; "five third parties" do.
    point
        || next.word().is_some_and(|word| {
            let singular = word.strip_suffix('s').unwrap_or(word);
            let small = ["first", "second", "third"].contains(&singular);
            ordinal(singular) && (hyphen || !small || (singular != word && singular != "second"))
        })
}

/// "point five": the digits after the point.
fn point(cursor: &mut Cursor<'_>) -> Option<(Rational, i32)> {
    let mut next = *cursor;
    next.eat("point")?;
    let (mut value, mut places) = (Rational::default(), 0);
    while let Some(digit) = next.word().and_then(digit).filter(|_| places < 9) {
        next.bump();
        places += 1;
        value = value + Rational::from(digit) * Rational::pow10(-places);
    }
    if places == 0 {
        return None;
    }
    *cursor = next;
    Some((value, places))
}

/// The hundred, thousand and so on after one or two small numbers, and what multiplies that hundred in its turn.
fn large_after(cursor: &Cursor<'_>) -> Option<(Part, Option<i64>)> {
    let mut next = *cursor;
    let small = |next: &mut Cursor<'_>| {
        for _ in 0..2 {
            if matches!(next.word().and_then(part), Some(Part::Unit(_) | Part::Tens(_))) {
                next.bump();
                next.eat_hyphen();
            }
        }
    };
    small(&mut next);
    let found = next.word().and_then(part).filter(|_| next.at > cursor.at)?;
    next.bump();
    let _ = next.eat("and");
    small(&mut next);
    Some((found, next.word().and_then(multiplier)))
}

struct Sum {
    total: i64,
    group: i64,
    last: Last,
    /// The multiplier before, which the next one must be below.
    below: i64,
}

impl Default for Sum {
    fn default() -> Self {
        Self { total: 0, group: 0, last: Last::Start, below: i64::MAX }
    }
}

impl Sum {
    /// Takes words as long as they go on with the number.
    fn take(&mut self, cursor: &mut Cursor<'_>) {
        loop {
            let mut next = *cursor;
            if self.last != Last::Start {
                next.eat_hyphen();
                let joins = matches!(self.last, Last::Hundred | Last::Multiplier);
                if joins && (next.eat("and").is_some() || next.eat_sign('&').is_some()) {
                    next.eat_hyphen();
                    // "Between two hundred and three hundred".
                    if self.starts_anew(&next) || simple(&mut next.clone()).is_some() {
                        return;
                    }
                } else if self.last == Last::Multiplier && next.eat_sign(',').is_some() {
                    if !self.goes_on_after_comma(&next) {
                        return;
                    }
                } else if self.last == Last::Tens
                    && next.is_dash(0)
                    && next.word_at(1).and_then(digit).is_some()
                {
                    next.bump();
                }
            }
            let Some(found) = next.word().and_then(part).filter(|found| self.goes_on_with(*found)) else {
                return;
            };
            self.add(found);
            next.bump();
            *cursor = next;
        }
    }

    /// Whether what follows is a number of its own, as large as this one.
    fn starts_anew(&self, cursor: &Cursor<'_>) -> bool {
        match large_after(cursor) {
            Some((Part::Hundred, after)) => {
                self.last == Last::Hundred || after.is_some_and(|by| by >= self.below)
            }
            Some((Part::Multiplier(by), _)) => by >= self.below,
            _ => false,
        }
    }

    /// "Three million, two hundred and forty", but not "of the two thousand, five".
    fn goes_on_after_comma(&self, cursor: &Cursor<'_>) -> bool {
        large_after(cursor).is_some_and(|(part, _)| !matches!(part, Part::Unit(_) | Part::Tens(_)))
            && !self.starts_anew(cursor)
    }

    fn goes_on_with(&self, part: Part) -> bool {
        match (self.last, part) {
            (Last::Start | Last::Hundred | Last::Multiplier, Part::Unit(_) | Part::Tens(_)) => true,
            (Last::Tens, Part::Unit(unit)) => unit < 10,
            (Last::Unit | Last::Tens, Part::Hundred) => self.group < 100,
            (Last::Unit | Last::Tens | Last::Hundred, Part::Multiplier(times)) => times < self.below,
            _ => false,
        }
    }

    fn add(&mut self, part: Part) {
        match part {
            Part::Unit(unit) => (self.group, self.last) = (self.group + unit, Last::Unit),
            Part::Tens(tens) => (self.group, self.last) = (self.group + tens, Last::Tens),
            Part::Hundred => (self.group, self.last) = (self.group * 100, Last::Hundred),
            Part::Multiplier(times) => {
                self.total += self.group * times;
                (self.group, self.below, self.last) = (0, times, Last::Multiplier);
            }
        }
    }

    /// The step of a number that ends in a multiplier.
    fn step(&self) -> Option<i64> {
        (self.last == Last::Multiplier).then_some(self.below)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokenise::tokenise;
    use super::*;

    fn read(text: &str) -> Option<(String, usize)> {
        let tokens = tokenise(text);
        let mut cursor = Cursor::new(text, &tokens);
        spelled(&mut cursor).map(|spelled| (spelled.value.to_string(), tokens.len() - cursor.at))
    }

    #[test]
    fn numbers_in_words_are_read_to_their_end() {
        for (text, value, left) in [
            ("five", "5", 0),
            ("sixty-five officers", "65", 1),
            ("sixty five", "65", 0),
            ("twelve hundred", "1200", 0),
            ("a hundred", "100", 0),
            ("two hundred and six", "206", 0),
            ("one hundred and twenty-three thousand, four", "123000", 2),
            ("fifty-three thousand two hundred and ninety-eight", "53298", 0),
            ("three point five million", "3500000", 0),
            ("zero point two", "0.2", 0),
            ("a million", "1000000", 0),
            ("two million three hundred thousand", "2300000", 0),
            ("five and six", "5", 2),
            ("five six", "5", 1),
            ("two hundred and staff", "200", 2),
            ("nil", "0", 0),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), left)), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_numbers() {
        for text in ["a dozen", "hundred", "officers", "and five", "a five"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
