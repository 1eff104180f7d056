//! A value together with the findings made on the way to it.

use super::{Finding, Severity};

/// A value and its findings. The value is there only where no finding stands in its way.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// What was made, if it could be.
    pub value: Option<T>,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl<T> Checked<T> {
    /// A value, unless one of the findings is an error.
    #[must_use]
    pub fn unless_errors(value: T, findings: Vec<Finding>) -> Self {
        let stopped = findings.iter().any(|finding| finding.severity == Severity::Error);
        Self { value: (!stopped).then_some(value), findings }
    }
}
