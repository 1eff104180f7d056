//! Per cent for percentage points, and the two readings of “-fold”.

use super::candidate::Candidate;
use super::claim::Claim;
use crate::finding::CauseCode;
use crate::finding::Verdict;
use crate::model::Asserted;
use crate::quantity::{Cuts, Form, Interval, Rational, print};
use crate::reconcile::{Calculation, Value, between};

/// “Up 2%” was meant as two percentage points, or the reverse.
pub(super) fn points_exchanged(calculation: &Calculation<'_>) -> Option<Candidate> {
    let hundred = Rational::from(100);
    let (old, by) = (calculation.values.first()?, calculation.values.get(1)?);
    let change = calculation.figures.get(1)?;
    let one = Interval::point(Rational::from(1));
    let exchanged = match (&*calculation.asserted, change.reading().amount()?.form()) {
        (Asserted::Change { .. }, Form::Change) => {
            old.cuts.zip(&by.cuts, |old, by| Some(old.add(&by.sub(&one).scale(&hundred))))?
        }
        (Asserted::Sum { .. }, Form::PercentagePoints) => {
            let rate = Rational::pow10(-2);
            old.cuts.zip(&by.cuts, |old, by| Some(old.mul(&one.add(&by.scale(&rate)))))?
        }
        _ => return None,
    };
    let reached = between(&calculation.stated.cuts, &exchanged, calculation.kind);
    let number = exchanged_number(old, by, change.reading().amount()?.form(), &exchanged);
    let words =
        format!("with per cent and percentage points exchanged, “{}” gives {number}", change.reported);
    (reached <= Verdict::ConsistentAfterRounding)
        .then(|| Candidate::new(CauseCode::PercentVsPercentagePoint, reached, words).of(change))
}

fn exchanged_number(old: &Value<'_>, by: &Value<'_>, form: &Form, cuts: &Cuts) -> String {
    let exact = old.nominal.as_deref().zip(by.nominal.as_deref()).map(|(old, by)| match form {
        Form::Change => old + &(&(by - &Rational::from(1)) * &Rational::from(100)),
        _ => old * &(&Rational::from(1) + &(by * &Rational::pow10(-2))),
    });
    exact.map_or_else(|| print::interval_words(cuts.typical()), |number| print::number(&number))
}

/// An “N-fold increase” is N times as much, or N times more.
pub(super) fn fold(claim: &Claim<'_>) -> Option<Candidate> {
    let number = claim.number().filter(|number| number.is_integer() && **number >= Rational::from(2))?;
    if !matches!(claim.form()?, Form::Change | Form::Number) {
        return None;
    }
    let one = Rational::from(1);
    [number + &one, number - &one].into_iter().find_map(|other| {
        let reached = claim.fits(&claim.moved_to(&other)?)?;
        let words = format!(
            "“{}” is read as {} times; the figures agree with {} times",
            claim.figure.reported,
            print::number(number),
            print::number(&other)
        );
        Some(Candidate::new(CauseCode::FoldAmbiguity, reached, words))
    })
}
