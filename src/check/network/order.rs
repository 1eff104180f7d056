//! R023: a part, a shorter period or an earlier running total that is larger than what holds it.

use super::super::subject::about;
use super::case::Case;
use super::{Told, findings, severity, words};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc};
use crate::reconcile::{Record, Tie};

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "R023",
    name: "order-conflict",
    finds: "Figures that are not comparable as they stand, and break the order that must hold all the same: a part above its whole, a quarter above its year, fewer groups above more, a running total that falls.",
    matters: "Two figures that count different things can still rule one another out.",
    example: "“312 in the first quarter” beside “298 in the year”.",
    resolve: "Ask what each of the figures counts, and for which period.",
};

pub(super) fn run(record: &Record) -> Vec<Finding> {
    findings(record, Told::AsOrder, finding)
}

fn finding(record: &Record, case: &Case<'_>) -> Finding {
    let mut finding = Finding::new(&DOC, severity(case), Nature::Discrepancy, words::identity(case));
    words::describe(record, case, &mut finding);
    finding.title = title(case);
    finding.causes = causes(case);
    finding.settles = words::settles(record, case);
    finding.residual = case.gap.as_ref().map(|gap| gap.share.clone());
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, case.figures.iter().copied());
    finding
}

fn title(case: &Case<'_>) -> String {
    match case.gap.as_ref().map(|gap| gap.tie) {
        Some(Tie::WithinPeriod) => "A shorter period above the longer one".to_owned(),
        Some(Tie::WithinScope) => "Fewer groups above more".to_owned(),
        Some(_) => "A part above its whole".to_owned(),
        None => "A running total that falls".to_owned(),
    }
}

fn causes(case: &Case<'_>) -> Vec<Cause> {
    let (scope, words) = match case.gap.as_ref().map(|gap| gap.tie) {
        Some(Tie::WithinScope) => (CauseCode::Definition, "the groups may not be counted alike"),
        Some(Tie::WithinTotal | Tie::Codes) => (CauseCode::Coverage, "the total may not cover every code"),
        Some(Tie::WithinPeriod | Tie::Periods) => {
            (CauseCode::RevisedSince, "one of the two may have been revised after the other")
        }
        None => (CauseCode::DifferentBasePeriod, "the two may not count from the same start"),
    };
    vec![Cause::new(scope, words)]
}
