//! Single days, months and years.

use super::super::super::Context;
use super::super::cursor::Cursor;
use super::super::token::{DateDigits, Kind};
use super::super::units::unit;
use super::calendar::{financial_year, first_of, month, month_key};
use super::{Before, Lead, Time};
use jiff::civil::Date;

/// A day, month or year, as far as the words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    Day(Date),
    /// By its first day.
    Month(Date),
    Year(i16),
    /// "October".
    MonthOfAYear(i8),
    /// "7 October".
    DayOfAYear(i8, i8),
}

/// Reads a day or month; a year only where `years` says that it can be nothing else.
pub(super) fn point(cursor: &mut Cursor<'_>, context: &Context, years: Years) -> Option<Point> {
    match cursor.date() {
        Some(DateDigits::Day(date)) => {
            cursor.bump();
            return Some(Point::Day(date));
        }
        Some(DateDigits::Month(first)) => {
            cursor.bump();
            return Some(Point::Month(first));
        }
        Some(DateDigits::TwoYears(_) | DateDigits::TwoYearsOrMonth(_)) | None => {}
    }
    let mut next = *cursor;
    let found = last_month(&mut next, context)
        .or_else(|| day_first(&mut next, context))
        .or_else(|| month_first(&mut next, context))
        .or_else(|| (years == Years::Allowed).then(|| year(&mut next).map(Point::Year)).flatten())?;
    *cursor = next;
    Some(found)
}

/// Whether four digits can be a year here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Years {
    Allowed,
    NotHere,
}

/// Four digits without a comma, from 1900 to 2100.
pub(super) fn year(cursor: &mut Cursor<'_>) -> Option<i16> {
    let digits = cursor.digits().filter(|digits| digits.may_be_year)?;
    let year = digits.value.to_string().parse().ok()?;
    cursor.bump();
    Some(year)
}

/// "Last October", "this March".
fn last_month(cursor: &mut Cursor<'_>, context: &Context) -> Option<Point> {
    let mut next = *cursor;
    next.eat_word(&["last", "this", "past"])?;
    let month = month(next.word()?)?;
    next.bump();
    *cursor = next;
    Some(placed(Point::MonthOfAYear(month), context))
}

/// "31 March 2024", "7th of October".
fn day_first(cursor: &mut Cursor<'_>, context: &Context) -> Option<Point> {
    let mut next = *cursor;
    let day = day_number(&mut next)?;
    let _ = next.eat_word(&["of"]);
    let month = named_month(&next)?;
    next.bump();
    let found = with_year(&mut next, day, month, context)?;
    *cursor = next;
    Some(found)
}

/// "March 2024", "October 31, 2024", "October last year", "October".
fn month_first(cursor: &mut Cursor<'_>, context: &Context) -> Option<Point> {
    let mut next = *cursor;
    let month = named_month(&next)?;
    next.bump();
    let _ = next.eat_sign('.');
    let mut american = next;
    if let Some(day) = day_number(&mut american) {
        let _ = american.eat_sign(',');
        if let Some(year) = year(&mut american) {
            *cursor = american;
            return Date::new(year, month, day).ok().map(Point::Day);
        }
    }
    let found = match year_after(&mut next, context) {
        Some(year) => Point::Month(first_of(year, month)?),
        None => placed(Point::MonthOfAYear(month), context),
    };
    *cursor = next;
    Some(found)
}

fn with_year(cursor: &mut Cursor<'_>, day: i8, month: i8, context: &Context) -> Option<Point> {
    match year_after(cursor, context) {
        Some(year) => Date::new(year, month, day).ok().map(Point::Day),
        // A leap year, so that 29 February is a day.
        None => Date::new(2024, month, day).ok().map(|_| placed(Point::DayOfAYear(day, month), context)),
    }
}

fn year_after(cursor: &mut Cursor<'_>, context: &Context) -> Option<i16> {
    let mut next = *cursor;
    let _ = next.eat_sign(',');
    next.eat_hyphen();
    let _ = next.eat_word(&["of"]);
    let found = year(&mut next).or_else(|| {
        let said = context.said?.year();
        if next.eat("last year").is_some() { Some(said - 1) } else { next.eat("this year").map(|()| said) }
    })?;
    *cursor = next;
    Some(found)
}

/// A day of the month: `7`, `7th`.
fn day_number(cursor: &mut Cursor<'_>) -> Option<i8> {
    let token = cursor.peek(0)?;
    let text = match &token.kind {
        Kind::Number(_) => token.text.as_str(),
        Kind::Word => ["st", "nd", "rd", "th"].into_iter().find_map(|end| token.text.strip_suffix(end))?,
        _ => return None,
    };
    let day = text.parse().ok().filter(|day| (1..=31).contains(day))?;
    cursor.bump();
    Some(day)
}

/// A month by name. "May" and "march" are also other words, and then have no capital and no year.
fn named_month(cursor: &Cursor<'_>) -> Option<i8> {
    let token = cursor.peek(0).filter(|token| token.kind == Kind::Word)?;
    let number = month(&token.text)?;
    let mut next = *cursor;
    next.bump();
    let dated = token.capital || year(&mut next).is_some();
    (!matches!(token.text.as_str(), "may" | "march" | "mar") || dated).then_some(number)
}

/// The last such month or day that is not after the day of speaking.
fn placed(point: Point, context: &Context) -> Point {
    let Some(said) = context.said else { return point };
    let latest = |month: i8, day: i8| {
        (0..8).filter_map(|back| Date::new(said.year() - back, month, day).ok()).find(|date| *date <= said)
    };
    match point {
        Point::MonthOfAYear(month) => latest(month, 1).map_or(point, Point::Month),
        Point::DayOfAYear(day, month) => latest(month, day).map_or(point, Point::Day),
        Point::Day(_) | Point::Month(_) | Point::Year(_) => point,
    }
}

impl Point {
    /// The first and last day, where they are known.
    pub(super) fn days(self) -> Option<(Date, Date)> {
        Some(match self {
            Self::Day(date) => (date, date),
            Self::Month(first) => (first, first.last_of_month()),
            Self::Year(year) => (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?),
            Self::MonthOfAYear(_) | Self::DayOfAYear(..) => return None,
        })
    }
}

/// "For 2000 people": the four digits are followed by a noun.
fn counts_something(cursor: &Cursor<'_>) -> bool {
    let mut next = *cursor;
    next.bump();
    unit(&mut next).is_some()
}

/// A single day, month or year, or a financial year.
pub(super) fn single(cursor: &mut Cursor<'_>, lead: Lead, context: &Context, before: Before) -> Option<Time> {
    let start = cursor.at;
    let two_years = match cursor.date() {
        Some(DateDigits::TwoYears(year)) => Some(Time::of(financial_year(year))),
        Some(DateDigits::TwoYearsOrMonth(first)) => {
            Some(Time::or(financial_year(first.year()), month_key(first)))
        }
        Some(DateDigits::Day(_) | DateDigits::Month(_)) | None => None,
    };
    if two_years.is_some() {
        cursor.bump();
        return two_years;
    }
    let announced = match lead {
        Lead::During | Lead::Since | Lead::EndOf | Lead::Vague => true,
        Lead::By | Lead::From => before == Before::Other,
        Lead::For => !counts_something(cursor),
        Lead::None | Lead::At | Lead::On | Lead::UpTo => false,
    };
    let years = if announced { Years::Allowed } else { Years::NotHere };
    let point = point(cursor, context, years)?;
    Some(Time::of(match (point, lead) {
        (Point::Month(_) | Point::Year(_), Lead::EndOf) => point.days()?.1.to_string(),
        (Point::Day(date), _) => date.to_string(),
        (Point::Month(first), _) => month_key(first),
        (Point::Year(year), _) => year.to_string(),
        (Point::MonthOfAYear(_) | Point::DayOfAYear(..), _) => cursor.verbatim(start, cursor.at).to_owned(),
    }))
}
