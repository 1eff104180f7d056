//! Dates as spreadsheets count them, and as a format shows them.

use super::decimal::Decimal;
use crate::import::sheet::Held;
use crate::period::PartialDate;
use jiff::Span;
use jiff::civil::Date;

/// From where a workbook counts its days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Epoch {
    /// Day 1 is 1 January 1900, and 1900 has a 29 February that was not.
    #[default]
    Of1900,
    /// Day 0 is 1 January 1904.
    Of1904,
}

const SECONDS: i64 = 86_400;

/// A day and the second of it. None for a number that is no day.
pub(super) fn moment(number: &Decimal, epoch: Epoch) -> Option<(Date, i64)> {
    if number.negative {
        return None;
    }
    let (whole, part) = number.halves();
    let days: i64 = whole.parse().ok()?;
    let fraction: i128 = format!("{part:0<12.12}").parse().ok()?;
    let second = (fraction * i128::from(SECONDS) + 500_000_000_000) / 1_000_000_000_000;
    let second = i64::try_from(second).ok()?;
    let days = days.checked_add(second / SECONDS)?;
    let (start, days) = match epoch {
        Epoch::Of1900 if days < 1 || days == 60 => return None,
        Epoch::Of1900 if days < 60 => (Date::new(1899, 12, 31).ok()?, days),
        Epoch::Of1900 => (Date::new(1899, 12, 30).ok()?, days),
        Epoch::Of1904 => (Date::new(1904, 1, 1).ok()?, days),
    };
    let date = start.checked_add(Span::new().try_days(days).ok()?).ok()?;
    Some((date, second % SECONDS))
}

/// A piece of a format for dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// The year, in so many digits.
    Year(usize),
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// Hours are counted to twelve.
    Half,
    Words(String),
}

/// How exact a date is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    Day,
    Month,
    Year,
    /// No date: a time of day, or a length of time.
    Time,
}

pub(super) fn shows(tokens: &[Token]) -> Shows {
    let has = |wanted: fn(&Token) -> bool| tokens.iter().any(wanted);
    match (
        has(|token| matches!(token, Token::Day(_))),
        has(|token| matches!(token, Token::Month(_))),
        has(|token| matches!(token, Token::Year(_))),
    ) {
        (true, _, _) => Shows::Day,
        // A month without its year is a day of which the rest is left out.
        (false, true, true) => Shows::Month,
        (false, true, false) => Shows::Day,
        (false, false, true) => Shows::Year,
        (false, false, false) => Shows::Time,
    }
}

/// A date no more exact than it is shown.
pub(super) fn held(date: Date, shows: Shows) -> Held {
    let partial = match shows {
        Shows::Day => Some(PartialDate::day(date)),
        Shows::Month => PartialDate::parse(&format!("{:04}-{:02}", date.year(), date.month())).ok(),
        Shows::Year => PartialDate::parse(&format!("{:04}", date.year())).ok(),
        Shows::Time => None,
    };
    partial.map_or(Held::Text, Held::Date)
}

/// A moment in the words of a format.
pub(super) fn words(tokens: &[Token], date: Date, second: i64) -> String {
    let half = tokens.contains(&Token::Half);
    let hour = second / 3600;
    let hour = match (half, hour % 12) {
        (true, 0) => 12,
        (true, other) => other,
        (false, _) => hour,
    };
    let padded =
        |number: i64, width: usize| if width > 1 { format!("{number:02}") } else { number.to_string() };
    let piece = |token: &Token| match token {
        Token::Year(width) if *width > 2 => date.year().to_string(),
        Token::Year(_) => format!("{:02}", date.year() % 100),
        Token::Month(width @ 1..=2) => padded(date.month().into(), *width),
        Token::Month(width) => cut(&date.strftime("%B").to_string(), *width),
        Token::Day(width @ 1..=2) => padded(date.day().into(), *width),
        Token::Day(width) => cut(&date.strftime("%A").to_string(), *width),
        Token::Hour(width) => padded(hour, *width),
        Token::Minute(width) => padded(second / 60 % 60, *width),
        Token::Second(width) => padded(second % 60, *width),
        Token::Half => if second < SECONDS / 2 { "AM" } else { "PM" }.to_owned(),
        Token::Words(words) => words.clone(),
    };
    tokens.iter().map(piece).collect::<String>().trim().to_owned()
}

/// A name in three letters, in all, or in one.
fn cut(name: &str, width: usize) -> String {
    match width {
        3 => name.chars().take(3).collect(),
        5 => name.chars().take(1).collect(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: &str, epoch: Epoch) -> Option<String> {
        let (date, second) = moment(&Decimal::parse(number)?, epoch)?;
        Some(format!("{date} {second}"))
    }

    #[test]
    fn days_are_counted_from_1900_and_from_1904() {
        for (number, epoch, date) in [
            ("1", Epoch::Of1900, Some("1900-01-01 0")),
            ("59", Epoch::Of1900, Some("1900-02-28 0")),
            ("60", Epoch::Of1900, None),
            ("61", Epoch::Of1900, Some("1900-03-01 0")),
            ("45237.5", Epoch::Of1900, Some("2023-11-07 43200")),
            ("45237.999999999", Epoch::Of1900, Some("2023-11-08 0")),
            ("0", Epoch::Of1904, Some("1904-01-01 0")),
            ("43775", Epoch::Of1904, Some("2023-11-07 0")),
            ("0", Epoch::Of1900, None),
            ("-1", Epoch::Of1900, None),
            ("99999999999999999999", Epoch::Of1900, None),
            ("9999999", Epoch::Of1900, None),
        ] {
            assert_eq!(day(number, epoch).as_deref(), date, "{number} {epoch:?}");
        }
    }
}
