//! The page of drafted questions: what each would settle, the drafts to copy, and what their answers must be.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::{Frame, Link};

/// The questions that would settle what is open, what settles most first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuestionList {
    /// Around the main part.
    pub frame: Frame,
    /// The pages of a list too long for one, this one included: "1 to 200". Empty when there is one page.
    pub parts: Vec<Link>,
    /// The questions.
    pub questions: Vec<QuestionEntry>,
}

/// The question on one measure. Fields stand in the order of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuestionEntry {
    /// The anchor on the page.
    pub anchor: String,
    /// The measure.
    pub measure: Link,
    /// "It would settle 3 findings".
    pub settles: String,
    /// The findings.
    pub findings: Vec<Link>,
    /// The written question.
    pub written: String,
    /// The request for information, where the body must answer one.
    pub request: Option<RequestDraft>,
    /// What the answer would be if the figures on record are right, a sentence each.
    pub expected: Vec<String>,
    /// What the body has said so far.
    pub said: Vec<SaidBefore>,
    /// What whoever asks should know.
    pub notes: Vec<String>,
}

/// A request for recorded information.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequestDraft {
    /// The subject line.
    pub subject: String,
    /// The text, a paragraph each.
    pub paragraphs: Vec<String>,
}

/// What the body said in one source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SaidBefore {
    /// The source.
    pub source: Link,
    /// Its reference number.
    pub reference: Option<String>,
    /// What was said.
    pub words: String,
}

/// The anchor of the question on a measure.
pub fn question_anchor(measure: &str) -> String {
    format!("question-{measure}")
}
