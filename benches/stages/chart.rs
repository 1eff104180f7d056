//! Drawing the chart of a series: 24 months from one source, and every third of them from another.

use divan::Bencher;
use onrecord::chart::Stated;
use onrecord::chart::series::{Form, Point, Series, SeriesChart};
use onrecord::period::{ReferencePeriod, Timing};
use onrecord::quantity::{Cuts, Interval, Rational};
use onrecord::reconcile::Status;

#[divan::bench]
fn series(bencher: Bencher<'_, '_>) {
    let chart = SeriesChart {
        id: "waiting".to_owned(),
        title: None,
        measure: "People waiting".to_owned(),
        unit: "people".to_owned(),
        form: Form::Lines,
        series: vec![of("Release", 1, exact), of("Report", 3, about)],
        breaks: Vec::new(),
    };
    bencher.bench(|| chart.to_svg());
}

fn of(source: &str, every: usize, stated: impl Fn(i64) -> Stated) -> Series {
    let months = (0..24).step_by(every);
    let point = |month: i64| {
        Some(Point {
            about: timing(month)?,
            stated: stated(12_000 + month * month * 17),
            words: String::new(),
            row: None,
        })
    };
    Series { source: source.to_owned(), points: months.filter_map(point).collect() }
}

fn timing(month: i64) -> Option<Timing> {
    let text = format!("{}-{:02}", 2023 + month / 12, month % 12 + 1);
    ReferencePeriod::parse(&text).ok().map(Timing::During)
}

fn exact(value: i64) -> Stated {
    Stated::Figure { status: Status::Confirmed, cuts: Cuts::point(Rational::from(value)) }
}

fn about(value: i64) -> Stated {
    let interval = Interval::closed(Rational::from(value - 500), Rational::from(value + 500));
    Stated::Figure { status: Status::Unconfirmed, cuts: Cuts::sharp(interval) }
}
