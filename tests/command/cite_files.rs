//! `/cite/ID.json`: how each figure is cited, and what became of it.

use crate::story::Story;
use serde_json::Value;

const HOST: &str = "https://record.example";

/// Three editions of a park: one figure is revised with the second, another is withdrawn with the third, and a third
/// one is not in an edition yet.
fn park() -> Story {
    let mut story = Story::on("smallest");
    story.replace("site/site.toml", "title = ", &format!("base_url = \"{HOST}\"\ntitle = "));
    for (index, rows) in
        ["12,walk,2024\nb2023,benches,9", "13,walk,2024\nb2023,benches,9", "13"].into_iter().enumerate()
    {
        let (day, note) = (format!("2025-0{}-01", index + 1), format!("Note {}", index + 1));
        let year = if index < 2 { 2023 } else { 2024 };
        let rows = format!("id,measure,reported,source,period\nb2024,benches,{rows},walk,{year}\n");
        story.write("data/figures/benches.csv", rows);
        match index {
            0 => &mut story,
            1 => story.explain("revision", "figures = [\"b2024\"]"),
            _ => story.explain("withdrawal", "figures = [\"b2023\"]"),
        };
        story.run(&["release", "--note", &note, "--date", &day]).exit(0);
    }
    story.append("data/figures/benches.csv", "b2022,benches,about 20,walk,2022\n");
    story.run(&["build"]).exit(0);
    story
}

fn cite(story: &Story, id: &str) -> Value {
    serde_json::from_str(&story.read(&format!("public/cite/{id}.json"))).unwrap()
}

#[test]
fn a_figure_is_cited_at_its_frozen_address_with_its_standing() {
    park().file_matches("public/cite/b2024.json", "cite/b2024.json");
}

#[test]
fn a_figure_that_was_withdrawn_keeps_its_file_which_says_so() {
    let story = park();
    let json = cite(&story, "b2023");
    assert_eq!((&json["on_record"], &json["gone"]["edition"]), (&false.into(), &Value::from(3)));
    assert_eq!(json["gone"]["why"], "Why of note 2");
    assert_eq!(json["permalink"], format!("{HOST}/measures/benches/v/2/#figure-b2023"));
    assert!(json.get("standing").is_none() && json.get("latest").is_none(), "{json}");
    let changes: Vec<_> = json["editions"].as_array().unwrap().iter().map(|one| &one["change"]).collect();
    assert_eq!(changes, ["added", "removed"]);
    for form in ["text", "bibtex"] {
        let text = json["citation"][form].as_str().unwrap();
        assert!(text.contains("no longer on record since edition 3 (1 March 2025)"), "{text}");
    }
}

#[test]
fn a_figure_that_is_in_no_edition_says_so_and_gives_the_address_that_moves() {
    let story = park();
    let json = cite(&story, "b2022");
    assert_eq!((&json["edition"], &json["permalink"]), (&Value::Null, &Value::Null));
    assert_eq!(json["latest"], format!("{HOST}/measures/benches/#figure-b2022"));
    assert_eq!((&json["editions"], &json["citation"]["key"]), (&serde_json::json!([]), &"b2022".into()));
    assert!(json["citation"]["text"].as_str().unwrap().contains("“about 20”"));
    assert!(json["citation"]["text"].as_str().unwrap().contains("not yet in an edition"));
}

#[test]
fn no_form_of_a_citation_says_more_than_the_standing() {
    let mut story = park();
    for id in ["b2022", "b2023", "b2024"] {
        let json = cite(&story, id);
        let standing = json["standing"].as_str().unwrap_or("gone").to_owned();
        let said = json["citation"].to_string();
        let confirms = said.replace("not confirmed", "").contains("confirmed");
        assert_eq!(confirms, standing.ends_with("confirmed") && standing != "unconfirmed", "{id}: {said}");
    }
    let key = cite(&story, "b2024")["citation"]["key"].as_str().unwrap().to_owned();
    story.write("paper.md", format!("See [@{key}] and <{HOST}/cite/b2024.json>.\n"));
    story.run(&["cite", "check", "paper.md"]).exit(0).stdout_contains("2 citations in 1 document: 2 stand.");
}
