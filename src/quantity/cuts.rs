//! Cuts: three nested readings of one quantity, from the sharpest to the loosest.
//!
//! They are the level sets of a consonant possibility distribution, after Hose's reading of the crowd survey of
//! Ferson and others (2015): not sampling errors, and no probability.

use super::{Interval, Rational};
use serde::{Deserialize, Serialize};

/// How strictly a phrase is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alpha {
    /// What anyone would take it to mean.
    Core,
    /// What it usually allows.
    Typical,
    /// The loosest reading that is still a reading of the words.
    Support,
}

impl Alpha {
    /// From the strictest to the loosest.
    pub const ALL: [Self; 3] = [Self::Core, Self::Typical, Self::Support];
}

/// Core within typical within support.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cuts {
    core: Interval,
    typical: Interval,
    support: Interval,
}

impl Cuts {
    /// Three nested intervals; none where they are not nested.
    #[must_use]
    pub fn new(core: Interval, typical: Interval, support: Interval) -> Option<Self> {
        (core.is_within(&typical) && typical.is_within(&support)).then_some(Self { core, typical, support })
    }

    /// The same interval at every cut.
    #[must_use]
    pub fn sharp(interval: Interval) -> Self {
        Self { core: interval.clone(), typical: interval.clone(), support: interval }
    }

    /// An exact number.
    #[must_use]
    pub fn point(value: Rational) -> Self {
        Self::sharp(Interval::point(value))
    }

    /// The interval at a cut.
    #[must_use]
    pub fn at(&self, alpha: Alpha) -> &Interval {
        match alpha {
            Alpha::Core => &self.core,
            Alpha::Typical => &self.typical,
            Alpha::Support => &self.support,
        }
    }

    /// The sharpest reading.
    #[must_use]
    pub fn core(&self) -> &Interval {
        &self.core
    }

    /// The usual reading.
    #[must_use]
    pub fn typical(&self) -> &Interval {
        &self.typical
    }

    /// The loosest reading.
    #[must_use]
    pub fn support(&self) -> &Interval {
        &self.support
    }
}
