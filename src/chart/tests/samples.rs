//! Charts to test with, made of the phrases of the founding case and of invented series.

use crate::chart::Stated;
use crate::chart::claims::{Agreement, ClaimRow, ClaimsChart};
use crate::chart::series::{Form, Point, Series, SeriesChart};
use crate::period::{PartialDate, ReferencePeriod, Timing};
use crate::quantity::{Cuts, End, Interval, NoValue, Rational};
use crate::reconcile::Status;

pub(super) fn span(lo: i64, hi: i64) -> Interval {
    Interval::closed(Rational::from(lo), Rational::from(hi))
}

pub(super) fn exact(value: i64, status: Status) -> Stated {
    Stated::Figure { status, cuts: Cuts::point(Rational::from(value)) }
}

/// "more than N": a core and a typical range, and no upper end.
pub(super) fn more_than(value: i64) -> Stated {
    let above = |hi| Interval::new(End::Open(Rational::from(value)), hi).unwrap();
    let near = |more| above(End::Closed(Rational::from(value + more)));
    let cuts = Cuts::new(near(500), near(1060), above(End::Unbounded)).unwrap();
    Stated::Figure { status: Status::Unconfirmed, cuts }
}

/// "about N".
pub(super) fn about(value: i64, status: Status) -> Stated {
    let cuts = Cuts::new(span(value, value), span(value - 2, value + 2), span(value - 5, value + 5)).unwrap();
    Stated::Figure { status, cuts }
}

pub(super) fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

pub(super) fn row(source: &str, said: &str, words: &str, stated: Stated) -> ClaimRow {
    let about = Timing::AsOf(date("2025-10"));
    ClaimRow {
        source: source.to_owned(),
        said: Some(date(said)),
        words: words.to_owned(),
        about,
        stated,
        row: None,
    }
}

pub(super) fn claims(rows: Vec<ClaimRow>) -> ClaimsChart {
    ClaimsChart {
        id: "absconders".to_owned(),
        title: None,
        measure: "People recorded as absconded".to_owned(),
        unit: "people".to_owned(),
        rows,
        demands: Vec::new(),
        agreement: Agreement::NotCompared,
    }
}

/// The leaked figure and the first reports of it.
pub(super) fn absconders() -> ClaimsChart {
    let mut chart = claims(vec![
        row("News report", "2025-11-27", "more than 53,000", more_than(53_000)),
        row("Report headed “absconder pool”", "2025-10", "53,298", exact(53_298, Status::Unconfirmed)),
        row("Home Office", "2025-11-27", "does not comment", Stated::NoValue(NoValue::Declined)),
    ]);
    chart.agreement = Agreement::Possible(span(53_298, 53_298));
    chart
}

pub(super) fn month(number: i64) -> Timing {
    let text = format!("{}-{:02}", 2023 + number / 12, number % 12 + 1);
    Timing::During(ReferencePeriod::parse(&text).unwrap())
}

pub(super) fn monthly(source: &str, values: impl Fn(i64) -> Option<Stated>) -> Series {
    let point = |number| {
        Some(Point { about: month(number), stated: values(number)?, words: String::new(), row: None })
    };
    Series { source: source.to_owned(), points: (0..24).filter_map(point).collect() }
}

pub(super) fn series(series: Vec<Series>) -> SeriesChart {
    SeriesChart {
        id: "notices".to_owned(),
        title: None,
        measure: "Notices issued".to_owned(),
        unit: "notices".to_owned(),
        form: Form::Lines,
        series,
        breaks: Vec::new(),
    }
}

/// Two sources over 24 months that differ in five of them, as in the synthetic repository.
pub(super) fn two_sources() -> SeriesChart {
    let value = |number: i64| 1000 + (number * 37) % 400 + number * 13;
    let apart = move |number: i64| value(number) + if number % 5 == 0 { 10 } else { 0 };
    series(vec![
        monthly("Ministry statistics", move |number| Some(exact(value(number), Status::Confirmed))),
        monthly("FOI response", move |number| Some(exact(apart(number), Status::Confirmed))),
    ])
}

/// Two months of one source.
pub(super) fn two_points() -> SeriesChart {
    let all = move |number| (number < 2).then(|| exact(1200 + number * 34, Status::Confirmed));
    series(vec![monthly("Ministry statistics", all)])
}
