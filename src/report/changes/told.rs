//! A changed figure as a line of text.

use crate::model::FigureKey;
use crate::revision::{Changes, FigureChange, FigureState, MeasureChange};

/// A changed figure in words.
pub(super) struct Told {
    /// What the figure is of: its date or period, and its breakdown.
    pub(super) of: String,
    /// The source it is from, by id.
    pub(super) source: String,
    /// "revised (correction)".
    pub(super) what: String,
    /// What it was.
    pub(super) was: String,
    /// What it is.
    pub(super) now: String,
    /// By how much it differs: "up 7 (10.8%)".
    pub(super) by: Option<String>,
    /// Why, in the words of the note.
    pub(super) why: Option<String>,
}

impl Told {
    pub(super) fn of(changes: &Changes, change: &FigureChange) -> Self {
        let newest = change.newest();
        Self {
            of: newest.map(|state| about(&state.key)).unwrap_or_default(),
            source: newest.map(|state| state.source.to_string()).unwrap_or_default(),
            what: change.what(),
            was: words(change.before.as_ref(), change).unwrap_or_else(|| "not there".to_owned()),
            now: words(change.after.as_ref(), change).unwrap_or_else(|| "gone".to_owned()),
            by: change.revised().and_then(|by| by.words()),
            why: changes.note_on(change).map(|note| note.why.clone()),
        }
    }
}

/// The quantity, with its status where only that differs.
fn words(state: Option<&FigureState>, change: &FigureChange) -> Option<String> {
    let state = state?;
    let same = matches!((&change.before, &change.after), (Some(a), Some(b)) if a.reported == b.reported);
    Some(if same {
        format!("{} ({})", state.reported.told(), state.standing.words())
    } else {
        state.reported.told().to_owned()
    })
}

fn about(key: &FigureKey) -> String {
    let codes = key.dimensions.iter().map(|(id, code)| format!("{id} {code}"));
    let parts: Vec<String> = std::iter::once(key.timing.words()).chain(codes).collect();
    parts.join(", ")
}

/// What became of the measure itself, where anything did.
pub(super) fn declared(measure: &MeasureChange) -> Vec<String> {
    let none = || "nothing".to_owned();
    let field = |change: &crate::revision::FieldChange| {
        let (before, after) = (change.before.clone(), change.after.clone());
        format!(
            "{}: was “{}”, now “{}”",
            change.field,
            before.unwrap_or_else(none),
            after.unwrap_or_else(none)
        )
    };
    let presence = match measure.presence {
        crate::revision::Presence::Added => Some("the measure is new".to_owned()),
        crate::revision::Presence::Removed => Some("the measure was removed".to_owned()),
        crate::revision::Presence::Kept => None,
    };
    presence.into_iter().chain(measure.fields.iter().map(field)).collect()
}
