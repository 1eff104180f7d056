//! Web addresses: only those that lead to a page, and never those that run code.

use super::characters;

/// Why an address cannot be used, as the end of a sentence.
pub(super) fn check(text: &str) -> Result<(), &'static str> {
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme)))
        .map(|scheme| text.get(scheme.len()..).unwrap_or_default());
    let Some(rest) = rest else { return Err("does not start with http:// or https://") };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.is_empty() {
        Err("names no site")
    } else if host.contains(['@', '\\']) {
        Err("holds a user name or a backslash before the name of the site")
    } else if text.contains(|c: char| c.is_whitespace() || c.is_control() || characters::is_hidden(c)) {
        Err("holds a space or a character that cannot be seen")
    } else if text.contains(['<', '>', '"', '`', '{', '}', '|', '\\', '^']) {
        Err("holds a character that no address has")
    } else if !(host.is_ascii() || host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':')))
    {
        Err("names no site")
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn web_addresses_are_good() {
        for text in [
            "https://www.example.org",
            "http://example.org/a%20b?c=d&e=f#g",
            "HTTPS://example.org:8080/",
            "https://münchen.example/straße",
            "https://web.archive.org/web/2025/https://example.org/",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example",
            "\u{1}javascript:x",
            " https://example.org",
            "https://a b",
            "https://",
            "https:///x",
            "https://user:pass@evil.example",
            "https://example.org/\u{202e}",
            "https://example.org/\"onclick=",
            "https:example.org",
            "ftp://example.org",
            "example.org",
            "",
        ] {
            assert!(check(text).is_err(), "{text:?}");
        }
    }
}
