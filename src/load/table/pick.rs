//! Values of a table by name, each as the type it is meant to be.

use super::super::codes::{REPEATED_VALUE, WRONG_VALUE};
use super::super::document::Named;
use super::{Table, Value};
use crate::finding::nearest;
use crate::model::SlugError;
use crate::period::PartialDate;

impl<'d> Table<'d> {
    /// Text in one line.
    pub(in crate::load) fn line(&self, key: &'static str) -> Option<String> {
        self.get(key)?.line()
    }

    /// Text in Markdown.
    pub(in crate::load) fn prose(&self, key: &'static str) -> Option<String> {
        self.get(key)?.prose()
    }

    /// Notes that a text, or each of a list, is in the publisher's own words.
    pub(in crate::load) fn own(&self, key: &'static str) {
        if let Some(value) = self.get(key) {
            value.own();
        }
    }

    /// A date.
    pub(in crate::load) fn date(&self, key: &'static str) -> Option<PartialDate> {
        self.get(key)?.date()
    }

    /// A web address.
    pub(in crate::load) fn address(&self, key: &'static str) -> Option<String> {
        self.get(key)?.address()
    }

    /// A list of texts.
    pub(in crate::load) fn proses(&self, key: &'static str) -> Vec<String> {
        let items = self.get(key).map(|value| value.items()).unwrap_or_default();
        items.iter().filter_map(Value::prose).collect()
    }

    /// The id of something that another file declares.
    pub(in crate::load) fn mention<T>(
        &self,
        key: &'static str,
        named: Named,
        new: fn(&str) -> Result<T, SlugError>,
    ) -> Option<T> {
        self.get(key)?.mention(named, new)
    }

    /// A list of such ids, each once.
    pub(in crate::load) fn mentions<T: PartialEq>(
        &self,
        key: &'static str,
        named: Named,
        new: fn(&str) -> Result<T, SlugError>,
    ) -> Vec<T> {
        self.each_once(key, |value| value.mention(named, new))
    }

    /// A list of ids, each once, that need not be declared.
    pub(in crate::load) fn ids<T: PartialEq>(
        &self,
        key: &'static str,
        new: fn(&str) -> Result<T, SlugError>,
    ) -> Vec<T> {
        self.each_once(key, |value| value.id(new))
    }

    fn each_once<T: PartialEq>(&self, key: &'static str, read: impl Fn(&Value<'_>) -> Option<T>) -> Vec<T> {
        let mut ids = Vec::new();
        for value in self.get(key).map(|value| value.items()).unwrap_or_default() {
            let Some(id) = read(&value) else { continue };
            if ids.contains(&id) {
                let message = format!("“{key}” names {} twice", value.written());
                value.document().error(
                    &REPEATED_VALUE,
                    value.span(),
                    message,
                    "take one out, or name what was meant",
                );
            } else {
                ids.push(id);
            }
        }
        ids
    }

    /// One of a fixed set of words.
    pub(in crate::load) fn choice<T: Clone>(
        &self,
        key: &'static str,
        all: &[T],
        name: impl Fn(&T) -> &'static str,
    ) -> Option<T> {
        let value = self.get(key)?;
        let word = value.text()?;
        let found = all.iter().find(|one| name(one) == word);
        if found.is_none() {
            let (message, help) = unknown_word(key, word, &all.iter().map(name).collect::<Vec<_>>());
            value.document().error(&WRONG_VALUE, value.span(), message, help);
        }
        found.cloned()
    }
}

/// What to say of a word that is none of those that may stand in its place.
pub(in crate::load) fn unknown_word(key: &str, word: &str, known: &[&str]) -> (String, String) {
    let help = match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean “{near}”?"),
        None => format!("use one of: {}", known.join(", ")),
    };
    (format!("“{word}” is no value of “{key}”"), help)
}
