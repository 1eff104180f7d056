//! Text made safe for a page: markup escaped, control characters and direction overrides made visible.

/// Escapes text for an element or a quoted attribute, and cleans it as [`cleaned`] does.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push_escaped(&mut out, text);
    out
}

/// Appends text, escaped and cleaned. Runs of plain text, which is most of a page, are copied whole.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(needs_care) {
        let (plain, careful) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let mut chars = careful.chars();
        match chars.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            Some('\'') => out.push_str("&#39;"),
            Some(c) => push_clean(out, c),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// Whether a byte is markup or a control character, or begins a character that may be one to replace:
/// U+0080 to U+00BF begin with 0xC2, U+2000 to U+2FFF with 0xE2.
fn needs_care(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0..=0x1f | 0x7f | 0xc2 | 0xe2)
}

/// Replaces the characters that could make a page read otherwise than its source: an override of the
/// writing direction shows as its code point, a control character as the replacement character.
pub(crate) fn cleaned(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_clean(&mut out, c));
    out
}

fn push_clean(out: &mut String, c: char) {
    match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            out.push_str(&format!("[U+{:04X}]", u32::from(c)));
        }
        '\n' | '\t' => out.push(c),
        _ if c.is_control() => out.push('\u{fffd}'),
        _ => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_both_quotes_are_escaped() {
        assert_eq!(escape(r#"<a b="c" d='e'>&"#), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
    }

    #[test]
    fn direction_overrides_are_shown_and_controls_replaced() {
        assert_eq!(escape("a\u{202e}b\u{2066}c\u{0}d\u{1b}"), "a[U+202E]b[U+2066]c\u{fffd}d\u{fffd}");
        assert_eq!(cleaned("kept: \n\t é \u{200d}"), "kept: \n\t é \u{200d}");
    }
}
