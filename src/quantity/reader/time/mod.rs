//! The times a phrase names: dates, months, years, years ending, quarters. None of them is a quantity.

mod calendar;
mod lead_words;
mod point;
mod relative;
mod span;

use super::super::Context;
use super::cursor::Cursor;
use lead_words::{LEADS, Lead};
use smol_str::SmolStr;

/// A time in a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Time {
    /// As an ISO date or span; the words where they do not say which.
    pub(super) named: SmolStr,
    /// Other ways to read it.
    pub(super) alternatives: Vec<SmolStr>,
    /// "Since" it, or "to date".
    pub(super) is_cumulative: bool,
    /// "On" it, as in "up 12% on last year".
    pub(super) is_after_on: bool,
}

/// Whether a change was just named, after which "by 2000" and "from 2000" are quantities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Change,
    Other,
}

/// Whether a word names a month.
pub(super) fn is_month(word: &str) -> bool {
    calendar::month(word).is_some()
}

/// Reads a time.
pub(super) fn time(cursor: &mut Cursor<'_>, context: &Context, before: Before) -> Option<Time> {
    let mut next = *cursor;
    if let Some(time) = relative::counting_on(&mut next) {
        *cursor = next;
        return Some(time);
    }
    let lead = next.eat_longest(LEADS);
    next.eat_hyphen();
    let mut found = body(&mut next, lead.unwrap_or(Lead::None), context, before)?;
    if matches!(lead, Some(Lead::Vague | Lead::UpTo)) {
        let words = cursor.verbatim(cursor.at, next.at);
        let words = words.strip_prefix("in ").or_else(|| words.strip_prefix("as of ")).unwrap_or(words);
        found = Time::of(words);
    }
    let a_day = found.named.len() == "2024-03-31".len() && found.alternatives.is_empty();
    found.is_after_on = lead == Some(Lead::On) && !a_day;
    *cursor = next;
    Some(found)
}

fn body(cursor: &mut Cursor<'_>, lead: Lead, context: &Context, before: Before) -> Option<Time> {
    let found = span::months_of(cursor)
        .or_else(|| span::week(cursor, context))
        .or_else(|| relative::relative(cursor, context))
        .or_else(|| span::ending(cursor, context))
        .or_else(|| span::financial(cursor))
        .or_else(|| span::quarter(cursor, context))
        .or_else(|| span::half(cursor))
        .or_else(|| span::decade(cursor))
        .or_else(|| span::between(cursor, lead, context, before))
        .or_else(|| point::single(cursor, lead, context, before))?;
    Some(if lead == Lead::Since { since(&found, context) } else { found })
}

/// From the first day of a time to the day of speaking, where that is known.
fn since(found: &Time, context: &Context) -> Time {
    let named = calendar::first_day(&found.named)
        .zip(context.said)
        .filter(|(first, said)| first <= said)
        .map_or_else(|| format!("since {}", found.named), |(first, said)| format!("{first}/{said}"));
    Time { is_cumulative: true, ..Time::of(named) }
}

impl Time {
    fn of(named: impl Into<SmolStr>) -> Self {
        Self { named: named.into(), alternatives: Vec::new(), is_cumulative: false, is_after_on: false }
    }

    /// A year.
    pub(super) fn year(year: String) -> Self {
        Self::of(year)
    }

    fn or(named: impl Into<SmolStr>, other: impl Into<SmolStr>) -> Self {
        Self { alternatives: vec![other.into()], ..Self::of(named) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::cursor::is_in_order;
    use super::super::tokenise::tokenise;
    use super::*;
    use crate::period::PartialDate;

    fn read(text: &str, said: Option<&str>) -> Option<(String, usize)> {
        let tokens = tokenise(text);
        let mut cursor = Cursor::new(text, &tokens);
        let said = said.map(|said| PartialDate::parse(said).unwrap().latest());
        let time = time(&mut cursor, &Context { said, ..Context::prose() }, Before::Other)?;
        let all: Vec<_> = std::iter::once(time.named).chain(time.alternatives).collect();
        Some((all.join(" or "), tokens.len() - cursor.at))
    }

    #[test]
    fn the_words_before_times_are_in_order() {
        assert!(is_in_order(LEADS));
    }

    #[test]
    fn times_are_read_as_iso_dates_and_spans() {
        for (text, named) in [
            ("in 2016", "2016"),
            ("as of October 2025", "2025-10"),
            ("as at 31 March 2024", "2024-03-31"),
            ("on 1st April 2024", "2024-04-01"),
            ("31/03/2024", "2024-03-31"),
            ("at the end of March 2024", "2024-03-31"),
            ("year ending March 2024", "2023-04-01/2024-03-31"),
            ("in the year ending 31 March 2024", "2023-04-01/2024-03-31"),
            ("the 12 months to June 2024", "2023-07-01/2024-06-30"),
            ("quarter ending March 2024", "2024-01-01/2024-03-31"),
            ("2023/24", "2023-04-01/2024-03-31"),
            ("in the financial year 2023-24", "2023-04-01/2024-03-31"),
            ("FY2023/24", "2023-04-01/2024-03-31"),
            ("FY24", "2023-04-01/2024-03-31 or 2024-04-01/2025-03-31"),
            ("academic year 2023/24", "2023-09-01/2024-08-31"),
            ("Q1 2024", "2024-01-01/2024-03-31 or 2024-04-01/2024-06-30"),
            ("Q4 2023/24", "2024-01-01/2024-03-31"),
            ("the first quarter of 2024", "2024-01-01/2024-03-31 or 2024-04-01/2024-06-30"),
            ("first half of 2024", "2024-01-01/2024-06-30"),
            ("between April and June 2024", "2024-04-01/2024-06-30"),
            ("April 2023 to March 2024", "2023-04-01/2024-03-31"),
            ("from 2010 to 2015", "2010-01-01/2015-12-31"),
            ("2010-2015", "2010-01-01/2015-12-31"),
            ("the 1990s", "1990-01-01/1999-12-31"),
            ("October", "October"),
            ("as of October", "October"),
            ("on 7 October", "7 October"),
            ("in the last 12 months", "last 12 months"),
            ("since 2010", "since 2010"),
            ("2011-12", "2011-04-01/2012-03-31 or 2011-12"),
            ("before March 2024", "before March 2024"),
            ("in early 2024", "early 2024"),
            ("last year", "last year"),
        ] {
            assert_eq!(read(text, None), Some((named.to_owned(), 0)), "{text}");
        }
    }

    #[test]
    fn the_date_of_speaking_places_what_the_words_leave_open() {
        for (text, said, named) in [
            ("as of October", "2025-11-27", "2025-10"),
            ("as of October", "2025-10-02", "2025-10"),
            ("as of October", "2025-09-30", "2024-10"),
            ("in October last year", "2026-02-01", "2025-10"),
            ("last October", "2026-02-01", "2025-10"),
            ("on 7 October", "2025-10-06", "2024-10-07"),
            ("last year", "2026-02-01", "2025"),
            ("this year", "2026-02-01", "2026"),
            ("last month", "2026-01-15", "2025-12"),
            ("since July 2024", "2025-12-17", "2024-07-01/2025-12-17"),
        ] {
            assert_eq!(read(text, Some(said)), Some((named.to_owned(), 0)), "{text} said {said}");
        }
    }

    #[test]
    fn what_is_no_time_is_left() {
        for text in [
            "300",
            "2016",
            "in 300",
            "over 53,000",
            "may be",
            "to 50",
            "by 2,016",
            "at 65",
            "march on",
            "5 may",
        ] {
            assert_eq!(read(text, None), None, "{text}");
        }
    }
}
