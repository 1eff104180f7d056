//! A name in a template that the page has no value for: most likely a slip, or a template from another version.

use std::collections::BTreeSet;

use serde_json::Value;

use super::error::PageError;

/// How alike two names must be for one to be offered for the other.
const ALIKE: f64 = 0.75;
/// The most names that are offered.
const MOST: usize = 3;

/// The mistake, with the names of the page's values that come nearest.
pub(super) fn unknown_name(
    template: &str,
    at: Option<(usize, usize)>,
    name: &str,
    values: &Value,
) -> PageError {
    let message = format!("The page has no value named `{name}`.");
    let help = format!(
        "{}A template that was copied from an older version of the program may need renewing: put aside your \
         templates/{template}.hbs, and make your changes again in a copy of the one that comes with this version.",
        nearest(name, values)
    );
    PageError::new(template, at, message).help(help)
}

/// "Did you mean `title` or `titles`? ", or nothing where no name is like it.
fn nearest(name: &str, values: &Value) -> String {
    let last = name.rsplit(['.', '/']).next().unwrap_or_default();
    let mut names = BTreeSet::new();
    collect(values, &mut names);
    let mut alike: Vec<(f64, &str)> = names
        .into_iter()
        .map(|known| (strsim::jaro_winkler(known, last), known))
        .filter(|(likeness, known)| *likeness >= ALIKE && *known != last)
        .collect();
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let offered: Vec<String> = alike.iter().take(MOST).map(|(_, known)| format!("`{known}`")).collect();
    if offered.is_empty() { String::new() } else { format!("Did you mean {}? ", offered.join(" or ")) }
}

fn collect<'a>(value: &'a Value, names: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, inner)| {
            names.insert(name);
            collect(inner, names);
        }),
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
