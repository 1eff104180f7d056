//! What charts of rows share: a scale above the rows with light rules down, and lettering in columns.

use super::ChartError;
use super::scale::Scale;
use super::svg::{Anchor, Area, Canvas, Class, Face, Ink, Lettering, Line, Width, lettered};
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::PathElement;

/// Values along, heights down.
pub(super) type Plot<'a> = ChartContext<'a, Canvas, Cartesian2d<Scale, RangedCoordf64>>;

/// Room above and beneath the lettering of a row.
pub(super) const PAD: i32 = 80;
/// The head of the scale: its unit, its labels and the axis.
pub(super) const HEAD: i32 = 480;
/// The part of the head that holds the labels.
const LABELS: i32 = 260;
/// The space between columns.
pub(super) const GUTTER: i32 = 200;
/// Half the thickness of the strip in which a bar runs on a narrow page.
pub(super) const STRIP: i32 = 130;

/// Where the rows and their scale stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground {
    pub(super) width: Width,
    /// Where the scale begins and ends.
    pub(super) plot: (i32, i32),
    /// Where the rows begin, beneath the head of the scale.
    pub(super) top: i32,
    /// Where the rows end.
    pub(super) bottom: i32,
    /// The room beneath the rows for a second set of labels, where the first is far away.
    pub(super) foot: i32,
}

impl Ground {
    /// The common scale, with the unit above it, which begins at `unit_at`, and light rules down the rows.
    pub(super) fn frame<'a>(
        &self,
        area: &Area,
        scale: &Scale,
        (unit, unit_at): (&str, i32),
    ) -> Result<Plot<'a>, ChartError> {
        let (width, height) = area.dim_in_pixel();
        let right = i32::try_from(width).unwrap_or(i32::MAX) - self.plot.1;
        let below = i32::try_from(height).unwrap_or(i32::MAX) - self.bottom - self.foot;
        let rows = f64::from(self.bottom - self.top);
        let mut plot = ChartBuilder::on(area)
            .margin_left(self.plot.0)
            .margin_right(right)
            .margin_top(self.top - LABELS)
            .margin_bottom(below)
            .top_x_label_area_size(LABELS)
            .x_label_area_size(self.foot)
            .build_cartesian_2d(*scale, rows..0.0)?;
        let mut mesh = plot.configure_mesh();
        mesh.disable_y_mesh()
            .disable_y_axis()
            .axis_style(Ink::from(Class::Unseen))
            .light_line_style(Ink::from(Class::Grid))
            .bold_line_style(Ink::from(Class::Grid))
            .label_style(lettered(Class::Quiet))
            .set_all_tick_mark_size(25);
        if self.width == Width::Narrow {
            mesh.disable_x_mesh();
        }
        mesh.draw()?;
        let axis = [(self.plot.0, self.top), (self.plot.1, self.top)];
        area.draw(&PathElement::new(axis, Ink::from(Class::Axis)))?;
        let text = match scale.unit_words() {
            Some(words) => format!("{unit} ({words})"),
            None => unit.to_owned(),
        };
        area.draw(&Lettering {
            at: (unit_at, self.top - LABELS - 40),
            text: &text,
            class: Class::Quiet,
            anchor: Anchor::Start,
        })?;
        Ok(plot)
    }

    /// Light rules behind the strip of a row on a narrow page, where none run down the whole chart.
    pub(super) fn strip_rules(
        &self,
        scale: &Scale,
        (top, bottom): (f64, f64),
    ) -> Vec<PathElement<(f64, f64)>> {
        let rule = |tick: &f64| PathElement::new([(*tick, top), (*tick, bottom)], Ink::from(Class::Grid));
        match self.width {
            Width::Wide => Vec::new(),
            Width::Narrow => scale.ticks().iter().map(rule).collect(),
        }
    }
}

/// A column of text growing downwards.
pub(super) struct Column<'l> {
    pub(super) face: Face,
    pub(super) x: i32,
    pub(super) width: i32,
    pub(super) next: i32,
    pub(super) lines: &'l mut Vec<Line>,
}

impl Column<'_> {
    pub(super) fn add(&mut self, text: &str, class: Class, most: usize) {
        let lines = Line::column(self.face, class, text, (self.x, self.next), (self.width, most));
        self.next = lines.last().map_or(self.next, |line| line.at.1 + self.face.leading());
        self.lines.extend(lines);
    }
}
