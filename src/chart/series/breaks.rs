//! Breaks in the series: a dashed line through the plot, its label above.

use super::SeriesChart;
use super::frame::Frame;
use super::place::days;
use super::plot::Plot;
use crate::chart::ChartError;
use crate::chart::scale::Scale;
use crate::chart::svg::{Anchor, Area, Class, Face, Ink, Line};
use plotters::element::PathElement;

/// A break in its place.
#[derive(Debug)]
pub(super) struct Cut {
    day: f64,
    x: i32,
    /// Where the line begins, beside its label.
    top: i32,
    lines: Vec<Line>,
}

/// Between the line and its label.
const ASIDE: i32 = 50;

/// The breaks that lie within the time shown. The first label's top is at `top`; each stands beneath the one before,
/// on the side of its line that has more room.
pub(super) fn cuts(chart: &SeriesChart, frame: &Frame, top: i32) -> Vec<Cut> {
    let mut next = top;
    let shown = chart.breaks.iter().filter_map(|cut| {
        let day = days(cut.at.earliest()) as f64;
        let label = format!("{}: {}", cut.at.words(), cut.label.trim());
        (frame.days.0 <= day && day <= frame.days.1).then_some((day, label))
    });
    shown
        .map(|(day, label)| {
            let x = frame.at(day);
            let lines = beside(&label, x, next, frame.width.tenths(), frame.face);
            let top = next;
            next = lines.last().map_or(next, |line| line.at.1) + frame.face.leading() - frame.face.ascent();
            Cut { day, x, top, lines }
        })
        .collect()
}

/// Where the labels end.
pub(super) fn foot(cuts: &[Cut], face: Face, top: i32) -> i32 {
    let last = cuts.iter().flat_map(|cut| &cut.lines).map(|line| line.at.1).max();
    last.map_or(top, |baseline| baseline + face.leading() - face.ascent())
}

fn beside(label: &str, x: i32, top: i32, width: i32, face: Face) -> Vec<Line> {
    let (left, right) = (x - ASIDE, width - x - ASIDE);
    let (at, anchor) = if left > right { (left, Anchor::End) } else { (x + ASIDE, Anchor::Start) };
    let lines = Line::column(face, Class::Quiet, label, (at, top + face.ascent()), (left.max(right), 3));
    lines.into_iter().map(|line| Line { anchor, ..line }).collect()
}

impl Cut {
    pub(super) fn draw(
        &self,
        area: &Area,
        plot: &mut Plot<'_>,
        frame: &Frame,
        scale: Scale,
    ) -> Result<(), ChartError> {
        let (span, ink) = (scale.span(), Ink::from(Class::Break));
        plot.draw_series([PathElement::new([(self.day, span.start), (self.day, span.end)], ink)])?;
        area.draw(&PathElement::new([(self.x, self.top), (self.x, frame.top)], ink))?;
        Ok(self.lines.iter().try_for_each(|line| line.draw(area))?)
    }
}
