//! TOML as a person would write it: one key a line, text in quotation marks.

use std::fmt::Write;

/// Adds `key = "value"`, if there is a value.
pub(super) fn key(text: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        let _ = writeln!(text, "{key} = {}", string(value));
    }
}

/// Adds `key = ["a", "b"]`, if there are any.
pub(super) fn list<T: AsRef<str>>(text: &mut String, key: &str, values: &[T]) {
    if !values.is_empty() {
        let values: Vec<String> = values.iter().map(|value| string(value.as_ref())).collect();
        let _ = writeln!(text, "{key} = [{}]", values.join(", "));
    }
}

/// A text in quotation marks.
pub(in crate::import) fn string(value: &str) -> String {
    let mut text = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(text, "\\u{:04X}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn what_is_written_is_read_again() {
        for value in ["", "a \"b\" \\ c", "é\n\t\u{7f}", "'''", "#", "£5"] {
            let table: toml::Table = format!("a = {}", string(value)).parse().unwrap();
            assert_eq!(table["a"].as_str(), Some(value));
        }
    }
}
