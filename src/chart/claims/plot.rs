//! Draws the rows: bars on a common scale by plotters, marks and lettering beside them.

use super::bars::{self, Bar};
use super::layout::{LABELS, Layout};
use super::{Agreement, ClaimRow, ClaimsChart};
use crate::chart::ChartError;
use crate::chart::hedge::{Drawn, Reach};
use crate::chart::mark::{self, RADIUS};
use crate::chart::notes::INDENT;
use crate::chart::scale::Scale;
use crate::chart::svg::{Anchor, Area, Canvas, Class, Document, Ink, Lettering, Stamp, Width, lettered};
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{PathElement, Rectangle};

/// Values along, heights down.
pub(super) type Plot<'a> = ChartContext<'a, Canvas, Cartesian2d<Scale, RangedCoordf64>>;

impl ClaimsChart {
    pub(super) fn draw(
        &self,
        document: &Document<'_>,
        rows: &[&ClaimRow],
        width: Width,
    ) -> Result<String, ChartError> {
        let layout = Layout::of(self, rows, width);
        let bars = bars::bars(&layout);
        let scale = bars::scale(&layout, &bars);
        let drawn: Vec<Drawn> =
            scale.iter().flat_map(|scale| bars.iter().map(|bar| bar.hedge.on(scale))).collect();
        let notes = self.notes(&layout, &bars, &drawn);
        document.draw(width, notes.bottom(), |area| {
            if let Some(scale) = &scale {
                let mut plot = self.frame(area, &layout, scale)?;
                self.draw_band(&mut plot, &layout, scale, &bars)?;
                bars::draw(&mut plot, &bars, &drawn, scale, &layout)?;
            }
            draw_rows(area, &layout)?;
            notes.draw(area)
        })
    }

    /// The common scale, with the unit above it and light rules down the rows.
    fn frame<'a>(&self, area: &Area, layout: &Layout<'_>, scale: &Scale) -> Result<Plot<'a>, ChartError> {
        let (width, height) = area.dim_in_pixel();
        let right = i32::try_from(width).unwrap_or(i32::MAX) - layout.plot.1;
        let below = i32::try_from(height).unwrap_or(i32::MAX) - layout.bottom - layout.foot;
        let rows = f64::from(layout.bottom - layout.top);
        let mut plot = ChartBuilder::on(area)
            .margin_left(layout.plot.0)
            .margin_right(right)
            .margin_top(layout.top - LABELS)
            .margin_bottom(below)
            .top_x_label_area_size(LABELS)
            .x_label_area_size(layout.foot)
            .build_cartesian_2d(*scale, rows..0.0)?;
        let mut mesh = plot.configure_mesh();
        mesh.disable_y_mesh()
            .disable_y_axis()
            .axis_style(Ink::from(Class::Unseen))
            .light_line_style(Ink::from(Class::Grid))
            .bold_line_style(Ink::from(Class::Grid))
            .label_style(lettered(Class::Quiet))
            .set_all_tick_mark_size(25);
        if layout.width == Width::Narrow {
            mesh.disable_x_mesh();
        }
        mesh.draw()?;
        let axis = [(layout.plot.0, layout.top), (layout.plot.1, layout.top)];
        area.draw(&PathElement::new(axis, Ink::from(Class::Axis)))?;
        area.draw(&Lettering {
            at: (layout.unit_at(), layout.top - LABELS - 40),
            text: &self.unit_head(scale),
            class: Class::Quiet,
            anchor: Anchor::Start,
        })?;
        Ok(plot)
    }

    fn unit_head(&self, scale: &Scale) -> String {
        match scale.unit_words() {
            Some(words) => format!("{} ({words})", self.unit),
            None => self.unit.clone(),
        }
    }

    /// The span on which all could agree; nothing where no agreement is possible.
    fn draw_band(
        &self,
        plot: &mut Plot<'_>,
        layout: &Layout<'_>,
        scale: &Scale,
        bars: &[Bar<'_>],
    ) -> Result<(), ChartError> {
        let Agreement::Possible(interval) = &self.agreement else { return Ok(()) };
        let reach = Reach::of(interval);
        let range = scale.span();
        let (lo, hi) = (reach.lo.unwrap_or(range.start), reach.hi.unwrap_or(range.end));
        if hi < range.start || lo > range.end {
            return Ok(());
        }
        let (lo, hi) = bars::widened((scale.clip(lo), scale.clip(hi)), scale, layout);
        let strips: Vec<(f64, f64)> = match layout.width {
            Width::Wide => vec![(0.0, f64::from(layout.bottom - layout.top))],
            Width::Narrow => bars.iter().map(Bar::strip).collect(),
        };
        let band =
            |(top, bottom): &(f64, f64)| Rectangle::new([(lo, *top), (hi, *bottom)], Ink::from(Class::Band));
        plot.draw_series(strips.iter().map(band))?;
        let edges = strips.iter().flat_map(|(top, bottom)| [lo, hi].map(|x| [(x, *top), (x, *bottom)]));
        plot.draw_series(edges.map(|ends| PathElement::new(ends, Ink::from(Class::Edge))))?;
        Ok(())
    }
}

fn draw_rows(area: &Area, layout: &Layout<'_>) -> Result<(), ChartError> {
    for row in &layout.rows {
        let rule = [(0, row.bottom), (layout.width.tenths(), row.bottom)];
        area.draw(&PathElement::new(rule, Ink::from(Class::Grid)))?;
    }
    for row in &layout.rows {
        let layers = mark::layers(row.claim.stated.standing());
        area.draw(&Stamp { at: row.mark, layers, radius: RADIUS, series: 0 })?;
    }
    for class in [Class::Strong, Class::Quiet, Class::Text] {
        let lines = layout.rows.iter().flat_map(|row| &row.lines).filter(|line| line.class == class);
        lines.into_iter().try_for_each(|line| line.draw(area))?;
    }
    Ok(())
}

impl Layout<'_> {
    /// Where the head of the scale begins.
    fn unit_at(&self) -> i32 {
        match self.width {
            Width::Wide => self.plot.0,
            Width::Narrow => INDENT,
        }
    }
}
