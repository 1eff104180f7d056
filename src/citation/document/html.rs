//! HTML: links with their words, and what running text holds.

use super::text;
use crate::citation::mention::{Lines, Mention};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// Everything in an HTML text that may cite.
pub(super) fn mentions(markup: &str) -> Vec<Mention> {
    let lines = Lines::of(markup);
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader { lines, found: Vec::new(), link: None, hidden: None };
    for Ok(token) in Tokenizer::new_with_emitter(markup, emitter) {
        reader.take(token);
    }
    reader.close();
    reader.found
}

struct Reader<'a> {
    lines: Lines<'a>,
    found: Vec<Mention>,
    link: Option<Mention>,
    /// The element whose text no reader sees.
    hidden: Option<Vec<u8>>,
}

impl Reader<'_> {
    fn take(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) if tag.name.as_slice() == b"a" => {
                self.close();
                let href = tag.attributes.iter().find(|(name, _)| name.as_slice() == b"href");
                self.link = href.map(|(_, value)| Mention {
                    target: String::from_utf8_lossy(value).trim().to_owned(),
                    words: None,
                    spot: self.lines.spot(tag.span.start),
                });
            }
            Token::StartTag(tag) if matches!(tag.name.as_slice(), b"script" | b"style") => {
                self.hidden = Some(tag.name.to_vec());
            }
            Token::EndTag(tag) if self.hidden.as_deref() == Some(tag.name.as_slice()) => self.hidden = None,
            Token::EndTag(tag) if tag.name.as_slice() == b"a" => self.close(),
            Token::String(words) if self.hidden.is_none() => {
                self.words(&String::from_utf8_lossy(&words), words.span.start);
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str, start: usize) {
        if let Some(link) = &mut self.link {
            link.words.get_or_insert_default().push_str(words);
            return;
        }
        let place = |(at, target)| Mention { target, words: None, spot: self.lines.spot(start + at) };
        self.found.extend(text::targets(words).into_iter().map(place));
    }

    fn close(&mut self) {
        let link = self.link.take().map(|link| {
            let words = link.words.map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
            Mention { words: words.filter(|words| !words.is_empty() && *words != link.target), ..link }
        });
        self.found.extend(link);
    }
}
