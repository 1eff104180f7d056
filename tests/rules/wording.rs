//! The project's own words, held to the rules that it gives publishers: pages, templates, rules, and texts in the source.

use onrecord::check::wording;
use onrecord::finding::Finding;
use onrecord::model::{OwnText, WordList};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let entries = walkdir::WalkDir::new(root().join(folder)).sort_by_file_name().into_iter();
    let paths = entries.map(|entry| entry.unwrap().into_path());
    let paths = paths.filter(|path| path.is_file() && path.to_string_lossy().ends_with(ending));
    let name = |path: &Path| path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
    paths.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

fn found(texts: &[OwnText]) -> Vec<String> {
    let say = |finding: &Finding| {
        let place = finding.locations.first().unwrap();
        format!("{place} {} {}", finding.code, finding.title)
    };
    wording(texts, &WordList::default()).iter().map(say).collect()
}

/// What stands outside `{{…}}` and `<…>`.
fn words_of_template(text: &str) -> String {
    let mut depth = 0_usize;
    let seen = text.chars().map(|c| {
        depth = match c {
            '<' | '{' => depth + 1,
            '>' | '}' => depth.saturating_sub(1),
            _ => depth,
        };
        if depth == 0 || c == '\n' { c } else { ' ' }
    });
    seen.collect()
}

/// The texts in quotation marks of the lines of code, each a paragraph of its own.
fn texts_of_source(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let texts = lines.flat_map(|line| line.split('"').skip(1).step_by(2).filter(|text| text.contains(' ')));
    texts.map(|text| format!("{}\n\n", text.trim())).collect()
}

#[test]
fn the_pages_of_this_repository_take_no_side() {
    let pages = files("site/pages", ".md");
    assert!(!pages.is_empty());
    let texts: Vec<OwnText> = pages.into_iter().map(|(path, text)| OwnText::of_file(&path, text)).collect();
    assert_eq!(found(&texts), Vec::<String>::new());
}

#[test]
fn the_words_of_the_templates_take_no_side() {
    let templates = files("templates", ".hbs");
    assert!(!templates.is_empty());
    let own = |(path, text): (String, String)| OwnText::of_file(&path, words_of_template(&text));
    assert_eq!(found(&templates.into_iter().map(own).collect::<Vec<_>>()), Vec::<String>::new());
}

#[test]
fn the_words_of_the_rules_take_no_side() {
    let texts: Vec<OwnText> = onrecord::pipeline::documentation()
        .flat_map(|rule| [rule.finds, rule.matters, rule.example, rule.resolve].map(|text| (rule.code, text)))
        .map(|(code, text)| OwnText::of_file(code, text.to_owned()))
        .collect();
    assert!(texts.len() > 100);
    let loaded: Vec<String> = found(&texts).into_iter().filter(|found| !found.contains(" N003 ")).collect();
    assert_eq!(loaded, Vec::<String>::new());
}

#[test]
fn the_texts_that_readers_see_from_the_source_take_no_side() {
    let rooms =
        ["check", "chart", "cli", "disclose", "export", "finding", "page", "reconcile", "report", "site"];
    let sources = rooms.iter().flat_map(|room| files(&format!("src/{room}"), ".rs"));
    let shown = |path: &str| !path.contains("/tests") && !path.contains("/wording/");
    let texts: Vec<OwnText> = sources
        .filter(|(path, _)| shown(path))
        .map(|(path, text)| OwnText::of_file(&path, texts_of_source(&text)))
        .collect();
    assert!(texts.len() > 50);
    let loaded: Vec<String> = found(&texts).into_iter().filter(|found| !found.contains(" N003 ")).collect();
    assert_eq!(loaded, Vec::<String>::new());
}

#[test]
fn a_word_in_a_template_and_one_in_a_source_would_be_found() {
    let template = words_of_template("<p class=\"cruel\">\n{{cruel}} cruel</p>");
    assert_eq!(found(&[OwnText::of_file("t.hbs", template)]).len(), 1);
    let source =
        texts_of_source("let heartless = format!(\"it is heartless {}\");\n// \"it is heartless\"\n");
    assert_eq!(found(&[OwnText::of_file("s.rs", source)]).len(), 1);
}
