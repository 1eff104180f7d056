//! The words that numbers are made of.

/// What one word adds to a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Unit(i64),
    Tens(i64),
    Hundred,
    Multiplier(i64),
}

/// What a word adds to a number, if anything.
pub(super) fn part(word: &str) -> Option<Part> {
    Some(match word {
        "one" => Part::Unit(1),
        "two" => Part::Unit(2),
        "three" => Part::Unit(3),
        "four" => Part::Unit(4),
        "five" => Part::Unit(5),
        "six" => Part::Unit(6),
        "seven" => Part::Unit(7),
        "eight" => Part::Unit(8),
        "nine" => Part::Unit(9),
        "ten" => Part::Unit(10),
        "eleven" => Part::Unit(11),
        "twelve" => Part::Unit(12),
        "thirteen" => Part::Unit(13),
        "fourteen" => Part::Unit(14),
        "fifteen" => Part::Unit(15),
        "sixteen" => Part::Unit(16),
        "seventeen" => Part::Unit(17),
        "eighteen" => Part::Unit(18),
        "nineteen" => Part::Unit(19),
        "twenty" => Part::Tens(20),
        "thirty" => Part::Tens(30),
        "forty" | "fourty" => Part::Tens(40),
        "fifty" => Part::Tens(50),
        "sixty" => Part::Tens(60),
        "seventy" => Part::Tens(70),
        "eighty" => Part::Tens(80),
        "ninety" => Part::Tens(90),
        "hundred" => Part::Hundred,
        "thousand" => Part::Multiplier(1_000),
        "million" => Part::Multiplier(1_000_000),
        "billion" => Part::Multiplier(1_000_000_000),
        "trillion" => Part::Multiplier(1_000_000_000_000),
        _ => return None,
    })
}

/// Whether the word can be part of a number in words.
pub(super) fn is_number_word(word: &str) -> bool {
    part(word).is_some()
}

/// Ten to the power that a word multiplies by.
pub(super) fn multiplier(word: &str) -> Option<i64> {
    match part(word)? {
        Part::Multiplier(times) => Some(times),
        Part::Unit(_) | Part::Tens(_) | Part::Hundred => None,
    }
}

/// The value of a word for one digit.
pub(super) fn digit(word: &str) -> Option<i64> {
    match part(word) {
        Some(Part::Unit(unit)) if unit < 10 => Some(unit),
        None if matches!(word, "zero" | "nought" | "oh") => Some(0),
        _ => None,
    }
}

/// The same in the singular or the plural.
pub(super) fn is_ordinal(word: &str) -> bool {
    ordinal(word.strip_suffix('s').unwrap_or(word))
}

/// Whether a word is an ordinal number in the singular, or the name of a fraction.
pub(super) fn ordinal(word: &str) -> bool {
    #[rustfmt::skip]
    const ORDINALS: &[&str] = &[
        "billionth", "eighteenth", "eighth", "eightieth", "eleventh", "fifteenth", "fifth", "fiftieth", "first",
        "fortieth", "fourteenth", "fourth", "hundredth", "millionth", "nineteenth", "ninetieth", "ninth",
        "second", "seventeenth", "seventh", "seventieth", "sixteenth", "sixth", "sixtieth", "tenth", "third",
        "thirteenth", "thirtieth", "thousandth", "trillionth", "twelfth", "twentieth",
    ];
    ORDINALS.binary_search(&word).is_ok()
}
