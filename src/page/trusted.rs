//! The only values a template may print without escaping, and the only addresses it may link out to.

use schemars::JsonSchema;
use serde::Serialize;

/// Markup this program made itself. Serialises as `{"html": …}`, the one place a template finds `html`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Html {
    html: String,
}

impl Html {
    /// Only the prose renderer makes one of texts, so nothing from a data file gets here unescaped.
    pub(super) fn trusted(html: String) -> Self {
        Self { html }
    }

    /// A script element of data, which no browser runs. `<` is written as its escape, so no text in it can end the
    /// element or begin a comment, and so are control characters and direction overrides; in JSON all of these stand
    /// in texts alone, where the escape means the same.
    pub fn linked_data(json: &[u8]) -> Self {
        let json = String::from_utf8_lossy(json);
        let json: String =
            json.trim_end().chars().map(|c| if is_unsafe(c) { escaped(c) } else { c.into() }).collect();
        Self { html: format!("<script type=\"application/ld+json\">\n{json}\n</script>") }
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.html
    }

    /// Whether nothing but blanks is there.
    pub fn is_blank(&self) -> bool {
        self.html.trim().is_empty()
    }
}

fn is_unsafe(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c == '<' || turns || (c.is_control() && c != '\n')
}

/// Every character that is escaped here lies below U+10000, so four digits do.
fn escaped(c: char) -> String {
    format!("\\u{:04x}", u32::from(c))
}

/// A picture drawn by the `chart` room. Serialises as `{"svg": …}`, the one place a template finds `svg`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Svg {
    svg: String,
}

impl Svg {
    /// Takes what `chart` drew. Hand in nothing else: it is printed as it is.
    pub fn drawn(svg: String) -> Self {
        Self { svg }
    }
}

/// An address outside the site: `http`, `https` or `mailto`, and no other scheme.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct WebAddress(String);

impl WebAddress {
    /// None for any other scheme, and for an address with blanks or control characters in it.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let lower = text.to_ascii_lowercase();
        let known = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
        let clean = !text.chars().any(|c| c.is_whitespace() || c.is_control());
        (known && clean).then(|| Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_element_of_linked_data() {
        let html =
            Html::linked_data("{\"a\":\"</script><!-- <script>\",\"b\":\"\u{202e}\u{9b}\"}".as_bytes());
        let inside = html.as_str().split_once('>').unwrap().1.rsplit_once('<').unwrap().0;
        assert!(!inside.contains(['<', '\u{202e}', '\u{9b}']), "{inside}");
        let read: serde_json::Value = serde_json::from_str(inside).unwrap();
        assert_eq!(read["a"], "</script><!-- <script>");
        assert_eq!(read["b"], "\u{202e}\u{9b}");
    }

    #[test]
    fn only_web_and_mail_addresses_are_links_outside() {
        for good in ["https://example.org/a?b=c", "HTTP://example.org", "mailto:desk@example.org"] {
            assert_eq!(WebAddress::new(good).map(|a| a.as_str().to_owned()).as_deref(), Some(good));
        }
        for bad in
            ["javascript:alert(1)", "data:text/html,x", "//example.org", "vbscript:x", "ftp://x", "", "/x"]
        {
            assert_eq!(WebAddress::new(bad), None, "{bad}");
        }
        assert_eq!(WebAddress::new("https://example.org/\u{1}"), None);
        assert_eq!(WebAddress::new("https://example.org/a b"), None);
        assert_eq!(WebAddress::new("\u{1}javascript:alert(1)"), None);
    }
}
