//! The strips beneath the plot: values that are missing, by their shorthand, and gaps.

use super::frame::Frame;
use super::place::{Placed, Timeline};
use crate::chart::svg::{Anchor, Area, Class, Ink, Line};
use crate::chart::{ChartError, Stated};
use crate::quantity::NoValue;
use plotters::element::PathElement;

/// What stands under a stretch of the time axis of one series.
#[derive(Debug)]
pub(super) struct Blank {
    from: i32,
    to: i32,
    /// The shorthand; nothing for a gap.
    code: Option<&'static str>,
}

/// The blanks of one series at their height.
#[derive(Debug)]
pub(super) struct Strip {
    pub(super) series: usize,
    pub(super) height: i32,
    blanks: Vec<Blank>,
}

/// The height of a strip.
const HEIGHT: i32 = 190;

/// A strip for each series that has blanks.
pub(super) fn strips(timeline: &Timeline<'_>, frame: &Frame) -> Vec<Strip> {
    let blanks =
        timeline.series.iter().enumerate().map(|(series, placed)| (series, blanks(placed, timeline, frame)));
    let filled = blanks.filter(|(_, blanks)| !blanks.is_empty());
    let top = frame.bottom + HEIGHT * 7 / 10;
    (0..)
        .zip(filled)
        .map(|(row, (series, blanks))| Strip { series, height: top + row * HEIGHT, blanks })
        .collect()
}

/// Where the strips end and the labels of the time axis begin.
pub(super) fn foot(strips: &[Strip], frame: &Frame) -> i32 {
    strips.last().map_or(frame.bottom + 80, |strip| strip.height + HEIGHT / 2)
}

fn blanks(placed: &[Placed<'_>], timeline: &Timeline<'_>, frame: &Frame) -> Vec<Blank> {
    let gaps = timeline.gaps(placed).into_iter().map(|(a, b)| Blank {
        from: frame.at(a.x) + 60,
        to: frame.at(b.x) - 60,
        code: None,
    });
    let alike =
        |a: &Placed<'_>, b: &Placed<'_>| code(a).is_some() && code(a) == code(b) && timeline.adjacent(a, b);
    let missing = placed.chunk_by(alike).filter_map(|run| {
        let (first, last) = run.first().zip(run.last())?;
        Some(Blank { from: frame.at(first.x), to: frame.at(last.x), code: Some(code(first)?) })
    });
    let mut blanks: Vec<Blank> = gaps.chain(missing).collect();
    blanks.sort_by_key(|blank| blank.from);
    blanks
}

fn code(placed: &Placed<'_>) -> Option<&'static str> {
    match placed.stated {
        Stated::NoValue(reason) => Some(shorthand(reason)),
        Stated::Figure { .. } | Stated::Derived { .. } => None,
    }
}

/// The shorthand of UK government statistics. What it has no letter for is `[x]`, and the notes say it in words.
pub(super) fn shorthand(reason: &NoValue) -> &'static str {
    match reason {
        NoValue::Suppressed => "[c]",
        NoValue::NotApplicable => "[z]",
        NoValue::BelowHalfUnit => "[low]",
        NoValue::NotHeld
        | NoValue::NotHeldCentrally
        | NoValue::CostLimit
        | NoValue::DisproportionateCost
        | NoValue::Exempt(_)
        | NoValue::NeitherConfirmNorDeny
        | NoValue::Declined
        | NoValue::NotAvailable
        | NoValue::NotYetPublished
        | NoValue::NoneExists => "[x]",
    }
}

impl Strip {
    /// Whether it has a gap, which the notes then explain.
    pub(super) fn has_gap(&self) -> bool {
        self.blanks.iter().any(|blank| blank.code.is_none())
    }

    /// A bracket under each stretch; the shorthand stands in its middle, or alone where there is no room for both.
    pub(super) fn draw_brackets(&self, area: &Area, frame: &Frame) -> Result<(), ChartError> {
        let (y, ink) = (self.height, Ink::from(Class::Gap));
        for blank in &self.blanks {
            let (from, to) = (blank.from, blank.to);
            let Some(code) = blank.code else {
                let ends = [(from, y - 30), (from, y + 30), (from, y), (to, y), (to, y - 30), (to, y + 30)];
                area.draw(&PathElement::new(ends, ink))?;
                continue;
            };
            let half = frame.face.width(code) / 2 + 20;
            let (left, right) = (blank.middle() - half, blank.middle() + half);
            if left - from > 40 {
                area.draw(&PathElement::new([(from, y - 30), (from, y + 30), (from, y), (left, y)], ink))?;
                area.draw(&PathElement::new([(to, y - 30), (to, y + 30), (to, y), (right, y)], ink))?;
            }
        }
        Ok(())
    }

    /// The shorthand, where one does not run into the next.
    pub(super) fn lines(&self, frame: &Frame) -> Vec<Line> {
        let mut free = i32::MIN;
        let mut lines = Vec::new();
        for blank in &self.blanks {
            let Some(code) = blank.code else { continue };
            let half = frame.face.width(code) / 2;
            if blank.middle() - half >= free {
                free = blank.middle() + half + 30;
                let at = (blank.middle(), self.height + frame.face.middle());
                lines.push(Line { at, class: Class::Quiet, anchor: Anchor::Middle, text: code.to_owned() });
            }
        }
        lines
    }
}

impl Blank {
    fn middle(&self) -> i32 {
        i32::midpoint(self.from, self.to)
    }
}
