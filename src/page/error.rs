//! A mistake in a template, with its place.

use std::fmt;

/// What is wrong with a template, or with a view that a template asks too much of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageError {
    /// The template's name: `measure`, `partials/top`.
    pub template: String,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Column, from 1.
    pub column: Option<usize>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl PageError {
    pub(super) fn new(template: &str, at: Option<(usize, usize)>, message: impl Into<String>) -> Self {
        Self {
            template: template.to_owned(),
            line: at.map(|(line, _)| line),
            column: at.map(|(_, column)| column),
            message: message.into(),
            help: None,
        }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "templates/{}.hbs", self.template)?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message)?;
        self.help.as_ref().map_or(Ok(()), |help| write!(f, " Help: {help}"))
    }
}

impl std::error::Error for PageError {}
