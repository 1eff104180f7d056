//! Up for down, and a quotient turned round.

use super::candidate::Candidate;
use super::claim::Claim;
use crate::finding::CauseCode;
use crate::model::QuantityKind;
use crate::quantity::{Cuts, Form, Interval, Rational, print};

pub(super) fn candidates(claim: &Claim<'_>) -> Vec<Candidate> {
    [turned(claim), upside_down(claim)].into_iter().flatten().collect()
}

/// A rise read as a fall. Changes are new over old, differences and points are added.
fn turned(claim: &Claim<'_>) -> Option<Candidate> {
    let middle = match claim.form()? {
        Form::Change => Rational::from(1),
        Form::Difference | Form::PercentagePoints => Rational::from(0),
        Form::Number | Form::Percent | Form::Proportion | Form::Money(_) => return None,
    };
    let cuts = mirrored(&claim.value.cuts, &middle)?;
    let words = format!("with the direction of “{}” turned, the figures agree", claim.figure.reported);
    Some(Candidate::new(CauseCode::Sign, claim.fits(&cuts)?, words))
}

/// The other number over this one.
fn upside_down(claim: &Claim<'_>) -> Option<Candidate> {
    let one = match claim.kind {
        QuantityKind::Ratio | QuantityKind::Rate => Rational::from(1),
        QuantityKind::Share => Rational::pow10(4),
        QuantityKind::Change => Rational::from(1),
        QuantityKind::Count | QuantityKind::Amount => return None,
    };
    let number = claim.number()?;
    let turned = one.checked_div(number)?;
    let cuts = claim.value.cuts.map(|cut| Interval::point(one.clone()).div(cut))?;
    let words = format!(
        "divided the other way round, “{}” would be {}",
        claim.figure.reported,
        print::number_to(&turned, 2)
    );
    Some(Candidate::new(CauseCode::Reciprocal, claim.fits(&cuts)?, words))
}

/// Cuts on the other side of a number.
pub(super) fn mirrored(cuts: &Cuts, middle: &Rational) -> Option<Cuts> {
    let twice = Interval::point(middle + middle);
    cuts.map(|cut| Some(twice.sub(cut)))
}
