//! Why a chart could not be made.

use super::svg::AreaError;
use std::fmt;

/// Why a chart could not be made. None of these is the fault of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartError {
    /// More series than can be told apart without colour.
    TooManySeries {
        /// How many were given.
        given: usize,
        /// How many there may be.
        most: usize,
    },
    /// The drawing area could not be divided.
    Layout,
    /// The canvas was in use by another drawing operation.
    Busy,
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManySeries { given, most } => {
                write!(f, "a chart may show at most {most} series, and {given} were given")
            }
            Self::Layout => f.write_str("the drawing area could not be divided"),
            Self::Busy => f.write_str("the canvas was in use by another drawing operation"),
        }
    }
}

impl std::error::Error for ChartError {}

impl From<AreaError> for ChartError {
    fn from(error: AreaError) -> Self {
        match error {
            AreaError::BackendError(_) | AreaError::LayoutError => Self::Layout,
            AreaError::SharingError => Self::Busy,
        }
    }
}
