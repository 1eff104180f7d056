//! Draws the rows: ticks for the two figures, blocks between them, and hairlines from row to row.

use super::BridgeChart;
use super::layout::{Kind, Layout, Row};
use crate::chart::ChartError;
use crate::chart::notes::{Notes, Sample};
use crate::chart::rows::{Plot, STRIP};
use crate::chart::scale::{Ends, Grain, Room, Scale, finite};
use crate::chart::svg::{Area, Class, Document, Hatch, Ink, Width};
use crate::quantity::Rational;
use plotters::element::{PathElement, Rectangle};

/// Half the thickness of a block.
const HALF: f64 = 60.0;
/// Half the height of a tick.
const TICK: f64 = 90.0;

impl BridgeChart {
    pub(super) fn draw(&self, document: &Document<'_>, width: Width) -> Result<String, ChartError> {
        let layout = Layout::of(self, width);
        let scale = self.scale(&layout);
        let notes = notes(&layout);
        document.draw((width, notes.bottom()), &[], |area| {
            let unit = (self.unit.as_str(), layout.unit_at());
            let mut plot = layout.ground.frame(area, &scale, unit)?;
            bars(&mut plot, &layout, &scale)?;
            lettering(area, &layout)?;
            notes.draw(area)
        })
    }

    fn scale(&self, layout: &Layout) -> Scale {
        let ends =
            || layout.rows.iter().flat_map(|row| [&row.entry.reach.0, &row.entry.reach.1]).map(geometry);
        let (lo, hi) = (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max));
        let face = layout.ground.width.face();
        let width = |label: &str| face.width(label) + 160;
        let room = Room { length: layout.ground.plot.1 - layout.ground.plot.0, width: &width, most: 6 };
        let grain = if self.is_whole { Grain::Whole } else { Grain::Fine };
        Scale::fitting(&(lo..hi), grain, Ends::Padded, room)
    }
}

fn geometry(value: &Rational) -> f64 {
    finite(value.to_f64())
}

fn bars(plot: &mut Plot<'_>, layout: &Layout, scale: &Scale) -> Result<(), ChartError> {
    let height = |row: &Row| f64::from(row.bar - layout.ground.top);
    let strip = |row: &Row| (height(row) - f64::from(STRIP), height(row) + f64::from(STRIP));
    plot.draw_series(layout.rows.iter().flat_map(|row| layout.ground.strip_rules(scale, strip(row))))?;
    let of = |kind: Kind| layout.rows.iter().filter(move |row| row.entry.kind == kind);
    let corners = |row: &Row| {
        let (start, end) = (geometry(&row.entry.reach.0), geometry(&row.entry.reach.1));
        [(start, height(row) - HALF), (end, height(row) + HALF)]
    };
    // Where one row ends, the next begins: a hairline leads the eye.
    let links = layout.rows.windows(2).filter_map(|pair| match pair {
        [above, below] => {
            let at = geometry(&above.entry.reach.1);
            Some(PathElement::new([(at, height(above)), (at, height(below))], Ink::from(Class::Edge)))
        }
        _ => None,
    });
    if layout.ground.width == Width::Wide {
        plot.draw_series(links)?;
    }
    plot.draw_series(of(Kind::Step).map(|row| Rectangle::new(corners(row), Ink::from(Class::Core))))?;
    plot.draw_series(of(Kind::Left).map(|row| Hatch { corners: corners(row) }))?;
    plot.draw_series(of(Kind::Figure).map(|row| {
        let (at, height) = (geometry(&row.entry.reach.0), height(row));
        PathElement::new([(at, height - TICK), (at, height + TICK)], Ink::from(Class::Exact))
    }))?;
    Ok(())
}

fn lettering(area: &Area, layout: &Layout) -> Result<(), ChartError> {
    for row in &layout.rows {
        let rule = [(0, row.bottom), (layout.ground.width.tenths(), row.bottom)];
        area.draw(&PathElement::new(rule, Ink::from(Class::Grid)))?;
    }
    for class in [Class::Strong, Class::Quiet, Class::Text] {
        let lines = layout.rows.iter().flat_map(|row| &row.lines).filter(|line| line.class == class);
        lines.into_iter().try_for_each(|line| line.draw(area))?;
    }
    Ok(())
}

/// Only what the chart shows is explained.
fn notes(layout: &Layout) -> Notes {
    let mut notes = Notes::beneath(layout.ground.bottom, layout.ground.width);
    let has = |kind: Kind| layout.rows.iter().any(|row| row.entry.kind == kind);
    notes.add(Sample::Exact, "the number as said");
    if has(Kind::Step) {
        notes.add(Sample::Step, "accounted for by what is on record");
    }
    if has(Kind::Left) {
        notes.add(Sample::Hatched, "not accounted for");
    }
    notes
}
