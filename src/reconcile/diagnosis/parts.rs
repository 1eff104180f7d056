//! A part read as an addition, or the reverse.

use super::between::made_up_by;
use super::candidate::Candidate;
use crate::finding::CauseCode;
use crate::finding::Verdict;
use crate::model::{Asserted, Figure};
use crate::reconcile::{Calculation, Record, between};

/// The total is right if one of the parts is counted in another already.
pub(super) fn counted_within(calculation: &Calculation<'_>) -> Option<Candidate> {
    let Asserted::Sum { parts, .. } = &*calculation.asserted else { return None };
    if parts.len() < 2 {
        return None;
    }
    let without = calculation.figures.iter().zip(&calculation.values).filter_map(|(part, value)| {
        let rest = calculation.computed.zip(&value.cuts, |sum, part| Some(sum.sub(part)))?;
        let reached = between(&calculation.stated.cuts, &rest, calculation.kind);
        let counts = value.nominal.as_deref().is_some_and(|number| number.signum() > 0);
        (counts && reached == Verdict::Consistent).then_some((reached, part))
    });
    let (reached, part) = without.min_by_key(|(reached, _)| *reached)?;
    let words = format!(
        "if “{}” is counted in another of the parts already, the rest gives “{}”",
        part.reported, calculation.result.reported
    );
    Some(Candidate::new(CauseCode::SubsetVsAdditional, reached, words))
}

/// One account has a group on top that the other has within, or leaves out.
pub(super) fn of_pair(record: &Record, a: &Figure, b: &Figure) -> Option<Candidate> {
    let found = made_up_by(record, a, b)?;
    let (code, said) = match found.relation {
        Some(_) => (CauseCode::SubsetVsAdditional, "a group set beside them, makes up the difference"),
        None => (CauseCode::Coverage, "another cell of the same table, makes up the difference"),
    };
    Some(Candidate::new(code, found.reached, format!("“{}”, {said}", found.figure.reported)))
}

/// A part that is larger than its whole can be a group of its own: then nothing holds the one to the other.
pub(super) fn separate(part: &Figure, whole: &Figure) -> Candidate {
    let words = format!("“{}” may be counted beside “{}” and not within it", part.reported, whole.reported);
    Candidate::new(CauseCode::SubsetVsAdditional, Verdict::ConsistentAfterRounding, words)
}
