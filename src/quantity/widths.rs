//! How wide each hedge is read: settings with documented defaults.

use super::Rational;
use serde::{Deserialize, Serialize};

/// The widths of hedges, in per cent of the number. The defaults follow the medians of the crowd survey of
/// Ferson and others (2015) for the typical cut, and about its ninetieth percentile for the support.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HedgeWidths {
    /// "about N": the least half-width of the typical cut. Default 1.25.
    pub approximate_typical: Rational,
    /// "about N": the least half-width of the support. Default 5.
    pub approximate_support: Rational,
    /// "more than N", "fewer than N": the least reach of the typical cut. Default 2.
    pub bound_typical: Rational,
}

impl Default for HedgeWidths {
    fn default() -> Self {
        let fraction = |n, d| Rational::new(n, d).unwrap_or_default();
        Self {
            approximate_typical: fraction(5, 4),
            approximate_support: Rational::from(5),
            bound_typical: Rational::from(2),
        }
    }
}
