//! A changed figure: what it was, what it is, and in what it differs.

use super::aspect::standing_name;
use super::{Aspect, Class, KeyPart, Predecessor, Reach, Revised, Words};
use crate::model::{ChangeKind, ChangeNoteId, Figure, FigureId, FigureKey, PositionId, SourceId};
use crate::reconcile::{Record, Standing};
use serde::Serialize;
use std::collections::BTreeSet;

/// A figure that differs. At least one side is there, and at least one aspect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureChange {
    /// Its identifier now, or the last it had.
    pub figure: FigureId,
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// The position that says so, where the kind is not the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PositionId>,
    /// The publisher's note that says why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<ChangeNoteId>,
    /// What it was; none where it is new.
    pub before: Option<FigureState>,
    /// What it is; none where it is gone.
    pub after: Option<FigureState>,
    /// Of a new figure, what the same body had given for the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub predecessor: Option<Predecessor>,
    /// In what it differs, most telling first.
    pub aspects: Vec<Aspect>,
}

/// A figure as it stood on one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureState {
    /// Its identifier.
    pub id: FigureId,
    /// What it is about.
    #[serde(flatten)]
    pub key: FigureKey,
    /// Where it was said.
    pub source: SourceId,
    /// The quantity, word for word.
    pub reported: Words,
    /// How it stood.
    #[serde(serialize_with = "standing_name")]
    pub standing: Standing,
}

impl FigureState {
    pub(super) fn of(figure: &Figure, record: &Record, shielded: &BTreeSet<FigureId>) -> Self {
        Self {
            id: figure.id.clone(),
            key: figure.key.clone(),
            source: figure.source.clone(),
            reported: Words::of(figure, shielded),
            standing: record.standings().standing(figure),
        }
    }
}

impl FigureChange {
    /// By how much a number differs gives both sides away where one is known.
    pub(super) fn without_shielded_numbers(mut self) -> Self {
        if self.is_shielded() {
            let of_predecessor = self.predecessor.iter_mut().flat_map(|old| &mut old.aspects);
            for aspect in self.aspects.iter_mut().chain(of_predecessor) {
                if let Aspect::Revised(revised) = aspect {
                    *revised = Revised { difference: None, relative: None, reach: Reach::Beyond };
                }
            }
        }
        self
    }

    /// The class that it is counted in: that of its most telling aspect.
    #[must_use]
    pub fn class(&self) -> Class {
        match &self.predecessor {
            Some(predecessor) => predecessor.class(),
            None => self.aspects.iter().map(Class::of).min().unwrap_or(Class::Detail),
        }
    }

    /// By how much its number differs, where it does.
    #[must_use]
    pub fn revised(&self) -> Option<&Revised> {
        let of_predecessor = self.predecessor.iter().flat_map(|old| &old.aspects);
        self.aspects.iter().chain(of_predecessor).find_map(|aspect| match aspect {
            Aspect::Revised(revised) => Some(revised),
            _ => None,
        })
    }

    /// Its number differs by more than rounding explains.
    #[must_use]
    pub fn is_beyond_rounding(&self) -> bool {
        self.revised().is_some_and(|revised| revised.reach == Reach::Beyond)
    }

    /// What happened, for a table: "corrected", "withdrawn", and the kind of change where the word does not say it.
    #[must_use]
    pub fn what(&self) -> String {
        let class = self.class();
        match (class, self.kind) {
            (Class::Revised, ChangeKind::Correction) => "corrected".to_owned(),
            (Class::Revised, ChangeKind::Restatement) => "restated".to_owned(),
            (Class::Removed, ChangeKind::Withdrawal) => "withdrawn".to_owned(),
            (Class::Removed, kind) => format!("{} ({})", class.in_table(), kind.words()),
            (_, ChangeKind::Correction) if class.alters() => format!("{} (correction)", class.in_table()),
            _ => class.in_table().to_owned(),
        }
    }

    /// The words on both sides with whatever else differs between them: "58,932 (provisional)". None on the side where
    /// it is not there.
    #[must_use]
    pub fn sides(&self, breakdown: impl Fn(&FigureKey) -> String) -> [Option<String>; 2] {
        let shown = |state: &Option<FigureState>, side: Side| {
            let state = state.as_ref()?;
            let beside: Vec<String> =
                self.aspects.iter().flat_map(|aspect| beside(aspect, state, side, &breakdown)).collect();
            let words = state.reported.told();
            Some(if beside.is_empty() {
                words.to_owned()
            } else {
                format!("{words} ({})", beside.join("; "))
            })
        };
        let replaced = self.replaced().filter(|_| self.before.is_none());
        let before = replaced.map(|old| format!("{} (source {})", old.reported.told(), old.source));
        [before.or_else(|| shown(&self.before, Side::Before)), shown(&self.after, Side::After)]
    }

    /// "revised from “65” to “72”, up 7 (10.8%)".
    #[must_use]
    pub fn revision(&self, by: &Revised) -> String {
        let words = |state: &Option<FigureState>| {
            state.as_ref().map_or_else(|| "“”".to_owned(), |state| state.reported.quoted())
        };
        let verb = if self.kind == ChangeKind::Correction { "corrected" } else { "revised" };
        let before = self.replaced().cloned();
        let mut text = format!("{verb} from {} to {}", words(&before), words(&self.after));
        if let Some(by) = by.words() {
            text.push_str(&format!(", {by}"));
        }
        text
    }

    /// A number of it is not told.
    #[must_use]
    pub fn is_shielded(&self) -> bool {
        self.states().any(|state| state.reported.is_shielded())
    }

    /// Every state that it tells of.
    pub fn states(&self) -> impl Iterator<Item = &FigureState> {
        let predecessor = self.predecessor.as_ref().map(|old| &old.state);
        [self.before.as_ref(), predecessor, self.after.as_ref()].into_iter().flatten()
    }

    /// What stood where it stands now: itself as it was, or the figure whose place it takes.
    #[must_use]
    pub fn replaced(&self) -> Option<&FigureState> {
        let predecessor = self.predecessor.as_ref().filter(|old| old.class() != Class::Repeated);
        self.before.as_ref().or(predecessor.map(|old| &old.state))
    }

    /// The newest state there is: what it is, or else what it was.
    #[must_use]
    pub fn newest(&self) -> Option<&FigureState> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

impl Side {
    fn of<T>(self, before: T, after: T) -> T {
        match self {
            Self::Before => before,
            Self::After => after,
        }
    }
}

/// What stood beside the words on a side, as far as an aspect says that it differs.
fn beside(
    aspect: &Aspect,
    state: &FigureState,
    side: Side,
    breakdown: &impl Fn(&FigureKey) -> String,
) -> Vec<String> {
    match aspect {
        Aspect::StandingChanged { before, after } => vec![side.of(before, after).words().to_owned()],
        Aspect::Renamed { before, after } => vec![format!("called {}", side.of(before, after))],
        Aspect::KeyChanged { parts } => {
            let part = |part: &KeyPart| match part {
                KeyPart::Measure => state.key.measure.to_string(),
                KeyPart::Dimensions => breakdown(&state.key),
                KeyPart::Timing => state.key.timing.words(),
                KeyPart::Source => format!("source {}", state.source),
            };
            parts.iter().map(part).collect()
        }
        Aspect::Detail(change) if change.root() == "flags" => {
            let flags = side.of(&change.before, &change.after).as_deref();
            vec![flags.map_or_else(|| "no flag".to_owned(), |flags| flags.replace('-', " "))]
        }
        Aspect::Detail(change) if change.root() == "basis" => {
            vec![side.of(&change.before, &change.after).clone().unwrap_or_else(|| "measured".to_owned())]
        }
        Aspect::Detail(change) if side == Side::After => {
            vec![format!("another {}", change.root().replace('_', " "))]
        }
        _ => Vec::new(),
    }
}
