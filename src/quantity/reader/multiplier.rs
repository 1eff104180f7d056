//! Words that multiply the number before them: "million", "bn", "dozen".

use super::super::Rational;
use super::cursor::Cursor;

/// A word that multiplies the number before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Multiplier {
    pub(super) times: Rational,
    /// The last written step, in parts of the number before: 1 for "hundred", 1,000 for "thousand".
    pub(super) step: Rational,
    /// It marks the number as rounded to its last written digit.
    pub(super) has_magnitude: bool,
}

impl Multiplier {
    fn magnitude(times: i64) -> Self {
        Self { times: Rational::from(times), step: Rational::from(times), has_magnitude: true }
    }

    /// "Hundred" is read as the digits would be.
    fn hundred() -> Self {
        Self { times: Rational::from(100), step: Rational::from(1), has_magnitude: false }
    }

    /// Dozens and scores are read to about half of one.
    fn count(times: i64) -> Self {
        let half = Rational::new(times, 2).unwrap_or_default();
        Self { times: Rational::from(times), step: half, has_magnitude: true }
    }
}

/// Whether a sign or code of a currency stands before the number, which settles what a lone "m" is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Money,
    Other,
}

/// A multiplier in full.
pub(super) fn large(cursor: &mut Cursor<'_>) -> Option<Multiplier> {
    let multiplier = match cursor.word()? {
        "hundred" | "hundreds" => Multiplier::hundred(),
        "thousand" => Multiplier::magnitude(1_000),
        "million" => Multiplier::magnitude(1_000_000),
        "billion" => Multiplier::magnitude(1_000_000_000),
        "trillion" => Multiplier::magnitude(1_000_000_000_000),
        "lakh" | "lakhs" => Multiplier::magnitude(100_000),
        "crore" | "crores" => Multiplier::magnitude(10_000_000),
        "dozen" | "dozens" => Multiplier::count(12),
        "score" => Multiplier::count(20),
        _ => return None,
    };
    cursor.bump();
    Some(multiplier)
}

/// A multiplier after a number, in full or as a short form.
pub(super) fn multiplier(cursor: &mut Cursor<'_>, sort: Sort) -> Option<Multiplier> {
    let mut next = *cursor;
    next.eat_hyphen();
    if let Some(multiplier) = large(&mut next) {
        *cursor = next;
        return Some(multiplier);
    }
    let glued = cursor.is_glued(0);
    let word = cursor.word()?;
    let times = match (word, sort) {
        ("k", sort) if glued || sort == Sort::Money => 1_000,
        ("m", sort) if sort == Sort::Money || !is_a_length(cursor) => 1_000_000,
        ("mn" | "mln" | "mill", _) => 1_000_000,
        ("bn" | "bln", _) | ("b", Sort::Money) => 1_000_000_000,
        ("tn" | "trn" | "tln", _) | ("t", Sort::Money) if glued || word != "t" => 1_000_000_000_000,
        _ => return None,
    };
    cursor.bump();
    Some(Multiplier::magnitude(times))
}

/// "100m sprint", "5 m wide": metres.
fn is_a_length(cursor: &Cursor<'_>) -> bool {
    let context = [
        "above", "away", "below", "by", "deep", "distance", "from", "high", "hurdles", "long", "race",
        "radius", "sprint", "squared", "tall", "track", "wide",
    ];
    cursor.word_at(1).is_some_and(|word| context.contains(&word))
        || cursor.is_sign(1, '²')
        || cursor.is_sign(1, '/')
}
