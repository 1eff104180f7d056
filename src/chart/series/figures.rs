//! Draws the figures of a series: lines, hedges, markers.

use super::Form;
use super::frame::Frame;
use super::place::{Placed, Timeline};
use super::plot::Plot;
use crate::chart::ChartError;
use crate::chart::hedge::{Core, Drawn};
use crate::chart::mark::{self, RADIUS};
use crate::chart::notes::core_class;
use crate::chart::scale::Scale;
use crate::chart::svg::{Area, Arrow, Class, Ink, Layers, PathData, Post, Stamp, Strokes, Towards};
use crate::reconcile::{Standing, Status};
use plotters::element::PathElement;
use plotters::series::LineSeries;

/// A figure with a value: where it stands, and how it is drawn.
struct Shown<'a> {
    placed: &'a Placed<'a>,
    x: f64,
    drawn: Drawn,
}

/// Draws one series, thin strokes first.
pub(super) fn draw(
    plot: &mut Plot<'_>,
    timeline: &Timeline<'_>,
    frame: &Frame,
    scale: Scale,
    (index, placed): (usize, &[Placed<'_>]),
    form: Form,
) -> Result<(), ChartError> {
    let series = ink_of(index);
    let shown: Vec<Shown<'_>> = placed
        .iter()
        .filter_map(|figure| {
            let drawn = figure.hedge?.on(&scale);
            Some(Shown { placed: figure, x: figure.x + frame.aside(index), drawn })
        })
        .collect();
    match form {
        Form::Lines => draw_lines(plot, timeline, &shown, series)?,
        Form::Bars => draw_bars(plot, &shown, frame.bar(), series)?,
    }
    draw_hedges(plot, &shown, series)?;
    draw_markers(plot, &shown, index, form)
}

/// A line joins neighbours only; everything else stands alone.
fn draw_lines(
    plot: &mut Plot<'_>,
    timeline: &Timeline<'_>,
    shown: &[Shown<'_>],
    series: u8,
) -> Result<(), ChartError> {
    let ink = Ink::in_series(Class::Line, series);
    for run in shown.chunk_by(|a, b| timeline.joined(a.placed, b.placed)).filter(|run| run.len() > 1) {
        let points = run.iter().filter_map(|shown| Some((shown.x, shown.point()?)));
        plot.draw_series(LineSeries::new(points, ink))?;
    }
    Ok(())
}

/// A bar reaches as far as the figure certainly does; the rest is left to its hedge.
fn draw_bars(plot: &mut Plot<'_>, shown: &[Shown<'_>], half: i32, series: u8) -> Result<(), ChartError> {
    for class in [Class::Core, Class::Outline] {
        let ink = Ink::in_series(class, series);
        let alike = shown.iter().filter(|shown| core_class(shown.placed.stated) == class);
        plot.draw_series(alike.map(|shown| {
            let value = match shown.drawn.core {
                Core::Point(value) => value,
                Core::Bar((lo, hi)) => {
                    if lo.abs() <= hi.abs() {
                        lo
                    } else {
                        hi
                    }
                }
            };
            Post { ends: [(shown.x, 0.0), (shown.x, value)], half, ink }
        }))?;
    }
    Ok(())
}

fn draw_hedges(plot: &mut Plot<'_>, shown: &[Shown<'_>], series: u8) -> Result<(), ChartError> {
    let ink = |class| Ink::in_series(class, series);
    let upright = |x: f64, (lo, hi): (f64, f64), class| PathElement::new([(x, lo), (x, hi)], ink(class));
    plot.draw_series(
        shown.iter().filter_map(|shown| Some(upright(shown.x, shown.drawn.support?, Class::Support))),
    )?;
    plot.draw_series(shown.iter().flat_map(|shown| {
        let below = shown.drawn.below.map(|at| ((shown.x, at), Towards::Down));
        let above = shown.drawn.above.map(|at| ((shown.x, at), Towards::Up));
        below.into_iter().chain(above).map(|(at, towards)| Arrow { at, towards, ink: ink(Class::Support) })
    }))?;
    plot.draw_series(
        shown.iter().filter_map(|shown| Some(upright(shown.x, shown.drawn.typical?, Class::Typical))),
    )?;
    for class in [Class::Core, Class::Outline] {
        plot.draw_series(shown.iter().filter_map(|shown| match shown.drawn.core {
            Core::Bar((lo, hi)) if core_class(shown.placed.stated) == class => {
                Some(Post { ends: [(shown.x, lo), (shown.x, hi)], half: 30, ink: ink(class) })
            }
            Core::Bar(_) | Core::Point(_) => None,
        }))?;
    }
    Ok(())
}

/// Solid markers first: they share a path, and a hollow one must not be hidden.
fn draw_markers(
    plot: &mut Plot<'_>,
    shown: &[Shown<'_>],
    index: usize,
    form: Form,
) -> Result<(), ChartError> {
    let series = ink_of(index);
    let stamp = |shown: &Shown<'_>, layers: Layers| {
        let value = match shown.drawn.core {
            Core::Point(value) => value,
            Core::Bar((lo, hi)) => f64::midpoint(lo, hi),
        };
        Stamp { at: (shown.x, value), layers, radius: RADIUS * 9 / 10, series }
    };
    let confirmed = |shown: &&Shown<'_>| core_class(shown.placed.stated) == Class::Core;
    if form == Form::Lines {
        let firm = shown.iter().filter(|shown| shown.point().is_some() && confirmed(shown));
        plot.draw_series(firm.map(|shown| stamp(shown, solid(index))))?;
    }
    let others = shown.iter().filter(|shown| !confirmed(shown));
    let stamps = others.filter_map(|shown| match (shown.placed.stated.standing(), shown.point(), form) {
        (Standing::Verified(Status::Unconfirmed), Some(_), Form::Lines) => Some(stamp(shown, hollow(index))),
        (Standing::Verified(Status::Unconfirmed), _, _) => None,
        (standing, _, _) => Some(stamp(shown, mark::layers(standing))),
    });
    plot.draw_series(stamps)?;
    Ok(())
}

impl Shown<'_> {
    fn point(&self) -> Option<f64> {
        match self.drawn.core {
            Core::Point(value) => Some(value),
            Core::Bar(_) => None,
        }
    }
}

/// The marker that goes with a name; a block of colour for bars.
pub(super) fn draw_marker(area: &Area, form: Form, series: usize, at: (i32, i32)) -> Result<(), ChartError> {
    let layers = match form {
        Form::Lines => solid(series),
        Form::Bars => &[(Class::Core, square as Strokes)],
    };
    Ok(area.draw(&Stamp { at, layers, radius: RADIUS * 9 / 10, series: ink_of(series) })?)
}

/// Series are counted from one where they are inks.
fn ink_of(series: usize) -> u8 {
    u8::try_from(series + 1).unwrap_or(u8::MAX)
}

/// The marker of a confirmed figure: disc, square, triangle, triangle on its head. Diamonds and crosses are marks of
/// standings.
fn solid(series: usize) -> Layers {
    match series {
        0 | 1 => &[(Class::Dot, dot)],
        2 => &[(Class::Solid, triangle)],
        _ => &[(Class::Solid, triangle_down)],
    }
}

/// The same in outline, for a figure that is not confirmed.
fn hollow(series: usize) -> Layers {
    match series {
        0 => &[(Class::Hollow, PathData::circle)],
        1 => &[(Class::Hollow, square)],
        2 => &[(Class::Hollow, triangle)],
        _ => &[(Class::Hollow, triangle_down)],
    }
}

fn dot(path: &mut PathData, at: (i32, i32), _radius: i32) {
    path.dot(at);
}

fn square(path: &mut PathData, (x, y): (i32, i32), radius: i32) {
    let half = radius * 9 / 10;
    path.polygon(&[(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]);
}

fn triangle(path: &mut PathData, (x, y): (i32, i32), radius: i32) {
    path.polygon(&[(x - radius, y + radius * 4 / 5), (x, y - radius), (x + radius, y + radius * 4 / 5)]);
}

fn triangle_down(path: &mut PathData, (x, y): (i32, i32), radius: i32) {
    path.polygon(&[(x - radius, y - radius * 4 / 5), (x, y + radius), (x + radius, y - radius * 4 / 5)]);
}
