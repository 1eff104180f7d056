//! R024: figures that are tied together in too many ways to be decided within the limits.

use super::super::assumed::assumed;
use super::super::subject::about;
use super::super::words::some_reported;
use super::case::figures_of;
use crate::constraint::StatementId;
use crate::finding::{Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::Figure;
use crate::reconcile::Record;
use std::collections::BTreeSet;

pub(super) const DOC: RuleDoc = RuleDoc {
    code: "R024",
    name: "not-decided",
    finds: "Figures that depend on one another in so many ways that it was not decided, within fixed limits, whether all of them can hold.",
    matters: "Where nothing was found, nothing was shown either. A reader should not take silence for agreement.",
    example: "A table of hundreds of cells, each in words that can be read in two ways, whose totals depend on one another.",
    resolve: "Check these figures by hand, or record fewer relations between them.",
};

pub(super) fn run(record: &Record) -> Vec<Finding> {
    record.disagreements().undecided.iter().filter_map(|part| finding(record, part)).collect()
}

/// So many figures are named; the others are counted.
const MOST_NAMED: usize = 20;

fn finding(record: &Record, part: &[StatementId]) -> Option<Finding> {
    let figures: Vec<&Figure> = figures_of(record, part).collect();
    let first = figures.first()?;
    let measures: BTreeSet<&str> = figures.iter().map(|figure| figure.key.measure.as_str()).collect();
    let ids = figures.iter().flat_map(|figure| [figure.id.as_str(), figure.reported.as_str()]);
    let mut finding = Finding::new(&DOC, Severity::Note, Nature::Gap, ids);
    finding.title = format!("Not decided: whether {} figures fit together", figures.len());
    finding.message = format!(
        "{} depend on one another in too many ways for the limits of the check. Whether all of them can hold was not decided.{}",
        some_reported(&figures),
        if measures.len() > 1 { format!(" They are of {} measures.", measures.len()) } else { String::new() },
    );
    finding.verdict = Some(Verdict::NotEnoughKnown);
    finding.assumptions = assumed(record, figures.iter().copied());
    finding.measure = Some(first.key.measure.clone());
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, figures.into_iter().take(MOST_NAMED));
    Some(finding)
}
