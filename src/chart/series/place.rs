//! Figures in their places: days along the time axis, neighbours, gaps.

use super::{Point, Series, SeriesChart};
use crate::chart::Stated;
use crate::chart::hedge::Hedge;
use crate::period::Timing;
use crate::quantity::Rational;
use crate::reconcile::{Standing, Status};
use jiff::civil::{Date, date};

/// A figure that has a place on the time axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'a> {
    /// The middle of what it is about, in days.
    pub(super) x: f64,
    pub(super) about: &'a Timing,
    pub(super) stated: &'a Stated,
    pub(super) point: &'a Point,
    pub(super) hedge: Option<Hedge>,
    first: i64,
    last: i64,
}

/// The figures of a chart along its time axis.
#[derive(Debug)]
pub(super) struct Timeline<'a> {
    /// The figures of each series, earliest first.
    pub(super) series: Vec<Vec<Placed<'a>>>,
    /// Every place once, earliest first.
    pub(super) places: Vec<(f64, &'a Timing)>,
    /// When the counting changed, in days.
    breaks: Vec<f64>,
    /// How many figures have no date.
    pub(super) undated: usize,
    /// The usual distance from one place to the next.
    pub(super) usual: f64,
}

/// A little over a year: positions further apart than this are not neighbours.
const FAR: f64 = 400.0;

impl<'a> Timeline<'a> {
    pub(super) fn of(chart: &'a SeriesChart) -> Self {
        let series: Vec<Vec<Placed<'a>>> = chart.series.iter().map(placed).collect();
        let mut places: Vec<(f64, &Timing)> =
            series.iter().flatten().map(|placed| (placed.x, placed.about)).collect();
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
        places.dedup_by(|a, b| a.0.total_cmp(&b.0).is_eq());
        let all: usize = chart.series.iter().map(|series| series.points.len()).sum();
        let undated = all - series.iter().map(Vec::len).sum::<usize>();
        let usual = usual_step(places.iter().map(|(x, _)| *x));
        let breaks = chart.breaks.iter().map(|cut| days(cut.at.earliest()) as f64).collect();
        Self { series, places, breaks, undated, usual }
    }

    /// No period lies between two figures of one series.
    pub(super) fn adjacent(&self, a: &Placed<'_>, b: &Placed<'_>) -> bool {
        match (a.about, b.about) {
            (Timing::During(_), Timing::During(_)) => b.first <= a.last + 1,
            _ => b.x - a.x <= self.usual * 1.5 && b.x - a.x <= FAR,
        }
    }

    /// A line may join two figures: neighbours, each one value, each confirmed, counted in the same way.
    pub(super) fn joined(&self, a: &Placed<'_>, b: &Placed<'_>) -> bool {
        a.x < b.x && self.adjacent(a, b) && a.is_firm() && b.is_firm() && !self.broken(a, b)
    }

    /// The counting changed between two figures.
    pub(super) fn broken(&self, a: &Placed<'_>, b: &Placed<'_>) -> bool {
        self.breaks.iter().any(|cut| a.x < *cut && *cut <= b.x)
    }

    /// A series falls silent between two of its figures: they are further apart than its figures usually are.
    pub(super) fn gaps<'p>(&self, placed: &'p [Placed<'a>]) -> Vec<(&'p Placed<'a>, &'p Placed<'a>)> {
        let usual = usual_step(placed.iter().map(|placed| placed.x)).min(FAR);
        let pairs = placed.iter().zip(placed.iter().skip(1));
        pairs.filter(|(a, b)| b.x - a.x > usual * 1.5 && !self.adjacent(a, b)).collect()
    }

    /// The span of the time axis, with half a step of room at both ends.
    pub(super) fn span(&self) -> (f64, f64) {
        let room = self.usual / 2.0;
        match (self.places.first(), self.places.last()) {
            (Some((first, _)), Some((last, _))) => (first - room, last + room),
            _ => (0.0, 1.0),
        }
    }
}

impl<'a> Placed<'a> {
    /// The one value its words say.
    pub(super) fn exact(&self) -> Option<&'a Rational> {
        self.stated.cuts()?.core().as_point()
    }

    /// One value, and confirmed.
    pub(super) fn is_firm(&self) -> bool {
        self.stated.standing() == Standing::Verified(Status::Confirmed)
            && self.hedge.is_some_and(|hedge| hedge.point().is_some())
    }
}

fn placed(series: &Series) -> Vec<Placed<'_>> {
    let mut all: Vec<Placed<'_>> = series.points.iter().filter_map(place).collect();
    all.sort_by(|a, b| a.x.total_cmp(&b.x));
    all
}

fn place(point: &Point) -> Option<Placed<'_>> {
    let (first, last) = (days(point.about.earliest()?), days(point.about.latest()?));
    let (about, stated) = (&point.about, &point.stated);
    Some(Placed { x: (first + last) as f64 / 2.0, about, stated, point, hedge: stated.hedge(), first, last })
}

/// The place of a date on the time axis.
pub(super) fn days(day: Date) -> i64 {
    day.duration_since(date(1970, 1, 1)).as_hours() / 24
}

/// The median distance between neighbours; a month where there are not two.
fn usual_step(xs: impl Iterator<Item = f64> + Clone) -> f64 {
    let mut steps: Vec<f64> =
        xs.clone().zip(xs.skip(1)).map(|(a, b)| b - a).filter(|step| *step > 0.0).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(30.0)
}
