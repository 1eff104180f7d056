//! A date as exact as the source gave it: a day, a month or a year.

use super::PeriodError;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const HELP: &str = "write a day as 2025-10-07, a month as 2025-10, or a year as 2025";
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar date of day, month or year precision. Ordered by the first day it may mean, then the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate(Precision);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Precision {
    Day(Date),
    /// The first day of the month.
    Month(Date),
    /// The first day of the year.
    Year(Date),
}

impl PartialDate {
    /// A day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self(Precision::Day(date))
    }

    /// Reads `2025-10-07`, `2025-10` or `2025`, and no other form.
    ///
    /// # Errors
    /// Says what is wrong, with the form that would do.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let parts: Vec<&str> = text.split('-').collect();
        match parts.as_slice() {
            [year] => Ok(Self(Precision::Year(date(text, year, "01", "01")?))),
            [year, month] => Ok(Self(Precision::Month(date(text, year, month, "01")?))),
            [year, month, day] => Ok(Self(Precision::Day(date(text, year, month, day)?))),
            _ => Err(PeriodError::new(format!("“{text}” is not a date"), HELP)),
        }
    }

    /// The first day it may mean.
    #[must_use]
    pub fn earliest(self) -> Date {
        match self.0 {
            Precision::Day(date) | Precision::Month(date) | Precision::Year(date) => date,
        }
    }

    /// The last day it may mean.
    #[must_use]
    pub fn latest(self) -> Date {
        match self.0 {
            Precision::Day(date) => date,
            Precision::Month(date) => date.last_of_month(),
            Precision::Year(date) => date.last_of_year(),
        }
    }

    /// `7 October 2025`, `October 2025` or `2025`.
    #[must_use]
    pub fn words(self) -> String {
        match self.0 {
            Precision::Day(date) => format!("{} {} {}", date.day(), month_name(date), date.year()),
            Precision::Month(date) => format!("{} {}", month_name(date), date.year()),
            Precision::Year(date) => date.year().to_string(),
        }
    }
}

/// The English name of a date's month.
pub(super) fn month_name(date: Date) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

/// A date from parts of exactly four, two and two digits.
fn date(text: &str, year: &str, month: &str, day: &str) -> Result<Date, PeriodError> {
    let number = |part: &str, width: usize| {
        (part.len() == width && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<i16>().ok())?
    };
    let parts = (number(year, 4), number(month, 2), number(day, 2));
    let (Some(year), Some(month), Some(day)) = parts else {
        return Err(PeriodError::new(format!("“{text}” is not a date"), HELP));
    };
    let (month, day) = (i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0));
    Date::new(year, month, day)
        .map_err(|_| PeriodError::new(format!("there is no such date as “{text}”"), HELP))
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.earliest(), self.latest()).cmp(&(other.earliest(), other.latest()))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Precision::Day(date) => write!(f, "{date}"),
            Precision::Month(date) => write!(f, "{:04}-{:02}", date.year(), date.month()),
            Precision::Year(date) => write!(f, "{:04}", date.year()),
        }
    }
}

impl FromStr for PartialDate {
    type Err = PeriodError;
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for PartialDate {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).map_err(|error| error.message)
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_it_is_written() {
        for (text, words, first, last) in [
            ("2025-10-07", "7 October 2025", "2025-10-07", "2025-10-07"),
            ("2025-10", "October 2025", "2025-10-01", "2025-10-31"),
            ("2024-02", "February 2024", "2024-02-01", "2024-02-29"),
            ("2016", "2016", "2016-01-01", "2016-12-31"),
        ] {
            let date = PartialDate::parse(text).unwrap();
            assert_eq!((date.to_string().as_str(), date.words().as_str()), (text, words),);
            assert_eq!((date.earliest().to_string(), date.latest().to_string()), (first.into(), last.into()));
        }
    }

    #[test]
    fn any_other_form_is_refused() {
        for text in [
            "",
            "25",
            "2025-2-3",
            "20251007",
            "07/10/2025",
            "2025-02-30",
            "2025-13",
            "2025-10-07-01",
            "-2025",
            "２０２５",
        ] {
            assert!(PartialDate::parse(text).is_err(), "{text}");
        }
    }
}
