//! The TOML between `+++` lines at the start of a Markdown file.

use super::codes::SYNTAX;
use super::text::Text;
use crate::finding::Finding;
use std::ops::Range;

/// Where the front matter stands, and the text after it.
pub(super) fn split(text: &Text) -> Result<(Range<usize>, String), Finding> {
    let all = &text.text;
    let first = all.lines().next().unwrap_or_default();
    if first.trim_end() != "+++" {
        let help = if first.trim_end() == "---" {
            "front matter is TOML between two lines of +++, not YAML between lines of ---"
        } else {
            "start the file with a line of +++, then TOML, then another line of +++"
        };
        return Err(Finding::input(
            &SYNTAX,
            text.place(0..first.len()),
            "the file does not start with front matter",
            help,
        ));
    }
    let start = all.find('\n').map_or(all.len(), |at| at + 1);
    let mut at = start;
    for line in all.get(start..).unwrap_or_default().split_inclusive('\n') {
        if line.trim_end() == "+++" {
            let body = all.get(at + line.len()..).unwrap_or_default();
            return Ok((start..at, body.trim().replace("\r\n", "\n")));
        }
        at += line.len();
    }
    Err(Finding::input(
        &SYNTAX,
        text.place(0..3),
        "the front matter is not closed",
        "end it with a line of +++",
    ))
}
