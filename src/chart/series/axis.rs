//! The labels of the time axis: months, not quarters; the year where it changes.

use super::place::Timeline;
use crate::chart::svg::{Anchor, Class, Face, Line};
use crate::period::{PartialDate, ReferencePeriod, Timing};

/// A labelled place on the time axis: its middle, and one or two lines.
#[derive(Debug)]
pub(super) struct Label {
    pub(super) x: i32,
    head: String,
    year: Option<String>,
}

/// The most labels along the axis.
const MOST: usize = 8;

/// As many labels as have room, at every first, second, third … place.
pub(super) fn labels(timeline: &Timeline<'_>, face: Face, at: impl Fn(f64) -> i32) -> Vec<Label> {
    let all: Vec<(i32, &Timing)> = timeline.places.iter().map(|(x, about)| (at(*x), *about)).collect();
    let beat = Beat::of(&all);
    let chosen = beat.steps().iter().map(|step| spread(&all, beat, *step)).find(|labels| fits(labels, face));
    chosen.unwrap_or_else(|| spread(all.get(..1).unwrap_or_default(), Beat::Uneven, 1))
}

/// How the places follow one another, and so in which steps a reader counts them.
#[derive(Debug, Clone, Copy)]
enum Beat {
    Months,
    Quarters,
    Uneven,
}

impl Beat {
    fn of(all: &[(i32, &Timing)]) -> Self {
        let all_are = |test: fn(&ReferencePeriod) -> bool| {
            all.iter().all(|(_, about)| matches!(about, Timing::During(period) if test(period)))
        };
        if all_are(|period| matches!(period, ReferencePeriod::Month(_))) {
            Self::Months
        } else if all_are(|period| matches!(period, ReferencePeriod::CalendarQuarter(_))) {
            Self::Quarters
        } else {
            Self::Uneven
        }
    }

    /// Months by the quarter and the year, quarters by the year.
    fn steps(self) -> &'static [i64] {
        match self {
            Self::Months => &[1, 2, 3, 4, 6, 12, 24, 60, 120, 240],
            Self::Quarters => &[1, 2, 4, 8, 20, 40, 80],
            Self::Uneven => &[1, 2, 3, 4, 5, 10, 20, 50, 100, 200],
        }
    }

    /// Where a place stands in the count; months and quarters by the calendar, so that a gap does not shift it.
    fn ordinal(self, position: i64, about: &Timing) -> i64 {
        let months =
            about.earliest().map_or(0, |first| i64::from(first.year()) * 12 + i64::from(first.month()) - 1);
        match self {
            Self::Months => months,
            Self::Quarters => months / 3,
            Self::Uneven => position,
        }
    }
}

fn spread(all: &[(i32, &Timing)], beat: Beat, step: i64) -> Vec<Label> {
    let mut shown: Option<String> = None;
    (0..)
        .zip(all)
        .filter(|(position, (_, about))| beat.ordinal(*position, about) % step == 0)
        .map(|(_, (x, about))| {
            let (head, year) = words(about);
            let year = year.filter(|year| shown.as_ref() != Some(year));
            if year.is_some() {
                shown.clone_from(&year);
            }
            Label { x: *x, head, year }
        })
        .collect()
}

fn fits(labels: &[Label], face: Face) -> bool {
    let half = |label: &Label| label.width(face) / 2;
    let clear = |(a, b): (&Label, &Label)| a.x + half(a) + face.size() <= b.x - half(b);
    (1..=MOST).contains(&labels.len()) && labels.iter().zip(labels.iter().skip(1)).all(clear)
}

impl Label {
    fn width(&self, face: Face) -> i32 {
        face.width(&self.head).max(self.year.as_deref().map_or(0, |year| face.width(year)))
    }

    /// The lines, the first on a baseline at `top`.
    pub(super) fn lines(self, face: Face, top: i32) -> impl Iterator<Item = Line> {
        let x = self.x;
        (0..).zip([Some(self.head), self.year].into_iter().flatten()).map(move |(row, text)| Line {
            at: (x, top + row * face.leading()),
            class: Class::Quiet,
            anchor: Anchor::Middle,
            text,
        })
    }
}

/// A timing as the head of a label and its year.
fn words(about: &Timing) -> (String, Option<String>) {
    match about {
        Timing::AsOf(date) => dated(*date),
        Timing::During(ReferencePeriod::FinancialYear(_) | ReferencePeriod::YearEnding(_)) => {
            let end = about.latest().map(|end| PartialDate::day(end).words()).unwrap_or_default();
            let month = end.split_once(' ').map_or(end.as_str(), |(_, rest)| rest);
            let (month, year) = month.split_once(' ').unwrap_or((month, ""));
            ("year to".to_owned(), Some(format!("{} {year}", short(month))))
        }
        Timing::During(period) => split_year(&period.words()),
        Timing::NotStated => (String::new(), None),
    }
}

fn dated(date: PartialDate) -> (String, Option<String>) {
    let words = date.words();
    let (head, year) = split_year(&words);
    match head.split_once(' ') {
        Some((day, month)) => (format!("{day} {}", short(month)), year),
        None => (short(&head).to_owned(), year),
    }
}

/// "Jan to Mar 2024" as "Jan to Mar" and "2024"; a year alone stays on the first line.
fn split_year(words: &str) -> (String, Option<String>) {
    match words.rsplit_once(' ') {
        Some((head, year)) if head.contains(' ') => (head.to_owned(), Some(year.to_owned())),
        Some((month, year)) => (short(month).to_owned(), Some(year.to_owned())),
        None => (words.to_owned(), None),
    }
}

/// The first three letters of the name of a month.
fn short(month: &str) -> &str {
    if month.starts_with(|letter: char| letter.is_alphabetic()) {
        month.get(..3).unwrap_or(month)
    } else {
        month
    }
}
