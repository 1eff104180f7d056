//! A change note: why something on record was changed, in the publisher's words.

use super::{ChangeNoteId, FigureId, MeasureId, Place, SourceId};
use crate::period::PartialDate;
use serde::{Deserialize, Serialize};

/// Why past values were changed, for readers. Shape after the change notes of the Code of Practice for Statistics: what,
/// why, effect on conclusions, who decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeNote {
    /// Its identifier.
    pub id: ChangeNoteId,
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// When it was decided.
    pub date: PartialDate,
    /// The figures that it is about, those that are gone among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureId>,
    /// The measures of which it is about all that changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureId>,
    /// What changed.
    pub what: String,
    /// Why.
    pub why: String,
    /// What it does to conclusions that were drawn.
    pub effect: String,
    /// Who decided it.
    pub by: String,
    /// What was wrong when it was said: of a correction only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Where the change was made public, if that is a source on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// What takes the place of what was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<FigureId>,
    /// Where it was written.
    #[serde(skip)]
    pub place: Option<Place>,
}

/// Kinds of change, in the terms of the Code of Practice for Statistics. Explicit, never read off a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A past value was improved: late data, a better method.
    Revision,
    /// A past value was wrong when it was said, and the body says so.
    Correction,
    /// Something new was added, and what was there stands.
    Update,
    /// The same thing under another definition.
    Restatement,
    /// It was taken back.
    Withdrawal,
}

impl ChangeKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 5] =
        [Self::Revision, Self::Correction, Self::Update, Self::Restatement, Self::Withdrawal];

    /// The kind in words, and as it is written in files.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Revision => "revision",
            Self::Correction => "correction",
            Self::Update => "update",
            Self::Restatement => "restatement",
            Self::Withdrawal => "withdrawal",
        }
    }
}

impl ChangeNote {
    /// The month in which it was decided, as frozen notes are filed: what is filed under a month that is over costs a
    /// later edition nothing.
    #[must_use]
    pub fn month(&self) -> String {
        let first = self.date.earliest();
        format!("{:04}-{:02}", first.year(), first.month())
    }
}
