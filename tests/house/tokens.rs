//! Just enough of Rust's lexical grammar to tell code from comments and strings.

/// A word or a sign of the code, with its line (from 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) text: &'a str,
    pub(crate) line: usize,
}

impl Token<'_> {
    /// A keyword, a name or a number.
    pub(crate) fn is_word(&self) -> bool {
        self.text.starts_with(is_word_character)
    }
}

/// The tokens of a source text. Comments, strings, character literals and lifetimes leave none.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some(first) = rest.chars().next() {
        let length = skipped(rest).unwrap_or(0);
        let taken = if length > 0 { length } else { token_length(rest, first) };
        let (text, after) = rest.split_at(taken);
        if length == 0 && !first.is_whitespace() {
            found.push(Token { text, line });
        }
        line += text.matches('\n').count();
        rest = after;
    }
    found
}

fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A word as a whole (`r#type` too), or one sign.
fn token_length(rest: &str, first: char) -> usize {
    if !is_word_character(first) {
        return first.len_utf8();
    }
    rest.find(|c| !is_word_character(c)).unwrap_or(rest.len())
}

/// The length of a comment, string, character literal or lifetime that starts here.
fn skipped(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(block_comment(rest));
    }
    if rest.starts_with('\'') {
        return Some(quote_or_lifetime(rest));
    }
    let prefix = ["br", "cr", "r", "b", "c", ""].into_iter().find(|p| {
        rest.strip_prefix(p)
            .is_some_and(|r| if p.ends_with('r') { raw_opening(r).is_some() } else { r.starts_with('"') })
    })?;
    let body = rest.get(prefix.len()..)?;
    let length = if prefix.ends_with('r') { raw_string(body) } else { plain_string(body) };
    Some(prefix.len() + length)
}

/// The number of `#` before the quote of a raw string.
fn raw_opening(body: &str) -> Option<usize> {
    let hashes = body.len() - body.trim_start_matches('#').len();
    body.trim_start_matches('#').starts_with('"').then_some(hashes)
}

fn raw_string(body: &str) -> usize {
    let hashes = raw_opening(body).unwrap_or(0);
    let close = format!("\"{}", "#".repeat(hashes));
    let start = hashes + 1;
    body.get(start..).and_then(|text| text.find(&close)).map_or(body.len(), |at| start + at + close.len())
}

fn plain_string(body: &str) -> usize {
    let mut escaped = false;
    for (at, c) in body.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    body.len()
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(here) = rest.get(at..).filter(|here| !here.is_empty()) {
        let step = match here {
            _ if here.starts_with("/*") => {
                depth += 1;
                2
            }
            _ if here.starts_with("*/") => {
                depth -= 1;
                2
            }
            _ => here.chars().next().map_or(1, char::len_utf8),
        };
        at += step;
        if depth == 0 {
            break;
        }
    }
    at
}

/// `'x'`, `'\n'` and `'\u{1f}'` are literals; `'a` without a closing quote is a lifetime.
fn quote_or_lifetime(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    match characters.next() {
        Some((_, '\\')) => {
            rest.char_indices().skip(3).find(|(_, c)| *c == '\'').map_or(rest.len(), |(at, _)| at + 1)
        }
        Some(_) => match characters.next() {
            Some((at, '\'')) => at + 1,
            _ => 1 + rest.get(1..).and_then(|r| r.find(|c| !is_word_character(c))).unwrap_or(rest.len() - 1),
        },
        None => 1,
    }
}
