//! Days, months and years of the calendar, and how they are written.

use jiff::ToSpan;
use jiff::civil::{Date, date};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month, by its name or its usual short form.
pub(super) fn month(word: &str) -> Option<i8> {
    let short = if word == "sept" { "sep" } else { word };
    let index =
        MONTHS.iter().position(|name| *name == short || (short.len() == 3 && name.starts_with(short)))?;
    i8::try_from(index + 1).ok()
}

/// A first of a month.
pub(super) fn first_of(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()
}

/// The date some months later or earlier.
pub(super) fn after(date: Date, months: i32) -> Date {
    date.checked_add(months.months()).unwrap_or(date)
}

/// `2023-04-01/2024-03-31`.
pub(super) fn span(first: Date, last: Date) -> String {
    format!("{first}/{last}")
}

/// So many months from the first of one.
pub(super) fn months_from(first: Date, months: i32) -> String {
    span(first, after(first, months - 1).last_of_month())
}

/// Whole years, or one year in short.
pub(super) fn years(first: i16, last: i16) -> String {
    if first == last { first.to_string() } else { span(date(first, 1, 1), date(last, 12, 31)) }
}

/// A financial year, by the year it starts in.
pub(super) fn financial_year(year: i16) -> String {
    months_from(date(year, 4, 1), 12)
}

/// `2024-03`.
pub(super) fn month_key(first: Date) -> String {
    format!("{:04}-{:02}", first.year(), first.month())
}

/// The first day of a time as it is written here.
pub(super) fn first_day(named: &str) -> Option<Date> {
    let first = named.split('/').next()?;
    let mut parts = first.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let mut part = || parts.next().map_or(Some(1), |part| part.parse::<i8>().ok());
    Date::new(year, part()?, part()?).ok()
}
