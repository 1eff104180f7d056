//! Text for BibTeX: every character means itself, and no brace goes unmatched.

/// An entry with its fields, whose values are ready.
pub(super) fn entry(kind: &str, key: &str, fields: &[(&str, String)]) -> String {
    let lines: String = fields.iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("@{kind}{{{key},\n{lines}}}\n")
}

/// A name or title that styles must neither split nor put in small letters.
pub(super) fn kept(text: &str) -> String {
    format!("{{{}}}", escaped(text))
}

/// A text, with TeX's special characters as what they look like. BibTeX counts braces even after a backslash, so a
/// brace is spelled by its name.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '<' => out.push_str("\\textless{}"),
            '>' => out.push_str("\\textgreater{}"),
            '|' => out.push_str("\\textbar{}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address, which BibTeX takes as it is. What would end the field or the line early is percent-encoded.
pub(super) fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            c if c.is_control() || c == ' ' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{address, escaped};

    #[test]
    fn braces_always_match_whatever_the_text() {
        for text in ["}", "{", "\\", "a\\}b{{", "100% & more_#1 $5 ~ ^ <x> | y", "a\nb"] {
            for written in [escaped(text), address(text)] {
                let mut depth = 0_i32;
                for c in written.chars() {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    assert!(depth >= 0 && c != '\n', "{text}: {written}");
                }
                assert_eq!(depth, 0, "{text}: {written}");
            }
        }
    }

    #[test]
    fn special_characters_are_escaped_once() {
        assert_eq!(escaped("R&D_1: 5% of $9 #2"), "R\\&D\\_1: 5\\% of \\$9 \\#2");
        assert_eq!(escaped("\\input{x}"), "\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}");
    }
}
