//! Drafts written into repositories.

#![expect(clippy::disallowed_methods, reason = "what was written is read from the disk")]

use super::*;
use crate::import::{Capture, DraftFigure, NamedBody, Passage};
use crate::model::SourceKind;
use tempfile::TempDir;

fn draft(words: &str) -> Draft {
    let capture = Capture { format: "parliament", file: "a.json".to_owned(), sha256: "ab".repeat(32) };
    let id = SourceId::new("wq-1").unwrap();
    let mut source =
        DraftSource::new(id.clone(), "Written answer 1".to_owned(), SourceKind::WrittenAnswer, capture);
    source.body = NamedBody::of("Department of Benches");
    source.source.said = crate::period::PartialDate::parse("2026-05-01").ok();
    source.source.grouped_with = vec![SourceId::new("wq-2").unwrap()];
    source.remarks.push("Grouped with UIN 2.".to_owned());
    source
        .passages
        .push(Passage { heading: Some("The answer:".to_owned()), paragraphs: vec![words.to_owned()] });
    let mut figure = DraftFigure::new(id, "about 65 benches".to_owned());
    figure.words = Some(words.to_owned());
    Draft { sources: vec![source], figures: vec![figure], ..Draft::default() }
}

fn repository() -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("site")).unwrap();
    std::fs::write(
        folder.path().join("site/site.toml"),
        "format = 1\ntitle = \"T\"\n\n[publisher]\nname = \"P\"\n",
    )
    .unwrap();
    folder
}

fn read(folder: &TempDir, path: &str) -> String {
    std::fs::read_to_string(folder.path().join(path)).unwrap()
}

#[test]
fn a_draft_becomes_the_files_a_person_would_write() {
    let folder = repository();
    let written = write(folder.path(), &draft("There are about 65 benches."), Mode::Write);
    assert!(written.findings.is_empty(), "{:?}", written.findings);
    let files: Vec<_> = written.files.iter().map(|(path, fate)| (path.as_str(), *fate)).collect();
    assert_eq!(
        files,
        [
            ("data/bodies.toml", Fate::New),
            ("data/sources/wq-1.md", Fate::New),
            ("proposed/figures/wq-1.csv", Fate::New)
        ]
    );
    insta::assert_snapshot!(
        ["data/bodies.toml", "data/sources/wq-1.md", "proposed/figures/wq-1.csv"]
            .map(|path| read(&folder, path))
            .join("-----\n")
    );
    assert!(
        !std::fs::read_dir(folder.path().join("data/sources"))
            .unwrap()
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with('.'))
    );
}

#[test]
fn writing_twice_changes_nothing_whatever_file_it_came_from() {
    let folder = repository();
    let _ = write(folder.path(), &draft("About 65 benches."), Mode::Write);
    let before = read(&folder, "data/sources/wq-1.md");
    let mut again = draft("About 65 benches.");
    again.sources[0].capture.sha256 = "cd".repeat(32);
    let written = write(folder.path(), &again, Mode::Write);
    assert!(written.files.values().all(|fate| *fate == Fate::Same), "{:?}", written.files);
    assert!(written.findings.is_empty());
    assert_eq!(read(&folder, "data/sources/wq-1.md"), before);
}

#[test]
fn what_holds_something_else_is_left_alone_and_named() {
    let folder = repository();
    let _ = write(folder.path(), &draft("About 65 benches."), Mode::Write);
    let before = read(&folder, "data/sources/wq-1.md");
    let mut other = draft("About 70 benches.");
    other.figures[0].measure = crate::model::MeasureId::new("benches").ok();
    let written = write(folder.path(), &other, Mode::Write);
    assert_eq!(written.findings[0].code, "I003");
    assert!(written.findings[0].message.contains("data/sources/wq-1.md"));
    assert_eq!(read(&folder, "data/sources/wq-1.md"), before);
    assert!(!folder.path().join("data/figures").exists(), "figures of a source that was left alone");
}

#[test]
fn a_body_is_found_by_its_name_or_added_at_the_end() {
    let folder = repository();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    let known = "format = 1 # mine\n\n[[body]]\nid = \"benches\"\nname = \"The Department of Benches\"";
    std::fs::write(folder.path().join("data/bodies.toml"), known).unwrap();
    let _ = write(folder.path(), &draft("About 65."), Mode::Write);
    assert!(read(&folder, "data/sources/wq-1.md").contains("body = \"benches\""));
    assert_eq!(read(&folder, "data/bodies.toml"), known);
    let mut other = draft("About 65.");
    other.sources[0].source.id = SourceId::new("wq-3").unwrap();
    other.sources[0].body = NamedBody::of("Parks & Gardens");
    let written = write(folder.path(), &other, Mode::Write);
    assert_eq!(written.files["data/bodies.toml"], Fate::Extended);
    assert_eq!(
        read(&folder, "data/bodies.toml"),
        format!("{known}\n\n[[body]]\nid = \"parks-and-gardens\"\nname = \"Parks & Gardens\"\n")
    );
}

#[test]
fn a_preview_writes_nothing() {
    let folder = repository();
    let written = write(folder.path(), &draft("About 65."), Mode::Preview);
    assert_eq!(written.files.len(), 3);
    assert!(!folder.path().join("data").exists() && !folder.path().join("proposed").exists());
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_repository() {
    let (folder, outside) = (repository(), TempDir::new().unwrap());
    std::fs::create_dir(folder.path().join("data")).unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("data/sources")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("b"), folder.path().join("data/bodies.toml")).unwrap();
    let written = write(folder.path(), &draft("About 65."), Mode::Write);
    assert!(
        written.findings.iter().any(|finding| finding.message.contains("data/sources is not a plain folder")),
        "{:?}",
        written.findings
    );
    assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 0);
}
