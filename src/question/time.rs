//! When a figure is asked for: the dates and periods of the findings, in words that leave no room.

use crate::model::{Dataset, Figure, StockOrFlow};
use crate::period::{PartialDate, ReferencePeriod, Timing};
use jiff::civil::Date;

/// A time to ask for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Time<'a> {
    /// A date or period on record.
    At(Timing),
    /// All that there are between two days.
    Between(Date, Date),
    /// No source says when: the latest there is.
    Latest,
    /// That of a figure which its body gave without saying when.
    RelatesTo(&'a Figure),
    /// That with which the figure just named, or this one, was compared.
    ComparedWith(Option<&'a Figure>),
    /// A year before the time just named.
    YearBefore,
}

impl Time<'_> {
    /// A count at a moment is dated by a month, so that the draft names a day which no source names.
    pub(super) fn is_a_day_chosen(&self, nature: StockOrFlow) -> bool {
        self.names_no_day(nature) && !matches!(self, Self::At(Timing::AsOf(date)) if is_year(*date))
    }

    /// A count at a moment is dated by a month or a year.
    pub(super) fn names_no_day(&self, nature: StockOrFlow) -> bool {
        match self {
            Self::At(Timing::AsOf(date)) => nature == StockOrFlow::Stock && date.earliest() != date.latest(),
            _ => false,
        }
    }
}

/// Who is spoken to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// The House: the minister is "they".
    House,
    /// The body itself: "you".
    Letter,
}

impl Voice {
    /// "their" or "your".
    pub(super) fn own(self) -> &'static str {
        match self {
            Self::House => "their",
            Self::Letter => "your",
        }
    }
}

/// More dates than this are asked for as a span.
const MOST: usize = 3;

/// Puts times in order, the latest first, and many into one span.
pub(super) fn ordered<'a>(mut times: Vec<Timing>) -> Vec<Time<'a>> {
    times.sort();
    times.dedup();
    times.retain(|time| *time != Timing::NotStated);
    times.reverse();
    if times.len() > MOST {
        let first = times.iter().filter_map(Timing::earliest).min();
        let last = times.iter().filter_map(Timing::latest).max();
        if let Some((first, last)) = first.zip(last) {
            return vec![Time::Between(first, last)];
        }
    }
    times.into_iter().map(Time::At).collect()
}

/// The times as a phrase: "on 1 May 2024", or "(a) on … and (b) in …".
pub(super) fn phrase(times: &[Time<'_>], nature: StockOrFlow, voice: Voice, dataset: &Dataset) -> String {
    let words: Vec<String> = times.iter().map(|time| one(time, nature, voice, dataset)).collect();
    match words.as_slice() {
        [] => one(&Time::Latest, nature, voice, dataset),
        [only] => only.clone(),
        several => {
            let lettered: Vec<String> =
                several.iter().zip('a'..='z').map(|(words, letter)| format!("({letter}) {words}")).collect();
            lettered
                .split_last()
                .map_or(String::new(), |(last, others)| format!("{} and {last}", others.join(", ")))
        }
    }
}

fn one(time: &Time<'_>, nature: StockOrFlow, voice: Voice, dataset: &Dataset) -> String {
    let held = |figure: &Figure| {
        let when = dataset.source(&figure.source).and_then(|source| source.public_date());
        let given = when.map_or(String::new(), |date| format!(", given {},", on(date)));
        format!("{} figure of {}{given}", voice.own(), figure.reported)
    };
    let (preposition, span) = match nature {
        StockOrFlow::Stock => ("on", "date"),
        StockOrFlow::Flow => ("in", "period"),
    };
    match time {
        Time::At(timing) => at(timing, nature),
        Time::Between(first, last) => format!(
            "for each date or period from {} to {} for which a figure is held",
            PartialDate::day(*first).words(),
            PartialDate::day(*last).words()
        ),
        Time::Latest => match nature {
            StockOrFlow::Stock => "on the latest date for which a figure is held".to_owned(),
            StockOrFlow::Flow => "in the latest year for which a figure is held".to_owned(),
        },
        Time::RelatesTo(figure) => format!("{preposition} the {span} to which {} relates", held(figure)),
        Time::ComparedWith(None) => format!("{preposition} the earlier {span} with which it was compared"),
        Time::ComparedWith(Some(figure)) => {
            format!("{preposition} the earlier {span} with which {} was compared", held(figure))
        }
        Time::YearBefore => match nature {
            StockOrFlow::Stock => "on the same date one year earlier".to_owned(),
            StockOrFlow::Flow => "in the same period one year earlier".to_owned(),
        },
    }
}

/// A stock is counted on a day: where only the month is known, on its last.
fn at(timing: &Timing, nature: StockOrFlow) -> String {
    match (timing, nature) {
        (Timing::AsOf(date), StockOrFlow::Stock) if is_year(*date) => {
            format!("on the latest date in {} for which a figure is held", date.words())
        }
        (Timing::AsOf(date), StockOrFlow::Stock) => on(PartialDate::day(date.latest())),
        (Timing::AsOf(date), StockOrFlow::Flow) => on(*date),
        (Timing::During(period), _) => during(*period),
        (Timing::NotStated, _) => "at a date that is not stated".to_owned(),
    }
}

/// "on 31 October 2025", "in October 2025".
pub(super) fn on(date: PartialDate) -> String {
    let preposition = if date.earliest() == date.latest() { "on" } else { "in" };
    format!("{preposition} {}", date.words())
}

fn is_year(date: PartialDate) -> bool {
    date.latest() != date.earliest().last_of_month() && date.earliest() != date.latest()
}

fn during(period: ReferencePeriod) -> String {
    let day = |date: Date| PartialDate::day(date).words();
    match period {
        ReferencePeriod::Day(date) => format!("on {}", day(date)),
        ReferencePeriod::Month(_) | ReferencePeriod::CalendarYear(_) => format!("in {}", period.words()),
        ReferencePeriod::FinancialYear(_) | ReferencePeriod::YearEnding(_) => {
            format!("in the {}", period.words())
        }
        ReferencePeriod::CalendarQuarter(_) | ReferencePeriod::Range(..) => {
            format!("from {} to {}", day(period.start()), day(period.end()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(timing: Timing, nature: StockOrFlow) -> String {
        phrase(&[Time::At(timing)], nature, Voice::House, &Dataset::default())
    }

    #[test]
    fn a_stock_is_asked_for_on_a_day_and_a_flow_over_a_period() {
        let date = |text: &str| Timing::AsOf(PartialDate::parse(text).unwrap());
        let period = |text: &str| Timing::During(ReferencePeriod::parse(text).unwrap());
        assert_eq!(words(date("2025-10"), StockOrFlow::Stock), "on 31 October 2025");
        assert_eq!(
            words(date("2016"), StockOrFlow::Stock),
            "on the latest date in 2016 for which a figure is held"
        );
        assert_eq!(words(date("2016"), StockOrFlow::Flow), "in 2016");
        assert_eq!(words(period("2023/24"), StockOrFlow::Flow), "in the financial year ending March 2024");
        assert_eq!(words(period("2024-Q1"), StockOrFlow::Flow), "from 1 January 2024 to 31 March 2024");
    }

    #[test]
    fn many_dates_become_one_span_and_the_latest_comes_first() {
        let dates = |years: std::ops::Range<i32>| -> Vec<Timing> {
            years.map(|y| Timing::AsOf(PartialDate::parse(&y.to_string()).unwrap())).collect()
        };
        assert!(matches!(ordered(dates(2010..2020)).as_slice(), [Time::Between(..)]));
        let two = ordered(dates(2018..2020));
        assert_eq!(two.first(), Some(&Time::At(Timing::AsOf(PartialDate::parse("2019").unwrap()))));
    }
}
