//! The words of a figure on one side of a change, told only where nothing withholds the count.

use crate::model::{Figure, FigureId};
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::fmt;

/// A figure as it was reported. Where the count is withheld in some edition or by some source, the words are compared
/// and never told: a change set beside a withheld count would give it away.
#[derive(Clone, PartialEq, Eq)]
pub struct Words {
    reported: String,
    is_shielded: bool,
}

impl Words {
    /// What stands in the place of a number that is not told.
    pub const NOT_SHOWN: &str = "a number, not shown";

    /// The words of a figure. What gives no number has nothing to hide.
    pub(super) fn of(figure: &Figure, shielded: &BTreeSet<FigureId>) -> Self {
        let gives_a_number = figure.reading().amount().is_some();
        Self {
            reported: figure.reported.clone(),
            is_shielded: gives_a_number && shielded.contains(&figure.id),
        }
    }

    /// The words as they may be told.
    #[must_use]
    pub fn told(&self) -> &str {
        if self.is_shielded { Self::NOT_SHOWN } else { &self.reported }
    }

    /// Whether a figure is reported in these words.
    #[must_use]
    pub fn is(&self, reported: &str) -> bool {
        self.reported == reported
    }

    /// The words with quotation marks, where they are the figure's own.
    #[must_use]
    pub fn quoted(&self) -> String {
        if self.is_shielded { Self::NOT_SHOWN.to_owned() } else { format!("“{}”", self.reported) }
    }

    /// The number is not told.
    #[must_use]
    pub fn is_shielded(&self) -> bool {
        self.is_shielded
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.told())
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.told())
    }
}
