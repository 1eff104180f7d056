//! Figures that were each rounded by themselves.

use super::candidate::Candidate;
use crate::finding::{CauseCode, Verdict};
use crate::model::{Asserted, Figure, QuantityKind};
use crate::quantity::{Rational, print};
use crate::reconcile::{Calculation, Record};

/// The bases that are looked for, the coarsest first.
const BASES: [i64; 6] = [1_000, 500, 100, 50, 10, 5];

/// One number is the other, rounded. A base of more than a sixth of a number is none, and a hedge says itself how
/// far it reaches.
pub(super) fn of_one(record: &Record, a: &Figure, b: &Figure) -> Option<Candidate> {
    let hedged = |figure: &Figure| figure.reading().amount().is_some_and(|amount| amount.hedge().is_hedged());
    if hedged(a) || hedged(b) {
        return None;
    }
    let (a, b) = (record.value(a)?.nominal?, record.value(b)?.nominal?);
    let (a, b) = (&*a, &*b);
    let (rounded, base, exact) = [(a, b), (b, a)].into_iter().find_map(|(rounded, exact)| {
        let base = base_of(&[rounded]).filter(|base| base * &Rational::from(6) <= rounded.abs())?;
        ((rounded - exact).abs() * Rational::from(2) <= base).then_some((rounded, base, exact))
    })?;
    let words =
        format!("{} rounded to {} is {}", print::number(exact), print::number(&base), print::number(rounded));
    Some(Candidate::new(CauseCode::Rounding, Verdict::ConsistentAfterRounding, words))
}

/// Every part and the total are multiples of one base, and the gap is no more than half of it for each part.
pub(super) fn of_parts(calculation: &Calculation<'_>) -> Option<Candidate> {
    if calculation.verdict == Verdict::ConsistentAfterRounding {
        let words = "each of the figures was rounded by itself";
        return Some(Candidate::new(CauseCode::Rounding, calculation.verdict, words));
    }
    let adds = matches!(
        &*calculation.asserted,
        Asserted::Sum { .. } | Asserted::Difference { .. } | Asserted::Complement { .. }
    );
    let whole = matches!(calculation.kind, QuantityKind::Count | QuantityKind::Amount);
    let numbers: Vec<&Rational> = std::iter::once(&calculation.stated)
        .chain(&calculation.values)
        .map(|value| value.nominal.as_deref())
        .collect::<Option<_>>()?;
    let base = base_of(&numbers).filter(|_| adds && whole)?;
    let gap = (numbers.first().copied()? - &calculation.nominal()?).abs();
    let parts = i64::try_from(calculation.values.len()).ok()?;
    let room = &base * &Rational::new(parts, 2)?;
    (gap.signum() > 0 && gap <= room).then(|| {
        let words = format!(
            "all {} figures are multiples of {}; if each was rounded by itself, the parts can be {} off",
            numbers.len(),
            print::number(&base),
            print::number(&room)
        );
        Candidate::new(CauseCode::Rounding, Verdict::ConsistentAfterRounding, words)
    })
}

fn base_of(numbers: &[&Rational]) -> Option<Rational> {
    BASES.into_iter().map(Rational::from).find(|base| {
        numbers.iter().all(|number| number.checked_div(base).is_some_and(|times| times.is_integer()))
    })
}
