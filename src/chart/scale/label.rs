//! How ticks are written: thousands separated, and large numbers in a larger unit.

use super::step::Step;

/// The unit large numbers are written in, so that labels stay short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    One,
    Million,
    Billion,
    Trillion,
}

impl Unit {
    /// The largest unit that leaves at most two decimals.
    pub(super) fn for_ticks(lo: f64, hi: f64, step: Step) -> Self {
        let size = lo.abs().max(hi.abs());
        [(Self::Trillion, 1e13), (Self::Billion, 1e10), (Self::Million, 1e7)]
            .into_iter()
            .find(|(unit, least)| size >= *least && step.power >= unit.power() - 2)
            .map_or(Self::One, |(unit, _)| unit)
    }

    pub(super) fn power(self) -> i32 {
        match self {
            Self::One => 0,
            Self::Million => 6,
            Self::Billion => 9,
            Self::Trillion => 12,
        }
    }
}

/// Writes `number` times ten to the `power`, with commas between thousands and a real minus sign.
pub(super) fn decimal(number: i64, power: i32) -> String {
    let mut digits = number.unsigned_abs().to_string();
    let decimals = usize::try_from(-power).unwrap_or(0);
    if number != 0 {
        digits.extend(std::iter::repeat_n('0', usize::try_from(power).unwrap_or(0)));
    }
    let padding = (decimals + 1).saturating_sub(digits.len());
    digits.insert_str(0, &"0".repeat(padding));
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let mut out = String::from(if number < 0 { "−" } else { "" });
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
