//! Markdown: links with their words, and what running text holds.

use super::{html, text};
use crate::citation::mention::{Lines, Mention};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Everything in a Markdown text that may cite.
pub(super) fn mentions(markdown: &str) -> Vec<Mention> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let lines = Lines::of(markdown);
    let mut found = Vec::new();
    let mut link: Option<Mention> = None;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        match (event, &mut link) {
            (Event::Start(Tag::Link { dest_url, .. }), _) => {
                let words = Some(String::new());
                link = Some(Mention { target: dest_url.into_string(), words, spot: lines.spot(range.start) });
            }
            (Event::End(TagEnd::Link), open) => found.extend(open.take().map(named)),
            (Event::Text(words) | Event::Code(words), Some(link)) => {
                link.words.get_or_insert_default().push_str(&words);
            }
            (Event::SoftBreak | Event::HardBreak, Some(link)) => link.words.get_or_insert_default().push(' '),
            (Event::Text(words) | Event::Code(words), None) => {
                // Escapes make the words shorter than their source, never longer.
                let place =
                    |(at, target)| Mention { target, words: None, spot: lines.spot(range.start + at) };
                found.extend(text::targets(&words).into_iter().map(place));
            }
            (Event::Html(markup) | Event::InlineHtml(markup), None) => {
                let spot = lines.spot(range.start);
                found.extend(html::mentions(&markup).into_iter().map(|mention| Mention { spot, ..mention }));
            }
            _ => {}
        }
    }
    found
}

/// A link whose words are its own address carries no words.
fn named(mention: Mention) -> Mention {
    let words = mention.words.filter(|words| !words.trim().is_empty() && *words != mention.target);
    Mention { words, ..mention }
}
