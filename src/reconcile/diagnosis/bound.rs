//! A number just beyond a bound that the words set, and bounds that are true and say little.

use super::candidate::Candidate;
use super::claim::Claim;
use super::sign::mirrored;
use crate::finding::{Cause, CauseCode, Verdict};
use crate::model::Figure;
use crate::quantity::{Hedge, Rational, print};

/// “More than 50,000” said of 49,800: the number would fit on the other side.
pub(super) fn wrong_side(claim: &Claim<'_>) -> Option<Candidate> {
    let sets_a_bound = matches!(
        claim.hedge()?,
        Hedge::MoreThan | Hedge::AtLeast | Hedge::FewerThan | Hedge::AtMost | Hedge::Nearly | Hedge::JustOver
    );
    let (number, needed) = claim.numbers()?;
    let near = (needed - number).abs() * Rational::from(NEAR) <= number.abs();
    let cuts = mirrored(&claim.value.cuts, number).filter(|_| sets_a_bound && near && needed != number)?;
    let words = format!(
        "{} lies just beyond the bound of “{}”, and would fit on its other side",
        print::number(needed),
        claim.figure.reported
    );
    Some(Candidate::new(CauseCode::WrongSideOfBound, claim.fits(&cuts)?, words))
}

/// Beyond a twentieth of the bound a number is not just beyond it.
const NEAR: i64 = 20;

/// Why two reports meet only on the loosest reading: a bound far from the other number, or the edge of a hedge.
pub(super) fn loose(a: &Figure, b: &Figure) -> Candidate {
    let hedged = |hedges: &[Hedge]| {
        let is = |figure: &&Figure| figure.reading().amount().is_some_and(|x| hedges.contains(&x.hedge()));
        [a, b].into_iter().find(is).map(|figure| figure.reported.as_str())
    };
    let Cause { cause, explanation, .. } = if let Some(words) = hedged(&[Hedge::MoreThan, Hedge::AtLeast]) {
        Cause::new(CauseCode::Understated, format!("“{words}” is true, and far below the other figure"))
    } else if let Some(words) = hedged(&[Hedge::FewerThan, Hedge::AtMost, Hedge::UpTo]) {
        Cause::new(CauseCode::Overstated, format!("“{words}” is true, and far above the other figure"))
    } else {
        Cause::new(CauseCode::Rounding, "they meet only at the edge of what the words allow")
    };
    Candidate::new(cause, Verdict::ConsistentAfterRounding, explanation)
}
