//! Periods as tables print them.

use super::mapping::Reads;
use crate::period::{PartialDate, ReferencePeriod};
use std::fmt::Write;

/// Why a period is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// It is none that is known.
    Unknown,
    /// It can be a month or a financial year.
    TwoWays,
    /// What is counted at a moment needs a moment.
    NoMoment,
}

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

/// Reads a period, without the marks around it.
pub(super) fn read(text: &str, reads: Reads) -> Result<ReferencePeriod, Fault> {
    let text = text.trim();
    if text.len() > 60 {
        return Err(Fault::Unknown);
    }
    let period = match years(text) {
        Some((first, second)) => of_years(text, first, second, reads)?,
        None => ReferencePeriod::parse(text).ok().or_else(|| in_words(text)).ok_or(Fault::Unknown)?,
    };
    Ok(widened(period, reads))
}

/// The moment of what is counted at one.
pub(super) fn moment(period: ReferencePeriod, reads: Reads) -> Result<PartialDate, Fault> {
    if reads == Reads::AtTheEnd {
        return Ok(PartialDate::day(period.end()));
    }
    match period {
        ReferencePeriod::Day(_) | ReferencePeriod::Month(_) | ReferencePeriod::CalendarYear(_) => {
            PartialDate::parse(&period.to_string()).map_err(|_| Fault::NoMoment)
        }
        _ => Err(Fault::NoMoment),
    }
}

/// `2011-12`, `2011/12`, `2011/2012`: a year and the last digits of the next.
fn years(text: &str) -> Option<(i32, i32)> {
    let text = text.strip_prefix("FY").unwrap_or(text).trim_start();
    let (first, second) = text.split_once(['-', '/', '–'])?;
    let (first, second) = (first.trim(), second.trim());
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() != 4 || !matches!(second.len(), 2 | 4) || !digits(first) || !digits(second) {
        return None;
    }
    let (year, next) = (first.parse::<i32>().ok()?, second.parse::<i32>().ok()?);
    let follows = if second.len() == 4 { year + 1 == next } else { (year + 1) % 100 == next };
    follows.then_some((year, next % 100))
}

fn of_years(text: &str, first: i32, second: i32, reads: Reads) -> Result<ReferencePeriod, Fault> {
    let is_plain = text.contains('/') && text.len() <= 7 || text.starts_with("FY");
    let is_month = (1..=12).contains(&second) && text.len() == 7 && !text.contains('/');
    if reads == Reads::FinancialYear || is_plain || !is_month && text.len() == 7 {
        return ReferencePeriod::parse(&format!("{first:04}/{second:02}")).map_err(|_| Fault::Unknown);
    }
    Err(Fault::TwoWays)
}

/// "Year ending March 2023", "Q1 2023", "Jan to Mar 2023", "31/03/2023", "as at 31 March 2023".
fn in_words(text: &str) -> Option<ReferencePeriod> {
    let lower = text.to_lowercase().replace([',', '.', ':'], " ").replace(['–', '—'], "-");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let lower = words.join(" ");
    for start in ["year ending ", "year ended ", "year to ", "12 months to ", "ye "] {
        if let Some(rest) = lower.strip_prefix(start) {
            let month = month_of(rest)?;
            return ReferencePeriod::parse(&format!("YE{month}")).ok();
        }
    }
    let plain = ["as at ", "at ", "as of ", "on "].iter().find_map(|start| lower.strip_prefix(start));
    let lower = plain.unwrap_or(&lower);
    quarter(lower).or_else(|| span(lower)).or_else(|| day(lower)).or_else(|| {
        let month = month_of(lower).filter(|_| day(lower).is_none())?;
        ReferencePeriod::parse(&month).ok()
    })
}

/// The month of "march 2023", "mar-23", "2023 march", "31 march 2023", as `2023-03`.
fn month_of(text: &str) -> Option<String> {
    if let Ok(date) = PartialDate::parse(text) {
        let text = date.to_string();
        return text.get(..7).map(str::to_owned);
    }
    let parts: Vec<&str> = text.split([' ', '-', '/']).filter(|part| !part.is_empty()).collect();
    let (month, year) = match parts.as_slice() {
        [first, second] => month_number(first)
            .and_then(|month| year(second).map(|year| (month, year)))
            .or_else(|| Some((month_number(second)?, year(first).filter(|_| first.len() == 4)?)))?,
        [_, middle, last] => {
            day(text)?;
            (month_number(middle).or_else(|| middle.parse().ok())?, year(last)?)
        }
        _ => return None,
    };
    Some(format!("{year:04}-{month:02}"))
}

fn month_number(word: &str) -> Option<usize> {
    let is_month = |name: &str| {
        name == word || (word.len() == 3 && name.starts_with(word)) || (word == "sept" && name == "september")
    };
    MONTHS.iter().position(|name| is_month(name)).map(|at| at + 1)
}

fn year(word: &str) -> Option<i32> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    match word.len() {
        4 if digits => word.parse().ok().filter(|year| (1700..2200).contains(year)),
        // Two digits after the name of a month are a year of this century.
        2 if digits => word.parse::<i32>().ok().map(|year| 2000 + year).filter(|year| *year < 2070),
        _ => None,
    }
}

/// "31/03/2023", the day first, or "31 march 2023".
fn day(text: &str) -> Option<ReferencePeriod> {
    let parts: Vec<&str> = text.split([' ', '-', '/']).filter(|part| !part.is_empty()).collect();
    let [first, middle, last] = parts.as_slice() else { return None };
    let month = month_number(middle).or_else(|| middle.parse().ok())?;
    let digits = first.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let day: u32 = digits.parse().ok().filter(|_| first.len() <= 4)?;
    let year = year(last).filter(|_| last.len() == 4)?;
    ReferencePeriod::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()
}

/// "q1 2023", "2023 q1", "2023q1", "quarter 1 2023"; with a financial year, "q1 2023/24" is April to June.
fn quarter(text: &str) -> Option<ReferencePeriod> {
    let text = text.replace("quarter ", "q");
    let at = text.find('q')?;
    let number: u8 = text.get(at + 1..at + 2)?.parse().ok().filter(|number| (1..=4).contains(number))?;
    let mut rest = text.get(..at)?.to_owned();
    // Writing to a string cannot fail.
    let _written = write!(rest, " {}", text.get(at + 2..)?);
    let rest = rest.trim().trim_matches(['-', ' ']);
    if let Some(year) = year(rest).filter(|_| rest.len() == 4) {
        return ReferencePeriod::parse(&format!("{year:04}-Q{number}")).ok();
    }
    let (first, _) = years(rest).filter(|_| rest.contains('/'))?;
    let (year, quarter) = if number == 4 { (first + 1, 1) } else { (first, number + 1) };
    ReferencePeriod::parse(&format!("{year:04}-Q{quarter}")).ok()
}

/// "jan to mar 2023", "january-march 2023", "april 2022 to march 2023".
fn span(text: &str) -> Option<ReferencePeriod> {
    let (first, last) =
        text.split_once(" to ").or_else(|| text.split_once(" - ")).or_else(|| text.split_once('-'))?;
    let last = month_of(last.trim())?;
    let first = first.trim();
    let first = match month_number(first) {
        // "Dec to Feb 2023" began the year before.
        Some(month) => {
            let (year, end) = (last.get(..4)?.parse::<i32>().ok()?, last.get(5..)?.parse::<usize>().ok()?);
            format!("{:04}-{month:02}", year - i32::from(month > end))
        }
        None => month_of(first)?,
    };
    let months: Vec<(i32, i32)> = [&first, &last]
        .iter()
        .filter_map(|text| Some((text.get(..4)?.parse().ok()?, text.get(5..)?.parse().ok()?)))
        .collect();
    let [(from, start), (to, end)] = months.as_slice() else { return None };
    if from == to && end - start == 2 && start % 3 == 1 {
        return ReferencePeriod::parse(&format!("{from:04}-Q{}", start / 3 + 1)).ok();
    }
    if *start == 4 && *end == 3 && from + 1 == *to {
        return ReferencePeriod::parse(&format!("{from:04}/{:02}", to % 100)).ok();
    }
    ReferencePeriod::parse(&format!("{first}/{last}")).ok()
}

/// What a date stands for, where the mapping says it.
fn widened(period: ReferencePeriod, reads: Reads) -> ReferencePeriod {
    let day = match (period, reads) {
        (ReferencePeriod::Day(day), _) => day,
        (ReferencePeriod::Month(_), Reads::QuarterEnding | Reads::YearEnding) => period.end(),
        _ => return period,
    };
    let month = format!("{:04}-{:02}", day.year(), day.month());
    let wanted = match reads {
        Reads::QuarterEnding if day.month() % 3 == 0 => format!("{:04}-Q{}", day.year(), day.month() / 3),
        Reads::YearEnding => format!("YE{month}"),
        Reads::Month => month,
        Reads::WeekEnding => return week(period),
        _ => return period,
    };
    ReferencePeriod::parse(&wanted).unwrap_or(period)
}

/// The seven days that end with a day.
fn week(period: ReferencePeriod) -> ReferencePeriod {
    let mut first = period.end();
    for _ in 0..6 {
        first = first.yesterday().unwrap_or(first);
    }
    ReferencePeriod::Range(first, period.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, reads: Reads) -> String {
        read(text, reads).map_or_else(|fault| format!("{fault:?}"), |period| period.to_string())
    }

    #[test]
    fn periods_are_read_as_tables_print_them() {
        for (text, wanted) in [
            ("2023", "2023"),
            ("2023/24", "2023/24"),
            ("FY 2023/24", "2023/24"),
            ("FY2011-12", "2011/12"),
            ("2023-24", "2023/24"),
            ("2011-12", "TwoWays"),
            ("2023/2024", "TwoWays"),
            ("2011-11", "2011-11"),
            ("Q1 2023", "2023-Q1"),
            ("2023 Q1", "2023-Q1"),
            ("2023Q4", "2023-Q4"),
            ("2023-Q2", "2023-Q2"),
            ("Quarter 3 2023", "2023-Q3"),
            ("Q1 2023/24", "2023-Q2"),
            ("Q4 2023/24", "2024-Q1"),
            ("Jan to Mar 2023", "2023-Q1"),
            ("October–December 2023", "2023-Q4"),
            ("Apr 2022 to Mar 2023", "2022/23"),
            ("February to May 2023", "2023-02-01/2023-05-31"),
            ("Dec to Feb 2023", "2022-12-01/2023-02-28"),
            ("March 2023", "2023-03"),
            ("Mar-23", "2023-03"),
            ("Sept 2023", "2023-09"),
            ("Year ending March 2023", "YE2023-03"),
            ("Year ending 31 March 2023", "YE2023-03"),
            ("YE Jun 2023", "YE2023-06"),
            ("31/03/2023", "2023-03-31"),
            ("31st March 2023", "2023-03-31"),
            ("as at 31 March 2023", "2023-03-31"),
            ("2023-03-31", "2023-03-31"),
            ("30 February 2023", "Unknown"),
            ("Total", "Unknown"),
            ("", "Unknown"),
            ("May", "Unknown"),
        ] {
            assert_eq!(said(text, Reads::AsWritten), wanted, "{text}");
        }
    }

    #[test]
    fn a_mapping_says_what_is_open() {
        for (text, reads, wanted) in [
            ("2011-12", Reads::FinancialYear, "2011/12"),
            ("2023/2024", Reads::FinancialYear, "2023/24"),
            ("2010-03-31", Reads::QuarterEnding, "2010-Q1"),
            ("2010-03", Reads::QuarterEnding, "2010-Q1"),
            ("2010-02-28", Reads::QuarterEnding, "2010-02-28"),
            ("2010-03-31", Reads::YearEnding, "YE2010-03"),
            ("2018-01-07", Reads::WeekEnding, "2018-01-01/2018-01-07"),
            ("2018-01-07", Reads::Month, "2018-01"),
        ] {
            assert_eq!(said(text, reads), wanted, "{text} {reads:?}");
        }
    }

    #[test]
    fn what_is_counted_at_a_moment_needs_one() {
        let of = |text: &str, reads| moment(read(text, reads).unwrap(), reads).map(|date| date.to_string());
        assert_eq!(of("31 March 2023", Reads::AsWritten).unwrap(), "2023-03-31");
        assert_eq!(of("Q1 2023", Reads::AsWritten), Err(Fault::NoMoment));
        assert_eq!(of("Q1 2023", Reads::AtTheEnd).unwrap(), "2023-03-31");
    }

    proptest::proptest! {
        #[test]
        fn no_words_panic(text in "\\PC{0,30}") {
            let _ = read(&text, Reads::AsWritten);
        }
    }
}
