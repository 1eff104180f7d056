//! Two values of the model, field by field, under the names that the fields have in files.

use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// A field that differs. A field of a field has a dotted name: `dimensions.age.title`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FieldChange {
    /// The name of the field in files.
    pub field: String,
    /// What it said before; none where it said nothing.
    pub before: Option<String>,
    /// What it says now; none where it says nothing.
    pub after: Option<String>,
}

impl FieldChange {
    /// The name of the field in words: "the code wen of route".
    #[must_use]
    pub fn label(&self) -> String {
        let parts: Vec<&str> = self.field.split('.').collect();
        match parts.as_slice() {
            ["dimensions", dimension, "codes", code] => format!("the code {code} of {dimension}"),
            ["dimensions", dimension, part] => format!("the {part} of {dimension}"),
            ["includes", group] => format!("the group {group}"),
            _ => self.field.replace(['_', '.'], " "),
        }
    }

    /// The name of the outermost field: `dimensions` of `dimensions.age.title`.
    #[must_use]
    pub fn root(&self) -> &str {
        self.field.split('.').next().unwrap_or_default()
    }
}

/// The fields in which two values differ, by name.
pub(super) fn fields(before: &impl Serialize, after: &impl Serialize) -> Vec<FieldChange> {
    let (before, after) = (leaves(before), leaves(after));
    let names: Vec<&String> =
        before.keys().chain(after.keys().filter(|name| !before.contains_key(*name))).collect();
    let mut changes: Vec<FieldChange> = names
        .into_iter()
        .filter(|name| before.get(*name) != after.get(*name))
        .map(|name| FieldChange {
            field: name.clone(),
            before: before.get(name).map(words),
            after: after.get(name).map(words),
        })
        .collect();
    changes.sort();
    changes
}

/// What a value says, by the name of the field. What is empty says nothing.
fn leaves(value: &impl Serialize) -> BTreeMap<String, Value> {
    let mut leaves = BTreeMap::new();
    collect(String::new(), serde_json::to_value(value).unwrap_or_default(), &mut leaves);
    leaves
}

fn collect(name: String, value: Value, leaves: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(map) if !name.is_empty() && map.len() == 1 && map.values().all(Value::is_null) => {
            // A variant without a value: its name is all it says.
            leaves.insert(name, map.into_iter().map(|(key, _)| key).collect());
        }
        Value::Object(map) => {
            for (key, value) in map {
                let name = if name.is_empty() { key } else { format!("{name}.{key}") };
                collect(name, value, leaves);
            }
        }
        Value::Null => {}
        Value::Array(items) if items.is_empty() => {}
        Value::Array(_) | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            leaves.insert(name, value);
        }
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join("; "),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::fields;
    use serde_json::json;

    #[test]
    fn each_field_that_differs_is_named_with_what_it_said() {
        let before = json!({ "title": "Staff", "unit": "people", "note": null, "codes": { "a": "one" } });
        let after =
            json!({ "title": "Staff", "unit": "posts", "note": "new", "codes": {}, "list": ["x", "y"] });
        let found: Vec<_> = fields(&before, &after)
            .into_iter()
            .map(|change| (change.field, change.before, change.after))
            .collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            found,
            [
                ("codes.a".to_owned(), some("one"), None),
                ("list".to_owned(), None, some("x; y")),
                ("note".to_owned(), None, some("new")),
                ("unit".to_owned(), some("people"), some("posts")),
            ]
        );
    }

    #[test]
    fn a_variant_that_holds_nothing_is_not_nothing() {
        assert_eq!(fields(&json!({ "a": null }), &json!({ "a": { "exempt": null }, "b": null })).len(), 1);
    }

    #[test]
    fn two_lists_that_read_alike_still_differ() {
        assert_eq!(fields(&json!({ "a": ["x; y"] }), &json!({ "a": ["x", "y"] })).len(), 1);
    }
}
