//! Puts the drawing together: frame, figures, axis, names and notes.

use super::SeriesChart;
use super::axis;
use super::figures;
use super::frame::Frame;
use super::names::{self, Name};
use super::place::Timeline;
use super::stops;
use super::strip::{self, Strip};
use crate::chart::ChartError;
use crate::chart::scale::Scale;
use crate::chart::svg::{Anchor, Area, Canvas, Class, Document, Ink, Lettering, Line, Width, lettered};
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::PathElement;

/// Days along, values up.
pub(super) type Plot<'a> = ChartContext<'a, Canvas, Cartesian2d<RangedCoordf64, Scale>>;

impl SeriesChart {
    pub(super) fn draw(&self, document: &Document<'_>, width: Width) -> Result<String, ChartError> {
        let timeline = Timeline::of(self);
        let key = names::key(self, width);
        let frame = Frame::of(self, &timeline, width, names::foot(&key, width.face()));
        let names = match width {
            Width::Wide => names::beside(self, &timeline, &frame),
            Width::Narrow => key,
        };
        let strips = strip::strips(&timeline, &frame);
        let foot = strip::foot(&strips, &frame) + frame.face.ascent();
        let labels = axis::labels(&timeline, frame.face, |day| frame.at(day));
        let ticks: Vec<i32> = labels.iter().map(|label| label.x).collect();
        let labels: Vec<Line> = labels.into_iter().flat_map(|label| label.lines(frame.face, foot)).collect();
        let below = labels.iter().map(|line| line.at.1).max().unwrap_or(foot);
        let notes = self.notes(&timeline, &frame, &strips, below);
        document.draw((width, notes.bottom()), &stops::of(self, &timeline, &frame), |area| {
            self.draw_plot(area, &timeline, &frame)?;
            draw_axis(area, &frame, &ticks)?;
            strips.iter().try_for_each(|strip| strip.draw_brackets(area, &frame))?;
            let codes: Vec<Line> = strips.iter().flat_map(|strip| strip.lines(&frame)).collect();
            let unit = frame.unit_line(&self.unit);
            unit.iter().chain(&labels).chain(&codes).try_for_each(|line| line.draw(area))?;
            self.draw_names(area, &frame, &names, &strips)?;
            notes.draw(area)
        })
    }

    /// A marker stands before each name, and before each strip where there is more than one series.
    fn draw_names(
        &self,
        area: &Area,
        frame: &Frame,
        names: &[Name],
        strips: &[Strip],
    ) -> Result<(), ChartError> {
        names.iter().flat_map(|name| &name.lines).try_for_each(|line| line.draw(area))?;
        let before_strips = strips.iter().map(|strip| (strip.series, (frame.left - 130, strip.height)));
        let shown = before_strips.filter(|_| names.len() > 1);
        let mut markers: Vec<(usize, (i32, i32))> =
            names.iter().filter_map(|name| Some((name.series, name.marker(frame)?))).chain(shown).collect();
        markers.sort_unstable();
        markers.into_iter().try_for_each(|(series, at)| figures::draw_marker(area, self.form, series, at))
    }

    fn draw_plot(&self, area: &Area, timeline: &Timeline<'_>, frame: &Frame) -> Result<(), ChartError> {
        let Some(scale) = frame.scale else { return draw_emptiness(area, frame) };
        let (width, height) = area.dim_in_pixel();
        let mut plot = ChartBuilder::on(area)
            .margin_top(frame.top)
            .margin_right(i32::try_from(width).unwrap_or(i32::MAX) - frame.right)
            .margin_bottom(i32::try_from(height).unwrap_or(i32::MAX) - frame.bottom)
            .y_label_area_size(frame.left)
            .build_cartesian_2d(frame.days.0..frame.days.1, scale)?;
        plot.configure_mesh()
            .disable_x_mesh()
            .disable_x_axis()
            .axis_style(Ink::from(Class::Unseen))
            .light_line_style(Ink::from(Class::Grid))
            .bold_line_style(Ink::from(Class::Grid))
            .label_style(lettered(Class::Quiet))
            .set_all_tick_mark_size(25)
            .draw()?;
        frame.cuts.iter().try_for_each(|cut| cut.draw(area, &mut plot, frame, scale))?;
        for (index, placed) in timeline.series.iter().enumerate() {
            figures::draw(&mut plot, timeline, frame, scale, (index, placed), self.form)?;
        }
        draw_origin(area, &mut plot, frame, scale)
    }
}

/// The line of zero; a scale that does not show zero is broken at its foot.
fn draw_origin(area: &Area, plot: &mut Plot<'_>, frame: &Frame, scale: Scale) -> Result<(), ChartError> {
    let ink = Ink::from(Class::Axis);
    if scale.holds(0.0) {
        plot.draw_series([PathElement::new([(frame.days.0, 0.0), (frame.days.1, 0.0)], ink)])?;
        return Ok(());
    }
    let (x, y) = (frame.left, frame.bottom);
    let zigzag = [(x, y), (x - 30, y - 25), (x + 30, y - 75), (x, y - 100)];
    area.draw(&PathElement::new(zigzag, ink))?;
    Ok(())
}

fn draw_emptiness(area: &Area, frame: &Frame) -> Result<(), ChartError> {
    let at = ((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2);
    area.draw(&PathElement::new(
        [(frame.left, frame.bottom), (frame.right, frame.bottom)],
        Ink::from(Class::Axis),
    ))?;
    Ok(area.draw(&Lettering {
        at,
        text: "No figure is given.",
        class: Class::Quiet,
        anchor: Anchor::Middle,
    })?)
}

fn draw_axis(area: &Area, frame: &Frame, ticks: &[i32]) -> Result<(), ChartError> {
    for x in ticks {
        let ends = [(*x, frame.bottom), (*x, frame.bottom + 40)];
        area.draw(&PathElement::new(ends, Ink::from(Class::Axis)))?;
    }
    Ok(())
}
