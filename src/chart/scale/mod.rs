//! A scale: the span shown, its round ticks in steps of 1, 2 or 5, and how they are written.

mod label;
mod step;
#[cfg(test)]
mod tests;

use label::{Unit, decimal};
use plotters::coord::ranged1d::{KeyPointHint, KeyPointWeight, NoDefaultFormatting, Ranged, ValueFormatter};
use std::ops::Range;
use step::Step;

/// Beyond this, geometry in floating point would overflow. No figure is near it.
const FARTHEST: f64 = 1e120;

/// A number as geometry: finite, so that no later step can make a coordinate of nothing.
pub(super) fn finite(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(-FARTHEST, FARTHEST) }
}

/// The span of a scale and its ticks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    lo: f64,
    hi: f64,
    step: Step,
    unit: Unit,
}

/// Whether values come in whole numbers, so that ticks between them would mean nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    /// Counts of things.
    Whole,
    /// Shares, rates, amounts.
    Fine,
}

/// What is to be shown at both ends of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    /// A little room beyond the values.
    Padded,
    /// A tick at each end.
    AtTicks,
}

impl Scale {
    /// A scale over the span of the values, with at most `most` ticks (three if fewer are asked for). Values that
    /// are all alike get a span of their own size.
    pub(super) fn over(values: &Range<f64>, grain: Grain, ends: Ends, most: usize) -> Self {
        let (lo, hi) = opened(finite(values.start), finite(values.end));
        let step = Step::for_span(lo, hi, most.max(3)).at_least(grain);
        let width = step.width();
        let (lo, hi) = match ends {
            Ends::AtTicks => ((lo / width).floor() * width, (hi / width).ceil() * width),
            Ends::Padded => padded(lo, hi),
        };
        Self { lo, hi, step, unit: Unit::for_ticks(lo, hi, step) }
    }

    /// The scale with as many ticks as have room for their labels.
    pub(super) fn fitting(values: &Range<f64>, grain: Grain, ends: Ends, room: Room<'_>) -> Self {
        let made = |most| Self::over(values, grain, ends, most);
        (4..=room.most).rev().map(made).find(|scale| room.fits(scale)).unwrap_or_else(|| made(3))
    }

    /// The span shown.
    pub(super) fn span(&self) -> Range<f64> {
        self.lo..self.hi
    }

    /// Whether a value lies on the scale.
    pub(super) fn holds(&self, value: f64) -> bool {
        self.lo <= value && value <= self.hi
    }

    /// The value, or the nearer end of the scale.
    pub(super) fn clip(&self, value: f64) -> f64 {
        value.clamp(self.lo, self.hi)
    }

    /// The values that have ticks.
    pub(super) fn ticks(&self) -> Vec<f64> {
        self.numbers().map(|number| number as f64 * self.step.width()).collect()
    }

    /// A tick in figures, with thousands separated.
    pub(super) fn label(&self, tick: f64) -> String {
        let number = (tick / self.step.width()).round() as i64;
        decimal(number.saturating_mul(self.step.digit), self.step.power - self.unit.power())
    }

    /// The word for the unit of the labels: "millions".
    pub(super) fn unit_words(&self) -> Option<&'static str> {
        match self.unit {
            Unit::One => None,
            Unit::Million => Some("millions"),
            Unit::Billion => Some("billions"),
            Unit::Trillion => Some("trillions"),
        }
    }

    fn numbers(&self) -> impl Iterator<Item = i64> + use<> {
        let width = self.step.width();
        // A hair of tolerance, so that a tick at the very end is not lost to rounding.
        let first = (self.lo / width - 1e-9).ceil() as i64;
        let last = (self.hi / width + 1e-9).floor() as i64;
        first..=last
    }
}

/// A scale is a coordinate of plotters: its mesh lines and labels stand at our ticks, in our words.
impl Ranged for Scale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let along = (value - self.lo) / (self.hi - self.lo);
        from.saturating_add((along * f64::from(to - from)).round() as i32)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        match hint.weight() {
            KeyPointWeight::Bold => self.ticks(),
            KeyPointWeight::Any => Vec::new(),
        }
    }

    fn range(&self) -> Range<f64> {
        self.span()
    }
}

impl ValueFormatter<f64> for Scale {
    fn format_ext(&self, tick: &f64) -> String {
        self.label(*tick)
    }
}

/// The room along a level scale for the labels of its ticks.
#[derive(Clone, Copy)]
pub(super) struct Room<'a> {
    /// The length of the scale.
    pub(super) length: i32,
    /// The width of a label with the space beside it.
    pub(super) width: &'a dyn Fn(&str) -> i32,
    /// The most ticks there may be.
    pub(super) most: usize,
}

impl Room<'_> {
    fn fits(&self, scale: &Scale) -> bool {
        let widest =
            scale.ticks().into_iter().map(|tick| (self.width)(&scale.label(tick))).max().unwrap_or(0);
        let apart = scale.step.width() / (scale.hi - scale.lo) * f64::from(self.length);
        f64::from(widest) <= apart
    }
}

/// Opens a span too narrow to divide.
fn opened(lo: f64, hi: f64) -> (f64, f64) {
    let size = lo.abs().max(hi.abs());
    if hi - lo > size * 1e-9 {
        (lo, hi)
    } else if size == 0.0 {
        (0.0, 1.0)
    } else {
        let room = size * 0.05;
        (lo - room, hi + room)
    }
}

/// Room beyond the values; never below zero where nothing is.
fn padded(lo: f64, hi: f64) -> (f64, f64) {
    let room = (hi - lo) * 0.06;
    let low = if lo >= 0.0 { (lo - room).max(0.0) } else { lo - room };
    (low, hi + room)
}
