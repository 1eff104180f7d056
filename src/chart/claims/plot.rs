//! Draws the rows: bars on a common scale by plotters, marks and lettering beside them.

use super::bars::{self, Bar};
use super::layout::Layout;
use super::{Agreement, ClaimRow, ClaimsChart};
use crate::chart::ChartError;
use crate::chart::hedge::{Drawn, Reach};
use crate::chart::mark::{self, RADIUS};
use crate::chart::notes::INDENT;
use crate::chart::rows::Plot;
use crate::chart::scale::Scale;
use crate::chart::svg::{Area, Class, Document, Ink, Side, Stamp, Stop, Width, brief, kept};
use plotters::element::{PathElement, Rectangle};

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
        document.draw((width, notes.bottom()), &layout.stops(), |area| {
            if let Some(scale) = &scale {
                let unit = (self.unit.as_str(), layout.unit_at());
                let mut plot = layout.ground.frame(area, scale, unit)?;
                self.draw_band(&mut plot, &layout, scale, &bars)?;
                bars::draw(&mut plot, &bars, &drawn, scale, &layout)?;
            }
            draw_rows(area, &layout)?;
            notes.draw(area)
        })
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
        let strips: Vec<(f64, f64)> = match layout.ground.width {
            Width::Wide => vec![(0.0, f64::from(layout.ground.bottom - layout.ground.top))],
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
        let rule = [(0, row.bottom), (layout.ground.width.tenths(), row.bottom)];
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
        match self.ground.width {
            Width::Wide => self.ground.plot.0,
            Width::Narrow => INDENT,
        }
    }

    /// One stop a row: the whole of it, with how the words are read.
    fn stops(&self) -> Vec<Stop> {
        let mut top = self.ground.top;
        let side = match self.ground.width {
            Width::Wide => Side::Beneath,
            Width::Narrow => Side::Above,
        };
        let stops = self.rows.iter().map(|row| {
            let zone = [(0, top), (self.ground.width.tenths(), row.bottom)];
            top = row.bottom;
            let at = (i32::midpoint(self.ground.plot.0, self.ground.plot.1), row.bar);
            let (tip, label) = (row.claim.tip(), row.claim.label());
            Stop { zone, at, side, label, tip, row: row.claim.row.clone() }
        });
        kept(stops.collect())
    }
}

impl ClaimRow {
    /// How the words are read; where they say one number or none, nothing is to be added to them.
    fn tip(&self) -> Vec<String> {
        let words = format!("“{}”", brief(&self.words));
        match self.stated.read_as() {
            Some(read) => vec![format!("{words}, read as {read}")],
            None => vec![words],
        }
    }

    fn label(&self) -> String {
        format!("{}: {}, {}", brief(&self.source), self.tip().join(", "), self.stated.words())
    }
}
