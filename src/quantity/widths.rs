//! How wide each hedge is read: the settings of a site, with documented defaults.

use super::Rational;
use serde::{Deserialize, Serialize};

/// How wide each hedge is read. The defaults follow the medians of the crowd survey of Ferson and others (2015)
/// for the typical cut, and about its ninetieth percentile for the support.
///
/// Each is a number of the file format (`1.25`) or a fraction as text (`"1/3"`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HedgeWidths {
    /// "About N": as usually meant, at least this much either side, in per cent of N. Default 1.25.
    pub approximate_typical: Rational,
    /// "About N": on the loosest reading, at least this much either side, in per cent of N. Default 5.
    pub approximate_support: Rational,
    /// "More than N", "at least N", "fewer than N": as usually meant, at least this far, in per cent of N. Default 2.
    pub bound_typical: Rational,
    /// "Doubled", "halved", "five-fold": as usually meant, in per cent of the factor. Default 5.
    pub fold_typical: Rational,
    /// "Doubled", "halved", "five-fold": on the loosest reading, in per cent of the factor. Default 15.
    pub fold_support: Rational,
    /// "Two-thirds": as usually meant, in percentage points. Default 2.5.
    pub fraction_typical: Rational,
    /// "Two-thirds": on the loosest reading, in percentage points. Default 5.
    pub fraction_support: Rational,
    /// "Fewer than N" with N up to this is a threshold: anything below N is as good. Default 10.
    pub threshold_up_to: Rational,
    /// In prose, a bare number of one or two significant digits is round from here on. Default 100.
    pub round_from: Rational,
    /// In prose, a bare number of one significant digit is round from here on. Default 20.
    pub round_single_from: Rational,
}

impl Default for HedgeWidths {
    fn default() -> Self {
        let n = Rational::from;
        let decimal = |num, den| Rational::new(num, den).unwrap_or_default();
        Self {
            approximate_typical: decimal(5, 4),
            approximate_support: n(5),
            bound_typical: n(2),
            fold_typical: n(5),
            fold_support: n(15),
            fraction_typical: decimal(5, 2),
            fraction_support: n(5),
            threshold_up_to: n(10),
            round_from: n(100),
            round_single_from: n(20),
        }
    }
}

impl HedgeWidths {
    /// Every width under its name in the settings, to be set.
    pub fn fields_mut(&mut self) -> [(&'static str, &mut Rational); 10] {
        [
            ("approximate_typical", &mut self.approximate_typical),
            ("approximate_support", &mut self.approximate_support),
            ("bound_typical", &mut self.bound_typical),
            ("fold_typical", &mut self.fold_typical),
            ("fold_support", &mut self.fold_support),
            ("fraction_typical", &mut self.fraction_typical),
            ("fraction_support", &mut self.fraction_support),
            ("threshold_up_to", &mut self.threshold_up_to),
            ("round_from", &mut self.round_from),
            ("round_single_from", &mut self.round_single_from),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_sets_the_widths_it_wants_and_keeps_the_rest() {
        let widths: HedgeWidths = toml::from_str("approximate_support = 7.5").unwrap();
        assert_eq!(widths.approximate_support, Rational::new(15, 2).unwrap());
        assert_eq!(widths.fold_support, Rational::from(15));
    }

    #[test]
    fn every_width_can_be_set_under_the_name_it_is_written_with() {
        let mut widths = HedgeWidths::default();
        let names: Vec<&str> = widths.fields_mut().into_iter().map(|(name, _)| name).collect();
        let written = serde_json::to_value(&widths).unwrap();
        assert_eq!(written.as_object().unwrap().len(), names.len());
        assert!(names.iter().all(|name| written.get(name).is_some()));
    }
}
