//! A strict reader of the small part of XML that charts use.

use std::collections::BTreeSet;

/// Panics with the reason unless the text is a row of well-formed elements whose names for assistive technology are
/// there and unique.
pub(super) fn check(text: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut wanted = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        check_text(before);
        let (tag, after) = after.split_once('>').expect("every tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "tags close in order");
            continue;
        }
        let (name, attributes) = tag.trim_end_matches('/').split_once(' ').unwrap_or((tag, ""));
        assert!(name.chars().all(|letter| letter.is_ascii_alphabetic()), "<{tag}> has a plain name");
        for (key, value) in pairs(attributes) {
            match key {
                "id" => assert!(ids.insert(value.to_owned()), "id {value} is there twice"),
                "aria-labelledby" => wanted.extend(value.split(' ').map(str::to_owned)),
                _ => {}
            }
        }
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    check_text(rest);
    assert!(open.is_empty(), "{open:?} are left open");
    assert!(!wanted.is_empty() && wanted.iter().all(|id| ids.contains(id)), "{wanted:?} in {ids:?}");
}

fn pairs(mut attributes: &str) -> Vec<(&str, &str)> {
    let mut pairs = Vec::new();
    while let Some((key, rest)) = attributes.split_once("=\"") {
        let (value, rest) = rest.split_once('"').expect("every value is closed");
        check_text(value);
        pairs.push((key.trim(), value));
        attributes = rest;
    }
    assert!(attributes.trim().is_empty(), "{attributes:?} is no attribute");
    pairs
}

fn check_text(text: &str) {
    assert!(!text.contains(['<', '>']), "{text:?} holds mark-up");
    for entity in text.split('&').skip(1) {
        let name = entity.split(';').next().unwrap_or_default();
        assert!(["amp", "lt", "gt", "quot"].contains(&name), "&{name} is no entity");
    }
    for character in text.chars() {
        let hidden =
            matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}');
        assert!(!character.is_control() && !hidden, "{character:?} in {text:?}");
    }
}
