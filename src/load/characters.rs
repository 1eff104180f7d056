//! Characters that text of the publisher's must not hold, and those that deserve a warning.

use super::codes::{HIDDEN_CHARACTER, NOT_UTF8};
use super::faults::Faults;
use super::lines::Lines;
use crate::model::Place;
use std::sync::Arc;

/// Whether a text holds no control characters. Those it holds are noted, and hidden ones too.
pub(super) fn are_plain(text: &str, path: &Arc<str>, faults: &mut Faults) -> bool {
    if is_ordinary_ascii(text) && !has_lone_return(text) {
        return true;
    }
    let mut plain = true;
    let mut lines = None;
    for (at, c) in text.char_indices() {
        let Some(kind) = kind(c, text.as_bytes().get(at + 1).copied()) else { continue };
        let lines = lines.get_or_insert_with(|| Lines::of(text));
        let (line, column) = lines.locate(text, at);
        let place = Place::new(path, line, column, 1);
        match kind {
            Kind::Control => {
                plain = false;
                faults.error(&NOT_UTF8, place, control(c), control_help(c));
            }
            Kind::Hidden(what) => faults.warning(
                &HIDDEN_CHARACTER,
                place,
                format!("a {what}, U+{:04X}, is hidden here", u32::from(c)),
                "delete it, unless the language of the text needs it",
            ),
        }
    }
    plain
}

/// Nothing in it but printable ASCII, tabs and line ends. One pass without a branch, since it sees every byte.
fn is_ordinary_ascii(text: &str) -> bool {
    text.bytes().fold(true, |so_far, byte| {
        so_far & ((b' '..0x7F).contains(&byte) | matches!(byte, b'\n' | b'\r' | b'\t'))
    })
}

fn has_lone_return(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.contains(&b'\r') && bytes.windows(2).any(|pair| pair.starts_with(b"\r") && pair != b"\r\n")
        || bytes.ends_with(b"\r")
}

enum Kind {
    Control,
    Hidden(&'static str),
}

fn kind(c: char, next: Option<u8>) -> Option<Kind> {
    match c {
        '\n' | '\t' => None,
        '\r' => (next != Some(b'\n')).then_some(Kind::Control),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some(Kind::Control),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(Kind::Hidden("mark that changes the direction of text"))
        }
        '\u{ad}' => Some(Kind::Hidden("soft hyphen")),
        '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {
            Some(Kind::Hidden("character without width"))
        }
        '\u{2028}' | '\u{2029}' => Some(Kind::Hidden("line separator")),
        _ => None,
    }
}

/// It cannot be seen, or changes what is seen around it.
pub(super) fn is_hidden(c: char) -> bool {
    matches!(kind(c, None), Some(Kind::Hidden(_)))
}

fn control(c: char) -> String {
    match c {
        '\0' => "there is a NUL character here".to_owned(),
        '\r' => "there is a carriage return here without a line feed".to_owned(),
        _ => format!("there is a control character here, U+{:04X}", u32::from(c)),
    }
}

fn control_help(c: char) -> &'static str {
    match c {
        '\0' => "delete it; if there are many, the file may be UTF-16: save it as UTF-8",
        '\r' => "save the file with line ends LF or CR LF",
        _ => "delete it; it cannot be seen and does not belong in text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (bool, Vec<String>) {
        let mut faults = Faults::default();
        let plain = are_plain(text, &Arc::from("a"), &mut faults);
        let said = |f: &crate::finding::Finding| format!("{} {}", f.locations[0], f.message);
        (plain, faults.into_findings().iter().map(said).collect())
    }

    #[test]
    fn text_in_any_language_is_plain() {
        for text in ["", "a\r\nb\tc\n", "Dyffryn Tŵr – £5 “naïve”", "東京", "👍"] {
            assert_eq!(found(text), (true, vec![]), "{text:?}");
        }
    }

    #[test]
    fn control_characters_are_refused_with_their_places() {
        let said = |text: &str| found(text).1.join("; ");
        assert_eq!(said("a\nb\0"), "a:2:2 there is a NUL character here");
        assert_eq!(said("é\u{1b}[0m"), "a:1:2 there is a control character here, U+001B");
        assert_eq!(said("a\rb"), "a:1:2 there is a carriage return here without a line feed");
        assert_eq!(said("a\r"), "a:1:2 there is a carriage return here without a line feed");
        assert_eq!(said("a\u{85}\u{7f}").matches("control character").count(), 2);
        assert!(!found("\0").0);
    }

    #[test]
    fn hidden_characters_are_warned_of() {
        let (plain, said) = found("a\u{202e}b\u{200b}");
        assert!(plain);
        assert_eq!(
            said,
            [
                "a:1:2 a mark that changes the direction of text, U+202E, is hidden here",
                "a:1:4 a character without width, U+200B, is hidden here"
            ]
        );
    }
}
