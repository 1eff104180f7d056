//! R016: totals, periods and relations that the figures on record cannot all meet.

use super::super::subject::about;
use super::super::words::some_reported;
use super::case::Case;
use super::{Told, findings, severity, words};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc};
use crate::reconcile::{Record, Tie, diagnosis};

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "R016",
    name: "totals-conflict",
    finds: "Figures that cannot all be true together with what ties them: a year and its quarters, a total and its parts, or several relations at once. The smallest such sets are given, and what could be set aside so that the rest holds.",
    matters: "Each figure may look sound by itself. Whoever adds them up gets another number than whoever reads the total.",
    example: "Quarters of 68, 70, 71 and 68 beside 270 for the year: they come to 277.",
    resolve: "Ask which of the figures were revised, and whether the parts and the total count the same things. Where a measure does not add up by its nature, declare `adds_up = false`.",
};

pub(super) fn run(record: &Record) -> Vec<Finding> {
    findings(record, Told::AsTotal, finding)
}

fn finding(record: &Record, case: &Case<'_>) -> Finding {
    let mut finding = Finding::new(&DOC, severity(case), Nature::Discrepancy, words::identity(case));
    words::describe(record, case, &mut finding);
    match &case.gap {
        Some(gap) => {
            let over = if gap.tie == Tie::Periods { "periods" } else { "parts" };
            finding.title = format!("“{}” is not the sum of its {over}", gap.whole.reported);
            finding.causes = diagnosis::of_total(record, gap.whole, &gap.sum);
        }
        None => finding.title = format!("{} do not fit together", some_reported(&case.figures)),
    }
    finding.causes.truncate(3);
    if finding.causes.is_empty() {
        let words = "nothing on record here explains the difference";
        finding.causes.push(Cause::new(CauseCode::Unexplained, words));
    }
    finding.settles = words::settles(record, case);
    finding.residual = case.gap.as_ref().map(|gap| gap.share.clone());
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, case.figures.iter().copied());
    finding
}
