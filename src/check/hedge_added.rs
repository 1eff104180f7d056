//! R019: a figure repeated with a hedge that its origin does not have, or of another kind.

use super::chain::{ancestors, handed_on, taken_over};
use super::hedges::{is_bare, is_close_by, same_number, says, side};
use super::rule::Rule;
use super::subject::{about, identity};
use super::words::account;
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::Figure;
use crate::quantity::{Alpha, Hedge};
use crate::reconcile::Record;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R019",
    name: "hedge-added",
    finds: "A figure repeated with a hedge that its origin does not have, or with one that says something else: “at least 65” for “c.65”. A fair rounding (“over 53,000” for 53,298) is not one.",
    matters: "“About”, “at least” and “nearly” each say something of where a number lies. A repetition that changes the word changes what is said.",
    example: "A table gives 53,298; a report gives “nearly 54,000”, although the number lies nearer to 53,000.",
    resolve: "Repeat the hedge of the origin, or round to the side on which the number lies.",
};

/// What a repetition does to the hedge of its origin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shift {
    /// It names a side of the number, where the origin names none.
    SideAdded,
    /// It names the other side.
    SideTurned,
    /// It presents the number as all but another that lies further off.
    Stretched,
    /// It says that the number is close, where the origin sets a limit.
    LimitToNear,
    /// It hedges what the origin gives exactly.
    Hedged,
}

impl Shift {
    fn severity(self) -> Severity {
        match self {
            Self::SideAdded | Self::SideTurned | Self::Stretched => Severity::Warning,
            Self::LimitToNear | Self::Hedged => Severity::Note,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::SideAdded => "the origin does not say on which side of the number it lies",
            Self::SideTurned => "the origin puts it on the other side",
            Self::Stretched => "the origin’s number fits those words only on a loose reading",
            Self::LimitToNear => "the origin sets a limit and does not say that the number is close to it",
            Self::Hedged => "the origin gives the number exactly",
        }
    }
}

fn run(record: &Record) -> Vec<Finding> {
    record.dataset().figures().iter().filter_map(|origin| added(record, origin)).collect()
}

fn added(record: &Record, origin: &Figure) -> Option<Finding> {
    let before = origin.reading().amount()?;
    let shifts: Vec<(&Figure, Shift)> = record
        .repetitions(origin)
        .filter_map(|repeat| Some((repeat, shift_at(record, origin, repeat)?)))
        .collect();
    let severity = shifts.iter().map(|(_, shift)| shift.severity()).max()?;
    let all: Vec<&Figure> = std::iter::once(origin).chain(shifts.iter().map(|(repeat, _)| *repeat)).collect();
    let mut finding = Finding::new(&DOC, severity, Nature::Discrepancy, identity(&all));
    finding.title = format!("“{}” repeated with another hedge", origin.reported);
    finding.message = format!("{} {}.", account(record.dataset(), origin), says(before.hedge()));
    for (repeat, shift) in &shifts {
        finding.message.push_str(&repetition(record, repeat, *shift));
        let cause = Cause::new(
            CauseCode::AddedQualifier,
            format!("“{}” became “{}”", origin.reported, repeat.reported),
        );
        finding.causes.push(cause);
    }
    let verdicts = shifts.iter().filter_map(|(repeat, _)| record.held_together(origin, repeat));
    finding.verdict = verdicts.map(|held| held.verdict).max();
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, all);
    Some(finding)
}

fn repetition(record: &Record, repeat: &Figure, shift: Shift) -> String {
    let hedge = repeat.reading().amount().map_or(Hedge::Bare, |amount| amount.hedge());
    let kept = |figure: &Figure| {
        same_number(figure, repeat) && figure.reading().amount().is_some_and(|a| a.hedge() == hedge)
    };
    let later = handed_on(record, &[repeat], kept);
    format!(
        " {} {}: {}.{}",
        account(record.dataset(), repeat),
        says(hedge),
        shift.words(),
        taken_over(record, &later)
    )
}

/// What a direct repetition does to the hedge; none where its words are fair to any account in the chain before it.
fn shift_at(record: &Record, origin: &Figure, repeat: &Figure) -> Option<Shift> {
    let shift = shift(record, origin, repeat)?;
    let fair = |before: &&Figure| is_fair(record, before, repeat);
    (!ancestors(record, repeat).iter().any(fair)).then_some(shift)
}

/// The words are a fair account of the figure: the same hedge on the same number, or a round number that it fits.
fn is_fair(record: &Record, before: &Figure, repeat: &Figure) -> bool {
    let fits = record
        .held_together(before, repeat)
        .is_some_and(|held| held.verdict <= Verdict::ConsistentAfterRounding);
    fits && shift(record, before, repeat).is_none()
}

/// Words that R007 tells of, since the two cannot both be true, are left to it.
fn shift(record: &Record, origin: &Figure, repeat: &Figure) -> Option<Shift> {
    let (before, after) = (origin.reading().amount()?, repeat.reading().amount()?);
    let (from, to) = (before.hedge(), after.hedge());
    // "As many as 65" and "hardly 65" are words of size first, and R020 tells of them.
    let is_of_size = repeat.reading().stance().is_some() && matches!(to, Hedge::UpTo | Hedge::Approximately);
    if is_bare(repeat) || is_of_size {
        return None;
    }
    let held = record.held_together(origin, repeat)?;
    if held.verdict == Verdict::Inconsistent {
        return None;
    }
    if !same_number(origin, repeat) {
        let stretched = is_close_by(to) && held.verdict == Verdict::Marginal;
        return (stretched && before.form() == after.form()).then_some(Shift::Stretched);
    }
    let limit = matches!(from, Hedge::MoreThan | Hedge::AtLeast | Hedge::FewerThan | Hedge::AtMost);
    match (side(from), side(to)) {
        (Some(a), Some(b)) if a != b => Some(Shift::SideTurned),
        (Some(_), Some(_)) => (limit && is_close_by(to)).then_some(Shift::LimitToNear),
        (Some(_), None) => (limit && to == Hedge::Approximately).then_some(Shift::LimitToNear),
        (None, Some(_)) => Some(Shift::SideAdded),
        (None, None) => {
            let value = record.value(origin)?;
            let exact = is_bare(origin) && value.cuts.at(Alpha::Support).as_point().is_some();
            (exact && matches!(to, Hedge::Approximately | Hedge::PlusMinus)).then_some(Shift::Hedged)
        }
    }
}

/// Whether this rule tells of how a repetition words its origin, so that no other need.
pub(super) fn tells(record: &Record, a: &Figure, b: &Figure) -> bool {
    let pair = [(a, b), (b, a)].into_iter().find(|(origin, repeat)| record.lineage().repeats(repeat, origin));
    pair.is_some_and(|(origin, repeat)| shift_at(record, origin, repeat) == Some(Shift::Stretched))
}
