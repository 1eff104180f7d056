//! What keeps a change from being released: a past value that changes without a note, and a note that does not fit.

use super::noted::altered;
use super::{Aspect, Changes, Class, FigureChange, FigureState, MeasureChange, Presence};
use crate::finding::{Finding, RuleDoc, Severity, nearest};
use crate::model::{ChangeKind, ChangeNote, Dataset, Place};
use std::collections::BTreeSet;
use std::sync::Arc;

const WITHOUT_NOTE: RuleDoc = RuleDoc {
    code: "E007",
    name: "change-without-note",
    finds: "A value or definition that was released before and now differs or is gone, with no change note that says why.",
    matters: "Whoever cited the earlier value must be able to see what changed, why, what it does to conclusions, and who decided it.",
    example: "Edition 1 has “65”; the draft has “72” under the same id, and nothing under data/changes/ speaks of it.",
    resolve: "Write a note in data/changes/ that names the figure or its measure, or restore what was released.",
};

const ABOUT_NOTHING: RuleDoc = RuleDoc {
    code: "E008",
    name: "note-without-change",
    finds: "A new change note on a figure or measure that did not change since the last edition.",
    matters: "A note with a mistyped id explains nothing, and the change that it was written for goes without.",
    example: "A note on “staf-2024”, where the figure is “staff-2024”.",
    resolve: "Name what changed, or take it out of the note.",
};

const RELEASED_NOTE: RuleDoc = RuleDoc {
    code: "E014",
    name: "released-note-altered",
    finds: "A change note that an edition holds and that the draft has in other words, or no longer has.",
    matters: "The edition keeps the note as it was released; two versions of one reason are hard to explain.",
    example: "The reason of a correction, reworded after the release in which it was given.",
    resolve: "Leave released notes where they are; say what is new in a note of its own.",
};

const RENAMED: RuleDoc = RuleDoc {
    code: "E015",
    name: "figure-renamed",
    finds: "A figure that was released under another id.",
    matters: "Citations name the old id: on the moving page its address leads nowhere, and only frozen pages keep it.",
    example: "“staff-2024” of edition 1 is “all-staff-2024” in the draft.",
    resolve: "Keep the id that was released, whatever it says.",
};

const UNFIT: RuleDoc = RuleDoc {
    code: "E009",
    name: "note-does-not-fit",
    finds: "A change note whose kind cannot be that of the change: an update that alters what stood, a withdrawal of what still stands, or a revision of what is gone.",
    matters: "Revision, correction, update, restatement and withdrawal mean different things to whoever cited the figure.",
    example: "kind = \"update\" on a figure that was “65” and is “72”.",
    resolve: "Write the kind that it is: an update adds and leaves the past as it was.",
};

/// The documentation of these rules.
pub fn documentation() -> impl Iterator<Item = &'static RuleDoc> {
    [&WITHOUT_NOTE, &ABOUT_NOTHING, &UNFIT, &RELEASED_NOTE, &RENAMED].into_iter()
}

/// So many figures are named one by one.
const MOST_NAMED: usize = 5;
/// So many ids are written out for a note, to be copied into it.
const MOST_TO_COPY: usize = 100;

/// What stands in the way of releasing these changes; a note on what did not change is a warning only.
#[must_use]
pub fn unexplained(changes: &Changes, before: &Dataset, after: &Dataset) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        changes.measures.iter().filter_map(|measure| without_note(measure, after)).collect();
    for note in &changes.notes {
        // Its place is known only where it can be edited.
        let note = after.change_note(&note.id).unwrap_or(note);
        findings.extend(about_nothing(note, changes, before, after));
        findings.extend(unfit(note, changes));
        findings.extend(dangling(note, after));
    }
    findings.extend(altered(before, after).into_iter().map(|(old, new)| released_note(old, new)));
    findings.extend(changes.figures().filter_map(|change| renamed(change, after)));
    findings
}

/// A note that was released and reads otherwise now, or is gone.
fn released_note(old: &ChangeNote, new: Option<&ChangeNote>) -> Finding {
    let place =
        new.and_then(|new| new.place.clone()).unwrap_or_else(|| Place::file(&Arc::from("data/changes")));
    let what = if new.is_some() { "reads otherwise now" } else { "is no longer there" };
    let message = format!("the note {}, which an edition holds, {what}", old.id);
    Finding {
        severity: Severity::Warning,
        ..Finding::input(&RELEASED_NOTE, place, message, RELEASED_NOTE.resolve)
    }
}

fn renamed(change: &FigureChange, after: &Dataset) -> Option<Finding> {
    let (old, new) = change.aspects.iter().find_map(|aspect| match aspect {
        Aspect::Renamed { before, after } => Some((before, after)),
        _ => None,
    })?;
    let place = after.figure(new)?.place()?.clone();
    let message = format!("the figure {new} was released as {old}");
    Some(Finding { severity: Severity::Warning, ..Finding::input(&RENAMED, place, message, RENAMED.resolve) })
}

/// A new note names nothing that is not on record.
fn dangling(note: &ChangeNote, after: &Dataset) -> Vec<Finding> {
    let source = note.source.as_ref().filter(|id| after.source(id).is_none());
    let source = source.map(|id| {
        let near = nearest(id.as_str(), after.sources().map(|source| source.id.as_str()));
        (format!("the source {id}, which is not on record"), near.map(str::to_owned))
    });
    let figure = note.replaced_by.as_ref().filter(|id| after.figure(id).is_none());
    let figure = figure.map(|id| {
        let near = nearest(id.as_str(), after.figures().iter().map(|figure| figure.id.as_str()));
        (format!("a replacement, the figure {id}, which is not on record"), near.map(str::to_owned))
    });
    let named = source.into_iter().chain(figure);
    named
        .map(|(message, near)| with_near(finding(&ABOUT_NOTHING, note, Severity::Error, message), near))
        .collect()
}

fn with_near(finding: Finding, near: Option<String>) -> Finding {
    match near {
        Some(near) => Finding { help: Some(format!("did you mean {near}?")), ..finding },
        None => finding,
    }
}

/// Of a figure in a new source, that source is the reason; what it replaces stands where it stood.
fn alters_itself(change: &FigureChange) -> bool {
    change.before.is_some() && change.class().alters()
}

fn without_note(measure: &MeasureChange, after: &Dataset) -> Option<Finding> {
    let silent: Vec<&FigureChange> =
        measure.figures.iter().filter(|figure| figure.note.is_none() && alters_itself(figure)).collect();
    let of_measure = measure.note.is_none().then(|| said_otherwise(measure)).flatten();
    let what = match (of_measure, silent.as_slice()) {
        (None, []) => return None,
        (Some(of_measure), []) => of_measure,
        (None, figures) => in_words(figures),
        (Some(of_measure), figures) => format!("{of_measure}; {}", in_words(figures)),
    };
    let place = silent.iter().find_map(|change| after.figure(&change.after.as_ref()?.id)?.place().cloned());
    // Figures that are gone and definitions stand in no row: the measure's own file is where to look.
    let of_measure = || Place::file(&Arc::from(format!("data/measures/{}.toml", measure.id)));
    let title = format!("“{}” changed without a note", measure.title);
    let place = place.unwrap_or_else(of_measure);
    let mut finding = Finding::input(&WITHOUT_NOTE, place, title, help(measure, &silent));
    finding.message = format!("Since the last edition: {what}.");
    Some(finding)
}

fn said_otherwise(measure: &MeasureChange) -> Option<String> {
    match measure.presence {
        Presence::Removed => Some("the measure is gone".to_owned()),
        Presence::Kept => measure.restatement().map(str::to_owned),
        Presence::Added => None,
    }
}

fn in_words(figures: &[&FigureChange]) -> String {
    let words = |state: &Option<FigureState>| state.as_ref().map(|state| state.reported.clone());
    let named: Vec<String> = figures
        .iter()
        .take(MOST_NAMED)
        .map(|change| match (words(&change.before), words(&change.after)) {
            (Some(was), Some(now)) if was == now => format!("{} {}", change.figure, change.class().of_one()),
            (Some(was), Some(now)) => {
                format!("{} was {} and is {}", change.figure, was.quoted(), now.quoted())
            }
            (Some(was), None) => format!("{}, {}, is gone", change.figure, was.quoted()),
            (None, _) => change.figure.to_string(),
        })
        .collect();
    let more = figures.len().saturating_sub(named.len());
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    named.join("; ") + &more
}

/// What the notes need: one for each kind of change, since what is gone was not revised.
fn help(measure: &MeasureChange, figures: &[&FigureChange]) -> String {
    let all = format!("measures = [\"{}\"]", measure.id);
    let mut wanted: Vec<String> = Vec::new();
    if measure.presence == Presence::Removed {
        wanted.push(format!("{all}, kind = \"withdrawal\""));
    } else if measure.is_restated() {
        wanted.push(format!("{all}, kind = \"restatement\" (or correction)"));
    } else {
        let (gone, altered): (Vec<&FigureChange>, Vec<&FigureChange>) =
            figures.iter().partition(|change| matches!(change.class(), Class::Removed | Class::Withheld));
        for (changes, kinds) in [(altered, "revision (or correction)"), (gone, "withdrawal (or correction)")]
        {
            if changes.len() > MOST_TO_COPY {
                wanted.push(format!("the ids of all {} under figures, kind = {kinds}", changes.len()));
            } else if !changes.is_empty() {
                let ids: Vec<String> =
                    changes.iter().map(|change| format!("\"{}\"", change.figure)).collect();
                wanted.push(format!("figures = [{}], kind = {kinds}", ids.join(", ")));
            }
        }
    }
    format!(
        "write in a file of data/changes/, whose first line is format = 1, a [[change]] with {}; each with id, date, what, \
         why, effect and by, and a correction with error: what was wrong when it was said",
        wanted.join("; and another with ")
    )
}

/// A note that names what neither side has is a mistake; what stands unchanged is pointed out.
fn about_nothing(note: &ChangeNote, changes: &Changes, before: &Dataset, after: &Dataset) -> Vec<Finding> {
    let changed: BTreeSet<_> = changes
        .figures()
        .flat_map(|change| [&change.before, &change.after])
        .flatten()
        .map(|state| &state.id)
        .collect();
    let figures = note.figures.iter().filter(|id| !changed.contains(id)).map(|id| {
        let is_known = before.figure(id).or_else(|| after.figure(id)).is_some();
        let near = nearest(id.as_str(), changed.iter().map(|id| id.as_str())).filter(|_| !is_known);
        let message = format!("the figure {id}, which {}", state(is_known));
        with_near(finding(&ABOUT_NOTHING, note, severity(is_known), message), near.map(str::to_owned))
    });
    let measures = note.measures.iter().filter(|id| changes.measure(id).is_none()).map(|id| {
        let is_known = before.measure(id).or_else(|| after.measure(id)).is_some();
        finding(
            &ABOUT_NOTHING,
            note,
            severity(is_known),
            format!("the measure {id}, which {}", state(is_known)),
        )
    });
    figures.chain(measures).collect()
}

fn severity(is_known: bool) -> Severity {
    if is_known { Severity::Warning } else { Severity::Error }
}

fn state(is_known: bool) -> &'static str {
    if is_known { "did not change" } else { "is not on record" }
}

fn unfit(note: &ChangeNote, changes: &Changes) -> Vec<Finding> {
    let explained = changes.figures().filter(|change| change.note.as_ref() == Some(&note.id));
    let unfit = explained.filter(|change| !fits(note.kind, change.class()));
    unfit
        .take(MOST_NAMED)
        .map(|change| {
            let message = format!("the figure {}, which {}", change.figure, change.class().of_one());
            let kinds = ChangeKind::ALL.into_iter().filter(|kind| fits(*kind, change.class()));
            let kinds: Vec<&str> = kinds.map(ChangeKind::words).collect();
            let help = format!("what fits: {}", kinds.join(", "));
            Finding { help: Some(help), ..finding(&UNFIT, note, Severity::Error, message) }
        })
        .collect()
}

fn fits(kind: ChangeKind, class: Class) -> bool {
    match kind {
        ChangeKind::Update => !class.alters() || class == Class::Given,
        ChangeKind::Withdrawal => !class.alters() || matches!(class, Class::Removed | Class::Withheld),
        ChangeKind::Revision => class != Class::Removed,
        // What was entered by mistake may go altogether; what is counted otherwise has other cells.
        ChangeKind::Correction | ChangeKind::Restatement => true,
    }
}

fn finding(rule: &'static RuleDoc, note: &ChangeNote, severity: Severity, message: String) -> Finding {
    let place = note.place.clone().unwrap_or_else(|| Place::file(&Arc::from("data/changes")));
    let message = format!("the {} {} is about {message}", note.kind.words(), note.id);
    Finding { severity, ..Finding::input(rule, place, message, rule.resolve) }
}
