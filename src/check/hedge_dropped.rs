//! R002: a hedged figure repeated without its hedge.

use super::chain::{ancestors, handed_on, taken_over};
use super::hedges::{is_bare, is_hedged_elsewhere, same_number};
use super::rule::Rule;
use super::subject::{about, identity};
use super::words::{account, accounts};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity};
use crate::model::Figure;
use crate::reconcile::Record;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R002",
    name: "hedge-dropped",
    finds: "A figure given with a hedge (“c.”, “around”, “nearly”) and repeated as the bare number. Where a repetition is itself repeated, the step is named at which the hedge went.",
    matters: "The repetition claims more exactness than its origin gave, and may be quoted on as exact.",
    example: "An answer says “around 300 inspectors”; a report of it says “300 inspectors”.",
    resolve: "Quote the figure with the hedge of its origin.",
};

fn run(record: &Record) -> Vec<Finding> {
    record.dataset().figures().iter().filter_map(|origin| dropped(record, origin)).collect()
}

fn dropped(record: &Record, origin: &Figure) -> Option<Finding> {
    origin.reading().amount().filter(|amount| amount.hedge().is_hedged())?;
    let bare: Vec<&Figure> =
        record.repetitions(origin).filter(|repeat| drops(record, origin, repeat)).collect();
    if bare.is_empty() {
        return None;
    }
    let all: Vec<&Figure> = std::iter::once(origin).chain(bare.iter().copied()).collect();
    let later = handed_on(record, &bare, |figure| is_bare(figure) && same_number(origin, figure));
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Discrepancy, identity(&all));
    finding.title = format!("“{}” repeated without its hedge", origin.reported);
    finding.message = format!(
        "{} is hedged. It is repeated without the hedge as {}.{}",
        account(record.dataset(), origin),
        accounts(record.dataset(), bare.iter().copied()),
        taken_over(record, &later),
    );
    let verdicts = bare.iter().filter_map(|other| record.held_together(origin, other));
    finding.verdict = verdicts.map(|held| held.verdict).max();
    finding.causes.push(Cause::new(
        CauseCode::DroppedQualifier,
        format!(
            "the origin says “{}”, {} the same number without the hedge",
            origin.reported,
            if bare.len() == 1 { "the repetition gives" } else { "the repetitions give" },
        ),
    ));
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, all);
    Some(finding)
}

/// The repetition gives the number bare, and neither says elsewhere that it is not exact nor goes back to an account
/// that gave it bare.
fn drops(record: &Record, origin: &Figure, repeat: &Figure) -> bool {
    is_bare(repeat)
        && same_number(origin, repeat)
        && !is_hedged_elsewhere(repeat)
        && !ancestors(record, repeat).iter().any(|before| is_bare(before) && same_number(before, repeat))
}
