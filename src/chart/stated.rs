//! What may be drawn as a measurement: a value with its standing, or the reason why there is none.

use super::hedge::Hedge;
use crate::quantity::{Cuts, NoValue, print};
use crate::reconcile::{Standing, Status};

/// What a figure gives, and how far that is verified. A demand or a target cannot be made into one.
#[derive(Debug, Clone)]
pub enum Stated {
    /// A reported value.
    Figure {
        /// How far it is verified.
        status: Status,
        /// How its words are read.
        cuts: Cuts,
    },
    /// A value worked out from other figures.
    Derived {
        /// How its words are read.
        cuts: Cuts,
    },
    /// No value, and why.
    NoValue(NoValue),
}

impl Stated {
    /// Puts a standing and a reading together. What is called for has no place on the scale of what was measured,
    /// so it gives nothing; neither does a value without a reading.
    #[must_use]
    pub fn new(standing: Standing, cuts: Option<Cuts>, reason: Option<NoValue>) -> Option<Self> {
        match (standing, cuts, reason) {
            (Standing::Verified(status), Some(cuts), _) => Some(Self::Figure { status, cuts }),
            (Standing::Derived, Some(cuts), _) => Some(Self::Derived { cuts }),
            (Standing::NotAvailable, _, Some(reason)) => Some(Self::NoValue(reason)),
            _ => None,
        }
    }

    /// How it stands.
    pub(super) fn standing(&self) -> Standing {
        match self {
            Self::Figure { status, .. } => Standing::Verified(*status),
            Self::Derived { .. } => Standing::Derived,
            Self::NoValue(_) => Standing::NotAvailable,
        }
    }

    /// How its words are read, where they give a value.
    pub(super) fn cuts(&self) -> Option<&Cuts> {
        match self {
            Self::Figure { cuts, .. } | Self::Derived { cuts } => Some(cuts),
            Self::NoValue(_) => None,
        }
    }

    /// The same as geometry.
    pub(super) fn hedge(&self) -> Option<Hedge> {
        self.cuts().map(Hedge::of)
    }

    /// Its standing in words, with the reason where no value was given.
    pub(super) fn words(&self) -> String {
        match self {
            Self::NoValue(reason) => format!("no figure given: {}", reason.words()),
            Self::Figure { .. } | Self::Derived { .. } => self.standing().words().to_owned(),
        }
    }

    /// How its words are usually meant, in words; nothing where they say one number.
    pub(super) fn read_as(&self) -> Option<String> {
        let typical = self.cuts().map(Cuts::typical).filter(|typical| typical.as_point().is_none())?;
        Some(print::interval_words(typical))
    }
}
