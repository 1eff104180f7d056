//! Keys that differ: the groups included, how much of them, the unit, the kind of number.

use super::candidate::Candidate;
use super::wording::can_be_part;
use crate::finding::{CauseCode, Verdict};
use crate::model::{Extent, Figure};
use crate::reconcile::{Difference, Record};

pub(super) fn candidates(
    record: &Record,
    a: &Figure,
    b: &Figure,
    differences: &[Difference],
) -> Vec<Candidate> {
    differences.iter().filter_map(|field| by_field(record, a, b, *field)).collect()
}

fn by_field(record: &Record, a: &Figure, b: &Figure, field: Difference) -> Option<Candidate> {
    let (code, fits) = match field {
        Difference::CountingUnit => (CauseCode::CountingUnit, true),
        Difference::Form => (CauseCode::UnitSlip, true),
        Difference::Includes => (CauseCode::Definition, order_holds(record, a, b, includes_more)),
        Difference::Extent => (CauseCode::Coverage, order_holds(record, a, b, is_whole_of_part)),
        Difference::Measure | Difference::Dimensions | Difference::Basis | Difference::Timing => return None,
    };
    let words = format!("they differ in {}", field.words());
    fits.then(|| Candidate::new(code, Verdict::ConsistentAfterRounding, words))
}

/// Where one of the two holds the other, the smaller group must be able to be the smaller number.
fn order_holds(record: &Record, a: &Figure, b: &Figure, holds: impl Fn(&Figure, &Figure) -> bool) -> bool {
    match (holds(a, b), holds(b, a)) {
        (true, false) => can_be_part(record, b, a),
        (false, true) => can_be_part(record, a, b),
        _ => true,
    }
}

fn includes_more(whole: &Figure, part: &Figure) -> bool {
    whole.wording().includes.is_superset(&part.wording().includes)
}

fn is_whole_of_part(whole: &Figure, part: &Figure) -> bool {
    whole.wording().extent == Some(Extent::Whole) && part.wording().extent == Some(Extent::Part)
}

/// Groups of a part and its whole that are counted in other units or described with other groups included.
pub(super) fn of_groups(record: &Record, part: &Figure, whole: &Figure) -> Option<Candidate> {
    let unit = |figure: &Figure| {
        let own = figure.wording().counted_as.clone();
        own.or_else(|| record.dataset().measure(&figure.key.measure).map(|measure| measure.unit.clone()))
    };
    let (one, other) = (unit(part)?, unit(whole)?);
    if one != other {
        let words = format!("“{}” counts {one}, “{}” counts {other}", part.reported, whole.reported);
        return Some(Candidate::new(CauseCode::CountingUnit, Verdict::ConsistentAfterRounding, words));
    }
    let beyond = part.wording().includes.difference(&whole.wording().includes).next().is_some();
    let words = "the part is said to include groups that the whole is not said to include";
    beyond.then(|| Candidate::new(CauseCode::Definition, Verdict::ConsistentAfterRounding, words))
}
