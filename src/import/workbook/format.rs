//! Formats of numbers: what a reader sees of a number, and what kind of number it is.
//!
//! Signs, digits, separators, percentages, scaling, dates and words in a format are shown as a spreadsheet shows them.
//! Without a format, and under one that is not known here (fractions, powers of ten, conditions), a number is shown in
//! fifteen digits, which is what spreadsheets work with: 0.1 + 0.2 is 0.3.

use super::date::{self, Epoch, Token};
use super::decimal::Decimal;
use super::pattern::{Piece, Section, section, sections, tokens};
use crate::import::sheet::Held;

/// A format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Format {
    /// None of its own.
    General,
    /// Numbers above zero, below it, and zero.
    Numbers(Vec<Section>),
    Date(Vec<Token>),
}

impl Format {
    /// Reads the text of a format.
    pub(super) fn parse(code: &str) -> Self {
        let sections = sections(code);
        let Some(first) = sections.first() else { return Self::General };
        if first.iter().any(|piece| matches!(piece, Piece::Letter('y' | 'd' | 'h' | 's' | 'm')))
            && !first.iter().any(|piece| matches!(piece, Piece::Sign('#' | '?')))
        {
            return Self::Date(tokens(first));
        }
        let is_general =
            |pieces: &Vec<Piece>| pieces.contains(&Piece::Letter('g')) || pieces.contains(&Piece::Sign('@'));
        if is_general(first) || code.trim().is_empty() {
            return Self::General;
        }
        Self::Numbers(sections.iter().take(3).map(|pieces| section(pieces)).collect())
    }

    /// What is held and what is shown.
    pub(super) fn show(&self, number: &Decimal, epoch: Epoch) -> (Held, String) {
        let plain = || (Held::Number(number.to_string()), number.clone().shown().to_string());
        match self {
            Self::General => plain(),
            Self::Date(tokens) => {
                let Some((date, second)) = date::moment(number, epoch) else {
                    return match date::shows(tokens) {
                        date::Shows::Time => (Held::Text, time(tokens, number).unwrap_or_else(|| plain().1)),
                        _ => plain(),
                    };
                };
                let shown = date::words(tokens, date, second);
                (date::held(date, date::shows(tokens)), shown)
            }
            Self::Numbers(sections) => {
                let shown = show(sections, number).unwrap_or_else(|| plain().1);
                let percent = sections.first().is_some_and(|section| section.percent > 0);
                let held = if percent { Held::Percent } else { Held::Number };
                (held(number.to_string()), shown)
            }
        }
    }
}

/// A time of day on the day zero, which is no date.
fn time(tokens: &[Token], number: &Decimal) -> Option<String> {
    let (date, second) = date::moment(number, Epoch::Of1904)?;
    Some(date::words(tokens, date, second))
}

fn show(sections: &[Section], number: &Decimal) -> Option<String> {
    let (section, sign) = match (sections, number.negative, number.is_zero()) {
        ([_, below, ..], true, _) => (below, ""),
        ([_, _, zero], _, true) => (zero, ""),
        ([first, ..], negative, _) => (first, if negative { "-" } else { "" }),
        ([], _, _) => return None,
    };
    if section.unknown {
        return None;
    }
    let around = |sign: &str, digits: &str| {
        let shown = format!("{}{digits}{}", section.before, section.after);
        format!("{sign}{}", shown.trim())
    };

    let Some(least) = section.whole else { return Some(around(sign, "")) };
    let powers = i32::try_from(section.percent * 2).ok()? - section.smaller;
    let places = i32::try_from(section.places).ok()?;
    let number = number.clone().size().shown().scaled(powers).rounded(places);
    let (whole, mut part) = number.halves();
    while part.len() > section.fixed && part.ends_with('0') {
        part.pop();
    }
    let whole = if least == 0 && whole == "0" { String::new() } else { format!("{whole:0>least$}") };
    let whole = if section.thousands { grouped(&whole) } else { whole };
    let point = if part.is_empty() { "" } else { "." };
    // What is rounded to zero has no sign any more.
    let sign = if number.is_zero() { "" } else { sign };
    Some(around(sign, &format!("{whole}{point}{part}")))
}

fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shown(code: &str, number: &str) -> (Held, String) {
        Format::parse(code).show(&Decimal::parse(number).unwrap(), Epoch::Of1900)
    }

    #[test]
    fn numbers_are_shown_as_their_format_says() {
        for (code, number, text) in [
            ("General", "0.30000000000000004", "0.3"),
            ("0", "12.5", "13"),
            ("#,##0", "1234567", "1,234,567"),
            ("#,##0", "-1234", "-1,234"),
            ("#,##0.0", "0.04", "0.0"),
            ("#,##0;(#,##0)", "-1234", "(1,234)"),
            ("#,##0;-#,##0;\"-\"", "0", "-"),
            ("_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", "1234", "1,234"),
            ("[$£-809]#,##0.00", "1234.5", "£1,234.50"),
            ("#,##0,", "1234567", "1,235"),
            ("0.0,,\"m\"", "1250000", "1.3m"),
            ("0.##", "1.5", "1.5"),
            ("#", "0", ""),
            ("000", "7", "007"),
            (";;;", "7", ""),
            ("[Red]0", "7", "7"),
            ("[>=100]0;0.0", "7.25", "7.25"),
            ("0.00E+00", "12345", "12345"),
            ("# ?/?", "0.5", "0.5"),
            ("0\" people\"", "3", "3 people"),
            ("0", "-0.2", "0"),
            ("_-* #,##0_-;\\-* #,##0_-;_-* \"-\"??_-;_-@_-", "0", "-"),
        ] {
            assert_eq!(shown(code, number).1, text, "{code} {number}");
        }
    }

    #[test]
    fn a_percentage_keeps_the_share_in_the_file() {
        assert_eq!(shown("0.0%", "0.12345"), (Held::Percent("0.12345".into()), "12.3%".into()));
        assert_eq!(shown("0%", "1"), (Held::Percent("1".into()), "100%".into()));
        assert_eq!(shown("0%", "-0.5"), (Held::Percent("-0.5".into()), "-50%".into()));
    }

    #[test]
    fn a_date_is_as_exact_as_it_is_shown() {
        for (code, number, text, held) in [
            ("dd/mm/yyyy", "45237", "07/11/2023", "2023-11-07"),
            ("d\\-mmm\\-yy", "45237.25", "7-Nov-23", "2023-11-07"),
            ("mmm-yy", "45231", "Nov-23", "2023-11"),
            ("mmmm yyyy", "45231", "November 2023", "2023-11"),
            ("yyyy", "45231", "2023", "2023"),
            ("[$-809]dddd d mmmm yyyy", "45237", "Tuesday 7 November 2023", "2023-11-07"),
            ("yyyy-mm-dd hh:mm:ss", "45237.5", "2023-11-07 12:00:00", "2023-11-07"),
            ("d/m/yy h:mm AM/PM", "45237.75", "7/11/23 6:00 PM", "2023-11-07"),
        ] {
            let date = crate::period::PartialDate::parse(held).unwrap();
            assert_eq!(shown(code, number), (Held::Date(date), text.to_owned()), "{code}");
        }
        assert_eq!(shown("h:mm", "0.5"), (Held::Text, "12:00".into()));
        assert_eq!(shown("dd/mm/yyyy", "-1"), (Held::Number("-1".into()), "-1".into()));
    }
}
