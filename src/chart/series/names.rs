//! The names of the series: at the ends of their lines, or above the plot where the page is narrow.

use super::SeriesChart;
use super::frame::{Frame, NAMES};
use super::place::Timeline;
use crate::chart::hedge::Core;
use crate::chart::svg::{Class, Face, Line, Width};

/// Where the lettering of a name begins, beside its marker.
const INDENT: i32 = 200;
/// Between a line's end and its name.
const BEFORE: i32 = 130;

/// The name of a series and the place of its marker.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) series: usize,
    pub(super) lines: Vec<Line>,
}

/// The names in lines above the plot, on a narrow page.
pub(super) fn key(chart: &SeriesChart, width: Width) -> Vec<Name> {
    let face = width.face();
    let mut next = face.ascent() + 20;
    let name = |(series, source): (usize, &str)| {
        let room = (width.tenths() - INDENT, 2);
        let lines = Line::column(face, Class::Text, source, (INDENT, next), room);
        next = lines.last().map_or(next, |line| line.at.1) + face.leading();
        Name { series, lines }
    };
    match width {
        Width::Wide => Vec::new(),
        Width::Narrow => {
            chart.series.iter().map(|series| series.source.as_str()).enumerate().map(name).collect()
        }
    }
}

/// The names at the ends of the lines, on a wide page: each beside its last value, none upon another.
pub(super) fn beside(chart: &SeriesChart, timeline: &Timeline<'_>, frame: &Frame) -> Vec<Name> {
    let x = frame.right + BEFORE;
    let mut names: Vec<(i32, Name)> = chart
        .series
        .iter()
        .enumerate()
        .map(|(series, named)| {
            let room = (NAMES - BEFORE - INDENT + 60, 4);
            let lines = Line::column(frame.face, Class::Text, &named.source, (x + INDENT - 60, 0), room);
            (end_height(timeline, frame, series), Name { series, lines })
        })
        .collect();
    names.sort_by_key(|(height, name)| (*height, name.series));
    stack(names, frame)
}

/// The height at which a series ends; the foot of the plot where it has no value.
fn end_height(timeline: &Timeline<'_>, frame: &Frame, series: usize) -> i32 {
    let last =
        timeline.series.get(series).and_then(|placed| placed.iter().rev().find_map(|placed| placed.hedge));
    match (frame.scale, last) {
        (Some(scale), Some(hedge)) => {
            let value = match hedge.on(&scale).core {
                Core::Point(value) => value,
                Core::Bar((lo, hi)) => f64::midpoint(lo, hi),
            };
            let span = scale.span();
            let along = (value - span.start) / (span.end - span.start);
            frame.bottom - (along * f64::from(frame.bottom - frame.top)).round() as i32
        }
        _ => frame.bottom,
    }
}

/// Moves names apart downwards, and all of them up again as far as they go beyond the plot.
fn stack(names: Vec<(i32, Name)>, frame: &Frame) -> Vec<Name> {
    let leading = frame.face.leading();
    let mut free = frame.top + frame.face.ascent();
    let mut placed: Vec<(i32, Name)> = Vec::new();
    for (height, name) in names {
        let first = (height + frame.face.middle()).max(free);
        free = first + leading * i32::try_from(name.lines.len().max(1)).unwrap_or(1) + leading / 4;
        placed.push((first, name));
    }
    let beyond = (free - leading / 2 - frame.bottom).max(0);
    let highest = placed.first().map_or(0, |(first, _)| first - frame.top - frame.face.ascent());
    let up = beyond.min(highest.max(0));
    for (first, name) in &mut placed {
        for line in &mut name.lines {
            line.at.1 += *first - up;
        }
    }
    placed.into_iter().map(|(_, name)| name).collect()
}

impl Name {
    /// Where its marker stands.
    pub(super) fn marker(&self, frame: &Frame) -> Option<(i32, i32)> {
        let first = self.lines.first()?;
        Some((first.at.0 - 120, first.at.1 - frame.face.middle()))
    }
}

/// Where names above the plot end.
pub(super) fn foot(names: &[Name], face: Face) -> i32 {
    let last = names.iter().flat_map(|name| &name.lines).map(|line| line.at.1).max();
    last.map_or(0, |baseline| baseline + face.leading() - face.ascent() + 60)
}
