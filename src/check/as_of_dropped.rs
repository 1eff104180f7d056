//! R012: a dated figure repeated without its date.

use super::chain::{handed_on, taken_over};
use super::hedges::{quoted, read};
use super::rule::Rule;
use super::subject::{about, identity};
use super::words::{account, accounts};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity};
use crate::model::{Figure, Source};
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
    let undated: Vec<&Figure> = record
        .repetitions(origin)
        .filter(|repeat| is_undated(repeat) && !is_dated_by_its_source(record, origin, repeat))
        .collect();
    if undated.is_empty() {
        return None;
    }
    let all: Vec<&Figure> = std::iter::once(origin).chain(undated.iter().copied()).collect();
    let when = origin.key.timing.words();
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Discrepancy, identity(&all));
    finding.title = format!("The date of “{}” is not repeated", origin.reported);
    finding.message = format!(
        "{} is for {when}. It is repeated without that date as {}.{}",
        account(record.dataset(), origin),
        accounts(record.dataset(), undated.iter().copied()),
        taken_over(record, &handed_on(record, &undated, is_undated)),
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

/// Neither the account nor the words recorded of it say when.
fn is_undated(figure: &Figure) -> bool {
    let wording = figure.wording();
    let dated = |words: &String| read(&format!("120 {words}")).is_some_and(|words| words.period().is_some());
    figure.key.timing == Timing::NotStated
        && figure.reading().period().is_none()
        && quoted(figure).is_none_or(|words| words.period().is_none())
        && !wording.qualifiers.iter().chain(&wording.described_as).any(dated)
}

/// What a source says is so on the day on which it speaks needs no date, where that is the day of the figure.
fn is_dated_by_its_source(record: &Record, origin: &Figure, repeat: &Figure) -> bool {
    let Timing::AsOf(date) = origin.key.timing else { return false };
    let said = record.dataset().source(&repeat.source).and_then(Source::spoken_date);
    said.is_some_and(|said| said.earliest() <= date.latest() && date.earliest() <= said.latest())
}
