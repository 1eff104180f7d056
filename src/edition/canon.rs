//! Canonical JSON: one text for one value, however the value was put together.
//!
//! Keys stand in the order of their bytes, and a key without a value is left out, so that a field added to the
//! model later does not change the text of what was frozen before. Only a key that stands alone is kept without
//! a value: it is the name of a variant. There are no floats in the model.

use serde::Serialize;
use serde_json::Value;

/// The canonical text of a value, on one line.
pub(super) fn canonical(value: &impl Serialize) -> String {
    let mut text = String::new();
    write(&mut text, &as_json(value));
    text
}

#[expect(clippy::expect_used, reason = "the model's maps have text for keys, and nothing else can fail")]
fn as_json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("a value of the model is a value of JSON")
}

fn write(text: &mut String, value: &Value) {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> =
                map.iter().filter(|(_, value)| map.len() == 1 || !value.is_null()).collect();
            entries.sort_by_key(|(key, _)| *key);
            wrap(text, ['{', '}'], entries, |text, (key, value)| {
                text.push_str(&Value::from(key.as_str()).to_string());
                text.push(':');
                write(text, value);
            });
        }
        Value::Array(items) => wrap(text, ['[', ']'], items, write),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            text.push_str(&value.to_string());
        }
    }
}

fn wrap<T>(
    text: &mut String,
    [open, close]: [char; 2],
    items: impl IntoIterator<Item = T>,
    mut each: impl FnMut(&mut String, T),
) {
    text.push(open);
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        each(text, item);
    }
    text.push(close);
}

#[cfg(test)]
mod tests {
    use super::canonical;
    use serde_json::json;

    #[test]
    fn keys_are_in_order_and_what_is_not_known_is_left_out() {
        let value = json!({ "b": [1, null], "a": { "z": null, "y": "“é”\n" }, "c": null });
        assert_eq!(canonical(&value), "{\"a\":{\"y\":\"“é”\\n\"},\"b\":[1,null]}");
    }
}
