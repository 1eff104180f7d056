//! What is drafted, as plain values.

use crate::finding::{Finding, Fingerprint, Severity};
use crate::model::{BodyId, MeasureId, SourceId};
use serde::Serialize;

/// The question on one measure that would settle most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The measure it is about; there is one question a measure.
    pub measure: MeasureId,
    /// The measure in a few words.
    pub about: String,
    /// The body that holds the figure, where one is on record.
    pub body: Option<BodyId>,
    /// Its name.
    pub asked_of: Option<String>,
    /// The findings it would settle, worst first.
    pub settles: Vec<Settled>,
    /// How many they are, weighted by severity.
    pub weight: u32,
    /// The written question in Parliament: one sentence.
    pub written: String,
    /// The request for recorded information, where the body must answer one.
    pub request: Option<Request>,
    /// What the answer would be if the figures on record are right, a line each. Never part of the question.
    pub expected: Vec<String>,
    /// What the body has said so far, latest first.
    pub said: Vec<Said>,
    /// What whoever asks should know: gaps to fill in, what has been refused before and how the draft avoids it.
    pub notes: Vec<String>,
}

/// A finding that the answer would settle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settled {
    /// The code of its rule.
    pub code: &'static str,
    /// Its heading.
    pub title: String,
    /// How much it matters.
    pub severity: Severity,
    /// Its stable name.
    pub fingerprint: Fingerprint,
    /// What the answer must be if the figures of this finding are right, a line each.
    #[serde(skip)]
    pub expected: Vec<String>,
}

impl Settled {
    pub(super) fn of(finding: &Finding, expected: Vec<String>) -> Self {
        Self {
            code: finding.code,
            title: finding.title.clone(),
            severity: finding.severity,
            fingerprint: finding.fingerprint.clone(),
            expected,
        }
    }
}

/// A request for recorded information.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Request {
    /// The subject line.
    pub subject: String,
    /// The text, a paragraph each.
    pub paragraphs: Vec<String>,
}

/// What the body said in one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The source.
    pub source: SourceId,
    /// Its title.
    pub title: String,
    /// Its reference number, where that is known.
    pub reference: Option<String>,
    /// What was said, in a clause.
    pub words: String,
}

impl Said {
    /// The source, its reference and what was said in it.
    #[must_use]
    pub fn in_a_line(&self) -> String {
        let reference = self.reference.as_ref().map_or(String::new(), |reference| format!(" ({reference})"));
        format!("{}{reference}: {}.", self.title, self.words)
    }
}
