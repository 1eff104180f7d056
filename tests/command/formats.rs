//! The page of data formats: publishers write their files from it alone, so it must hold, word for word.

use crate::story::Story;
use onrecord::model::{Basis, Flag, PositionStance, ReviewState, SourceKind};
use onrecord::quantity::{HedgeWidths, NoValue};
use std::collections::BTreeMap;
use std::path::Path;

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("site/pages/formats.md");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The examples of the page by their file. A block of code with a line such as `` `data/bodies.toml`: `` above it
/// is that file; two blocks of one file follow one another in it.
fn examples(page: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let (mut named, mut open) = (None, None::<String>);
    for line in page.lines() {
        let fence = line.starts_with("```");
        match (&open, fence) {
            (None, true) => open = named.take(),
            (Some(_), true) => open = None,
            (Some(path), false) => {
                let file = files.entry(path.clone()).or_default();
                file.push_str(line);
                file.push('\n');
            }
            (None, false) if line.is_empty() => {}
            (None, false) => {
                named = line.strip_prefix('`').and_then(|rest| rest.strip_suffix("`:")).map(str::to_owned);
            }
        }
    }
    files
}

#[test]
fn the_examples_of_the_page_make_a_repository_together() {
    let files = examples(&page());
    assert!(files.len() >= 9, "the page has lost examples: {:?}", files.keys());
    let mut story = Story::on_nothing();
    for (path, text) in &files {
        story.write(path, text);
    }
    story.run(&["check"]).exit(0).stdout_lacks("error[").stderr_lacks("error[");
}

#[test]
fn every_word_that_a_file_may_hold_stands_on_the_page() {
    let page = page();
    let rules = onrecord::load::documentation().map(|rule| rule.code);
    let words = rules
        .chain(SourceKind::ALL.map(SourceKind::name))
        .chain(PositionStance::ALL.map(PositionStance::name))
        .chain(Basis::ALL.map(Basis::name))
        .chain(Flag::ALL.map(Flag::letter))
        .chain(ReviewState::ALL.map(ReviewState::name))
        .chain(HedgeWidths::default().fields_mut().map(|(name, _)| name));
    let missing: Vec<&str> = words.filter(|word| !page.contains(&format!("`{word}`"))).collect();
    assert_eq!(missing, Vec::<&str>::new());
    for reason in NoValue::ALL {
        assert!(page.contains(&format!("`{}`", reason.name())), "{}", reason.name());
    }
}
