//! The nearest known name, for suggestions.

/// The known name most like `word`, if one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).clamp(1, 3);
    known
        .into_iter()
        .map(|name| (strsim::osa_distance(word, name), name))
        .filter(|(distance, name)| *distance <= limit || (word.len() >= 4 && name.starts_with(word)))
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_keys_finds_its_name() {
        assert_eq!(nearest("titel", ["title", "unit"]), Some("title"));
        assert_eq!(nearest("reportd", ["reported", "source"]), Some("reported"));
    }

    #[test]
    fn a_different_word_finds_nothing() {
        assert_eq!(nearest("colour", ["title", "unit"]), None);
    }
}
