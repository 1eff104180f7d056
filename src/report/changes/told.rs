//! A changed figure as a line of text.

use crate::model::FigureKey;
use crate::quantity::{Rational, print};
use crate::revision::{Changes, FigureChange, MeasureChange, Repetition};

/// A changed figure in words.
pub(super) struct Told {
    /// What the figure is of: its date or period, and its breakdown.
    pub(super) of: String,
    /// The source it is from, by id.
    pub(super) source: String,
    /// "revised (correction)".
    pub(super) what: String,
    /// What it was, if it was there.
    pub(super) was: Option<String>,
    /// What it is, if it still is.
    pub(super) now: Option<String>,
    /// By how much it differs: "up 7 (10.8%)".
    pub(super) by: Option<String>,
    /// Why, in the words of the note.
    pub(super) why: Option<String>,
}

impl Told {
    pub(super) fn of(changes: &Changes, change: &FigureChange) -> Self {
        let newest = change.newest();
        let [was, now] = change.sides(breakdown);
        Self {
            of: newest.map(|state| about(&state.key)).unwrap_or_default(),
            source: newest.map(|state| state.source.to_string()).unwrap_or_default(),
            what: change.what(),
            was,
            now,
            by: change.revised().and_then(|by| by.words()),
            why: changes.note_on(change).map(|note| note.why.clone()),
        }
    }
}

fn about(key: &FigureKey) -> String {
    let codes = key.dimensions.iter().map(|(id, code)| format!("{id} {code}"));
    let parts: Vec<String> = std::iter::once(key.timing.words()).chain(codes).collect();
    parts.join(", ")
}

fn breakdown(key: &FigureKey) -> String {
    let codes = key.dimensions.iter().map(|(id, code)| format!("{id} {code}"));
    codes.collect::<Vec<_>>().join(", ")
}

/// What became of the measure itself, where anything did.
pub(super) fn declared(measure: &MeasureChange) -> Vec<String> {
    let field = |change: &crate::revision::FieldChange| match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!("{}: was “{before}”, now “{after}”", change.label()),
        (Some(before), None) => format!("{}: was “{before}”, no longer given", change.label()),
        (None, after) => format!("{}: now “{}”", change.label(), after.as_deref().unwrap_or_default()),
    };
    let presence = match measure.presence {
        crate::revision::Presence::Added => Some("the measure is new".to_owned()),
        crate::revision::Presence::Removed => Some("the measure was removed".to_owned()),
        crate::revision::Presence::Kept => None,
    };
    presence.into_iter().chain(measure.fields.iter().map(field)).collect()
}

/// What new sources only say again, a line for each.
pub(super) fn repeated(measure: &MeasureChange) -> Vec<String> {
    let line = |Repetition { source, before, count }: Repetition| {
        let number = print::number(&Rational::from(i64::try_from(count).unwrap_or(i64::MAX)));
        let figures = if count == 1 { "figure" } else { "figures" };
        format!("{number} {figures} of {source}: the same as in {before}")
    };
    measure.repeated().into_iter().map(line).collect()
}

/// Sources, bodies, positions and relations that came, went or changed, by id.
pub(super) fn beside(changes: &Changes) -> Vec<String> {
    let sources = changes.sources.iter().map(|change| format!("source {}: {}", change.id(), change.verb()));
    let bodies = changes.bodies.iter().map(|change| format!("body {}: {}", change.id(), change.verb()));
    let positions =
        changes.positions_told().map(|change| format!("position {}: {}", change.id(), change.verb()));
    let relations =
        changes.relations.iter().map(|change| format!("relation {}: {}", change.id(), change.verb()));
    sources.chain(bodies).chain(positions).chain(relations).collect()
}
