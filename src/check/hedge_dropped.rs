//! R002: a hedged figure repeated without its hedge.

use super::rule::Rule;
use super::subject::{about, identity};
use super::words::{account, accounts, and};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity};
use crate::model::Figure;
use crate::quantity::Stance;
use crate::reconcile::Record;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R002",
    name: "hedge-dropped",
    finds: "A figure given with a hedge (“c.”, “around”, “nearly”) and repeated as the bare number.",
    matters: "The repetition claims more exactness than its origin gave, and may be quoted on as exact.",
    example: "An answer says “around 300 inspectors”; a report of it says “300 inspectors”.",
    resolve: "Quote the figure with the hedge of its origin.",
};

fn run(record: &Record) -> Vec<Finding> {
    record.dataset().figures().iter().filter_map(|origin| dropped(record, origin)).collect()
}

fn dropped(record: &Record, origin: &Figure) -> Option<Finding> {
    let amount = origin.reading().amount().filter(|amount| amount.hedge().is_hedged())?;
    let bare: Vec<&Figure> = record
        .repetitions(origin)
        .filter(|repeat| {
            repeat
                .reading()
                .amount()
                .is_some_and(|other| !other.hedge().is_hedged() && other.nominal() == amount.nominal())
        })
        .collect();
    if bare.is_empty() {
        return None;
    }
    let all: Vec<&Figure> = std::iter::once(origin).chain(bare.iter().copied()).collect();
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Discrepancy, identity(&all));
    finding.title = format!("“{}” repeated without its hedge", origin.reported);
    finding.message = format!(
        "{} is hedged. It is repeated without the hedge as {}.{}",
        account(record.dataset(), origin),
        accounts(record.dataset(), bare.iter().copied()),
        stances(&bare),
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

fn stances(bare: &[&Figure]) -> String {
    let with = |stance: Stance| -> Vec<String> {
        let quoted = bare.iter().filter(|figure| figure.reading().stance() == Some(stance));
        quoted.map(|figure| format!("“{}”", figure.reported)).collect()
    };
    [(with(Stance::Minimising), "small"), (with(Stance::Maximising), "large")]
        .into_iter()
        .map(|(list, effect)| match list.as_slice() {
            [] => String::new(),
            [one] => format!(" {one} adds a word that presents the number as {effect}."),
            _ => format!(" {} each add a word that presents the number as {effect}.", and(list)),
        })
        .collect()
}
