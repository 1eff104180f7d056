//! Nested readings of one quantity: what its words mean at their sharpest, as usually meant, and at their loosest.

use super::{Interval, Rational};
use serde::Serialize;

/// How sharply words are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Alpha {
    /// The values the words fit best.
    Core,
    /// The values usually meant.
    Typical,
    /// Every value the words can still be true of.
    Support,
}

impl Alpha {
    /// From the sharpest to the loosest.
    pub const ALL: [Self; 3] = [Self::Core, Self::Typical, Self::Support];
}

/// Three nested intervals: the core lies in the typical reading, and that in the support. In the field's terms
/// they are the cuts of a consonant possibility distribution, after Hose's reading of the crowd survey of Ferson and
/// others (2015): no sampling errors, and no probability.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Cuts(Nest);

/// Most figures are exact, so the three cuts are kept apart only where they differ.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Nest {
    Same(Interval),
    Nested(Box<[Interval; 3]>),
}

impl Cuts {
    /// Three cuts, if each lies in the next.
    #[must_use]
    pub fn new(core: Interval, typical: Interval, support: Interval) -> Option<Self> {
        if !core.is_within(&typical) || !typical.is_within(&support) {
            return None;
        }
        Some(Self(if core == support {
            Nest::Same(core)
        } else {
            Nest::Nested(Box::new([core, typical, support]))
        }))
    }

    /// One interval on every reading.
    #[must_use]
    pub fn sharp(interval: Interval) -> Self {
        Self(Nest::Same(interval))
    }

    /// One number on every reading.
    #[must_use]
    pub fn point(value: Rational) -> Self {
        Self::sharp(Interval::point(value))
    }

    /// A cut.
    #[must_use]
    pub fn at(&self, alpha: Alpha) -> &Interval {
        let (core, typical, support) = match &self.0 {
            Nest::Same(interval) => return interval,
            Nest::Nested(nest) => {
                let [core, typical, support] = nest.as_ref();
                (core, typical, support)
            }
        };
        match alpha {
            Alpha::Core => core,
            Alpha::Typical => typical,
            Alpha::Support => support,
        }
    }

    /// The values the words fit best.
    #[must_use]
    pub fn core(&self) -> &Interval {
        self.at(Alpha::Core)
    }

    /// The values usually meant.
    #[must_use]
    pub fn typical(&self) -> &Interval {
        self.at(Alpha::Typical)
    }

    /// Every value the words can still be true of.
    #[must_use]
    pub fn support(&self) -> &Interval {
        self.at(Alpha::Support)
    }

    /// The same change made to each cut, where it can be made and keeps them nested.
    #[must_use]
    pub fn map(&self, f: impl Fn(&Interval) -> Option<Interval>) -> Option<Self> {
        Self::new(f(self.core())?, f(self.typical())?, f(self.support())?)
    }

    /// The same operation on each cut of two quantities, where it can be done.
    #[must_use]
    pub fn zip(&self, other: &Self, f: impl Fn(&Interval, &Interval) -> Option<Interval>) -> Option<Self> {
        let cut = |alpha| f(self.at(alpha), other.at(alpha));
        Self::new(cut(Alpha::Core)?, cut(Alpha::Typical)?, cut(Alpha::Support)?)
    }
}

impl std::fmt::Debug for Cuts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = |alpha| super::print::interval_words(self.at(alpha));
        f.debug_struct("Cuts")
            .field("core", &words(Alpha::Core))
            .field("typical", &words(Alpha::Typical))
            .field("support", &words(Alpha::Support))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(a: i64, b: i64) -> Interval {
        Interval::closed(Rational::from(a), Rational::from(b))
    }

    #[test]
    fn cuts_are_nested() {
        assert!(Cuts::new(span(4, 6), span(3, 7), span(0, 9)).is_some());
        assert!(Cuts::new(span(2, 6), span(3, 7), span(0, 9)).is_none());
        assert!(Cuts::new(span(4, 6), span(3, 7), span(4, 9)).is_none());
    }

    #[test]
    fn cuts_that_are_all_the_same_equal_a_single_interval() {
        assert_eq!(Cuts::new(span(1, 2), span(1, 2), span(1, 2)), Some(Cuts::sharp(span(1, 2))));
    }
}
