//! Questions for people in a terminal, in wrapped lines.

use super::would_settle;
use crate::question::Question;
use crate::report::visible;

/// The width to which text is wrapped.
const WIDTH: usize = 96;

/// Writes questions for people, what would settle most first.
#[must_use]
pub fn render(questions: &[&Question]) -> String {
    let parts: Vec<String> = questions.iter().map(|question| one(question)).collect();
    if parts.is_empty() { "Nothing is open.\n".to_owned() } else { parts.join("\n\n") }
}

fn one(question: &Question) -> String {
    let mut text = format!("{} ({})\n", visible(&question.about), question.measure);
    text.push_str(&format!("\n{}:\n", would_settle(question)));
    for settled in &question.settles {
        let line = format!("{} {} ({})", settled.code, settled.title, settled.fingerprint);
        text.push_str(&wrapped(&line, "  - ", "    "));
    }
    text.push_str("\nWritten question\n");
    text.push_str(&wrapped(&question.written, "  ", "  "));
    if let Some(request) = &question.request {
        text.push_str("\nRequest for information\n");
        text.push_str(&wrapped(&request.subject, "  Subject: ", "  "));
        for paragraph in &request.paragraphs {
            text.push('\n');
            text.push_str(&wrapped(paragraph, "  ", "  "));
        }
    }
    list(&mut text, "If the figures on record are right", &question.expected);
    let said: Vec<String> = question.said.iter().map(|said| said.in_a_line()).collect();
    list(&mut text, "What the body has said", &said);
    list(&mut text, "Notes", &question.notes);
    text
}

fn list(text: &mut String, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    text.push_str(&format!("\n{heading}\n"));
    for line in lines {
        text.push_str(&wrapped(line, "  - ", "    "));
    }
}

/// The text in lines of at most `WIDTH` characters, the first and the others with what stands before them.
fn wrapped(text: &str, first: &str, others: &str) -> String {
    let mut lines = String::new();
    let mut line = first.to_owned();
    let mut empty = true;
    for word in visible(text).split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push_str(&line);
            lines.push('\n');
            line = others.to_owned();
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines + &line + "\n"
}
