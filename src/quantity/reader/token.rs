//! The words, numbers and signs of a phrase.

use super::super::Rational;
use jiff::civil::Date;
use smol_str::SmolStr;
use std::ops::Range;

/// A word, number or sign, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// In lower case and plain characters.
    pub(super) text: SmolStr,
    /// The bytes of the phrase.
    pub(super) span: Range<usize>,
    /// Whether there is a space before it.
    pub(super) spaced: bool,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with digits where they follow letters.
    Word,
    /// A number in digits.
    Number(Digits),
    /// `½`.
    Fraction(Rational),
    /// A date or year in digits.
    Date(DateDigits),
    /// A hyphen or a dash.
    Dash,
    /// Any other character.
    Sign(char),
    /// Digits that are no number.
    Fault(Fault),
}

/// A number in digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) value: Rational,
    /// Digits after the point.
    pub(super) places: u32,
    /// Four digits from 1900 to 2100 with nothing between them.
    pub(super) may_be_year: bool,
}

/// A date in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateDigits {
    Day(Date),
    /// `2024-03`, by its first day.
    Month(Date),
    /// `2023/24`, by the year it starts in.
    TwoYears(i16),
    /// `2011-12`: the same, or the month, by its first day.
    TwoYearsOrMonth(Date),
}

/// Why digits are no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Grouping,
    Exponent,
    Mixed,
    LeadingZero,
    TooLong,
    Raised,
    OtherScript,
    NoSuchDate,
}

impl Fault {
    /// What is wrong, to follow the words at fault.
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::Grouping => {
                "is not a number: commas stand between thousands, and there is one decimal point"
            }
            Self::Exponent => "is in scientific notation, which is not read",
            Self::Mixed => "mixes digits and letters",
            Self::LeadingZero => "starts with a zero, as a reference or telephone number does",
            Self::TooLong => "is too long to be a reported figure",
            Self::Raised => "is a raised or enclosed digit: it may be a note, a power or a number",
            Self::OtherScript => "is a digit of another script",
            Self::NoSuchDate => "is no date",
        }
    }

    /// What to write instead.
    pub(super) fn help(self) -> &'static str {
        match self {
            Self::Grouping => "write 1,234.5 or 1234.5",
            Self::Exponent => "write the number out, or with thousand, million or billion",
            Self::Mixed => "check for letters typed in place of digits, and put a space before a unit",
            Self::LeadingZero => "write the figure without leading zeros, or leave out what is no figure",
            Self::TooLong => "give the figure to the digits that matter, or with million or billion",
            Self::Raised => "leave out the mark of a note, and write a power out",
            Self::OtherScript => "write it with the digits 0 to 9",
            Self::NoSuchDate => "write dates as 31 March 2024 or 31/03/2024",
        }
    }
}
