//! Rules as documentation: what each one finds, why it matters, an example, and how to resolve it.

use serde::Serialize;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing: for example that two accounts agree.
    Note,
    /// Readers should be told.
    Warning,
    /// The accounts cannot both be true as stated, or the input cannot be used.
    Error,
}

impl Severity {
    /// The severity in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A rule and its documentation: the text of `onrecord explain` and of the method page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleDoc {
    /// Stable code, such as `R001`.
    pub code: &'static str,
    /// Stable name, such as `relation-conflict`.
    pub name: &'static str,
    /// What it finds.
    pub finds: &'static str,
    /// Why it matters.
    pub matters: &'static str,
    /// An example.
    pub example: &'static str,
    /// How to resolve it.
    pub resolve: &'static str,
}
