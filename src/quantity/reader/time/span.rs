//! Spans: years ending, financial years, quarters, halves, decades, and from one date to another.

use super::super::super::Context;
use super::super::cursor::Cursor;
use super::super::spelled::spelled;
use super::super::token::{DateDigits, Kind};
use super::calendar::{after, financial_year, first_day, first_of, months_from, span, years};
use super::point::{
    Point, Years, counts_something, day_number, named_month, point, with_year, year, year_after,
};
use super::{Before, Lead, Time};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use smol_str::SmolStr;

/// "Year ending March 2024", "12 months to June 2024", "quarter ending 30 June 2024".
pub(super) fn ending(cursor: &mut Cursor<'_>, context: &Context) -> Option<Time> {
    let mut next = *cursor;
    let _ = next.eat_word(&["financial", "fiscal", "calendar", "tax", "reporting"]);
    let weeks = weeks(&mut next);
    let months = if weeks.is_some() { 0 } else { length(&mut next)? };
    if ["up to", "ending", "ended", "end", "to"].iter().all(|words| next.eat(words).is_none()) {
        return None;
    }
    let _ = next.eat("the end of");
    let _ = next.eat_word(&["in", "on"]);
    let start = next.at;
    let last = match point(&mut next, context, Years::NotHere)? {
        Point::Month(first) => first.last_of_month(),
        Point::Day(date) => date,
        Point::Year(_) | Point::MonthOfAYear(_) | Point::DayOfAYear(..) => {
            let named = match weeks {
                Some(_) => cursor.verbatim(cursor.at, next.at).to_owned(),
                None => format!("{} to {}", words_of(months), next.verbatim(start, next.at)),
            };
            *cursor = next;
            return Some(Time::of(named));
        }
    };
    *cursor = next;
    if let Some(weeks) = weeks {
        let first = last.checked_sub((7 * weeks).days()).map_or(last, day_after);
        return Some(Time::of(span(first, last)));
    }
    let whole_months = last == last.last_of_month();
    let first =
        if whole_months { after(last.first_of_month(), 1 - months) } else { day_after(after(last, -months)) };
    Some(Time::of(span(first, last)))
}

/// "Week commencing 7 October 2024", "w/c 7 October 2024", "w/e 5 October 2024": seven days from or to a day.
pub(super) fn week(cursor: &mut Cursor<'_>, context: &Context) -> Option<Time> {
    let mut next = *cursor;
    let starts = if next.word() == Some("w") && next.is_sign(1, '/') {
        next.at += 2;
        next.eat_word(&["c", "e"])? == "c"
    } else {
        next.eat_word(&["week"])?;
        next.eat_word(&["commencing", "beginning", "starting", "from"])?;
        true
    };
    let _ = next.eat_word(&["on"]);
    let named = match point(&mut next, context, Years::NotHere)? {
        Point::Day(first) if starts => span(first, first.checked_add(6.days()).ok()?),
        Point::Day(last) => span(last.checked_sub(6.days()).ok()?, last),
        _ => cursor.verbatim(cursor.at, next.at).to_owned(),
    };
    *cursor = next;
    Some(Time::of(named))
}

/// "First six months of 2024", "last three months of 2023/24".
pub(super) fn months_of(cursor: &mut Cursor<'_>) -> Option<Time> {
    let mut next = *cursor;
    let first = next.eat_word(&["first", "last", "final"])? == "first";
    let counted = !matches!(next.word(), Some("quarter" | "year" | "month"));
    let months = length(&mut next).filter(|months| counted && (1..=12).contains(months))?;
    next.eat_word(&["of", "in"])?;
    let _ = next.eat_word(&["the"]);
    let mut whole = next;
    let start = if let Some(year) = year(&mut whole) {
        first_of(year, 1)?
    } else {
        let time = financial(&mut whole)
            .or_else(|| two_years(&mut whole))
            .filter(|time| time.alternatives.is_empty())?;
        first_day(&time.named)?
    };
    *cursor = whole;
    let from = if first { start } else { after(start, 12 - months) };
    Some(Time::of(months_from(from, months)))
}

fn two_years(cursor: &mut Cursor<'_>) -> Option<Time> {
    let year = match cursor.date()? {
        DateDigits::TwoYears(year) => year,
        DateDigits::TwoYearsOrMonth(first) => first.year(),
        DateDigits::Day(_) | DateDigits::Month(_) => return None,
    };
    cursor.bump();
    Some(Time::of(financial_year(year)))
}

/// The number of weeks in "week", "four weeks", "fortnight".
fn weeks(cursor: &mut Cursor<'_>) -> Option<i64> {
    let mut next = *cursor;
    let count = match next.word()? {
        "week" => 1,
        "fortnight" => 2,
        _ => {
            let count = spelled(&mut next)?.value.to_string().parse().ok()?;
            next.eat_hyphen();
            matches!(next.word(), Some("weeks" | "week")).then_some(count)?
        }
    };
    next.bump();
    *cursor = next;
    (1..=60).contains(&count).then_some(count)
}

fn words_of(months: i32) -> String {
    match months {
        12 => "year".to_owned(),
        3 => "quarter".to_owned(),
        1 => "month".to_owned(),
        _ => format!("{months} months"),
    }
}

fn day_after(date: Date) -> Date {
    date.tomorrow().unwrap_or(date)
}

/// The number of months in "year", "quarter", "12 months", "six-month period".
fn length(cursor: &mut Cursor<'_>) -> Option<i32> {
    let one = match cursor.word() {
        Some("year") => Some(12),
        Some("quarter") => Some(3),
        Some("month") => Some(1),
        _ => None,
    };
    if let Some(months) = one {
        cursor.bump();
        return Some(months);
    }
    let number = match cursor.digits() {
        Some(digits) => {
            cursor.bump();
            digits.value.clone()
        }
        None => spelled(cursor)?.value,
    };
    cursor.eat_hyphen();
    let unit = cursor.eat_word(&["months", "month", "years", "year"])?;
    let _ = cursor.eat_word(&["period"]);
    let number: i32 = number.to_string().parse().ok().filter(|number| (1..=600).contains(number))?;
    Some(if unit.starts_with('y') { number * 12 } else { number })
}

/// "Financial year 2023/24", `FY24`, "academic year 2023/24", "tax year 2023 to 2024".
pub(super) fn financial(cursor: &mut Cursor<'_>) -> Option<Time> {
    let mut next = *cursor;
    let kinds = [
        ("financial year", 4),
        ("fiscal year", 4),
        ("tax year", 4),
        ("academic year", 9),
        ("school year", 9),
    ];
    let announced = kinds.into_iter().find_map(|(words, month)| next.eat(words).map(|()| month));
    let short = if announced.is_none() { financial_word(&mut next) } else { None };
    let named = match (announced, short) {
        (_, Some(Some(ending))) => either(ending),
        (Some(month), _) => year_from(&mut next, month)?,
        (None, Some(None)) => year_from(&mut next, 4)?,
        (None, None) => return None,
    };
    *cursor = next;
    Some(named)
}

/// `FY`, or `FY24` with the year named. `FY23/24` and `FY2023/24` name the year it starts in.
fn financial_word(cursor: &mut Cursor<'_>) -> Option<Option<Named>> {
    let rest = cursor.word()?.strip_prefix("fy")?;
    let year: Option<i16> = match rest.len() {
        0 => None,
        2 => Some(2000 + rest.parse::<i16>().ok()?),
        4 => Some(rest.parse().ok().filter(|year| (1900..=2100).contains(year))?),
        _ => return None,
    };
    cursor.bump();
    let Some(year) = year else { return Some(None) };
    let mut next = *cursor;
    let joined = next.eat_sign('/').is_some() || next.is_hyphen(0);
    if joined {
        next.eat_hyphen();
        if let Some(digits) = next.digits() {
            let second: i16 = digits.value.to_string().parse().ok()?;
            if second == (year + 1) % 100 || second == year + 1 {
                next.bump();
                *cursor = next;
                return Some(Some(Named::Starting(year)));
            }
        }
    }
    Some(Some(Named::Unclear(year)))
}

/// The year a financial year is named by.
#[derive(Debug, Clone, Copy)]
enum Named {
    Starting(i16),
    /// In the United Kingdom mostly the year it ends in, but not always.
    Unclear(i16),
}

fn either(named: Named) -> Time {
    match named {
        Named::Starting(year) => Time::of(financial_year(year)),
        Named::Unclear(year) => Time::or(financial_year(year - 1), financial_year(year)),
    }
}

fn year_from(cursor: &mut Cursor<'_>, month: i8) -> Option<Time> {
    cursor.eat_hyphen();
    let from = |year: i16| first_of(year, month).map(|first| months_from(first, 12));
    let two_years = match cursor.date() {
        Some(DateDigits::TwoYears(year)) => Some(year),
        Some(DateDigits::TwoYearsOrMonth(first)) => Some(first.year()),
        Some(DateDigits::Day(_) | DateDigits::Month(_)) | None => None,
    };
    if let Some(year) = two_years {
        cursor.bump();
        return from(year).map(Time::of);
    }
    let first = year(cursor)?;
    let mut next = *cursor;
    let second = next.eat_word(&["to", "and"]).and_then(|_| year(&mut next));
    if second == Some(first + 1) {
        *cursor = next;
        return from(first).map(Time::of);
    }
    Some(Time::or(from(first - 1)?, from(first)?))
}

/// "Q1 2024", "2024 Q1", "the first quarter of 2023/24", "Q1".
pub(super) fn quarter(cursor: &mut Cursor<'_>, context: &Context) -> Option<Time> {
    let mut next = *cursor;
    let before = year(&mut next);
    let financial_before = match next.date() {
        Some(DateDigits::TwoYears(year)) => Some(year),
        Some(DateDigits::TwoYearsOrMonth(first)) => Some(first.year()),
        Some(DateDigits::Day(_) | DateDigits::Month(_)) | None => None,
    };
    if financial_before.is_some() {
        next.bump();
        let _ = next.eat_sign(',');
    }
    let start = next.at;
    let short = ["q1", "q2", "q3", "q4"];
    let index = match next.word().and_then(|word| short.iter().position(|quarter| *quarter == word)) {
        Some(index) => {
            next.bump();
            index
        }
        None => {
            let names = ["first quarter", "second quarter", "third quarter", "fourth quarter"];
            names.iter().position(|words| next.eat(words).is_some())?
        }
    };
    let index = i32::try_from(index).ok()?;
    let (words, named) = (next.verbatim(start, next.at), next.at);
    next.eat_hyphen();
    let _ = next.eat("of").or_else(|| next.eat_sign(','));
    if let Some(year) = financial_before {
        cursor.at = named;
        return Some(financial_quarter(year, index));
    }
    let of_a_financial_year = next;
    let _ = next.eat_word(&["the"]);
    if let Some(whole) = financial(&mut next).filter(|_| before.is_none()) {
        *cursor = next;
        return Some(of_financial(&whole, index));
    }
    next = of_a_financial_year;
    let found = match (before, next.date()) {
        (Some(year), _) => calendar_or_financial(year, index),
        (None, Some(DateDigits::TwoYears(year))) => {
            next.bump();
            financial_quarter(year, index)
        }
        (None, Some(DateDigits::TwoYearsOrMonth(first))) => {
            next.bump();
            financial_quarter(first.year(), index)
        }
        _ => match year(&mut next).or_else(|| year_after(&mut next, context)) {
            Some(year) => calendar_or_financial(year, index),
            None => {
                cursor.at = named;
                return Some(Time::of(words));
            }
        },
    };
    *cursor = next;
    Some(found)
}

fn calendar_or_financial(year: i16, index: i32) -> Time {
    let quarter = |month| months_from(after(date(year, month, 1), 3 * index), 3);
    Time::or(quarter(1), quarter(4))
}

/// A quarter of a financial or other year that was named, on each of its readings.
fn of_financial(whole: &Time, index: i32) -> Time {
    let quarter = |named: &SmolStr| {
        first_day(named).map_or_else(|| named.clone(), |first| months_from(after(first, 3 * index), 3).into())
    };
    Time { alternatives: whole.alternatives.iter().map(quarter).collect(), ..Time::of(quarter(&whole.named)) }
}

fn financial_quarter(year: i16, index: i32) -> Time {
    Time::of(months_from(after(date(year, 4, 1), 3 * index), 3))
}

/// "The first half of 2024", `H1 2024`.
pub(super) fn half(cursor: &mut Cursor<'_>) -> Option<Time> {
    let mut next = *cursor;
    let second = match next.eat_word(&["h1", "h2"]) {
        Some(word) => word == "h2",
        None => match next.eat("first half") {
            Some(()) => false,
            None => next.eat("second half").map(|()| true)?,
        },
    };
    let _ = next.eat("of");
    let (year, first) = match next.date() {
        Some(DateDigits::TwoYears(year)) => (year, 4),
        Some(DateDigits::TwoYearsOrMonth(first)) => (first.year(), 4),
        Some(DateDigits::Day(_) | DateDigits::Month(_)) => return None,
        None => (0, 1),
    };
    let year = if first == 4 {
        next.bump();
        year
    } else {
        super::point::year(&mut next)?
    };
    *cursor = next;
    let start = after(date(year, first, 1), if second { 6 } else { 0 });
    Some(Time::of(months_from(start, 6)))
}

/// "The 1990s".
pub(super) fn decade(cursor: &mut Cursor<'_>) -> Option<Time> {
    let year: i16 = cursor.word()?.strip_suffix('s')?.parse().ok()?;
    ((1900..=2090).contains(&year) && year % 10 == 0).then(|| cursor.bump())?;
    Some(Time::of(years(year, year + 9)))
}

/// "Between April and June 2024", "April 2023 to March 2024", "from 2010 to 2015", `2010-2015`.
pub(super) fn between(
    cursor: &mut Cursor<'_>,
    lead: Lead,
    context: &Context,
    before: Before,
) -> Option<Time> {
    if before == Before::Change && lead == Lead::From {
        return None;
    }
    if let Some(days) = days_of_a_month(cursor, context) {
        return Some(days);
    }
    let mut next = *cursor;
    let first = point(&mut next, &Context { said: None, ..*context }, Years::Allowed)?;
    let (dash, joined) = (next.is_dash(0), next.at);
    if dash {
        next.bump();
    } else {
        next.eat_word(&["to", "and", "until", "through"])?;
    }
    let last = point(&mut next, context, Years::Allowed)?;
    let Some((_, end)) = last.days() else {
        // "Between July and September", with no year and no date of speaking.
        first.days().is_none().then_some(())?;
        let words = format!("{} to {}", next.verbatim(cursor.at, joined), next.verbatim(joined + 1, next.at));
        *cursor = next;
        return Some(Time::of(words));
    };
    if let (Point::Year(year), Point::Year(to), false) = (first, last, dash)
        && to == year + 1
        && matches!(lead, Lead::None | Lead::During)
    {
        // "2023 to 2024" is how the Government writes a financial year, and may be two calendar years.
        let second = Cursor { at: next.at - 1, ..next };
        (!counts_something(&second)).then_some(())?;
        *cursor = next;
        return Some(Time::or(financial_year(year), years(year, to)));
    }
    let start = match first {
        Point::MonthOfAYear(month) => first_of(end.year(), month).map(|start| back(start, end))?,
        Point::DayOfAYear(day, month) => {
            Date::new(end.year(), month, day).ok().map(|start| back(start, end))?
        }
        Point::Day(_) | Point::Month(_) | Point::Year(_) => first.days()?.0,
    };
    let year_pair = matches!((first, last), (Point::Year(_), Point::Year(_)));
    let said_so = dash || matches!(lead, Lead::From | Lead::During) || !year_pair;
    (start <= end && said_so).then(|| *cursor = next)?;
    Some(Time::of(span(start, end)))
}

/// "1 to 30 April 2024", "between 3 and 12 September".
fn days_of_a_month(cursor: &mut Cursor<'_>, context: &Context) -> Option<Time> {
    let mut next = *cursor;
    if let Some(month) = named_month(&next)
        && next.peek(1).is_some_and(|token| matches!(token.kind, Kind::Number(_)))
    {
        // "November 19-20".
        next.bump();
        let from = day_number(&mut next)?;
        next.is_dash(0).then(|| next.bump())?;
        let to = day_number(&mut next).filter(|to| from < *to)?;
        let named = match with_year(&mut next, to, month, context)? {
            Point::Day(last) => span(Date::new(last.year(), month, from).ok()?, last),
            _ => cursor.verbatim(cursor.at, next.at).to_owned(),
        };
        *cursor = next;
        return Some(Time::of(named));
    }
    let from = day_number(&mut next)?;
    if next.is_dash(0) {
        next.bump();
    } else {
        next.eat_word(&["to", "and", "until", "till", "through"])?;
    }
    let to = day_number(&mut next).filter(|to| from < *to)?;
    let _ = next.eat_word(&["of"]);
    let month = named_month(&next)?;
    next.bump();
    let named = match with_year(&mut next, to, month, context)? {
        Point::Day(last) => span(Date::new(last.year(), month, from).ok()?, last),
        _ => cursor.verbatim(cursor.at, next.at).to_owned(),
    };
    *cursor = next;
    Some(Time::of(named))
}

/// "November to February 2024" starts in the year before.
fn back(start: Date, end: Date) -> Date {
    if start <= end { start } else { after(start, -12) }
}
