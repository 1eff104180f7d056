//! Prose as its words, without what is quoted or is no prose: quotations, block quotes, code, addresses.

use std::ops::Range;

/// A word of the publisher's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower case.
    pub(super) text: String,
    pub(super) span: Range<usize>,
    /// Nothing but space or emphasis stands between it and the word before.
    pub(super) follows: bool,
}

/// The words of a text that are its author's own.
pub(super) fn words(text: &str) -> Vec<Word> {
    let masked = masked(text);
    let mut words: Vec<Word> = Vec::new();
    let mut rest = 0;
    let is_word = |c: char| c.is_alphanumeric();
    while let Some(start) = masked.get(rest..).and_then(|t| t.find(is_word)).map(|at| rest + at) {
        let end = end_of_word(&masked, start);
        let between = masked.get(rest..start).unwrap_or_default();
        let follows =
            !words.is_empty() && between.chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_'));
        let word = masked.get(start..end).unwrap_or_default();
        words.push(Word {
            text: word.to_lowercase().replace('’', "'"),
            span: start..end,
            follows: follows && !between.contains("\n\n"),
        });
        rest = end;
    }
    words
}

/// A word goes on over an apostrophe or hyphen between letters, and over the points and commas of a number.
fn end_of_word(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text.get(start..).unwrap_or_default().char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = match c {
            '\'' | '’' | '-' | '\u{2011}' => next.is_some_and(char::is_alphanumeric),
            '.' | ',' => next.is_some_and(|c| c.is_ascii_digit()),
            '%' => true,
            _ => c.is_alphanumeric(),
        };
        if !joins {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

/// The text with everything that is not its author's prose made into a sign, byte for byte.
fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut fence, mut blank) = (None, true);
    let mut paragraph = 0..0;
    for line in text.split_inclusive('\n') {
        let start = out.len();
        let trimmed = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        let is_code = fence.is_some() || mark.is_some() || (blank && line.starts_with("    "));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        blank = trimmed.is_empty();
        if is_code || trimmed.starts_with('>') || blank {
            close(&mut out, &paragraph);
            out.push_str(&hidden(line));
            paragraph = out.len()..out.len();
        } else {
            out.push_str(line);
            paragraph = paragraph.start.min(start)..out.len();
        }
    }
    close(&mut out, &paragraph);
    out
}

/// Hides what is quoted within a paragraph.
fn close(out: &mut String, paragraph: &Range<usize>) {
    let Some(text) = out.get(paragraph.clone()) else { return };
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = exempt(rest, plain.chars().last()).unwrap_or(0);
        let (taken, after) = rest.split_at(if length > 0 { length } else { first.len_utf8() });
        if length > 0 {
            plain.push_str(&hidden(taken));
        } else {
            plain.push_str(taken);
        }
        rest = after;
    }
    out.replace_range(paragraph.clone(), &plain);
}

/// The length of a quotation, code or address that starts here.
fn exempt(rest: &str, before: Option<char>) -> Option<usize> {
    let after = |open: &str, close: &str| {
        let inside = rest.strip_prefix(open)?;
        inside.find(close).map(|at| open.len() + at + close.len())
    };
    let is_inside_word = before.is_some_and(char::is_alphanumeric);
    after("“", "”")
        .or_else(|| after("«", "»"))
        .or_else(|| after("\"", "\""))
        .or_else(|| after("``", "``"))
        .or_else(|| after("`", "`"))
        .or_else(|| after("](", ")"))
        .or_else(|| after("<", ">").filter(|length| !rest.get(..*length).is_some_and(|t| t.contains(' '))))
        .or_else(|| single(rest).filter(|_| !is_inside_word))
        .or_else(|| address(rest))
}

/// ‘…’, where the closing mark is the first ’ after which no letter stands.
fn single(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('‘')?;
    let close = inside.match_indices('’').find(|(at, mark)| {
        !inside.get(at + mark.len()..).unwrap_or_default().starts_with(char::is_alphanumeric)
    });
    close.map(|(at, mark)| '‘'.len_utf8() + at + mark.len())
}

fn address(rest: &str) -> Option<usize> {
    let is_address = rest.starts_with("https://") || rest.starts_with("http://");
    is_address.then(|| rest.find(char::is_whitespace).unwrap_or(rest.len()))
}

/// As many bytes of a sign that is no word, lines kept.
fn hidden(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { '|' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(text: &str) -> String {
        words(text).into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn quotations_code_and_addresses_are_not_the_authors_words() {
        assert_eq!(own("He said “chaos” and \"chaos\" and ‘chaos’ now"), "he said and and now");
        assert_eq!(own("a\n> chaos\n\n    chaos\n\n```\nchaos\n```\n`chaos` b"), "a b");
        assert_eq!(
            own("[link](https://x.example/chaos) https://chaos.example <https://chaos.example>"),
            "link"
        );
        assert_eq!(
            own("the group’s ‘it’s chaos’ line, and an open “chaos"),
            "the group's line and an open chaos"
        );
        assert_eq!(own("over\nlines “cha\nos” end"), "over lines end");
    }

    #[test]
    fn words_keep_their_hyphens_and_numbers_their_points() {
        let words = words("Read-only: *only* 1,200.5 ŵyl.");
        let all: Vec<_> = words.iter().map(|word| (word.text.as_str(), word.follows)).collect();
        assert_eq!(all, [("read-only", false), ("only", false), ("1,200.5", true), ("ŵyl", true)]);
        assert_eq!(words[3].span, 26..30);
    }
}
