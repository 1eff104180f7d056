//! The phrase reader: words in, a reading out, or the words at fault.
//!
//! A phrase is normalised ([`glyph`]), cut into words, numbers and signs ([`tokenise`]), and searched for an answer
//! that gives no value ([`no_value`]). Otherwise its quantities, times and the words between them are taken in turn
//! ([`item`]), each quantity is given its part ([`roles`]), and the parts become a reading ([`assemble`]) with the
//! cuts of its hedge ([`cutting`]). The words known are in the files that end in `_words`.

mod assemble;
mod bounds;
mod change_words;
mod changes;
mod cursor;
mod cutting;
mod digits;
mod factors;
mod fractions;
mod glyph;
mod item;
mod labels;
mod link_words;
mod magnitude;
mod multiplier;
mod no_value;
mod no_value_words;
mod nothing;
mod number_words;
mod numeral;
mod operand;
mod prefix_words;
mod quantity;
mod range_cuts;
mod ranges;
mod roles;
mod rounding;
mod roundness;
mod spelled;
mod spread;
mod suffix;
mod suffix_words;
mod symbols;
#[cfg(test)]
mod tests;
mod time;
mod token;
mod tokenise;
mod unit_words;
mod units;
mod unreadable;
mod vague_words;

pub use unreadable::UnreadablePhrase;

use super::{Content, Context, HedgeWidths, Reading};
use assemble::{Assembly, Failure};
use cursor::Cursor;
use magnitude::{Magnitude, Sense, Shape};
use no_value::Words;
use no_value_words::Strength;
use numeral::Numeral;
use symbols::Symbol;

/// The longest phrase that is read, in characters.
const LONGEST: usize = 2_000;

/// A number that is only denied is not what the source reports.
const DENIED: &str = "the number is denied, and it is not said what it is instead";

/// Reads phrases with given hedge widths.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    widths: HedgeWidths,
}

impl Reader {
    /// A reader with given hedge widths.
    #[must_use]
    pub fn new(widths: HedgeWidths) -> Self {
        Self { widths }
    }

    /// Reads a phrase.
    ///
    /// # Errors
    /// The words at fault, and what to write instead.
    pub fn read(&self, phrase: &str, context: &Context) -> Result<Reading, UnreadablePhrase> {
        if let Some(digits) = digits::plain(phrase) {
            let magnitude = Magnitude::new(Shape::One(Numeral::from(digits)), Sense::Number);
            let amount = cutting::amount(&magnitude, None, None, context, &self.widths);
            return Ok(Reading::new(phrase, Content::Value(Box::new(amount))));
        }
        if phrase.len() > LONGEST && phrase.chars().nth(LONGEST).is_some() {
            return Err(UnreadablePhrase::too_long(phrase, LONGEST));
        }
        if let Some(symbol) = symbols::symbol(phrase) {
            return of_symbol(phrase, symbol);
        }
        let tokens = tokenise::tokenise(phrase);
        let cursor = Cursor::new(phrase, &tokens);
        let words = Words::of(&cursor);
        if let Some(reading) = words.as_ref().and_then(|words| without_value(phrase, words, Strength::Always))
        {
            return Ok(reading);
        }
        if let Some(reading) = nothing::none_of(&cursor) {
            return Ok(reading);
        }
        if nothing::is_denied(&cursor) {
            return Err(UnreadablePhrase::whole(phrase, DENIED, "write the figure that the source gives"));
        }
        let assembly = Assembly { phrase: &cursor, context, widths: &self.widths };
        let parts = item::parts(&cursor, context).map_err(|obstacle| {
            UnreadablePhrase::at(&cursor, obstacle.token, obstacle.message, obstacle.help)
        })?;
        let roles = roles::roles(parts);
        match assembly.reading(roles) {
            Ok(reading) => Ok(reading),
            Err(Failure::Nothing) => nothing::nothing(&cursor)
                .or_else(|| without_value(phrase, words.as_ref()?, Strength::Alone))
                .ok_or_else(|| UnreadablePhrase::without_number(&cursor)),
            Err(Failure::Stray(stray)) => Err(UnreadablePhrase::stray(&cursor, &stray)),
            Err(Failure::OnlyEarlier(earlier)) => Err(UnreadablePhrase::only_earlier(&cursor, &earlier)),
        }
    }
}

fn of_symbol(phrase: &str, symbol: Symbol) -> Result<Reading, UnreadablePhrase> {
    match symbol {
        Symbol::Meaning(reason) => Ok(Reading::without_value(phrase, reason)),
        Symbol::Either(reason, other) => {
            let mut reading = Reading::without_value(phrase, reason);
            reading.rest_mut().alternatives.push(Reading::without_value(phrase, other));
            Ok(reading)
        }
        Symbol::Unclear { message, help } => Err(UnreadablePhrase::whole(phrase, message, help)),
    }
}

fn without_value(phrase: &str, words: &Words<'_>, strength: Strength) -> Option<Reading> {
    let mut answers = words.answers(strength).into_iter();
    let mut reading = Reading::new(phrase, Content::NoValue(answers.next()?));
    let others: Vec<Reading> = answers.map(|answer| Reading::without_value(phrase, answer)).collect();
    if !others.is_empty() {
        reading.rest_mut().alternatives = others;
    }
    Some(reading)
}
