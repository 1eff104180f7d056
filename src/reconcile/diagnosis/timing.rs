//! Figures for different times: unlike dates, another base period, an earlier figure repeated.

use super::between::LEAST_TELLING;
use super::candidate::Candidate;
use super::claim::Claim;
use super::series::{passes_through, trend};
use crate::finding::{CauseCode, Verdict};
use crate::model::{Asserted, Figure};
use crate::period::{Timing, TimingMatch};
use crate::quantity::{Interval, Rational, print};
use crate::reconcile::{Calculation, Record, between};

/// The dates differ, and the trend between them fits where one is on record; or one is not stated, and the series
/// passes through its number.
pub(super) fn of_pair(record: &Record, a: &Figure, b: &Figure) -> Option<Candidate> {
    let (from, to) = (record.lineage().timing(a), record.lineage().timing(b));
    let code = CauseCode::DifferentAsOf;
    match from.compare(to) {
        TimingMatch::Same => None,
        TimingMatch::Different => {
            let dates = format!("one figure is for {}, the other for {}", from.words(), to.words());
            let Some(trend) = trend(record, a, b) else {
                return Some(Candidate::new(code, Verdict::ConsistentAfterRounding, dates));
            };
            let (x, y) = record.value(a).zip(record.value(b))?;
            let by = Interval::point(trend.change);
            let moved = x.cuts.map(|cut| Some(cut.add(&by)))?;
            let reached = between(&moved, &y.cuts, record.kind(a));
            (reached <= Verdict::ConsistentAfterRounding)
                .then(|| Candidate::new(code, reached, format!("{dates}; compare {}", trend.words)))
        }
        TimingMatch::Overlapping | TimingMatch::Unknown => {
            let undated = if *from == Timing::NotStated { a } else { b };
            let number = record.value(undated)?.nominal?.into_owned();
            let words = passes_through(record, &undated.key, &number)?;
            Some(Candidate::new(code, Verdict::ConsistentAfterRounding, words))
        }
    }
}

/// The value equals that of an earlier period to the digit. It is stale only where a newer one was public by then.
pub(super) fn stale(record: &Record, suspect: &Figure, other: &Figure) -> Option<Candidate> {
    let value = suspect.reading().amount()?.cuts().support().as_point()?.clone();
    if value.abs() < Rational::from(LEAST_TELLING) {
        return None;
    }
    let now = record.lineage().timing(other).earliest()?;
    let earlier = record.dataset().figures_alike(&suspect.key).iter().find(|figure| {
        figure.source != suspect.source
            && record.lineage().timing(figure).latest().is_some_and(|then| then < now)
            && figure.reading().amount().and_then(|x| x.cuts().support().as_point()) == Some(&value)
    })?;
    let when = record.lineage().timing(earlier).words();
    let words = format!("{} is also the figure for {when}", print::number(&value));
    Some(if was_public(record, other, suspect) {
        Candidate::new(CauseCode::StaleFigure, Verdict::Consistent, words)
    } else {
        let words = format!("{words}, and “{}” was not public yet", other.reported);
        Candidate::new(CauseCode::DifferentAsOf, Verdict::Consistent, words)
    })
}

/// Whether a figure was public when another was said; it may have been where either date is not known.
fn was_public(record: &Record, figure: &Figure, when_said: &Figure) -> bool {
    let date = |figure: &Figure| record.dataset().source(&figure.source)?.public_date();
    match (date(figure), date(when_said)) {
        (Some(public), Some(said)) => public.earliest() <= said.latest(),
        _ => true,
    }
}

/// The change fits another base: the figure of another date that is on record, or one that is not, where the
/// date of the base is not stated.
pub(super) fn undated_base(calculation: &Calculation<'_>, claim: &Claim<'_>) -> Option<Candidate> {
    let Asserted::Change { old: Some(old), .. } = &*calculation.asserted else { return None };
    if claim.figure.id != *old || claim.figure.key.timing != Timing::NotStated {
        return None;
    }
    let words = format!(
        "the figures agree with a base of {}; the date of “{}” is not stated",
        print::interval_words(&claim.needed.typical().to_integers()?),
        claim.figure.reported
    );
    Some(Candidate::new(CauseCode::DifferentBasePeriod, Verdict::ConsistentAfterRounding, words))
}
