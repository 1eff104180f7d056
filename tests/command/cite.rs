//! `onrecord cite check`: a briefing is held against the record.

use crate::story::Story;
use serde_json::Value;
use std::io::{Cursor, Write};

/// Three editions of a park: a figure is revised with the second, another is withdrawn with the third.
fn park() -> Story {
    let mut story = Story::on("smallest");
    let figures = [
        "b2024,benches,12,walk,2024\nb2023,benches,9,walk,2023\nb2022,benches,about 20,walk,2022\n",
        "b2024,benches,13,walk,2024\nb2023,benches,9,walk,2023\nb2022,benches,about 20,walk,2022\n",
        "b2024,benches,13,walk,2024\nb2022,benches,about 20,walk,2022\n",
    ];
    for (index, rows) in figures.into_iter().enumerate() {
        let (day, note) = (format!("2025-0{}-01", index + 1), format!("Note {}", index + 1));
        story.write("data/figures/benches.csv", format!("id,measure,reported,source,period\n{rows}"));
        match index {
            0 => &mut story,
            1 => story.explain("revision", "figures = [\"b2024\"]"),
            _ => story.explain("withdrawal", "figures = [\"b2023\"]"),
        };
        story.run(&["release", "--note", &note, "--date", &day]).exit(0);
    }
    story
}

const HOST: &str = "https://record.example";

fn frozen(edition: u32, figure: &str) -> String {
    format!("{HOST}/measures/benches/v/{edition}/#figure-{figure}")
}

#[test]
fn a_briefing_whose_citations_all_stand_is_sound() {
    let mut story = park();
    let (second, third) = (frozen(2, "b2024"), frozen(3, "b2024"));
    let page = format!("{HOST}/measures/benches/v/3/");
    let text = format!("We counted [13 benches]({second}), then [13]({third}).\nSee [the count]({page}).\n");
    story.write("briefing.md", text);
    story.run(&["cite", "check", "briefing.md"]).exit(0);
    story.stdout_contains("3 citations in 1 document: 3 stand.").stderr_is_empty();
}

#[test]
fn a_revised_a_withdrawn_and_an_unknown_figure_are_told_with_their_reasons() {
    let mut story = park();
    let text =
        format!("Once {} and\n{} and\n{}.\n", frozen(1, "b2024"), frozen(2, "b2023"), frozen(1, "b2025"));
    story.write("briefing.txt", text);
    story.run(&["cite", "check", "briefing.txt"]).exit(1);
    story
        .stdout_contains(
            "briefing.txt:1:6: revised: “12” is now “13” (edition 2, revision)\n  why: Why of note 1\n",
        )
        .stdout_contains("now: measures/benches/#figure-b2024")
        .stdout_contains("briefing.txt:2:1: withdrawn: “9” (edition 3, withdrawal)\n  why: Why of note 2\n")
        .stdout_contains(
            "briefing.txt:3:1: unknown\n  note: Edition 1 holds no figure b2025; did you mean b202",
        )
        .stdout_contains("3 citations in 1 document: 1 revised, 1 withdrawn, 1 unknown.");
}

#[test]
fn a_change_that_is_in_no_edition_yet_is_told_too() {
    let mut story = park();
    story.write("briefing.txt", frozen(3, "b2024")).run(&["cite", "check", "briefing.txt"]).exit(0);
    story.replace("data/figures/benches.csv", "benches,13", "benches,14");
    story.run(&["cite", "check", "briefing.txt"]).exit(1);
    story.stdout_contains("revised: “13” is now “14” (not yet in an edition, revision)");
}

#[test]
fn words_that_lose_the_hedge_are_told_although_the_figure_stands() {
    let mut story = park();
    story.write("briefing.md", format!("There were [20]({}).", frozen(3, "b2022")));
    story.run(&["cite", "check", "briefing.md"]).exit(1);
    story
        .stdout_contains("stands: “about 20”")
        .stdout_contains("note: The document says “20”; the figure was reported as “about 20”.");
    story.write("briefing.md", format!("There were [about 20]({}).", frozen(3, "b2022")));
    story.run(&["cite", "check", "briefing.md"]).exit(0);
}

#[test]
fn an_address_that_moves_stands_with_a_remark() {
    let mut story = park();
    story.write("briefing.md", format!("<{HOST}/measures/benches/#figure-b2024>"));
    story.run(&["cite", "check", "briefing.md"]).exit(0).stdout_contains("names no edition");
}

#[test]
fn a_key_of_a_bibliography_is_a_citation() {
    let mut story = park();
    story.write("paper.md", "As counted [@b2024.e1, p. 3; @smith2020]. Write to someone@b2024.e1.\n");
    story.run(&["cite", "check", "paper.md"]).exit(1);
    story.stdout_contains("1 citation in 1 document: 1 revised.").stdout_contains("cited: @b2024.e1");
}

#[test]
fn with_a_base_address_only_this_site_is_cited() {
    let mut story = park();
    story.replace("site/site.toml", "title = ", "base_url = \"https://record.example\"\ntitle = ");
    let other = frozen(1, "b2024").replace("record.example", "other.example");
    story.write(
        "briefing.html",
        format!("<p><a href='{other}'>12</a> <a href='{}'>12</a></p>", frozen(1, "b2024")),
    );
    story.run(&["cite", "check", "briefing.html"]).exit(1);
    story.stdout_contains("1 citation in 1 document: 1 revised.");
}

#[test]
fn html_is_read_with_its_places_and_without_its_scripts() {
    let mut story = park();
    let (link, script) = (frozen(1, "b2024"), frozen(1, "b2023"));
    let page = format!(
        "<!doctype html>\n<title>x</title><script>let x = \"{script}\";</script>\n<p>é <a\n href=\"{link}\"><b>1</b>2</a> {script}</p>\n"
    );
    story.write("page.html", page).run(&["cite", "check", "page.html", "--format", "json"]).exit(1);
    let json = story.stdout_json();
    let list = json["citations"].as_array().unwrap();
    let place = |one: &Value| (one["line"].clone(), one["words"].clone());
    assert_eq!(
        list.iter().map(place).collect::<Vec<_>>(),
        [(3.into(), "12".into()), (4.into(), Value::Null)]
    );
    assert_eq!(list[0]["column"], 6, "in characters");
    assert_eq!(
        (&list[0]["status"], &list[0]["from"], &list[0]["to"]),
        (&"revised".into(), &"12".into(), &"13".into())
    );
    assert_eq!((&list[1]["status"], &list[1]["since"]), (&"withdrawn".into(), &Value::from(3)));
}

/// A Word document of some parts.
fn docx(parts: &[(&str, String)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn body(paragraphs: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>{paragraphs}</w:body></w:document>"
    )
}

#[test]
fn a_word_document_is_read_with_its_links_fields_and_footnotes() {
    let mut story = park();
    let target = frozen(1, "b2024").replace("#figure-b2024", "");
    let text = body(&format!(
        "<w:p><w:r><w:t>There were </w:t></w:r><w:hyperlink r:id=\"r7\" w:anchor=\"figure-b2024\"><w:r><w:t>12 </w:t></w:r>\
         <w:r><w:t>benches</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:instrText> HYPERLINK \"{target}\" \\l \"figure-b2023\" \
         </w:instrText></w:r><w:r><w:t>nine &amp; more</w:t></w:r></w:p>"
    ));
    let links = format!("<Relationships><Relationship Id=\"r7\" Target=\"{target}\"/></Relationships>");
    let notes = format!(
        "<w:footnotes xmlns:w=\"w\"><w:p><w:r><w:t>See {}</w:t></w:r></w:p></w:footnotes>",
        frozen(9, "b2024")
    );
    let parts =
        [("word/document.xml", text), ("word/_rels/document.xml.rels", links), ("word/footnotes.xml", notes)];
    story.write("briefing.docx", docx(&parts)).run(&["cite", "check", "briefing.docx"]).exit(1);
    story
        .stdout_contains("briefing.docx:paragraph 1: revised: “12” is now “13”")
        .stdout_contains("briefing.docx:paragraph 2: withdrawn: “9”")
        .stdout_contains("briefing.docx:footnotes, paragraph 1: unknown\n  note: There is no edition 9; the last is edition 3.");
}

#[test]
fn a_document_that_cannot_be_read_is_named_and_not_passed_over() {
    let mut story = park();
    story
        .write("old.doc", "")
        .write("latin.txt", b"caf\xe9")
        .write("broken.docx", "PK no")
        .write("empty.docx", docx(&[]));
    story.run(&["cite", "check", "old.doc", "latin.txt", "broken.docx", "empty.docx"]).exit(3);
    story
        .stderr_contains("old.doc: documents that end in .doc are not read")
        .stderr_contains("latin.txt: it is not UTF-8 (byte 4)")
        .stderr_contains("broken.docx: it cannot be read as a Word document")
        .stderr_contains("empty.docx: it cannot be read as a Word document: it has no text");
    story.run(&["cite", "check", "nothing.md"]).exit(4).stderr_contains("nothing.md");
}

#[test]
fn a_document_without_citations_and_a_record_without_editions() {
    let mut story = Story::on("smallest");
    story.write("a.md", "Nothing.").run(&["cite", "check", "a.md"]).exit(0);
    story.stdout_is("Nothing of this record is cited in 1 document.\n");
    story.write("a.md", frozen(1, "b2024")).run(&["cite", "check", "a.md"]).exit(1);
    story.stdout_contains("No edition has been released");
}

#[test]
fn an_entity_bomb_in_a_word_document_stays_small() {
    let mut story = park();
    let bomb = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:p><w:t>&b;</w:t></w:p></w:document>";
    story.write("bomb.docx", docx(&[("word/document.xml", bomb.to_owned())]));
    story.run(&["cite", "check", "bomb.docx"]).exit(0).stdout_contains("Nothing of this record");
}
