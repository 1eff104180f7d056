//! Drafted questions as text: for people, for programs and as Markdown.

mod human;
mod markdown;

pub use human::render as human;
pub use markdown::render as markdown;

use super::visible::visible_json;
use crate::question::Question;
use serde::Serialize;

/// Writes questions as one JSON object, `{"questions": […]}`, what would settle most first.
#[must_use]
#[expect(clippy::expect_used, reason = "names and texts always become JSON; if not, it is a bug of ours")]
pub fn json(questions: &[&Question]) -> String {
    #[derive(Serialize)]
    struct Drafts<'a> {
        questions: &'a [&'a Question],
    }
    let json = serde_json::to_string_pretty(&Drafts { questions }).expect("plain values become JSON");
    visible_json(&json) + "\n"
}

/// "It would settle 3 findings", "1 finding".
fn would_settle(question: &Question) -> String {
    match question.settles.len() {
        1 => "It would settle 1 finding".to_owned(),
        many => format!("It would settle {many} findings"),
    }
}
