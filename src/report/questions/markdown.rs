//! Questions as Markdown, for a message, an issue or a briefing.

use super::would_settle;
use crate::question::Question;
use crate::report::escape::plain;

/// Writes questions as Markdown, what would settle most first.
#[must_use]
pub fn render(questions: &[&Question]) -> String {
    let parts: Vec<String> = questions.iter().map(|question| one(question)).collect();
    if parts.is_empty() { "Nothing is open.\n".to_owned() } else { parts.join("\n") }
}

fn one(question: &Question) -> String {
    let mut text = format!("## {}\n\n{}:\n\n", plain(&question.about), would_settle(question));
    for settled in &question.settles {
        text.push_str(&format!("- {} {}\n", settled.code, plain(&settled.title)));
    }
    text.push_str(&format!("\n### Written question\n\n> {}\n", plain(&question.written)));
    if let Some(request) = &question.request {
        let mut quoted = vec![format!("**{}**", plain(&request.subject))];
        quoted.extend(request.paragraphs.iter().map(|paragraph| paragraph_of(paragraph)));
        text.push_str(&format!("\n### Request for information\n\n> {}\n", quoted.join("\n>\n> ")));
    }
    list(&mut text, "If the figures on record are right", &question.expected);
    let said: Vec<String> = question.said.iter().map(|said| said.in_a_line()).collect();
    list(&mut text, "What the body has said", &said);
    list(&mut text, "Notes", &question.notes);
    text
}

fn list(text: &mut String, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        text.push_str(&format!("\n### {heading}\n\n"));
        lines.iter().for_each(|line| text.push_str(&format!("- {}\n", plain(line))));
    }
}

/// A numbered paragraph is an item of a list; what stands in it is plain text.
fn paragraph_of(paragraph: &str) -> String {
    match paragraph.split_once(". ") {
        Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{number}. {}", plain(rest))
        }
        _ => plain(paragraph),
    }
}
