//! Why a calculation may give another figure than the one stated, three reasons at most.

use super::calculation::Calculation;
use crate::finding::{Cause, CauseCode};
use crate::model::Asserted;
use crate::quantity::{Form, Rational, print};
use crate::reconcile::slips;

pub(super) fn causes(calculation: &Calculation<'_>) -> Vec<Cause> {
    let mut causes: Vec<Cause> = points_exchanged(calculation).into_iter().collect();
    if let Some((stated, computed)) = calculation.stated.nominal.as_deref().zip(calculation.nominal()) {
        causes.extend(slips(stated, &computed));
    }
    causes.push(Cause::new(
        CauseCode::ArithmeticError,
        "the figures named give another result than the one stated",
    ));
    causes.truncate(3);
    causes
}

/// “Up 2%” was meant as two percentage points, or the reverse.
fn points_exchanged(calculation: &Calculation<'_>) -> Option<Cause> {
    let hundred = Rational::from(100);
    let number = |at: usize| calculation.values.get(at).and_then(|value| value.nominal.as_deref());
    let change = calculation.figures.get(1)?;
    let (old, by) = (number(0)?, number(1)?);
    let exchanged = match (&*calculation.asserted, change.reading().amount()?.form()) {
        (Asserted::Change { .. }, Form::Change) => old + &(&(by - &Rational::from(1)) * &hundred),
        (Asserted::Sum { .. }, Form::PercentagePoints) => {
            old * &(&Rational::from(1) + &by.checked_div(&hundred)?)
        }
        _ => return None,
    };
    let fits = calculation.stated.cuts.typical().contains(&exchanged);
    fits.then(|| {
        let words = format!(
            "with per cent and percentage points exchanged, “{}” gives {}",
            change.reported,
            print::number(&exchanged)
        );
        Cause::new(CauseCode::PercentVsPercentagePoint, words)
    })
}
