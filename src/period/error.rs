//! Why some text is no date and no period.

/// What is wrong with a date or period, and the form that would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodError {
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

impl PeriodError {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}
