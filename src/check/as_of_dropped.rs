//! R012: a dated figure repeated without its date.

use super::rule::Rule;
use super::subject::{about, identity};
use super::words::{account, accounts};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity};
use crate::model::Figure;
use crate::period::Timing;
use crate::reconcile::Record;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R012",
    name: "as-of-dropped",
    finds: "A figure for a stated date or period, repeated without it.",
    matters: "Without its date a past position reads as the present one.",
    example: "“312 on 31 March”, repeated in September as “there are 312”.",
    resolve: "Repeat the date with the figure.",
};

fn run(record: &Record) -> Vec<Finding> {
    record.dataset().figures().iter().filter_map(|origin| dropped(record, origin)).collect()
}

fn dropped(record: &Record, origin: &Figure) -> Option<Finding> {
    if origin.key.timing == Timing::NotStated {
        return None;
    }
    let undated: Vec<&Figure> = record.repetitions(origin).filter(|repeat| is_undated(repeat)).collect();
    if undated.is_empty() {
        return None;
    }
    let all: Vec<&Figure> = std::iter::once(origin).chain(undated.iter().copied()).collect();
    let when = origin.key.timing.words();
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Discrepancy, identity(&all));
    finding.title = format!("The date of “{}” is not repeated", origin.reported);
    finding.message = format!(
        "{} is for {when}. It is repeated without that date as {}.",
        account(record.dataset(), origin),
        accounts(record.dataset(), undated.iter().copied())
    );
    finding.causes.push(Cause::new(
        CauseCode::DifferentAsOf,
        format!(
            "the origin is for {when}, {} no date",
            if undated.len() == 1 { "the repetition gives" } else { "the repetitions give" }
        ),
    ));
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, all);
    Some(finding)
}

/// Neither the account nor the words quoted say when.
fn is_undated(figure: &Figure) -> bool {
    figure.key.timing == Timing::NotStated && figure.reading().period().is_none()
}
