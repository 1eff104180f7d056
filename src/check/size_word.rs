//! R020: a repetition adds a word that presents the number as small or as large.

use super::chain::ancestors;
use super::rule::Rule;
use super::subject::{about, identity};
use super::words::{account, accounts};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity};
use crate::model::Figure;
use crate::quantity::Stance;
use crate::reconcile::Record;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R020",
    name: "word-of-size-added",
    finds: "A repetition that presents a number as small (“only”, “just”) or as large (“as many as”, “a staggering”), where its origin does neither.",
    matters: "The number is the same. Whether it is small or large is a judgement, and it is that of the repetition.",
    example: "An answer says “40 staff”; a report of it says “only 40 staff”.",
    resolve: "Leave the word with the account that used it; do not repeat it as part of the figure.",
};

fn run(record: &Record) -> Vec<Finding> {
    record.dataset().figures().iter().filter_map(|origin| added(record, origin)).collect()
}

fn added(record: &Record, origin: &Figure) -> Option<Finding> {
    let with: Vec<&Figure> = record.repetitions(origin).filter(|repeat| adds(record, repeat)).collect();
    if with.is_empty() {
        return None;
    }
    let all: Vec<&Figure> = std::iter::once(origin).chain(with.iter().copied()).collect();
    let mut finding = Finding::new(&DOC, severity(origin), Nature::Discrepancy, identity(&all));
    finding.title = format!("“{}” repeated with a word of size", origin.reported);
    finding.message = format!("{} {}.", account(record.dataset(), origin), presented(origin));
    for (stance, effect) in [(Stance::Minimising, "small"), (Stance::Maximising, "large")] {
        let those = with.iter().copied().filter(|figure| figure.reading().stance() == Some(stance));
        let words = accounts(record.dataset(), those);
        if !words.is_empty() {
            finding.message.push_str(&format!(" It is presented as {effect} in {words}."));
        }
    }
    finding.causes.push(Cause::new(CauseCode::AddedQualifier, "the word of size is not the origin’s"));
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, all);
    Some(finding)
}

/// To turn round what the origin says of the size is more than to add to it.
fn severity(origin: &Figure) -> Severity {
    if origin.reading().stance().is_some() { Severity::Warning } else { Severity::Note }
}

fn presented(origin: &Figure) -> &'static str {
    match origin.reading().stance() {
        Some(Stance::Minimising) => "presents it as small",
        Some(Stance::Maximising) => "presents it as large",
        None => "has no word of size",
    }
}

/// Nobody before in the chain presents the number in that way, or says no more than a number can.
fn adds(record: &Record, repeat: &Figure) -> bool {
    let stance = repeat.reading().stance();
    stance.is_some()
        && repeat.reading().amount().is_some()
        && !ancestors(record, repeat).iter().any(|before| before.reading().stance() == stance)
}
