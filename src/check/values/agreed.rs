//! Agreements put into words: one of them, or all that the same sources have on one measure.

use super::super::subject::{about, identity};
use super::super::words::{and, range, sentence, titles};
use super::agree::DOC;
use crate::finding::{Finding, Nature, Severity, Verdict};
use crate::model::{Figure, Measure};
use crate::period::Timing;
use crate::quantity::Interval;
use crate::reconcile::{Difference, Record};
use std::collections::BTreeSet;

/// Reports of one thing for one time, in different words, that can all be true together.
pub(super) struct Agreed<'a> {
    pub(super) figures: Vec<&'a Figure>,
    pub(super) words: BTreeSet<&'a str>,
    /// What all of them allow.
    pub(super) meeting: Interval,
    pub(super) verdict: Verdict,
    /// In what else they differ.
    pub(super) differences: BTreeSet<Difference>,
    /// None of them has a date.
    pub(super) undated: bool,
}

/// So many agreements of the same sources are quoted.
const MOST_QUOTED: usize = 3;

/// What the same sources agree on.
pub(super) fn finding(record: &Record, measure: &Measure, all: &[Agreed<'_>]) -> Finding {
    let figures = || all.iter().flat_map(|agreed| agreed.figures.iter().copied());
    let mut finding = match all {
        [one] => single(measure, one),
        several => series(record, measure, several),
    };
    if all.iter().all(|agreed| origins(record, agreed) <= 1) {
        let words = if all.iter().any(|agreed| derived(record, agreed).next().is_some()) {
            " Beside what was worked out from other figures they have one origin at most, so they do not confirm one another."
        } else {
            " They have one origin, so they do not confirm one another."
        };
        finding.message.push_str(words);
    }
    finding.verdict = all.iter().map(|agreed| agreed.verdict).max();
    finding.assumptions = assumptions(all);
    finding.assumptions.extend(record.rounding_assumed(figures()));
    about(&mut finding, figures());
    finding
}

fn single(measure: &Measure, agreed: &Agreed<'_>) -> Finding {
    let mut finding = Finding::new(&DOC, Severity::Note, Nature::Agreement, identity(&agreed.figures));
    finding.title = format!("{} {}", few(&agreed.words), agree(agreed.verdict));
    finding.message = format!(
        "{} can all be true together: all of them allow {}.",
        and(agreed.words.iter().map(|words| format!("“{words}”"))),
        range(&agreed.meeting, measure.quantity)
    );
    finding
}

/// Known by its measure and sources, so that it stays the same finding when the next month is added.
fn series(record: &Record, measure: &Measure, all: &[Agreed<'_>]) -> Finding {
    let sources: BTreeSet<_> =
        all.iter().flat_map(|agreed| &agreed.figures).map(|figure| &figure.source).collect();
    let identity = std::iter::once(measure.id.as_str()).chain(sources.iter().map(|id| id.as_str()));
    let mut finding = Finding::new(&DOC, Severity::Note, Nature::Agreement, identity);
    let verdict = all.iter().map(|agreed| agreed.verdict).max().unwrap_or(Verdict::Consistent);
    let extent = extent(record, all);
    finding.title = format!("Reports {} for {extent}", agree(verdict));
    let examples = all.iter().take(MOST_QUOTED).map(|agreed| example(record, measure, agreed));
    let rest = match all.len().saturating_sub(MOST_QUOTED) {
        0 => String::new(),
        1 => " It is the same with the other one.".to_owned(),
        more => format!(" It is the same with {more} others."),
    };
    finding.message = format!(
        "For {extent}, “{}” is given in different words that can all be true together ({}). {}.{rest}",
        measure.title,
        titles(record.dataset(), sources),
        sentence(&examples.collect::<Vec<_>>().join("; ")),
    );
    finding
}

fn agree(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::ConsistentAfterRounding => "agree within rounding",
        _ => "agree",
    }
}

/// `for January 2024, north, “1,230” and “1,234” allow 1,234`.
fn example(record: &Record, measure: &Measure, agreed: &Agreed<'_>) -> String {
    let first = agreed.figures.first();
    let timing = first.map(|figure| record.lineage().timing(figure));
    let time = timing.filter(|timing| **timing != Timing::NotStated).map(Timing::words);
    let codes = first.into_iter().flat_map(|figure| &figure.key.dimensions);
    let parts = codes.map(|(dimension, code)| {
        let named = measure.dimensions.get(dimension).and_then(|dimension| dimension.codes.get(code));
        named.cloned().unwrap_or_else(|| code.to_string())
    });
    let at = time.into_iter().chain(parts).collect::<Vec<_>>().join(", ");
    let words = and(agreed.words.iter().map(|words| format!("“{words}”")));
    let allow = format!("{words} allow {}", range(&agreed.meeting, measure.quantity));
    if at.is_empty() { allow } else { format!("for {at}, {allow}") }
}

/// `60 periods`, `4 parts of the breakdown`, `240 figures (60 periods, 4 parts of the breakdown)`.
fn extent(record: &Record, all: &[Agreed<'_>]) -> String {
    let firsts = || all.iter().filter_map(|agreed| agreed.figures.first());
    let times: BTreeSet<&Timing> = firsts().map(|figure| record.lineage().timing(figure)).collect();
    let parts: BTreeSet<_> = firsts().map(|figure| &figure.key.dimensions).collect();
    let when = if times.iter().all(|timing| matches!(timing, Timing::AsOf(_))) {
        "dates"
    } else if times.iter().all(|timing| matches!(timing, Timing::During(_))) {
        "periods"
    } else {
        "dates and periods"
    };
    match (times.len(), parts.len()) {
        (times, 1) if times == all.len() => format!("{times} {when}"),
        (1, parts) if parts == all.len() => format!("{parts} parts of the breakdown"),
        (1, _) | (_, 1) => format!("{} figures", all.len()),
        (times, parts) => format!("{} figures ({times} {when}, {parts} parts of the breakdown)", all.len()),
    }
}

/// Each once, in the order in which they come up.
fn assumptions(all: &[Agreed<'_>]) -> Vec<String> {
    let date = all.iter().any(|agreed| agreed.undated).then(|| "the same date for all of them".to_owned());
    let fields: BTreeSet<Difference> =
        all.iter().flat_map(|agreed| agreed.differences.iter().copied()).collect();
    let fields = and(fields.iter().map(|field| field.words().to_owned()));
    let meant =
        (!fields.is_empty()).then(|| format!("that they mean the same, though they differ in {fields}"));
    date.into_iter().chain(meant).collect()
}

/// How many independent origins the reports have. What was worked out from other figures is none of its own.
fn origins(record: &Record, agreed: &Agreed<'_>) -> usize {
    let roots = agreed.figures.iter().map(|figure| record.root(figure));
    let own = roots.filter(|root| !record.independence().is_derived(root));
    own.map(|root| record.independence().lead(&root.source)).collect::<BTreeSet<_>>().len()
}

/// The reports that go back to a figure worked out from others.
fn derived<'a>(record: &'a Record, agreed: &'a Agreed<'a>) -> impl Iterator<Item = &'a Figure> {
    let figures = agreed.figures.iter().copied();
    figures.filter(|figure| record.independence().is_derived(record.root(figure)))
}

/// The words of the reports, for a heading: three at most.
fn few(words: &BTreeSet<&str>) -> String {
    let quoted = words.iter().map(|words| format!("“{words}”"));
    match words.len() {
        0..=3 => and(quoted),
        more => and(quoted.take(2).chain(std::iter::once(format!("{} more", more - 2)))),
    }
}
