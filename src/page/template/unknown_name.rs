//! A name in a template that the page has no value for: most likely a slip, or a template from another version.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::error::PageError;

/// How alike two names must be for one to be offered for the other.
const ALIKE: f64 = 0.75;
/// The most names that are offered.
const MOST: usize = 3;

/// The mistake where no page of its kind has the name. `known` are the names that stand where it does.
pub(super) fn not_named(
    template: &str,
    at: Option<(usize, usize)>,
    name: &str,
    page: &str,
    known: &BTreeSet<String>,
) -> PageError {
    let message = match page == template {
        true => format!("The page has no value named `{name}` here."),
        false => format!("The page `{page}` has no value named `{name}` here."),
    };
    let offered = nearest(last(name), known.iter().map(String::as_str));
    PageError::new(template, at, message).help(format!(
        "{offered}`onrecord template {page} --values` lists what there is. A template that was copied from an older \
         version of the program may need renewing."
    ))
}

/// The mistake where a page has no value under a name that others of its kind have.
pub(crate) fn unknown_name(
    template: &str,
    at: Option<(usize, usize)>,
    name: &str,
    values: &Value,
) -> PageError {
    let mut known = BTreeSet::new();
    collect(values, &mut known);
    let offered = nearest(last(name), known.into_iter());
    PageError::new(template, at, format!("A page has no value named `{name}`.")).help(format!(
        "{offered}Where a value may be missing, put what prints it between `{{{{#if …}}}}` and `{{{{/if}}}}`."
    ))
}

fn last(name: &str) -> &str {
    name.rsplit(['.', '/']).next().unwrap_or_default()
}

/// "Did you mean `title` or `titles`? ", or nothing where no name is like it.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let mut alike: Vec<(f64, &str)> = known
        .map(|known| (strsim::jaro_winkler(known, name), known))
        .filter(|(likeness, known)| *likeness >= ALIKE && *known != name)
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
