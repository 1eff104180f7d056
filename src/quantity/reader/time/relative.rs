//! Times told from the day of speaking: "last year", "the past 12 months", "to date".

use super::super::super::Context;
use super::super::cursor::Cursor;
use super::super::spelled::spelled;
use super::Time;
use super::calendar::{after, month_key, span};
use super::point::year;
use jiff::ToSpan;
use jiff::civil::Date;

/// "To date", "so far", "so far this year": counted on until now.
pub(super) fn counting_on(cursor: &mut Cursor<'_>) -> Option<Time> {
    let forms = [
        "so far this year",
        "year to date",
        "the year to date",
        "to date",
        "so far",
        "thus far",
        "until now",
        "up to now",
    ];
    let start = cursor.at;
    let words = forms.into_iter().find(|words| cursor.eat(words).is_some())?;
    let mut next = *cursor;
    let dated = next.eat_word(&["in", "during"]).and_then(|_| year(&mut next));
    let words = match dated {
        Some(_) => {
            *cursor = next;
            cursor.verbatim(start, next.at)
        }
        None => words,
    };
    Some(Time { is_cumulative: true, ..Time::of(words) })
}

/// "Last year", "this month", "the past 12 months".
pub(super) fn relative(cursor: &mut Cursor<'_>, context: &Context) -> Option<Time> {
    let start = cursor.at;
    let mut next = *cursor;
    let which = next.eat_word(&["last", "past", "previous", "preceding", "this", "current", "next"])?;
    let counted = count(&mut next);
    let unit = next.eat_word(&[
        "year", "years", "month", "months", "week", "weeks", "quarter", "days", "hours", "decade",
    ])?;
    *cursor = next;
    let words = next.verbatim(start, next.at);
    let placed = context.said.filter(|_| !counted).and_then(|said| match (which, unit) {
        ("next", "year") => Some((said.year() + 1).to_string()),
        ("next", "month") => Some(month_key(after(said.first_of_month(), 1))),
        ("this" | "current", "week") => Some(week(said, 0)),
        ("last" | "previous", "week") => Some(week(said, -1)),
        ("next", "week") => Some(week(said, 1)),
        ("last" | "previous", "year") => Some((said.year() - 1).to_string()),
        ("this" | "current", "year") => Some(said.year().to_string()),
        ("last" | "previous", "month") => Some(month_key(after(said.first_of_month(), -1))),
        ("this" | "current", "month") => Some(month_key(said.first_of_month())),
        _ => None,
    });
    Some(Time::of(placed.unwrap_or_else(|| words.to_owned())))
}

/// A week from Monday to Sunday, so many after that of the day of speaking.
fn week(said: Date, after: i64) -> String {
    let since_monday = i64::from(said.weekday().to_monday_zero_offset());
    let day = |off: i64| said.checked_add((off + 7 * after - since_monday).days()).unwrap_or(said);
    span(day(0), day(6))
}

fn count(cursor: &mut Cursor<'_>) -> bool {
    if cursor.digits().is_some() {
        cursor.bump();
        true
    } else {
        cursor.eat_word(&["few", "couple"]).is_some() || spelled(cursor).is_some()
    }
}
