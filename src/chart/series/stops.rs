//! The stops of a series: one for each date or period, with what every source gives for it.

use super::frame::Frame;
use super::place::{Placed, Timeline};
use super::{Series, SeriesChart};
use crate::chart::svg::{Side, Stop, brief, kept};

/// One stop a place, from half-way to its neighbour before to half-way to the one after.
pub(super) fn of(chart: &SeriesChart, timeline: &Timeline<'_>, frame: &Frame) -> Vec<Stop> {
    let middles: Vec<i32> = timeline.places.iter().map(|(x, _)| frame.at(*x)).collect();
    let starts = std::iter::once(frame.left).chain(halves(&middles));
    let ends = halves(&middles).chain([frame.right]);
    let places = timeline.places.iter().zip(&middles).zip(starts.zip(ends));
    let stops = places.map(|(((x, about), middle), (left, right))| {
        let here: Vec<(&Series, &Placed<'_>)> = chart
            .series
            .iter()
            .zip(&timeline.series)
            .flat_map(|(series, placed)| placed.iter().map(move |placed| (series, placed)))
            .filter(|(_, placed)| placed.x.total_cmp(x).is_eq())
            .collect();
        let mut tip = vec![about.words()];
        tip.extend(here.iter().map(|(series, placed)| values(chart, series, placed)));
        Stop {
            zone: [(left, frame.top), (right, frame.bottom)],
            at: (*middle, frame.top),
            side: Side::Beneath,
            label: tip.join("; "),
            tip,
            row: here.iter().find_map(|(_, placed)| placed.point.row.clone()),
        }
    });
    kept(stops.collect())
}

fn halves(middles: &[i32]) -> impl Iterator<Item = i32> {
    middles.windows(2).filter_map(|pair| match pair {
        [a, b] => Some(i32::midpoint(*a, *b)),
        _ => None,
    })
}

fn values(chart: &SeriesChart, series: &Series, placed: &Placed<'_>) -> String {
    let (words, stated) = (brief(&placed.point.words), placed.stated.words());
    let read = placed.stated.read_as().map(|read| format!(", read as {read}")).unwrap_or_default();
    match chart.series.len() {
        1 => format!("{words}, {stated}{read}"),
        _ => format!("{}: {words}, {stated}{read}", brief(&series.source)),
    }
}
