//! The frame of the drawing: the scale, the plot, and the room round it.

use super::breaks::{self, Cut};
use super::place::{Placed, Timeline};
use super::{Form, SeriesChart};
use crate::chart::hedge::{grain, span};
use crate::chart::scale::{Ends, Scale};
use crate::chart::svg::{Class, Face, Line, Width};
use std::ops::Range;

/// Where everything stands, in tenths of a unit.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) width: Width,
    pub(super) face: Face,
    /// The scale of values; none where no figure has one.
    pub(super) scale: Option<Scale>,
    /// The span of the time axis in days.
    pub(super) days: (f64, f64),
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top: i32,
    pub(super) bottom: i32,
    /// The baseline of the unit above the scale.
    pub(super) unit: i32,
    /// The breaks, with their labels above the plot.
    pub(super) cuts: Vec<Cut>,
    /// The distance between places on the time axis.
    slot: f64,
    series: usize,
    form: Form,
}

/// The room for the names at the ends of the lines on a wide page.
pub(super) const NAMES: i32 = 1400;
/// Between the unit and the plot.
const UNDER_UNIT: i32 = 140;

impl Frame {
    pub(super) fn of(chart: &SeriesChart, timeline: &Timeline<'_>, width: Width, head: i32) -> Self {
        let face = width.face();
        let scale = scale(chart, timeline);
        let labels = scale.iter().flat_map(|scale| scale.ticks().into_iter().map(|tick| scale.label(tick)));
        let left = labels.map(|label| face.width(&label)).max().unwrap_or(0) + 90;
        let names = match width {
            Width::Wide => NAMES,
            Width::Narrow => 60,
        };
        // The boxes of letters reach above the letters.
        let unit = head.max(20) + face.ascent();
        let (from, to) = timeline.span();
        let height = match (&scale, width) {
            (None, _) => 500,
            (Some(_), Width::Wide) => 2300,
            (Some(_), Width::Narrow) => 1900,
        };
        let right = width.tenths() - names;
        let slot = f64::from(right - left) * timeline.usual / (to - from);
        let (series, form, cuts, top) = (chart.series.len(), chart.form, Vec::new(), unit + UNDER_UNIT);
        let mut frame = Self {
            width,
            face,
            scale,
            days: (from, to),
            left,
            right,
            top,
            bottom: top,
            unit,
            cuts,
            slot,
            series,
            form,
        };
        frame.cuts = breaks::cuts(chart, &frame, unit + UNDER_UNIT / 2);
        frame.top = breaks::foot(&frame.cuts, face, unit) + UNDER_UNIT;
        frame.bottom = frame.top + height;
        frame
    }

    /// The place of a day between the sides of the drawing.
    pub(super) fn at(&self, day: f64) -> i32 {
        let along = (day - self.days.0) / (self.days.1 - self.days.0);
        self.left + (along * f64::from(self.right - self.left)).round() as i32
    }

    /// How far the figures of a series stand to the side, so that sources that agree do not hide each other.
    pub(super) fn aside(&self, series: usize) -> f64 {
        let share = self.slot * 0.8 / self.series.max(1) as f64;
        let apart = match self.form {
            Form::Lines => share.min(50.0),
            Form::Bars => share,
        };
        let steps = series as f64 - (self.series.saturating_sub(1)) as f64 / 2.0;
        steps * apart * (self.days.1 - self.days.0) / f64::from(self.right - self.left)
    }

    /// Half the width of a bar from zero.
    pub(super) fn bar(&self) -> i32 {
        let share = self.slot * 0.76 / self.series.max(1) as f64 / 2.0;
        (share as i32).max(5)
    }

    /// The unit above the scale, with the word for thousands and more.
    pub(super) fn unit_line(&self, unit: &str) -> Option<Line> {
        let words = match self.scale?.unit_words() {
            Some(words) => format!("{} ({words})", unit.trim()),
            None => unit.trim().to_owned(),
        };
        let width = self.width.tenths();
        Line::column(self.face, Class::Quiet, &words, (0, self.unit), (width, 1)).into_iter().next()
    }
}

fn scale(chart: &SeriesChart, timeline: &Timeline<'_>) -> Option<Scale> {
    let placed: Vec<&Placed<'_>> = timeline.series.iter().flatten().collect();
    let hedges = || placed.iter().filter_map(|placed| placed.hedge.as_ref());
    let values = span(hedges())?;
    Some(Scale::over(&from_zero(values, chart.form), grain(hedges()), Ends::AtTicks, 6))
}

/// Bars begin at zero. So do points, unless zero is so far off that nothing could be told apart.
fn from_zero(values: Range<f64>, form: Form) -> Range<f64> {
    let reach = values.start.min(0.0)..values.end.max(0.0);
    let told_apart = (values.end - values.start) >= 0.1 * (reach.end - reach.start);
    match form {
        Form::Bars => reach,
        Form::Lines if told_apart || values.is_empty() => reach,
        Form::Lines => values,
    }
}
