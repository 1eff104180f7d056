//! The phrase reader.

use super::{Amount, Content, Context, HedgeWidths, Rational, Reading};
use std::ops::Range;

/// Why a phrase is no quantity and no known way of not giving one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadablePhrase {
    /// The bytes of the phrase at fault.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// Reads phrases with given hedge widths.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    #[expect(dead_code, reason = "the grammar that uses the widths follows")]
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
    pub fn read(&self, phrase: &str, _context: &Context) -> Result<Reading, UnreadablePhrase> {
        let plain = phrase.trim().replace(',', "");
        let value = Rational::parse_decimal(&plain).ok_or_else(|| UnreadablePhrase {
            span: 0..phrase.len(),
            message: format!("“{phrase}” is not a number"),
            help: "write a number such as 53,298".to_owned(),
        })?;
        Ok(Reading::new(phrase, Content::Value(Box::new(Amount::exact(value)))))
    }
}
