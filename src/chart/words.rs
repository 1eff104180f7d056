//! Small turns of phrase for titles and text alternatives.

use std::borrow::Borrow;

/// "1 figure", "5 figures".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// "A, B, C and 4 more": a list cut after `most` names.
pub(super) fn list(names: &[impl Borrow<str>], separator: &str, most: usize) -> String {
    let named = names.iter().take(most).map(Borrow::borrow).collect::<Vec<&str>>().join(separator);
    match names.len().saturating_sub(most) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// With a capital at the beginning.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
