//! When a figure is about, as far as its source says.

use super::{PartialDate, ReferencePeriod};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A moment, a span, or nothing stated. Ordered with what is not stated last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// A position on a day that is known as exactly as the date says.
    AsOf(PartialDate),
    /// Events over a span.
    During(ReferencePeriod),
    /// The source does not say.
    NotStated,
}

/// How two timings stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimingMatch {
    /// The same words for the same time.
    Same,
    /// They may mean the same time, but do not say so.
    Overlapping,
    /// They cannot mean the same time.
    Different,
    /// At least one side does not say.
    Unknown,
}

impl Timing {
    /// The timing in words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::AsOf(date) => date.words(),
            Self::During(period) => period.words(),
            Self::NotStated => "date not stated".to_owned(),
        }
    }

    /// The first day it may be about.
    #[must_use]
    pub fn earliest(&self) -> Option<Date> {
        match self {
            Self::AsOf(date) => Some(date.earliest()),
            Self::During(period) => Some(period.start()),
            Self::NotStated => None,
        }
    }

    /// The last day it may be about.
    #[must_use]
    pub fn latest(&self) -> Option<Date> {
        match self {
            Self::AsOf(date) => Some(date.latest()),
            Self::During(period) => Some(period.end()),
            Self::NotStated => None,
        }
    }

    /// Whether two timings mean the same time. Two moments given as "October" and "7 October" may; two spans
    /// are the same only where both ends are.
    #[must_use]
    pub fn compare(&self, other: &Self) -> TimingMatch {
        let (Some(from), Some(to)) = (self.earliest(), self.latest()) else { return TimingMatch::Unknown };
        let (Some(other_from), Some(other_to)) = (other.earliest(), other.latest()) else {
            return TimingMatch::Unknown;
        };
        let both_spans = matches!((self, other), (Self::During(_), Self::During(_)));
        if (from, to) == (other_from, other_to) {
            TimingMatch::Same
        } else if both_spans || to < other_from || other_to < from {
            TimingMatch::Different
        } else {
            TimingMatch::Overlapping
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_of(text: &str) -> Timing {
        Timing::AsOf(PartialDate::parse(text).unwrap())
    }

    fn during(text: &str) -> Timing {
        Timing::During(ReferencePeriod::parse(text).unwrap())
    }

    #[test]
    fn a_day_in_october_may_be_the_october_meant() {
        assert_eq!(as_of("2025-10").compare(&as_of("2025-10-07")), TimingMatch::Overlapping);
        assert_eq!(as_of("2025-10").compare(&as_of("2025-10")), TimingMatch::Same);
        assert_eq!(as_of("2025-10").compare(&as_of("2016")), TimingMatch::Different);
        assert_eq!(as_of("2025-10").compare(&Timing::NotStated), TimingMatch::Unknown);
    }

    #[test]
    fn two_spans_are_the_same_only_where_both_ends_are() {
        assert_eq!(during("2023/24").compare(&during("YE2024-03")), TimingMatch::Same);
        assert_eq!(during("2023/24").compare(&during("2023")), TimingMatch::Different);
    }
}
