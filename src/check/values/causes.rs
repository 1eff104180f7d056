//! Why two values may differ, likeliest first, three at most.

use crate::finding::{Cause, CauseCode, Verdict};
use crate::model::Figure;
use crate::period::TimingMatch;
use crate::quantity::print;
use crate::reconcile::{Agreement, Difference, Record, slips};

pub(super) fn causes(
    record: &Record,
    (a, b): (&Figure, &Figure),
    held: &Agreement,
    differences: &[Difference],
) -> Vec<Cause> {
    let mut causes: Vec<Cause> = differences.iter().filter_map(|field| by_field(*field)).collect();
    if let (Some(x), Some(y)) = (a.reading().amount(), b.reading().amount()) {
        if held.verdict == Verdict::Marginal {
            causes.push(Cause::new(
                CauseCode::Understated,
                "one report is true of the other only as a distant bound",
            ));
        }
        if let Some((x, y)) = x.nominal_point().zip(y.nominal_point()) {
            causes.extend(slips(x, y));
        }
    }
    if let Some(stale) = stale(record, a, b).or_else(|| stale(record, b, a)) {
        causes.push(stale);
    }
    if causes.is_empty() {
        causes.push(Cause::new(CauseCode::Unexplained, "nothing on record here explains the difference"));
    }
    causes.truncate(3);
    causes
}

fn by_field(field: Difference) -> Option<Cause> {
    let code = match field {
        Difference::CountingUnit => CauseCode::CountingUnit,
        Difference::Includes => CauseCode::Definition,
        Difference::Extent => CauseCode::Coverage,
        Difference::Timing => CauseCode::DifferentAsOf,
        Difference::Measure | Difference::Dimensions | Difference::Basis => return None,
    };
    Some(Cause::new(code, format!("they differ in {}", field.words())))
}

/// The value equals another period's, reported by a different source, to the digit.
fn stale(record: &Record, suspect: &Figure, other: &Figure) -> Option<Cause> {
    let value = suspect.reading().amount()?.cuts().support().as_point()?.clone();
    let earlier = record.dataset().figures_of(&suspect.key.measure).iter().find(|figure| {
        figure.source != suspect.source
            && figure.key.dimensions == suspect.key.dimensions
            && record.lineage().timing(figure).compare(record.lineage().timing(other))
                == TimingMatch::Different
            && figure.reading().amount().and_then(|x| x.cuts().support().as_point()) == Some(&value)
    })?;
    Some(Cause::new(
        CauseCode::StaleFigure,
        format!(
            "{} is also the figure for {}",
            print::number(&value),
            record.lineage().timing(earlier).words()
        ),
    ))
}
