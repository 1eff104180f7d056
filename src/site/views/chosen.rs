//! Which figure stands at the top of a measure.

use crate::model::{Figure, Measure};
use crate::period::Timing;
use crate::reconcile::{Record, Standing, Status, weight};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The figure at the top: never an average, and a rule anyone can repeat. Of all figures of the measure, each of
/// these is asked in turn until one figure is left:
///
/// 1. one that states a fact, before a demand, a target or a forecast;
/// 2. one with a value, before words in place of one;
/// 3. the whole, before a part: a part does not answer a question about the whole;
/// 4. one that stands, before one its body replaced or took back;
/// 5. one that the responsible body published or confirmed, then one it confirmed in part, then any other, and last
///    one that it contradicts;
/// 6. where the question speaks of years (or quarters, months, weeks, days), one for such a span;
/// 7. the latest date, and of spans that end together the longest;
/// 8. an origin before what repeats it, then the kind of source relied on most.
///
/// Its shorthand (provisional, revised) stays beside it, and later figures of others are named under it.
pub(super) fn chosen<'a>(record: &'a Record, measure: &Measure) -> Option<&'a Figure> {
    let span = Span::named_in(measure.heading());
    record.dataset().figures_of(&measure.id).iter().min_by_key(|figure| rank(record, measure, span, figure))
}

/// For each date or period the figure of the whole that would stand at the top if there were no other time.
pub(super) fn for_each_time<'a>(record: &'a Record, measure: &Measure) -> Vec<&'a Figure> {
    let whole = record.dataset().figures_of(&measure.id).iter();
    let whole = whole.filter(|figure| is_whole(measure, figure) && figure.basis.states_a_fact());
    let mut by_time: BTreeMap<&Timing, Vec<&Figure>> = BTreeMap::new();
    for figure in whole.filter(|figure| figure.key.timing != Timing::NotStated) {
        by_time.entry(&figure.key.timing).or_default().push(figure);
    }
    let best = |figures: Vec<&'a Figure>| {
        figures.into_iter().min_by_key(|figure| rank(record, measure, None, figure))
    };
    by_time.into_values().filter_map(best).collect()
}

type Rank<'a> = (
    (bool, bool, bool, bool),
    (u8, bool),
    (Reverse<Option<Date>>, Reverse<i32>),
    (bool, Reverse<u32>),
    &'a str,
);

fn rank<'a>(record: &'a Record, measure: &Measure, span: Option<Span>, figure: &'a Figure) -> Rank<'a> {
    let standing = record.standings().standing(figure);
    let replaced = matches!(standing, Standing::Verified(Status::Superseded | Status::Withdrawn));
    let timing = record.lineage().timing(figure);
    let weight = record.dataset().source(&figure.source).map_or(0, |source| weight(source.kind));
    (
        (
            !figure.basis.states_a_fact(),
            figure.reading().amount().is_none(),
            !is_whole(measure, figure),
            replaced,
        ),
        (trust(standing), span.is_some_and(|span| !span.fits(timing))),
        (Reverse(timing.latest()), Reverse(days(timing))),
        (record.root(figure).id != figure.id, Reverse(weight)),
        figure.id.as_str(),
    )
}

/// It is broken down by nothing, or stands for the total of every breakdown.
pub(super) fn is_whole(measure: &Measure, figure: &Figure) -> bool {
    figure.key.dimensions.iter().all(|(id, code)| {
        measure.dimensions.get(id).is_some_and(|dimension| dimension.total.as_ref() == Some(code))
    })
}

fn trust(standing: Standing) -> u8 {
    match standing {
        Standing::Verified(Status::Confirmed) => 0,
        Standing::Verified(Status::PartlyConfirmed) => 1,
        Standing::Verified(Status::Contradicted) => 3,
        _ => 2,
    }
}

/// How many days a span has; a moment has none.
fn days(timing: &Timing) -> i32 {
    match timing {
        Timing::During(period) => (period.end() - period.start()).get_days().saturating_add(1),
        Timing::AsOf(_) | Timing::NotStated => 0,
    }
}

/// A span of time that a question can speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Span {
    Year,
    Quarter,
    Month,
    Week,
    Day,
}

impl Span {
    /// "each year", "per quarter", "monthly", "a year": the span by which the figures are asked for. "Within a year"
    /// and "a year old" speak of something else.
    fn named_in(question: &str) -> Option<Self> {
        let lower = question.to_lowercase();
        let words: Vec<&str> =
            lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        words.iter().enumerate().find_map(|(at, word)| {
            let before =
                |back: usize| at.checked_sub(back).and_then(|at| words.get(at)).copied().unwrap_or("");
            let by = match before(1) {
                "each" | "every" | "per" => true,
                "a" => {
                    !matches!(before(2), "within" | "after" | "for" | "than" | "over" | "under" | "half")
                        && words.get(at + 1).is_none_or(|next| *next != "old")
                }
                _ => false,
            };
            match *word {
                "annual" | "annually" | "yearly" => Some(Self::Year),
                "quarterly" => Some(Self::Quarter),
                "monthly" => Some(Self::Month),
                "weekly" => Some(Self::Week),
                "daily" => Some(Self::Day),
                "year" if by => Some(Self::Year),
                "quarter" if by => Some(Self::Quarter),
                "month" if by => Some(Self::Month),
                "week" if by => Some(Self::Week),
                "day" if by => Some(Self::Day),
                _ => None,
            }
        })
    }

    fn fits(self, timing: &Timing) -> bool {
        let days = days(timing);
        match self {
            Self::Year => (364..=371).contains(&days),
            Self::Quarter => (89..=98).contains(&days),
            Self::Month => (28..=31).contains(&days),
            Self::Week => days == 7,
            Self::Day => days == 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::ReferencePeriod;

    #[test]
    fn a_question_speaks_of_years_where_it_asks_by_the_year() {
        let named = Span::named_in;
        assert_eq!(named("How many people are released in error each year?"), Some(Span::Year));
        assert_eq!(named("Annual cost of searches"), Some(Span::Year));
        assert_eq!(named("How many are lost a year?"), Some(Span::Year));
        assert_eq!(named("Visits per quarter"), Some(Span::Quarter));
        assert_eq!(named("How many were returned within a week?"), None);
        assert_eq!(named("Children less than a year old"), None);
        assert_eq!(named("How many people are recorded as absconded?"), None);
    }

    #[test]
    fn a_year_is_twelve_months_whenever_they_start() {
        let fits = |span: Span, text: &str| span.fits(&Timing::During(ReferencePeriod::parse(text).unwrap()));
        assert!(fits(Span::Year, "2024/25") && fits(Span::Year, "2024") && fits(Span::Year, "YE2024-09"));
        assert!(fits(Span::Quarter, "2024-04/2024-06") && fits(Span::Month, "2024-02"));
        assert!(!fits(Span::Year, "2024-Q1") && !fits(Span::Year, "2020-01/2024-12"));
        assert!(!Span::Year.fits(&Timing::NotStated));
    }
}
