//! One measure before it is written: its kind, its series and the months it covers.

use super::PER_GROUP;
use super::dice::Dice;

/// Months covered by every measure.
pub(super) const MONTHS: u32 = 24;
/// The second source speaks of every third month.
const SPOKEN_EVERY: u32 = 3;
/// Months broken down by area, at the end of the series.
const BROKEN_DOWN: u32 = 6;

/// What kind of number a measure is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Whole units at a moment.
    Stock,
    /// Whole units over a month.
    Flow,
    /// Pounds over a month.
    Money,
    /// A part of a whole, in tenths of a per cent.
    Share,
    /// One figure over another, in tenths.
    Rate,
}

/// A measure and its true values.
pub(super) struct Plan {
    /// Its number, from 0.
    pub(super) number: u32,
    /// Its kind.
    pub(super) kind: Kind,
    /// One value a month.
    pub(super) values: Vec<u64>,
}

impl Plan {
    /// The plan of the measure with this number.
    pub(super) fn of(number: u32) -> Self {
        let kind = match number % 10 {
            0 | 2 | 4 => Kind::Stock,
            6 => Kind::Money,
            7 => Kind::Share,
            8 => Kind::Rate,
            _ => Kind::Flow,
        };
        Self { number, kind, values: values(kind, &mut Dice::new(u64::from(number))) }
    }

    /// The id of the measure.
    pub(super) fn id(&self) -> String {
        format!("measure-{:05}", self.number)
    }

    /// The group whose two sources speak of it.
    pub(super) fn group(&self) -> u32 {
        self.number / PER_GROUP
    }

    /// Dice for one use, so that a change in one file does not change the others.
    pub(super) fn dice(&self, purpose: u64) -> Dice {
        Dice::new(u64::from(self.number) | (purpose << 32))
    }

    /// It is broken down by area.
    pub(super) fn is_broken_down(&self) -> bool {
        self.number % 10 == 9
    }

    /// Its first source gives rounded figures and says so.
    pub(super) fn is_hedged(&self) -> bool {
        self.number % 10 == 4
    }

    /// The month at which a ratio and its two parts are all on the record.
    pub(super) fn last_month() -> u32 {
        MONTHS - 1
    }
}

/// The second source speaks of this month.
pub(super) fn is_spoken_of(month: u32) -> bool {
    month % SPOKEN_EVERY == SPOKEN_EVERY - 1
}

/// Figures of this month are broken down.
pub(super) fn is_recent(month: u32) -> bool {
    month >= MONTHS - BROKEN_DOWN
}

/// A month as it is written in files.
pub(super) fn written(month: u32) -> String {
    format!("{}-{:02}", 2023 + month / 12, month % 12 + 1)
}

/// A walk from a first value, up or down by a few per cent a month.
fn values(kind: Kind, dice: &mut Dice) -> Vec<u64> {
    let mut value = match kind {
        Kind::Stock | Kind::Flow => dice.between(250, 60_000),
        Kind::Money => dice.between(40_000, 9_000_000),
        Kind::Share => dice.between(150, 600),
        Kind::Rate => dice.between(12, 900),
    };
    (0..MONTHS)
        .map(|_| {
            value = (value * dice.between(970, 1_040) / 1_000).max(10);
            if kind == Kind::Share { value.min(999) } else { value }
        })
        .collect()
}
