//! Foreign text made fit for our files: no control characters, nothing hidden, plain spaces.

/// Text in one line of at most so many characters; what is longer is cut and ends in “…”.
#[must_use]
pub fn line(text: &str, most: usize) -> String {
    let plain: String =
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(is_shown).collect();
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.chars().count() <= most {
        return joined;
    }
    let cut: String = joined.chars().take(most.saturating_sub(1)).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(start, _)| start);
    format!("{whole_words}…")
}

/// A paragraph: one line of any length.
#[must_use]
pub fn prose(text: &str) -> String {
    line(text, usize::MAX)
}

/// The name of a thing as an id: small letters, digits and hyphens. None where nothing is left of it.
#[must_use]
pub fn slug(text: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let folded: String = text.replace('&', " and ").replace(['\'', '’'], "").nfkd().collect();
    let plain: String = folded
        .chars()
        .filter(|c| !is_mark(*c))
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let joined = parts.join("-");
    let cut = joined.get(..joined.len().min(60)).unwrap_or_default().trim_end_matches('-');
    (!cut.is_empty()).then(|| cut.to_owned())
}

/// Foreign words inside a sentence of ours: in quotation marks, with those in them made single.
#[must_use]
pub fn quoted(text: &str) -> String {
    let inner = prose(text).replace('“', "‘").replace('”', "’").replace('"', "'");
    format!("“{inner}”")
}

/// A sentence that starts with a capital.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// The date at the start of a timestamp: `2021-02-01T00:00:00`, `2013/06/18 10:18:19 +1000` or `2021-02-01`.
///
/// # Errors
/// What it holds instead.
pub fn date(text: &str) -> Result<crate::period::PartialDate, String> {
    let day: String = text.trim().chars().take(10).map(|c| if c == '/' { '-' } else { c }).collect();
    crate::period::PartialDate::parse(&day)
        .ok()
        .filter(|_| day.len() == 10)
        .ok_or_else(|| format!("“{}” is not a date", line(text, 60)))
}

/// A web address that can be written down as it is. None for any other.
#[must_use]
pub fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain =
        |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '{' | '}' | '|' | '\\' | '^');
    let is_host =
        !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':'));
    (is_host && text.len() <= 500 && text.chars().all(is_plain)).then(|| text.to_owned())
}

/// It can be seen, and does not change how what is around it looks.
fn is_shown(c: &char) -> bool {
    !c.is_control()
        && !matches!(*c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// An accent that stands by itself once a letter is taken apart.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_does_not_come_in() {
        assert_eq!(line("a\u{0}b\u{202e}\u{a0}c\r\n\td\u{feff}", 80), "ab c d");
        assert_eq!(line("one two three", 9), "one two…");
        assert_eq!(prose("  £5\u{200b} m "), "£5 m");
    }

    #[test]
    fn a_name_becomes_an_id() {
        assert_eq!(
            slug("Foreign, Commonwealth & Development Office").unwrap(),
            "foreign-commonwealth-and-development-office"
        );
        assert_eq!(slug("Women’s Tŷ Éire").unwrap(), "womens-ty-eire");
        assert_eq!(slug("東京"), None);
        assert_eq!(slug(&"ab ".repeat(80)).unwrap().len(), 59);
    }

    #[test]
    fn only_a_plain_web_address_is_one() {
        assert_eq!(address(" https://a.example/b?c=d#e ").unwrap(), "https://a.example/b?c=d#e");
        for text in [
            "javascript:alert(1)",
            "https://",
            "https://u@a.example",
            "http://a.example/ b",
            "//a.example",
            "http://é.example",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
    }

    #[test]
    fn a_timestamp_gives_its_day_and_nothing_else_does() {
        assert_eq!(date("2021-02-01T00:00:00").unwrap().to_string(), "2021-02-01");
        assert_eq!(date("2013/06/18 10:18:19 +1000").unwrap().to_string(), "2013-06-18");
        for text in ["", "2021", "2021-02", "2021-02-30T00:00:00", "1 February 2021", "2021-2-1 10:00"] {
            assert!(date(text).is_err(), "{text}");
        }
    }
}
