//! Front matter: the TOML between two lines of `+++` at the start of a Markdown file.

use super::codes::SYNTAX;
use super::document::Document;
use std::ops::Range;

/// The parts of a Markdown file, as bytes of its text.
#[derive(Debug)]
pub(super) struct Parts {
    /// The TOML.
    pub(super) front: Range<usize>,
    /// The Markdown after it.
    pub(super) body: Range<usize>,
}

const FENCE: &str = "+++";
const HELP: &str =
    "start the file with a line “+++”, then keys such as title = \"…\", then another line “+++”";

/// Finds the front matter. None where there is none, which is noted.
pub(super) fn split(document: &Document) -> Option<Parts> {
    let text = document.text();
    let mut lines = lines(text);
    let first = lines.next().unwrap_or(0..0);
    if text.get(first.clone()).is_some_and(is_fence) {
        let start = lines.clone().next().map_or(text.len(), |line| line.start);
        return match lines.find(|line| text.get(line.clone()).is_some_and(is_fence)) {
            Some(end) => Some(Parts { front: start..end.start, body: end.end..text.len() }),
            None => unclosed(document, first),
        };
    }
    absent(document, first);
    None
}

/// The Markdown of a file, with plain line ends and without blank lines around it.
pub(super) fn body(document: &Document, span: Range<usize>) -> String {
    let body = document.text().get(span).unwrap_or_default();
    let body = super::table::plain_line_ends(body);
    let lines: Vec<&str> = body.lines().collect();
    let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(lines.len());
    let last = lines.iter().rposition(|line| !line.trim().is_empty()).map_or(first, |at| at + 1);
    lines.get(first..last).unwrap_or_default().join("\n")
}

/// The byte at which the first line of the Markdown starts that is not blank.
pub(super) fn body_start(document: &Document, span: Range<usize>) -> Option<usize> {
    let body = document.text().get(span.clone())?;
    let first =
        lines(body).find(|line| body.get(line.clone()).is_some_and(|line| !line.trim().is_empty()))?;
    Some(span.start + first.start)
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == FENCE
}

/// The lines of a text, each with its end.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + Clone {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = start..start + line.len();
        start = span.end;
        span
    })
}

fn unclosed(document: &Document, first: Range<usize>) -> Option<Parts> {
    let span = first.start..first.start + FENCE.len();
    document.error(
        &SYNTAX,
        span,
        "the front matter that starts here has no end",
        "add a line “+++” after its last key",
    );
    None
}

fn absent(document: &Document, first: Range<usize>) {
    let line = document.text().get(first.clone()).unwrap_or_default().trim_end();
    let span = first.start..first.start + line.len();
    let (message, help) = if line == "---" {
        (
            "front matter between lines of “---” is not read",
            "write “+++” instead of “---”, and TOML instead of YAML: title = \"…\" instead of title: …",
        )
    } else if document.text().trim_start().starts_with(FENCE) {
        ("the front matter does not start on the first line", "delete what stands before “+++”")
    } else {
        ("the file does not start with its front matter", HELP)
    };
    document.error(&SYNTAX, span, message, help);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::faults::Faults;
    use std::sync::Arc;

    fn document(text: &str) -> Document {
        Document::new(&Arc::from("data/sources/a.md"), text.to_owned(), Faults::default())
    }

    fn parts(text: &str) -> (String, String) {
        let document = document(text);
        let parts = split(&document).unwrap();
        (text[parts.front].to_owned(), body(&document, parts.body))
    }

    fn fault(text: &str) -> String {
        let document = document(text);
        assert!(split(&document).is_none(), "{text:?}");
        let finding = document.into_noticed().findings.remove(0);
        format!("{} {}", finding.locations[0], finding.message)
    }

    #[test]
    fn front_matter_and_text_are_parted() {
        assert_eq!(parts("+++\na = 1\n+++\n\nText.\n"), ("a = 1\n".into(), "Text.".into()));
        assert_eq!(
            parts("+++\r\na = 1\r\n+++\r\nOne\r\n\r\n    two\r\n"),
            ("a = 1\r\n".into(), "One\n\n    two".into())
        );
        assert_eq!(parts("+++\n+++"), (String::new(), String::new()));
        assert_eq!(parts("+++\na = 1\n+++\n\n    code\n\n+++\n").1, "    code\n\n+++");
    }

    #[test]
    fn what_is_no_front_matter_is_told_apart() {
        assert!(fault("---\ntitle: A\n---\n").contains("a.md:1:1 front matter between lines of “---”"));
        assert!(fault("\n+++\na = 1\n+++\n").contains("first line"));
        assert!(fault("+++\na = 1\n").contains("has no end"));
        assert!(fault("# A title\n").contains("does not start with its front matter"));
        assert!(fault("").contains("a.md:1:1"));
    }
}
