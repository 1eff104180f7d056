//! A source as a file of `data/sources/`.

use super::bodies::Bodies;
use super::toml_text::{key, list};
use crate::import::clean;
use crate::import::{Capture, DraftSource, Passage};
use crate::model::{Designation, SourceId};
use crate::period::PartialDate;
use std::collections::BTreeSet;
use std::fmt::Write;

const CAPTURED: &str = "Captured from `";
/// The longest value that a key may have.
const LONGEST: usize = 400;

/// The whole file.
pub(super) fn text(draft: &DraftSource, bodies: &Bodies, links: &BTreeSet<SourceId>) -> String {
    let mut text = String::from("+++\nformat = 1\n");
    front(&mut text, draft, bodies, links);
    text.push_str("+++\n\n");
    text.push_str(&captured(&draft.capture));
    for remark in &draft.remarks {
        let _ = write!(text, "\n{remark}\n");
    }
    draft.passages.iter().for_each(|passage| quote(&mut text, passage));
    text
}

/// Whether two files say the same. The file that a text was taken from, the day it was received and the sources beside
/// it that happen to be there may differ: they are not what the source said.
pub(super) fn is_same(old: &str, new: &str) -> bool {
    let told = |text: &str| -> Vec<String> {
        let varies = |line: &&str| {
            [CAPTURED, "received = ", "grouped_with = ", "origin = "]
                .iter()
                .any(|start| line.starts_with(start))
        };
        text.lines().filter(|line| !varies(line)).map(|line| line.trim_end().to_owned()).collect()
    };
    told(old) == told(new)
}

fn front(text: &mut String, draft: &DraftSource, bodies: &Bodies, links: &BTreeSet<SourceId>) {
    let source = &draft.source;
    let line = |value: &Option<String>| value.as_deref().map(|value| clean::line(value, LONGEST));
    let date = |date: Option<PartialDate>| date.map(|date| date.to_string());
    let there = |ids: &[SourceId]| -> Vec<String> {
        ids.iter().filter(|id| links.contains(*id)).map(SourceId::to_string).collect()
    };
    key(text, "title", Some(&clean::line(&source.title, LONGEST)));
    key(text, "kind", Some(source.kind.name()));
    key(text, "body", draft.body.as_ref().map(|body| bodies.id(body)));
    key(text, "person", line(&source.person).as_deref());
    key(text, "role", line(&source.role).as_deref());
    key(text, "said", date(source.said).as_deref());
    key(text, "published", date(source.published).as_deref());
    key(text, "reported", date(source.reported).as_deref());
    key(text, "received", date(source.received).as_deref());
    key(text, "reference", line(&source.reference).as_deref());
    key(text, "url", source.url.as_deref());
    key(text, "archive_url", source.archive_url.as_deref());
    list(text, "origin", &there(&source.origin));
    list(text, "reported_by", &there(&source.reported_by));
    list(text, "grouped_with", &there(&source.grouped_with));
    key(text, "designation", source.designation.map(designation));
}

fn captured(capture: &Capture) -> String {
    format!("{CAPTURED}{}` ({}), SHA-256 `{}`.\n", capture.file, capture.format, capture.sha256)
}

/// Captured words, each line after a `>`.
fn quote(text: &mut String, passage: &Passage) {
    if let Some(heading) = &passage.heading {
        let _ = write!(text, "\n{heading}\n");
    }
    for (index, paragraph) in passage.paragraphs.iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ">\n" });
        for line in paragraph.lines() {
            let _ = writeln!(text, "> {}", plain(line));
        }
    }
}

/// Nothing in captured words opens a block of code, in which a later `>` would be no quotation.
fn plain(line: &str) -> String {
    let line = line.trim();
    if line.starts_with("```") || line.starts_with("~~~") { format!("\\{line}") } else { line.to_owned() }
}

fn designation(designation: Designation) -> &'static str {
    match designation {
        Designation::AccreditedOfficialStatistics => "accredited-official-statistics",
        Designation::OfficialStatistics => "official-statistics",
        Designation::OfficialStatisticsInDevelopment => "official-statistics-in-development",
        Designation::ManagementInformation => "management-information",
        Designation::None => "none",
    }
}
