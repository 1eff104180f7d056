//! Running text: addresses as they stand, and keys such as `@figure-id.e3`.

use crate::citation::mention::{Lines, Mention};
use linkify::{LinkFinder, LinkKind};

/// Everything in a plain text that may cite.
pub(super) fn mentions(text: &str) -> Vec<Mention> {
    let lines = Lines::of(text);
    let at = |(byte, target)| Mention { target, words: None, spot: lines.spot(byte) };
    targets(text).into_iter().map(at).collect()
}

/// The addresses and keys in a text, each with the byte where it starts.
pub(super) fn targets(text: &str) -> Vec<(usize, String)> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    let mut found: Vec<(usize, String)> =
        finder.links(text).map(|link| (link.start(), link.as_str().to_owned())).collect();
    found.extend(keys(text));
    found.sort();
    found
}

/// Keys as Pandoc writes them: `@` at the start of a word, then an identifier.
fn keys(text: &str) -> impl Iterator<Item = (usize, String)> {
    let is_of_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    text.match_indices('@').filter_map(move |(at, _)| {
        let before = text.get(..at)?.chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/')) {
            return None;
        }
        let rest = text.get(at + 1..)?;
        let key = rest.split(|c| !is_of_key(c)).next()?.trim_end_matches(['.', '-', '_']);
        (!key.is_empty()).then(|| (at, format!("@{key}")))
    })
}
