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
    if !matches!(next.peek(0)?.kind, Kind::Word | Kind::Number(_)) {
        return None;
    }
    if let Some(day) = spoken_day(&mut next, context) {
        *cursor = next;
        return Some(day);
    }
    if next.word().is_some_and(|word| word.ends_with("day") || word.len() == 3)
        && next.eat_word(&WEEKDAYS).is_some()
    {
        let _ = next.eat_sign(',');
        let _ = next.eat_word(&["the"]);
    }
    let found = last_month(&mut next, context)
        .or_else(|| day_first(&mut next, context))
        .or_else(|| month_first(&mut next, context))
        .or_else(|| year_first(&mut next))
        .or_else(|| (years == Years::Allowed).then(|| year(&mut next).map(Point::Year)).flatten())?;
    *cursor = next;
    Some(found)
}

#[rustfmt::skip]
const WEEKDAYS: [&str; 14] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu",
    "fri", "sat", "sun",
];

/// "Today", "yesterday", where it is known when that was said.
fn spoken_day(cursor: &mut Cursor<'_>, context: &Context) -> Option<Point> {
    let said = context.said?;
    let mut next = *cursor;
    let word = next.eat_word(&["today", "yesterday", "now"])?;
    // "Now 65" counts at no other time than any figure does.
    let day = match word {
        "yesterday" => said.yesterday().ok()?,
        "now"
            if !cursor
                .previous()
                .is_some_and(|last| matches!(last.text.as_str(), "and" | "to" | "until")) =>
        {
            return None;
        }
        _ => said,
    };
    *cursor = next;
    Some(Point::Day(day))
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
    let which = next.eat_word(&["last", "this", "past", "next", "coming"])?;
    let month = month(next.word()?)?;
    next.bump();
    *cursor = next;
    let to_come = matches!(which, "next" | "coming");
    match context.said.filter(|_| to_come) {
        Some(said) => (0..2)
            .filter_map(|years| first_of(said.year() + years, month))
            .find(|first| *first > said)
            .map(Point::Month),
        None if to_come => Some(Point::MonthOfAYear(month)),
        None => Some(placed(Point::MonthOfAYear(month), context)),
    }
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
    if let Some(first) = year_in_short(&mut next, month) {
        *cursor = next;
        return Some(Point::Month(first));
    }
    let mut american = next;
    if let Some(day) = day_number(&mut american) {
        let _ = american.eat_sign(',');
        if let Some(year) = year(&mut american) {
            *cursor = american;
            return Date::new(year, month, day).ok().map(Point::Day);
        }
    }
    let mut undated = next;
    if let Some(day) = day_number(&mut undated).filter(|_| is_a_day(&next, &undated, cursor)) {
        let found = with_year(&mut undated, day, month, context)?;
        *cursor = undated;
        return Some(found);
    }
    let found = match year_after(&mut next, context) {
        Some(year) => Point::Month(first_of(year, month)?),
        None => placed(Point::MonthOfAYear(month), context),
    };
    *cursor = next;
    Some(found)
}

/// `Mar-24`: the year in two digits.
fn year_in_short(cursor: &mut Cursor<'_>, month: i8) -> Option<Date> {
    let mut next = *cursor;
    next.is_hyphen(0).then(|| next.bump())?;
    let text = next.peek(0).filter(|token| matches!(token.kind, Kind::Number(_)))?.text.clone();
    next.bump();
    let year: i16 = text.parse().ok().filter(|_| text.len() == 2 && !next.is_dash(0))?;
    *cursor = next;
    first_of(2000 + year, month)
}

/// "October 7th", "on October 7", "October 7: 65"; but "in October 7 people".
fn is_a_day(day: &Cursor<'_>, after: &Cursor<'_>, month: &Cursor<'_>) -> bool {
    let ordinal = day.peek(0).is_some_and(|token| token.kind == Kind::Word);
    let led = |words: &[&str]| month.previous().is_some_and(|last| words.contains(&last.text.as_str()));
    let closed = after.is_done() || [',', ':', ')', ';', '.'].into_iter().any(|sign| after.is_sign(0, sign));
    let joined = after.is_dash(0) || matches!(after.word(), Some("to" | "until" | "and" | "through"));
    let to_a_month = joined
        && after
            .word_at(1)
            .is_some_and(|word| super::calendar::month(word).is_some() || matches!(word, "now" | "today"));
    ordinal || led(&["on", "dated"]) || (!led(&["in", "during"]) && (closed || to_a_month))
}

/// "2015 June", "2016, Nov": the year in front.
fn year_first(cursor: &mut Cursor<'_>) -> Option<Point> {
    let mut next = *cursor;
    let year = year(&mut next)?;
    let _ = next.eat_sign(',');
    let token = next.peek(0).filter(|token| token.capital)?;
    let month = month(&token.text)?;
    next.bump();
    // "In 2015 May resigned" is no month.
    let verb = next.word().is_some_and(|word| !matches!(word, "and" | "to" | "until"));
    if token.text == "may" && verb {
        return None;
    }
    *cursor = next;
    first_of(year, month).map(Point::Month)
}

pub(super) fn with_year(cursor: &mut Cursor<'_>, day: i8, month: i8, context: &Context) -> Option<Point> {
    match year_after(cursor, context) {
        Some(year) => Date::new(year, month, day).ok().map(Point::Day),
        // A leap year, so that 29 February is a day.
        None => Date::new(2024, month, day).ok().map(|_| placed(Point::DayOfAYear(day, month), context)),
    }
}

pub(super) fn year_after(cursor: &mut Cursor<'_>, context: &Context) -> Option<i16> {
    let mut next = *cursor;
    let _ = next.eat_sign(',');
    next.eat_hyphen();
    let _ = next.eat_word(&["of"]);
    let found = year(&mut next).or_else(|| {
        let said = context.said?.year();
        [("last year", said - 1), ("this year", said), ("next year", said + 1)]
            .into_iter()
            .find_map(|(words, year)| next.eat(words).map(|()| year))
    })?;
    *cursor = next;
    Some(found)
}

/// A day of the month: `7`, `7th`.
pub(super) fn day_number(cursor: &mut Cursor<'_>) -> Option<i8> {
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
pub(super) fn named_month(cursor: &Cursor<'_>) -> Option<i8> {
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
pub(super) fn counts_something(cursor: &Cursor<'_>) -> bool {
    let mut next = *cursor;
    next.bump();
    unit(&mut next).is_some()
}

/// "The 2023 figure", "the 2021 census".
fn is_of_a_year(cursor: &Cursor<'_>) -> bool {
    let nouns = [
        "act",
        "budget",
        "census",
        "cohort",
        "count",
        "data",
        "election",
        "estimate",
        "estimates",
        "figure",
        "figures",
        "level",
        "levels",
        "number",
        "numbers",
        "peak",
        "report",
        "results",
        "statistics",
        "survey",
        "target",
        "total",
    ];
    cursor.previous().is_some_and(|last| last.text == "the")
        && cursor.word_at(1).is_some_and(|word| nouns.contains(&word))
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
        Lead::None => is_of_a_year(cursor),
        Lead::At | Lead::On | Lead::UpTo => false,
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
