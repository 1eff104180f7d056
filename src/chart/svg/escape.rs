//! Text from the data made safe for XML and for the eye.

use std::borrow::Cow;

/// Takes out what a label may not carry: control characters, the invisible overrides that turn the direction of
/// text about, and code points XML forbids. White space of any kind becomes one plain space.
pub(in crate::chart) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) && !text.contains("  ") {
        return Cow::Borrowed(text.trim());
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if is_plain(character) {
            out.push(character);
        }
    }
    out.truncate(out.trim_end().len());
    Cow::Owned(out)
}

fn is_plain(character: char) -> bool {
    match character {
        ' ' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => false,
        '\u{FDD0}'..='\u{FDEF}' => false,
        _ => !character.is_control() && !character.is_whitespace() && u32::from(character) & 0xFFFE != 0xFFFE,
    }
}

/// Writes cleaned text as XML character data that is also safe inside a quoted attribute.
pub(super) fn push_text(out: &mut String, text: &str) {
    for character in clean(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(character),
        }
    }
}

/// Writes an identifier that may stand in `id` and `aria-labelledby`: no spaces, no mark-up.
pub(super) fn push_id(out: &mut String, id: &str) {
    for character in id.chars() {
        let kept = character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.');
        out.push(if kept { character } else { '-' });
    }
}
