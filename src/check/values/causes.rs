//! Why two values may differ, likeliest first, three at most.

use crate::finding::{Cause, CauseCode, Verdict};
use crate::model::Figure;
use crate::quantity::{Hedge, Rational, print};
use crate::reconcile::{Agreement, Difference, Record, slips};

pub(super) fn causes(
    record: &Record,
    (a, b): (&Figure, &Figure),
    held: &Agreement,
    differences: &[Difference],
) -> Vec<Cause> {
    let mut causes: Vec<Cause> = differences.iter().filter_map(|field| by_field(*field)).collect();
    if let Some((x, y)) = record.value(a).zip(record.value(b)) {
        if held.verdict == Verdict::Marginal {
            causes.push(loose(a, b));
        }
        if let Some((x, y)) = x.nominal.as_deref().zip(y.nominal.as_deref()) {
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

/// Why two reports meet only on the loosest reading: a bound far from the other number, or the edge of a hedge.
fn loose(a: &Figure, b: &Figure) -> Cause {
    let hedged = |hedges: &[Hedge]| {
        let is = |figure: &&Figure| figure.reading().amount().is_some_and(|x| hedges.contains(&x.hedge()));
        [a, b].into_iter().find(is).map(|figure| figure.reported.as_str())
    };
    if let Some(words) = hedged(&[Hedge::MoreThan, Hedge::AtLeast]) {
        return Cause::new(
            CauseCode::Understated,
            format!("“{words}” is true, and far below the other figure"),
        );
    }
    match hedged(&[Hedge::FewerThan, Hedge::AtMost, Hedge::UpTo]) {
        Some(words) => {
            Cause::new(CauseCode::Overstated, format!("“{words}” is true, and far above the other figure"))
        }
        None => Cause::new(CauseCode::Rounding, "they meet only at the edge of what the words allow"),
    }
}

fn by_field(field: Difference) -> Option<Cause> {
    let code = match field {
        Difference::CountingUnit => CauseCode::CountingUnit,
        Difference::Includes => CauseCode::Definition,
        Difference::Extent => CauseCode::Coverage,
        Difference::Timing => CauseCode::DifferentAsOf,
        Difference::Form => CauseCode::UnitSlip,
        Difference::Measure | Difference::Dimensions | Difference::Basis => return None,
    };
    Some(Cause::new(code, format!("they differ in {}", field.words())))
}

/// Numbers below this are the same in two periods too often to mean anything.
const LEAST_TELLING: i64 = 100;

/// The value equals that of an earlier period, reported by a different source, to the digit.
fn stale(record: &Record, suspect: &Figure, other: &Figure) -> Option<Cause> {
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
    Some(Cause::new(
        CauseCode::StaleFigure,
        format!(
            "{} is also the figure for {}",
            print::number(&value),
            record.lineage().timing(earlier).words()
        ),
    ))
}
