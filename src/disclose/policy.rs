//! What the policy asks of one measure: the stricter of the site's word and the measure's own.

use crate::finding::Severity;
use crate::model::{Counted, Disclosure, DisclosureMode, Measure, QuantityKind, Zeros};
use crate::quantity::{Interval, NoValue, Rational, Reading};

/// What is asked of the counts of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guard {
    /// Counts below it are small.
    pub(super) threshold: i64,
    /// The base that counts are rounded to.
    pub(super) rounding: Option<i64>,
    zeros: Zeros,
    pub(super) counted: Counted,
}

impl Guard {
    /// None for what counts nobody.
    pub(super) fn of(measure: &Measure, policy: &Disclosure) -> Option<Self> {
        let of_people = measure.quantity == QuantityKind::Count && measure.counted != Counted::Things;
        let site = match measure.counted {
            Counted::SensitivePeople => policy.sensitive_threshold,
            Counted::People | Counted::Things => policy.threshold,
        };
        let threshold = site.max(measure.threshold.unwrap_or_default());
        of_people.then(|| Self {
            threshold: i64::from(threshold),
            rounding: measure.rounding.or(policy.rounding).map(i64::from),
            zeros: policy.zeros,
            counted: measure.counted,
        })
    }

    /// What is asked of tables of counts of people that belong to no record.
    pub(super) fn of_tables(policy: &Disclosure) -> Self {
        Self {
            threshold: i64::from(policy.threshold),
            rounding: policy.rounding.map(i64::from),
            zeros: policy.zeros,
            counted: Counted::People,
        }
    }

    /// A count that the policy calls small.
    pub(super) fn is_small(&self, value: &Rational) -> bool {
        let from = match self.zeros {
            Zeros::Open => 1,
            Zeros::Small => 0,
        };
        *value >= Rational::from(from) && *value < Rational::from(self.threshold)
    }

    /// A count of which something is kept back: withheld, or said to be small without saying how small.
    pub(super) fn keeps_back(&self, reading: &Reading) -> bool {
        match reading.amount() {
            Some(amount) => self.is_small_range(amount.cuts().support()),
            None => is_withheld(reading),
        }
    }

    fn is_small_range(&self, range: &Interval) -> bool {
        let threshold = Rational::from(self.threshold);
        let small = range
            .hi()
            .value()
            .is_some_and(|hi| *hi < threshold || (*hi == threshold && !range.hi().is_closed()));
        let never_negative = range.lo().value().is_some_and(|lo| lo.signum() >= 0);
        small && never_negative && range.as_point().is_none()
    }
}

/// Below which number the counts of a measure are small; none for what counts nobody.
#[must_use]
pub fn threshold(measure: &Measure, policy: &Disclosure) -> Option<i64> {
    Guard::of(measure, policy).map(|guard| guard.threshold)
}

/// Whether the words say that the count is withheld so that nobody can be identified, or that it is no more than nearly zero.
pub(super) fn is_withheld(reading: &Reading) -> bool {
    matches!(reading.no_value(), Some(NoValue::Suppressed | NoValue::BelowHalfUnit))
}

/// What would identify somebody blocks where the publisher holds the true values; elsewhere it is pointed out.
pub(super) fn severity(mode: DisclosureMode) -> Severity {
    match mode {
        DisclosureMode::Origin => Severity::Error,
        DisclosureMode::Republish => Severity::Warning,
    }
}
