//! The bars: each claim's hedge at its place on the common scale.

use super::layout::Layout;
use crate::chart::hedge::{Core, Drawn, Hedge, Segment, grain, span};
use crate::chart::notes::core_class;
use crate::chart::rows::{Plot, STRIP};
use crate::chart::scale::{Ends, Room, Scale};
use crate::chart::svg::{Arrow, Class, Ink, Towards};
use crate::chart::{ChartError, Stated};
use plotters::element::{PathElement, Rectangle};

/// A hedge at the height at which it is drawn.
pub(super) struct Bar<'a> {
    height: f64,
    pub(super) hedge: Hedge,
    pub(super) stated: &'a Stated,
}

impl Bar<'_> {
    /// The strip in which it runs on a narrow page.
    pub(super) fn strip(&self) -> (f64, f64) {
        (self.height - f64::from(STRIP), self.height + f64::from(STRIP))
    }
}

pub(super) fn bars<'a>(layout: &Layout<'a>) -> Vec<Bar<'a>> {
    layout
        .rows
        .iter()
        .filter_map(|row| {
            let height = f64::from(row.bar - layout.ground.top);
            let hedge = row.claim.stated.hedge()?;
            Some(Bar { height, hedge, stated: &row.claim.stated })
        })
        .collect()
}

/// The common scale; none where no claim gives a value.
pub(super) fn scale(layout: &Layout<'_>, bars: &[Bar<'_>]) -> Option<Scale> {
    let hedges = bars.iter().map(|bar| &bar.hedge);
    let values = span(hedges.clone())?;
    let face = layout.ground.width.face();
    let width = |label: &str| face.width(label) + 160;
    let room = Room { length: layout.ground.plot.1 - layout.ground.plot.0, width: &width, most: 6 };
    Some(Scale::fitting(&values, grain(hedges), Ends::Padded, room))
}

/// A span too narrow to be seen is drawn two units wide.
pub(super) fn widened((lo, hi): Segment, scale: &Scale, layout: &Layout<'_>) -> Segment {
    let span = scale.span();
    let unit = (span.end - span.start) / f64::from(layout.ground.plot.1 - layout.ground.plot.0);
    let short = (20.0 * unit - (hi - lo)).max(0.0) / 2.0;
    (scale.clip(lo - short), scale.clip(hi + short))
}

/// Thin lines first, so that thick ones lie on them; one ink after another, so that strokes share a path.
pub(super) fn draw(
    plot: &mut Plot<'_>,
    bars: &[Bar<'_>],
    drawn: &[Drawn],
    scale: &Scale,
    layout: &Layout<'_>,
) -> Result<(), ChartError> {
    plot.draw_series(bars.iter().map(Bar::strip).flat_map(|strip| layout.ground.strip_rules(scale, strip)))?;
    let line = |(lo, hi): Segment, height: f64, class: Class| {
        PathElement::new([(lo, height), (hi, height)], Ink::from(class))
    };
    let both = || bars.iter().zip(drawn);
    plot.draw_series(
        both().filter_map(|(bar, drawn)| Some(line(drawn.support?, bar.height, Class::Support))),
    )?;
    plot.draw_series(both().flat_map(|(bar, drawn)| {
        let below = drawn.below.map(|at| (at, Towards::Left));
        let above = drawn.above.map(|at| (at, Towards::Right));
        below.into_iter().chain(above).map(|(at, towards)| Arrow {
            at: (at, bar.height),
            towards,
            ink: Class::Support.into(),
        })
    }))?;
    plot.draw_series(
        both().filter_map(|(bar, drawn)| Some(line(drawn.typical?, bar.height, Class::Typical))),
    )?;
    draw_cores(plot, bars, drawn, scale, layout)
}

fn draw_cores(
    plot: &mut Plot<'_>,
    bars: &[Bar<'_>],
    drawn: &[Drawn],
    scale: &Scale,
    layout: &Layout<'_>,
) -> Result<(), ChartError> {
    let cores = |wanted: Class| {
        bars.iter().zip(drawn).filter_map(move |(bar, drawn)| match drawn.core {
            Core::Bar(segment) if core_class(bar.stated) == wanted => {
                Some((bar.height, widened(segment, scale, layout)))
            }
            Core::Bar(_) | Core::Point(_) => None,
        })
    };
    for (class, half) in [(Class::Core, 40.0), (Class::Outline, 35.0)] {
        plot.draw_series(cores(class).map(|(height, (lo, hi))| {
            Rectangle::new([(lo, height - half), (hi, height + half)], Ink::from(class))
        }))?;
    }
    plot.draw_series(bars.iter().zip(drawn).filter_map(|(bar, drawn)| match drawn.core {
        Core::Point(value) => {
            let ends = [(value, bar.height - 75.0), (value, bar.height + 75.0)];
            Some(PathElement::new(ends, Ink::from(Class::Exact)))
        }
        Core::Bar(_) => None,
    }))?;
    Ok(())
}
