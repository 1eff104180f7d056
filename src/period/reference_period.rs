//! The span of time a figure is about.

use super::PeriodError;
use super::partial_date::{PartialDate, month_name};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const HELP: &str = "write 2024, 2024-03, 2024-03-31, 2024-Q1, 2023/24 (financial year), YE2024-03 (year ending) or 2024-01/2024-03";

/// A reference period. Ordered by its first day, then its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ReferencePeriod {
    /// One day.
    Day(Date),
    /// A calendar month, by its first day.
    Month(Date),
    /// A quarter of the calendar year, by its first day.
    CalendarQuarter(Date),
    /// A calendar year, by its first day.
    CalendarYear(Date),
    /// A financial year, 1 April to 31 March, by its first day.
    FinancialYear(Date),
    /// Twelve months, by the first day of the last of them.
    YearEnding(Date),
    /// Any other span, by its first and last day.
    Range(Date, Date),
}

impl ReferencePeriod {
    /// Reads a period: `2024-01-31`, `2024-03`, `2024-Q1`, `2024`, `2023/24`, `2023-24`, `YE2024-03`,
    /// `2024-01/2024-03`. `2011-12` is a month; the financial year is `2011/12`.
    ///
    /// # Errors
    /// Says what is wrong, with the forms that would do.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let unreadable = || PeriodError::new(format!("“{text}” is not a period"), HELP);
        if let Some(month) = text.strip_prefix("YE") {
            let month = PartialDate::parse(month).map_err(|_| unreadable())?;
            return if text.len() == 9 { Ok(Self::YearEnding(month.earliest())) } else { Err(unreadable()) };
        }
        if let Some(financial) = financial_year(text, '/').or_else(|| financial_year(text, '-')) {
            return financial.ok_or_else(unreadable);
        }
        if let Some((year, quarter)) = text.split_once("-Q") {
            return quarter_of(year, quarter).ok_or_else(unreadable);
        }
        if let Some((first, last)) = text.split_once('/') {
            let (first, last) = (PartialDate::parse(first)?.earliest(), PartialDate::parse(last)?.latest());
            let message = format!("“{text}” ends before it starts");
            return if first <= last {
                Ok(Self::Range(first, last))
            } else {
                Err(PeriodError::new(message, HELP))
            };
        }
        let date = PartialDate::parse(text).map_err(|error| PeriodError::new(error.message, HELP))?;
        Ok(Self::from(date))
    }

    /// The first day.
    #[must_use]
    pub fn start(self) -> Date {
        match self {
            Self::Day(date)
            | Self::Month(date)
            | Self::CalendarQuarter(date)
            | Self::CalendarYear(date)
            | Self::FinancialYear(date)
            | Self::Range(date, _) => date,
            Self::YearEnding(month) => after(month, -11),
        }
    }

    /// The last day.
    #[must_use]
    pub fn end(self) -> Date {
        match self {
            Self::Day(date) | Self::Range(_, date) => date,
            Self::Month(date) | Self::YearEnding(date) => date.last_of_month(),
            Self::CalendarQuarter(date) => after(date, 2).last_of_month(),
            Self::CalendarYear(date) => date.last_of_year(),
            Self::FinancialYear(date) => after(date, 11).last_of_month(),
        }
    }

    /// The period in words: months instead of quarters, and no two-digit years.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Day(date) => PartialDate::day(date).words(),
            Self::Month(date) => format!("{} {}", month_name(date), date.year()),
            Self::CalendarQuarter(_) => months(self.start(), self.end()),
            Self::CalendarYear(date) => date.year().to_string(),
            Self::FinancialYear(_) => format!("financial year ending March {}", self.end().year()),
            Self::YearEnding(month) => format!("year ending {} {}", month_name(month), month.year()),
            Self::Range(first, last) if first.day() == 1 && last == last.last_of_month() => {
                months(first, last)
            }
            Self::Range(first, last) => {
                format!("{} to {}", PartialDate::day(first).words(), PartialDate::day(last).words())
            }
        }
    }
}

impl From<PartialDate> for ReferencePeriod {
    fn from(date: PartialDate) -> Self {
        let (first, last) = (date.earliest(), date.latest());
        if first == last {
            Self::Day(first)
        } else if last == first.last_of_month() {
            Self::Month(first)
        } else {
            Self::CalendarYear(first)
        }
    }
}

/// The date some months later; the date itself at the ends of the calendar.
fn after(date: Date, months: i32) -> Date {
    date.checked_add(months.months()).unwrap_or(date)
}

/// `Jan to Mar 2024`, or with both years where they differ.
fn months(first: Date, last: Date) -> String {
    let short = |date: Date| month_name(date).get(..3).unwrap_or_default();
    if first.year() == last.year() {
        format!("{} to {} {}", short(first), short(last), last.year())
    } else {
        format!("{} {} to {} {}", short(first), first.year(), short(last), last.year())
    }
}

/// `2023/24` or `2023-24`; the inner option is empty where the second year does not follow the first.
/// None where the text is of another form, or may be a month.
fn financial_year(text: &str, separator: char) -> Option<Option<ReferencePeriod>> {
    let (first, second) = text.split_once(separator)?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() != 4 || second.len() != 2 || !digits(first) || !digits(second) {
        return None;
    }
    let (year, next) = (first.parse::<i16>().ok()?, second.parse::<i16>().ok()?);
    if separator == '-' && next <= 12 {
        return None;
    }
    let follows = (year + 1) % 100 == next && year < 9998;
    Some(follows.then(|| ReferencePeriod::FinancialYear(date(year, 4, 1))))
}

fn quarter_of(year: &str, quarter: &str) -> Option<ReferencePeriod> {
    let january = PartialDate::parse(year).ok().filter(|_| year.len() == 4)?.earliest();
    let index = ["1", "2", "3", "4"].iter().position(|name| *name == quarter)?;
    Some(ReferencePeriod::CalendarQuarter(after(january, i32::try_from(index).ok()? * 3)))
}

impl Ord for ReferencePeriod {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start(), self.end())
            .cmp(&(other.start(), other.end()))
            .then_with(|| self.to_string().cmp(&other.to_string()))
    }
}

impl PartialOrd for ReferencePeriod {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for ReferencePeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Month(date) => write!(f, "{:04}-{:02}", date.year(), date.month()),
            Self::CalendarQuarter(date) => write!(f, "{:04}-Q{}", date.year(), (date.month() - 1) / 3 + 1),
            Self::CalendarYear(date) => write!(f, "{:04}", date.year()),
            Self::FinancialYear(date) => write!(f, "{:04}/{:02}", date.year(), (date.year() + 1) % 100),
            Self::YearEnding(date) => write!(f, "YE{:04}-{:02}", date.year(), date.month()),
            Self::Range(first, last) => write!(f, "{first}/{last}"),
        }
    }
}

impl FromStr for ReferencePeriod {
    type Err = PeriodError;
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for ReferencePeriod {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).map_err(|error| error.message)
    }
}

impl From<ReferencePeriod> for String {
    fn from(period: ReferencePeriod) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_its_span_and_its_words() {
        for (text, start, end, words) in [
            ("2024-01-31", "2024-01-31", "2024-01-31", "31 January 2024"),
            ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
            ("2024-Q1", "2024-01-01", "2024-03-31", "Jan to Mar 2024"),
            ("2024", "2024-01-01", "2024-12-31", "2024"),
            ("2023/24", "2023-04-01", "2024-03-31", "financial year ending March 2024"),
            ("1999/00", "1999-04-01", "2000-03-31", "financial year ending March 2000"),
            ("YE2024-03", "2023-04-01", "2024-03-31", "year ending March 2024"),
            ("2024-01-01/2024-03-31", "2024-01-01", "2024-03-31", "Jan to Mar 2024"),
            ("2023-11-05/2024-02-03", "2023-11-05", "2024-02-03", "5 November 2023 to 3 February 2024"),
        ] {
            let period = ReferencePeriod::parse(text).unwrap();
            assert_eq!(period.to_string(), text);
            assert_eq!((period.start().to_string(), period.end().to_string()), (start.into(), end.into()));
            assert_eq!(period.words(), words);
        }
        assert_eq!(ReferencePeriod::parse("2023-24"), ReferencePeriod::parse("2023/24"));
        assert_eq!(ReferencePeriod::parse("2011-12").unwrap().words(), "December 2011");
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in ["", "2023/25", "2023-45", "2024-Q5", "YE2024", "2024-03/2024-01", "Q1 2024", "FY2024"] {
            assert!(ReferencePeriod::parse(text).is_err(), "{text}");
        }
    }
}
