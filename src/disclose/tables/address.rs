//! What a cell of a table is of: the values of its keys, totals left out.

use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// The keys of a cell with their values. A total has no value for its key.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Address(pub(super) BTreeMap<String, String>);

impl Address {
    /// The address with one key left out: the total over it.
    pub(super) fn without(&self, key: &str) -> Self {
        let mut keys = self.0.clone();
        keys.remove(key);
        Self(keys)
    }
}

impl Address {
    /// The values of these keys in their order, "total" for those it has none for.
    #[must_use]
    pub fn named(&self, keys: &[String]) -> String {
        if self.0.is_empty() {
            return "the total".to_owned();
        }
        let value = |key: &String| self.0.get(key).map_or("total", String::as_str);
        keys.iter().map(|key| format!("{key} {}", value(key))).collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("the total");
        }
        for (at, (key, value)) in self.0.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{key} {value}")?;
        }
        Ok(())
    }
}
