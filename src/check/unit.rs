//! Whether two words for a counting unit are one unit: one or many, in capitals, with another hyphen.

use super::plain::{Case, Plain};

/// The two name one unit. “Staff” and “officers” do not: what else they have in common is for a reader to say.
pub(super) fn are_one(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    a == b
}

/// The words of a unit in the singular, without an article.
fn words(unit: &str) -> Vec<String> {
    let plain: String = Plain::of(unit, Case::Folded).chars.into_iter().collect();
    let plain = plain.replace("members of staff", "staff").replace("staff members", "staff");
    let words = plain.split([' ', '-']).filter(|word| !matches!(*word, "" | "a" | "an" | "the"));
    words.map(singular).collect()
}

fn singular(word: &str) -> String {
    match word {
        "people" | "persons" => return "person".to_owned(),
        "women" => return "woman".to_owned(),
        "men" => return "man".to_owned(),
        "children" => return "child".to_owned(),
        _ => {}
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let sibilant = ["ches", "shes", "sses", "xes"].iter().any(|ending| word.ends_with(ending));
    let keeps = word.len() < 4 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is");
    let end = if sibilant { "es" } else { "s" };
    word.strip_suffix(end).filter(|_| !keeps).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::are_one;

    #[test]
    fn one_and_many_capitals_and_hyphens_are_one_unit() {
        for (a, b) in [
            ("officer", "Officers"),
            ("members of staff", "staff"),
            ("person", "people"),
            ("full-time staff", "full time staff"),
            ("inquiries", "an inquiry"),
            ("branches", "branch"),
            ("boxes", "box"),
            ("bus", "bus"),
            ("SWYDDOGION TŴR", "swyddogion tŵr"),
        ] {
            assert!(are_one(a, b), "{a}, {b}");
        }
    }

    #[test]
    fn other_words_are_other_units() {
        for (a, b) in
            [("staff", "officers"), ("people", "cases"), ("bus", "bu"), ("full-time staff", "staff")]
        {
            assert!(!are_one(a, b), "{a}, {b}");
        }
    }
}
