//! HTML as parts. A tokenizer that never fails is enough: answers are flat.

use super::{Builder, Prose};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// The parts of an HTML text. Scripts and styles are none of them.
pub(in crate::import) fn html(markup: &str) -> Prose {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut builder = Builder::default();
    for Ok(token) in Tokenizer::new_with_emitter(markup, emitter) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                builder.open(&name, |wanted| {
                    let found = tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted.as_bytes());
                    found.map(|(_, value)| String::from_utf8_lossy(value).trim().to_owned())
                });
                if tag.self_closing && name != "p" {
                    builder.close(&name);
                }
            }
            Token::EndTag(tag) => builder.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => builder.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    builder.finish()
}
