//! What changed, for a terminal.

use super::told::{Told, beside, declared, repeated};
use super::{Sides, discrepancies};
use crate::report::visible;
use crate::revision::Changes;

/// Writes what changed: one sentence, the notes, each measure with its figures, then what became of discrepancies.
#[must_use]
pub fn render(changes: &Changes, sides: &Sides) -> String {
    let mut text = format!("{}: {}\n", sides.heading(), changes.sentence());
    for note in &changes.notes {
        text.push_str(&format!(
            "\n{} {}, {}, by {}\n  what: {}\n",
            note.kind.words(),
            note.id,
            note.date.words(),
            visible(&note.by),
            visible(&note.what),
        ));
        let error = note.error.as_ref().map(|error| format!("  what was wrong: {}\n", visible(error)));
        text.push_str(&error.unwrap_or_default());
        text.push_str(&format!("  why: {}\n  effect: {}\n", visible(&note.why), visible(&note.effect)));
    }
    for measure in &changes.measures {
        text.push_str(&format!("\n{}\n", visible(&measure.title)));
        for line in declared(measure) {
            text.push_str(&format!("  {}\n", visible(&line)));
        }
        for change in measure.told() {
            text.push_str(&figure(&change.figure.to_string(), &Told::of(changes, change)));
        }
        for line in repeated(measure) {
            text.push_str(&format!("  {}\n", visible(&line)));
        }
    }
    let parts = beside(changes);
    if !parts.is_empty() {
        text.push_str("\nbeside the figures\n");
        parts.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    }
    for (heading, lines) in discrepancies(changes).into_iter().filter(|(_, lines)| !lines.is_empty()) {
        text.push_str(&format!("\n{heading}\n"));
        lines.iter().for_each(|line| text.push_str(&format!("  {}\n", visible(line))));
    }
    text
}

fn figure(id: &str, told: &Told) -> String {
    let by = told.by.as_ref().map(|by| format!(", {by}")).unwrap_or_default();
    let quoted = |words: &Option<String>, none: &str| match words {
        Some(words) => format!("“{}”", visible(words)),
        None => none.to_owned(),
    };
    let mut line = format!(
        "  {id} ({}; {}): {}: {} → {}{by}\n",
        visible(&told.of),
        told.source,
        told.what,
        quoted(&told.was, "not there"),
        quoted(&told.now, "gone")
    );
    if let Some(why) = &told.why {
        line.push_str(&format!("    why: {}\n", visible(why)));
    }
    line
}
