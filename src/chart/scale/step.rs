//! The distance between ticks: 1, 2 or 5 times a power of ten.

use super::Grain;

/// The distance between ticks: `digit` (1, 2 or 5) times ten to the `power`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) digit: i64,
    pub(super) power: i32,
}

impl Step {
    pub(super) fn for_span(lo: f64, hi: f64, most: usize) -> Self {
        let mut step = Self::below((hi - lo) / most as f64);
        while step.count(lo, hi) > most as f64 {
            step = step.next();
        }
        step
    }

    /// The largest power of ten at or below a size.
    fn below(size: f64) -> Self {
        let mut power = 0;
        while power < 130 && ten_to(power + 1) <= size {
            power += 1;
        }
        while power > -130 && ten_to(power) > size {
            power -= 1;
        }
        Self { digit: 1, power }
    }

    pub(super) fn at_least(self, grain: Grain) -> Self {
        match grain {
            Grain::Whole if self.power < 0 => Self { digit: 1, power: 0 },
            Grain::Whole | Grain::Fine => self,
        }
    }

    fn next(self) -> Self {
        match self.digit {
            1 => Self { digit: 2, ..self },
            2 => Self { digit: 5, ..self },
            _ => Self { digit: 1, power: self.power + 1 },
        }
    }

    /// How many ticks it takes to cover a span from tick to tick.
    fn count(self, lo: f64, hi: f64) -> f64 {
        let width = self.width();
        (hi / width).ceil() - (lo / width).floor() + 1.0
    }

    pub(super) fn width(self) -> f64 {
        let digit = self.digit as f64;
        if self.power < 0 { digit / ten_to(-self.power) } else { digit * ten_to(self.power) }
    }
}

/// Powers of ten by multiplication, which is the same on every machine; logarithms are not.
fn ten_to(power: i32) -> f64 {
    if power < 0 { 1.0 / ten_to(-power) } else { (0..power).fold(1.0, |product, _| product * 10.0) }
}
