//! A hedge or a limiting word that only one of two accounts has.

use super::candidate::Candidate;
use crate::finding::{CauseCode, Verdict};
use crate::model::Figure;
use crate::quantity::End;
use crate::reconcile::Record;

pub(super) fn candidates(record: &Record, a: &Figure, b: &Figure) -> Vec<Candidate> {
    [hedge(record, a, b), limited(record, a, b), limited(record, b, a)].into_iter().flatten().collect()
}

/// The same number, with a hedge in one account and none in the other: the bound of the hedge shuts it out.
fn hedge(record: &Record, a: &Figure, b: &Figure) -> Option<Candidate> {
    let (x, y) = (a.reading().amount()?, b.reading().amount()?);
    let differ = x.hedge().is_hedged() != y.hedge().is_hedged();
    if !differ || x.nominal_point()? != y.nominal_point()? {
        return None;
    }
    let (hedged, bare) = if x.hedge().is_hedged() { (a, b) } else { (b, a) };
    let code = if record.root(hedged).id == bare.id {
        CauseCode::AddedQualifier
    } else {
        CauseCode::DroppedQualifier
    };
    let words = format!("“{}” and “{}” give the same number", hedged.reported, bare.reported);
    Some(Candidate::new(code, Verdict::Consistent, words))
}

/// One account limits what is counted in words that the other does not have, and its figure is the smaller one.
fn limited(record: &Record, limited: &Figure, other: &Figure) -> Option<Candidate> {
    let more = &other.wording().qualifiers;
    let words = limited.wording().qualifiers.iter().find(|words| !more.contains(words))?;
    can_be_part(record, limited, other).then(|| {
        let words = format!("“{words}” stands with “{}” alone", limited.reported);
        Candidate::new(CauseCode::DroppedQualifier, Verdict::ConsistentAfterRounding, words)
    })
}

/// Whether one figure may be no larger than another.
pub(super) fn can_be_part(record: &Record, part: &Figure, whole: &Figure) -> bool {
    let Some((part, whole)) = record.value(part).zip(record.value(whole)) else { return false };
    let bound = |end: &End| end.value().cloned();
    match (bound(part.cuts.support().lo()), bound(whole.cuts.support().hi())) {
        (Some(least), Some(most)) => least <= most,
        _ => true,
    }
}
