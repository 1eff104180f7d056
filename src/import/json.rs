//! JSON of others: each record by itself, so that one that cannot be used costs no other, and with its place.

use super::codes::{OTHER_FORMAT, error};
use super::input::place;
use crate::finding::Finding;
use crate::model::Place;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::value::RawValue;
use std::sync::Arc;

/// A part of a JSON text.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Part<'t> {
    path: &'t Arc<str>,
    whole: &'t str,
    at: usize,
    raw: &'t str,
}

impl<'t> Part<'t> {
    /// The whole of a text.
    ///
    /// # Errors
    /// A finding with the place, where it is no JSON.
    pub(in crate::import) fn whole(path: &'t Arc<str>, text: &'t str) -> Result<Self, Box<Finding>> {
        let part = Self { path, whole: text, at: 0, raw: text };
        part.read::<IgnoredAny>()?;
        Ok(part)
    }

    /// The part as a record. Keys that it does not have are passed over.
    ///
    /// # Errors
    /// A finding with the place, where it is something else.
    pub(in crate::import) fn read<T: DeserializeOwned>(&self) -> Result<T, Box<Finding>> {
        serde_json::from_str(self.raw).map_err(|fault| {
            let before: usize =
                self.raw.split_inclusive('\n').take(fault.line().saturating_sub(1)).map(str::len).sum();
            let at = self.at + before + fault.column().saturating_sub(1);
            let message = fault.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            let help = "download the file again, or name the format that it is in";
            Box::new(error(
                &OTHER_FORMAT,
                place(self.path, self.whole, at),
                format!("this cannot be read: {message}"),
                help,
            ))
        })
    }

    /// The members of a list. None where the part is no list.
    pub(in crate::import) fn items(&self) -> Option<Vec<Self>> {
        let items: Vec<&'t RawValue> = serde_json::from_str(self.raw).ok()?;
        Some(items.into_iter().map(|item| self.within(item)).collect())
    }

    /// What stands under a key. None where the part is no object, or has no such key.
    pub(in crate::import) fn get(&self, key: &str) -> Option<Self> {
        let object: std::collections::BTreeMap<String, &'t RawValue> = serde_json::from_str(self.raw).ok()?;
        object.get(key).map(|value| self.within(value))
    }

    /// Where it stands.
    pub(in crate::import) fn place(&self) -> Place {
        place(self.path, self.whole, self.at)
    }

    /// Where a key of it stands; else where it starts.
    pub(in crate::import) fn place_of(&self, key: &str) -> Place {
        let at = self.raw.find(&format!("\"{key}\"")).unwrap_or_default();
        place(self.path, self.whole, self.at + at)
    }

    fn within(&self, raw: &'t RawValue) -> Self {
        let raw = raw.get();
        let at = (raw.as_ptr() as usize).saturating_sub(self.whole.as_ptr() as usize);
        Self { at, raw, ..*self }
    }
}

/// A value that is left out where it is not of the type: what others publish is not always what they say it is.
pub(in crate::import) fn lenient<'de, T: DeserializeOwned, D: serde::Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    let value = serde_json::Value::deserialize(from)?;
    Ok(serde_json::from_value(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_knows_where_it_stands() {
        let path: Arc<str> = "a.json".into();
        let text = "{\n \"results\": [\n  {\"uin\": \"1\"},\n  {\"uin\": 2}\n ]\n}";
        let whole = Part::whole(&path, text).unwrap();
        let items = whole.get("results").unwrap().items().unwrap();
        assert_eq!(items[1].place().to_string(), "a.json:4:3");
        assert_eq!(items[1].place_of("uin").to_string(), "a.json:4:4");
        #[derive(Debug, Deserialize)]
        struct Record {
            #[expect(dead_code, reason = "it is only read")]
            uin: String,
        }
        assert!(items[0].read::<Record>().is_ok());
        let fault = items[1].read::<Record>().unwrap_err();
        assert_eq!(fault.locations[0].to_string(), "a.json:4:11");
        assert!(whole.get("other").is_none() && whole.items().is_none());
    }

    #[test]
    fn what_is_no_json_has_a_place_too() {
        let path: Arc<str> = "a.json".into();
        for (text, at) in [("", "a.json:1:1"), ("{\"a\": 1,\n}", "a.json:2:1"), ("<html>", "a.json:1:1")] {
            assert_eq!(Part::whole(&path, text).unwrap_err().locations[0].to_string(), at, "{text}");
        }
        assert!(Part::whole(&path, &"[".repeat(100_000)).is_err());
    }
}
