//! A reported amount on the scale of its measure, so that only like numbers are held against one another.

use crate::model::QuantityKind;
use crate::quantity::{Amount, Cuts, Form, Hedge, Interval, Rational};
use std::borrow::Cow;

/// What an amount says on the scale of its measure.
#[derive(Debug, Clone)]
pub struct Value<'a> {
    /// What the words allow.
    pub cuts: Cow<'a, Cuts>,
    /// The number as written, where there is one.
    pub nominal: Option<Cow<'a, Rational>>,
}

impl<'a> Value<'a> {
    /// Puts an amount on the scale of a measure: a proportion of one becomes a share in per cent, and a change
    /// the later number over the earlier. Counts are whole units; any other number was rounded to its last digit.
    #[must_use]
    pub fn new(amount: &'a Amount, kind: QuantityKind) -> Self {
        let nominal = match amount.form() {
            Form::Change => amount.change_ratio().map(Cow::Owned),
            Form::PercentagePoints | Form::Difference => signed(amount).map(Cow::Owned),
            _ => amount.nominal_point().map(Cow::Borrowed),
        };
        let plain = Self { cuts: Cow::Borrowed(amount.cuts()), nominal };
        match (kind, amount.form()) {
            (QuantityKind::Share, Form::Proportion) => plain.scaled(&Rational::pow10(2)),
            (QuantityKind::Ratio, Form::Percent) => plain.scaled(&Rational::pow10(-2)),
            (QuantityKind::Count, _) => whole_units(plain.cuts.as_ref())
                .map_or(plain.clone(), |cuts| Self { cuts: Cow::Owned(cuts), nominal: plain.nominal }),
            _ => half_of_last_digit(amount, kind).map_or(plain.clone(), |half| plain.widened(&half)),
        }
    }

    fn scaled(&self, factor: &Rational) -> Self {
        let scale = |interval: &Interval| Some(interval.scale(factor));
        let cuts = self.cuts.map(scale).map_or_else(|| self.cuts.clone(), Cow::Owned);
        Self { cuts, nominal: self.nominal.as_deref().map(|nominal| Cow::Owned(nominal * factor)) }
    }

    /// A whole number printed in a column that appears to be rounded: up to half the base to either side, and no
    /// count below nought. The core stays the number as printed.
    #[must_use]
    pub fn rounded_to(self, base: u32) -> Self {
        let Some(half) = Rational::new(i64::from(base), 2) else { return self };
        let Self { cuts, nominal } = self.widened(&half);
        let counts = Interval::at_least(Rational::from(0));
        let possible = |cut: &Interval| cut.intersect(&counts).and_then(|cut| cut.to_integers());
        Self { cuts: cuts.map(possible).map_or(cuts, Cow::Owned), nominal }
    }

    /// The same with some slack to either side. The core stays sharp.
    #[must_use]
    pub fn widened(self, half: &Rational) -> Self {
        let slack = Interval::closed(-half, half.clone());
        let wide = |interval: &Interval| interval.add(&slack);
        let cuts = Cuts::new(self.cuts.core().clone(), wide(self.cuts.typical()), wide(self.cuts.support()));
        Self { cuts: cuts.map_or(self.cuts, Cow::Owned), nominal: self.nominal }
    }
}

/// A fall is written without a sign.
fn signed(amount: &Amount) -> Option<Rational> {
    let below = amount.cuts().support().hi().value().is_some_and(|hi| hi.signum() < 0);
    amount.nominal_point().map(|nominal| if below { -&nominal.abs() } else { nominal.clone() })
}

/// A count's cuts cut down to whole units; none where nothing changes, or a cut holds no whole unit.
fn whole_units(cuts: &Cuts) -> Option<Cuts> {
    if cuts.support().as_point().is_some() {
        return None;
    }
    cuts.map(Interval::to_integers)
}

/// Half a unit in the last digit written, for numbers that were worked out and then rounded.
fn half_of_last_digit(amount: &Amount, kind: QuantityKind) -> Option<Rational> {
    let point = amount.cuts().support().as_point()?;
    let places = i32::try_from(point.decimal_places()?).ok()?;
    let rounded = match kind {
        QuantityKind::Count => false,
        QuantityKind::Amount => places > 0,
        QuantityKind::Ratio | QuantityKind::Share | QuantityKind::Rate | QuantityKind::Change => true,
    };
    let worked_out = rounded && *amount.form() == Form::Number && amount.hedge() != Hedge::Exact;
    worked_out.then(|| Rational::pow10(-places).checked_div(&Rational::from(2))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Context, Reader, print};

    fn typical(phrase: &str, kind: QuantityKind) -> String {
        let reading = Reader::default().read(phrase, &Context::table()).unwrap();
        print::interval_words(Value::new(reading.amount().unwrap(), kind).cuts.typical())
    }

    #[test]
    fn a_fraction_becomes_a_share_in_per_cent() {
        assert_eq!(typical("three-quarters", QuantityKind::Share), "72.5 to 77.5");
        assert_eq!(typical("80%", QuantityKind::Share), "79.5 to 80.5");
    }

    #[test]
    fn a_ratio_was_rounded_to_its_last_digit_and_a_count_was_not() {
        assert_eq!(typical("26.8", QuantityKind::Ratio), "26.75 to 26.85");
        assert_eq!(typical("27", QuantityKind::Count), "27");
    }

    #[test]
    fn money_is_exact_as_printed() {
        assert_eq!(typical("£12.50", QuantityKind::Amount), "12.5");
        assert_eq!(typical("12.5", QuantityKind::Amount), "12.45 to 12.55");
    }
}
