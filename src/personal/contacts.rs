//! Addresses and numbers of offices, which may stand anywhere.

use super::Identifier;
use super::identifier::find;
use std::collections::BTreeSet;

/// The addresses and numbers that may stand: the publisher's own, those of press offices. Capitals, spaces, hyphens and
/// brackets make no difference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contacts(BTreeSet<String>);

impl Contacts {
    /// Those in some texts, each of which may hold words besides.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let kinds = [Identifier::Email, Identifier::Phone, Identifier::Postcode, Identifier::IpAddress];
        let of_text = |text: &'a str| {
            kinds.into_iter().flat_map(move |kind| find(kind, text)).filter_map(move |span| text.get(span))
        };
        Self(texts.into_iter().flat_map(of_text).map(plain).collect())
    }

    /// Whether an address or number may stand.
    #[must_use]
    pub fn allow(&self, text: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&plain(text))
    }
}

fn plain(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '(' | ')'));
    kept.flat_map(char::to_lowercase).collect()
}
