//! R003: a figure repeated of another unit, of the whole instead of a part, or without its limits.

use super::chain::ancestors;
use super::plain::holds;
use super::rule::Rule;
use super::subject::{about, identity};
use super::unit::are_one;
use super::words::{account, and, title};
use crate::finding::{Cause, CauseCode, Finding, Nature, RuleDoc, Severity, Verdict};
use crate::model::{Extent, Figure};
use crate::reconcile::Record;

pub(super) const RULE: Rule = Rule { doc: &DOC, run };

const DOC: RuleDoc = RuleDoc {
    code: "R003",
    name: "scope-shift",
    finds: "A figure repeated with another counting unit, as the whole where its origin gives a part, or without the words that limit it.",
    matters: "The number is the same, but it is now said of something else.",
    example: "“40 staff working on appeals, with others in the regions” becomes “the entire team of 40 judges”.",
    resolve: "Repeat what the origin counted, in its words, with its limits.",
};

/// What one repetition changed.
struct Shift<'a> {
    figure: &'a Figure,
    changes: Vec<String>,
    causes: Vec<Cause>,
}

fn run(record: &Record) -> Vec<Finding> {
    record.dataset().figures().iter().filter_map(|origin| shifted(record, origin)).collect()
}

fn shifted(record: &Record, origin: &Figure) -> Option<Finding> {
    let shifts: Vec<Shift<'_>> =
        record.repetitions(origin).filter_map(|repeat| shift(record, origin, repeat)).collect();
    if shifts.is_empty() {
        return None;
    }
    let all: Vec<&Figure> = std::iter::once(origin).chain(shifts.iter().map(|shift| shift.figure)).collect();
    let mut finding = Finding::new(&DOC, Severity::Warning, Nature::Discrepancy, identity(&all));
    finding.title = format!("“{}” repeated with another unit or scope", origin.reported);
    finding.message = format!("{}{}.", account(record.dataset(), origin), limits(record, origin));
    for shift in &shifts {
        finding.message.push_str(&format!(
            " {}: {}.",
            title(record.dataset(), &shift.figure.source),
            and(shift.changes.iter().cloned())
        ));
    }
    finding.verdict = Some(Verdict::NotComparable);
    for cause in shifts.into_iter().flat_map(|shift| shift.causes) {
        if !finding.causes.iter().any(|known| known.cause == cause.cause) {
            finding.causes.push(cause);
        }
    }
    finding.help = Some(DOC.resolve.to_owned());
    about(&mut finding, all);
    Some(finding)
}

fn limits(record: &Record, origin: &Figure) -> String {
    let wording = origin.wording();
    let unit = record.dataset().measure(&origin.key.measure).map_or("units", |measure| measure.unit.as_str());
    let said = wording.counted_as.as_deref().or(wording.described_as.as_deref());
    let mut words = format!(" is said of {}", said.unwrap_or(unit));
    if wording.extent == Some(Extent::Part) {
        words.push_str(", as a part of what there is");
    }
    if !wording.qualifiers.is_empty() {
        let quoted = and(wording.qualifiers.iter().map(|qualifier| format!("“{qualifier}”")));
        words.push_str(&format!(", with the words {quoted}"));
    }
    words
}

fn shift<'a>(record: &'a Record, origin: &Figure, repeat: &'a Figure) -> Option<Shift<'a>> {
    let mut shift = Shift { figure: repeat, changes: Vec::new(), causes: Vec::new() };
    let before = ancestors(record, repeat);
    unit_changed(record, &before, &mut shift);
    extent_changed(record, &before, &mut shift);
    qualifiers_lost(origin, &mut shift);
    (!shift.changes.is_empty()).then_some(shift)
}

fn unit_changed(record: &Record, before: &[&Figure], shift: &mut Shift<'_>) {
    let stated: Vec<&str> =
        before.iter().filter_map(|figure| figure.wording().counted_as.as_deref()).collect();
    let measure = before.first().and_then(|origin| record.dataset().measure(&origin.key.measure));
    let from = stated.first().copied().or(measure.map(|measure| measure.unit.as_str()));
    let (Some(from), Some(to)) = (from, shift.figure.wording().counted_as.as_deref()) else { return };
    // To go back to the unit of an earlier account is no change of what was counted.
    if !stated.iter().chain([&from]).any(|unit| are_one(unit, to)) {
        shift.changes.push(format!("counted as {to}"));
        shift.causes.push(Cause::new(CauseCode::CountingUnit, format!("{from} became {to}")));
    }
}

fn extent_changed(record: &Record, before: &[&Figure], shift: &mut Shift<'_>) {
    let wording = shift.figure.wording();
    if wording.extent != Some(Extent::Whole) {
        return;
    }
    let mut stated = before.iter().enumerate().filter(|(_, figure)| figure.wording().extent.is_some());
    let Some((steps, nearest)) = stated.next() else { return };
    let whole = |figure: &Figure| figure.wording().extent == Some(Extent::Whole);
    if whole(nearest) || stated.any(|(_, figure)| whole(figure)) {
        return;
    }
    let words = wording.described_as.as_deref().unwrap_or("the whole");
    let beyond = if steps == 0 {
        String::new()
    } else {
        format!(", where {} gives a part", account(record.dataset(), nearest))
    };
    shift.changes.push(format!("given as all there is (“{words}”){beyond}"));
    shift.causes.push(Cause::new(CauseCode::Coverage, "a part was repeated as the whole"));
}

fn qualifiers_lost(origin: &Figure, shift: &mut Shift<'_>) {
    let qualifiers = origin.wording().qualifiers.iter();
    let lost: Vec<String> =
        qualifiers.filter(|words| !keeps(shift.figure, words)).map(|words| format!("“{words}”")).collect();
    if !lost.is_empty() {
        let lost = and(lost);
        shift.changes.push(format!("without {lost}"));
        shift.causes.push(Cause::new(CauseCode::DroppedQualifier, format!("{lost} not repeated")));
    }
}

/// The words stand somewhere in the account, in whatever column they are recorded.
fn keeps(figure: &Figure, words: &str) -> bool {
    let wording = figure.wording();
    let other = [wording.described_as.as_ref(), wording.quoted.as_ref(), wording.counted_as.as_ref()];
    let recorded = wording.qualifiers.iter().chain(other.into_iter().flatten()).chain([&figure.reported]);
    recorded.into_iter().any(|text| holds(text, words))
}
