//! Whatever is in a file, an importer says something of it and goes on.

#![expect(clippy::disallowed_methods, reason = "the files are files")]

use super::*;
use std::path::Path;

const FORMATS: [(Format, &str); 4] = [
    (Format::Parliament, "parliament"),
    (Format::TheyWorkForYou, "theyworkforyou"),
    (Format::GovUk, "govuk"),
    (Format::Alaveteli, "alaveteli"),
];

fn files() -> Vec<(Format, String, Vec<u8>)> {
    let mut files = Vec::new();
    for (format, folder) in FORMATS {
        let folder = Path::new("tests/import").join(folder);
        for file in std::fs::read_dir(folder).unwrap().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            files.push((format, name, std::fs::read(file.path()).unwrap()));
        }
    }
    assert!(files.len() > 15);
    files.sort_by(|a, b| a.1.cmp(&b.1));
    files
}

fn draft(format: Format, name: &str, bytes: Vec<u8>) -> Draft {
    let reader = Reader::default();
    let input = Input::new(name.into(), name.to_owned(), bytes);
    read(format, &input, &Import { reader: &reader, measures: &[], received: None })
}

/// A file that gives nothing says why.
fn is_accounted_for(draft: &Draft) -> bool {
    !draft.sources.is_empty() || !draft.findings.is_empty()
}

#[test]
fn a_file_that_breaks_off_anywhere_is_accounted_for() {
    for (format, name, bytes) in files() {
        let step = (bytes.len() / 40).max(1);
        for end in (0..bytes.len()).step_by(step) {
            let draft = draft(format, &name, bytes[..end].to_vec());
            assert!(is_accounted_for(&draft), "{name} up to {end}");
        }
    }
}

#[test]
fn a_file_with_changed_bytes_is_accounted_for() {
    let mut seed = 1_u64;
    for (format, name, bytes) in files() {
        for _ in 0..60 {
            let mut changed = bytes.clone();
            for _ in 0..4 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let at = usize::try_from(seed >> 33).unwrap() % changed.len();
                changed[at] = b"\"<>&{}[],:0\0\xFF\n"[usize::try_from(seed >> 20).unwrap() % 14];
            }
            let draft = draft(format, &name, changed.clone());
            assert!(is_accounted_for(&draft), "{name}: {}", String::from_utf8_lossy(&changed));
        }
    }
}

#[test]
fn a_file_in_another_format_is_refused() {
    for (_, name, bytes) in files() {
        for (format, folder) in FORMATS {
            if !Path::new("tests/import").join(folder).join(&name).exists() {
                let draft = draft(format, &name, bytes.clone());
                assert!(draft.sources.is_empty() && !draft.findings.is_empty(), "{name} as {folder}");
            }
        }
    }
}

#[test]
fn what_a_file_says_cannot_leave_its_place_in_ours() {
    let question = |text: &str| {
        let value = serde_json::json!({
            "uin": "../../x 1", "dateTabled": "2026-03-02T00:00:00", "dateAnswered": "2026-03-05T00:00:00", "heading": "a\"\nid = \"b\u{202e}",
            "questionText": "q", "answerText": text, "answeringBodyName": "B\"]\n[[body]]", "answeringMember": {"name": "\\\"N\u{0}"},
        });
        serde_json::to_vec(&serde_json::json!({ "value": value })).unwrap()
    };
    let folder = tempfile::tempdir().unwrap();
    let draft = draft(
        Format::Parliament,
        "a`b.json",
        question("<p>+++</p><p>```</p><p>There are 5 people\u{0}.</p>"),
    );
    let written = write(folder.path(), &draft, Mode::Write);
    assert!(written.findings.is_empty(), "{:?}", written.findings);
    let paths: Vec<&str> = written.files.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        ["data/bodies.toml", "data/sources/wq-2026-03-02-x-1.md", "proposed/figures/wq-2026-03-02-x-1.csv"]
    );
    let source = std::fs::read_to_string(folder.path().join(paths[1])).unwrap();
    assert!(!source.contains('\0') && !source.contains('\u{202e}'));
    assert_eq!(source.lines().filter(|line| *line == "+++").count(), 2, "{source}");
    assert!(source.lines().any(|line| line == "> \\```"), "{source}");
    let front: toml::Table = source.split("+++").nth(1).unwrap().parse().unwrap();
    assert_eq!(front["person"].as_str(), Some("\\\"N"));
    let bodies: toml::Table = std::fs::read_to_string(folder.path().join(paths[0])).unwrap().parse().unwrap();
    assert_eq!(bodies["body"].as_array().unwrap().len(), 1);
}

#[test]
fn a_large_file_costs_time_in_proportion() {
    let record = "{\"value\":{\"uin\":\"%\",\"dateTabled\":\"2026-03-02\",\"dateAnswered\":\"2026-03-05\",\"questionText\":\"q\",\"answerText\":\"Not yet.\"}}";
    let records: Vec<String> = (0..3_000).map(|number| record.replace('%', &number.to_string())).collect();
    let all = format!("{{\"results\":[{}]}}", records.join(","));
    assert_eq!(draft(Format::Parliament, "a.json", all.into_bytes()).sources.len(), 3_000);
    let cut = record.replace("Not yet.", &format!("{}...", "word ".repeat(60)));
    let all = format!(
        "{{\"results\":[{}]}}",
        (0..20_000).map(|number| cut.replace('%', &number.to_string())).collect::<Vec<_>>().join(",")
    );
    assert_eq!(draft(Format::Parliament, "a.json", all.into_bytes()).sources.len(), 20_000);
    let request = "{\"url_title\":\"a%\",\"described_state\":\"successful\"}";
    let all: Vec<String> = (0..20_000).map(|number| request.replace('%', &number.to_string())).collect();
    let all = format!("[{}]", all.join(","));
    assert_eq!(draft(Format::Alaveteli, "a.json", all.into_bytes()).sources.len(), 20_001);
    let question = "<ques id='w/2026-03-05a.%.q0'><p>q</p></ques><reply><p>5 people</p></reply>";
    let all: Vec<String> = (0..10_000).map(|number| question.replace('%', &number.to_string())).collect();
    let all = format!("<publicwhip>{}</publicwhip>", all.join("\n"));
    assert_eq!(draft(Format::TheyWorkForYou, "a.xml", all.into_bytes()).sources.len(), 10_000);
    let together = format!(
        "{}<reply><p>{}</p></reply>",
        "<ques id='w/2026-03-05a.1.q0'/>".repeat(5_000),
        "x".repeat(300_000)
    );
    let many =
        draft(Format::TheyWorkForYou, "a.xml", format!("<publicwhip>{together}</publicwhip>").into_bytes());
    assert_eq!(many.sources.iter().filter(|source| !source.passages.is_empty()).count(), 20);
    let broken = format!("{{\"results\":[{}]}}", vec!["{\"value\":{\"questionText\":1}}"; 50_000].join(","));
    assert_eq!(draft(Format::Parliament, "a.json", broken.into_bytes()).findings.len(), MOST_FINDINGS);
    let nested = format!("<publicwhip>{}", "<major-heading>".repeat(100_000));
    assert!(draft(Format::TheyWorkForYou, "a.xml", nested.into_bytes()).sources.is_empty());
}
