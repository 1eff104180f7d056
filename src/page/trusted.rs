//! The only values a template may print without escaping, and the only addresses it may link out to.

use serde::Serialize;

/// Markup this program made itself. Serialises as `{"html": …}`, the one place a template finds `html`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Html {
    html: String,
}

impl Html {
    /// Only the prose renderer makes one, so nothing from a data file gets here unescaped.
    pub(super) fn trusted(html: String) -> Self {
        Self { html }
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

/// A picture drawn by the `chart` room. Serialises as `{"svg": …}`, the one place a template finds `svg`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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
