//! What the reader must know of where a phrase stands.

use jiff::civil::Date;

/// Where a number stands: a bare one is exact in a table and may be round in prose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Register {
    /// A table, a statistical release, an FOI response or a document with counts.
    Table,
    /// Speech or running text.
    #[default]
    Prose,
}

/// Where a phrase stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// Table or prose.
    pub register: Register,
    /// When it was said, so that "October" can be placed.
    pub said: Option<Date>,
    /// The base to which the figures of the table are said to be rounded.
    pub rounding: Option<u32>,
    /// True zeros are printed, so that "fewer than five" starts at 1.
    pub zeros_shown: bool,
}

impl Context {
    /// Prose, with nothing else known.
    #[must_use]
    pub fn prose() -> Self {
        Self::default()
    }

    /// A table, with nothing else known.
    #[must_use]
    pub fn table() -> Self {
        Self { register: Register::Table, ..Self::prose() }
    }
}
