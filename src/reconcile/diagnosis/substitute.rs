//! Another figure of the same measure that would fit in the place of one that does not.

use super::between::LEAST_TELLING;
use super::candidate::Candidate;
use super::claim::Claim;
use crate::finding::{CauseCode, Verdict};
use crate::model::{Asserted, Figure};
use crate::period::TimingMatch;
use crate::quantity::{Rational, print};
use crate::reconcile::{Calculation, Record};
use std::collections::BTreeMap;

/// Figures of one measure that are tried.
const MOST: usize = 1_000;

/// For each way in which its key differs, the figure that comes nearest to what is needed.
pub(super) fn candidates(
    record: &Record,
    calculation: &Calculation<'_>,
    claim: &Claim<'_>,
) -> Vec<Candidate> {
    let telling = claim.needed_number.as_ref().is_some_and(|number| *number >= Rational::from(LEAST_TELLING));
    if !telling {
        return Vec::new();
    }
    let mut nearest: BTreeMap<CauseCode, (Rational, Candidate)> = BTreeMap::new();
    for other in record.dataset().figures_of(&claim.figure.key.measure).iter().take(MOST) {
        let Some((off, candidate)) = tried(record, calculation, claim, other) else { continue };
        let code = candidate.cause.cause;
        if nearest.get(&code).is_none_or(|(least, _)| off < *least) {
            nearest.insert(code, (off, candidate));
        }
    }
    nearest.into_values().map(|(_, candidate)| candidate).collect()
}

fn tried(
    record: &Record,
    calculation: &Calculation<'_>,
    claim: &Claim<'_>,
    other: &Figure,
) -> Option<(Rational, Candidate)> {
    let named =
        calculation.figures.iter().any(|figure| figure.id == other.id) || calculation.result.id == other.id;
    if named || !other.basis.states_a_fact() {
        return None;
    }
    let code = difference(record, calculation, claim.figure, other)?;
    let value = record.value(other)?;
    let number = value.nominal.as_deref().filter(|number| claim.number() != Some(*number))?;
    let reached = claim.fits(&value.cuts)?;
    // Sums must be met to the digit: some figure of a long series always comes near.
    let exact = reached == Verdict::Consistent || code == CauseCode::DifferentBasePeriod;
    let off = (number - claim.needed_number.as_ref()?).abs();
    let when = record.lineage().timing(other).words();
    let words = format!(
        "{}, another figure of the same measure ({when}), fits in the place of “{}”",
        print::number(number),
        claim.figure.reported
    );
    exact.then(|| (off, Candidate::new(code, reached, words).of(claim.figure)))
}

fn difference(
    record: &Record,
    calculation: &Calculation<'_>,
    item: &Figure,
    other: &Figure,
) -> Option<CauseCode> {
    let timing = record.lineage().timing(item).compare(record.lineage().timing(other));
    let is_base =
        matches!(&*calculation.asserted, Asserted::Change { old: Some(old), .. } if *old == item.id);
    if item.key.dimensions != other.key.dimensions {
        return (timing == TimingMatch::Same).then_some(CauseCode::Coverage);
    }
    match timing {
        TimingMatch::Different | TimingMatch::Unknown if is_base => Some(CauseCode::DifferentBasePeriod),
        TimingMatch::Different | TimingMatch::Unknown => Some(CauseCode::DifferentAsOf),
        TimingMatch::Same if item.wording().includes != other.wording().includes => {
            Some(CauseCode::Definition)
        }
        TimingMatch::Same | TimingMatch::Overlapping => None,
    }
}
