//! Settings, bodies, measures and sources of a synthetic repository.

use super::plan::{Kind, Plan};
use super::words::{HOLDERS, PLACES, SPEAKERS, SUBJECTS, pick};
use std::fmt::Write;

/// `site/site.toml`.
pub(super) const SETTINGS: &str = r#"format = 1
title = "A synthetic record"
tagline = "Invented figures, to measure with"
base_url = "https://record.example"

[publisher]
name = "Nobody"

[policy]
mode = "republish"
threshold = 5
"#;

/// `site/pages/about.md`.
pub(super) const ABOUT: &str = "+++\ntitle = \"About\"\norder = 1\n+++\n\nEverything here is invented.\n";

/// `data/bodies.toml`.
pub(super) fn bodies() -> String {
    HOLDERS.iter().chain(&SPEAKERS).fold("format = 1\n".to_owned(), |text, (id, name)| {
        text + &format!("\n[[body]]\nid = \"{id}\"\nname = \"{name}\"\n")
    })
}

/// The file of a measure.
pub(super) fn measure(plan: &Plan) -> String {
    let (unit, quantity, stock_or_flow) = match plan.kind {
        Kind::Stock => ("cases", "count", "stock"),
        Kind::Flow => ("cases", "count", "flow"),
        Kind::Money => ("GBP", "amount", "flow"),
        Kind::Share => ("per cent", "share", "stock"),
        Kind::Rate => ("cases for each member of staff", "ratio", "stock"),
    };
    let title = title(plan);
    let holder = pick(HOLDERS, plan.group()).0;
    let mut text = format!(
        "format = 1\ntitle = \"{title}\"\nquestion = \"What is on the record for list {}?\"\ntopic = \"{}\"\n\
         unit = \"{unit}\"\nquantity = \"{quantity}\"\nstock_or_flow = \"{stock_or_flow}\"\n\
         responsible = \"{holder}\"\ndefinition = \"{title}, as recorded at the end of each month.\"\n\
         caveats = [\"This series is invented.\"]\n",
        plan.number,
        pick(SUBJECTS, plan.number),
    );
    if plan.is_broken_down() {
        text += "\n[dimensions.area]\ntitle = \"Area\"\ntotal = \"all\"\n\
                 codes = { north = \"North\", south = \"South\", all = \"All areas\" }\n";
    }
    text
}

fn title(plan: &Plan) -> String {
    let what = pick(SUBJECTS, plan.number);
    let place = pick(PLACES, plan.number / 8);
    let kind = match plan.kind {
        Kind::Stock | Kind::Flow => "",
        Kind::Money => ", cost",
        Kind::Share => ", share within the time limit",
        Kind::Rate => ", for each member of staff",
    };
    format!("{what} in {place}, list {}{kind}", plan.number)
}

/// The first source of a group: a release, or a response to a request.
pub(super) fn release(group: u32) -> String {
    let (kind, title) = if group % 3 == 2 {
        ("foi-response", "Response to request")
    } else {
        ("official-statistics", "Monthly figures, release")
    };
    let mut text = front(kind, &format!("{title} {group}"), pick(HOLDERS, group).0);
    let day = 1 + group % 28;
    let _infallible = write!(text, "published = \"2025-01-{day:02}\"\nreference = \"{group}/25\"\n");
    text + "+++\n\nInvented figures.\n"
}

/// The second source of a group. Every other one repeats the first.
pub(super) fn account(group: u32) -> String {
    let (kind, title, body) = match group % 4 {
        0 => ("media-report", "Report", pick(SPEAKERS, group).0),
        1 => ("written-answer", "Answer to question", pick(HOLDERS, group).0),
        2 => ("political-statement", "Statement", pick(SPEAKERS, group).0),
        _ => ("foi-response", "Second response", pick(HOLDERS, group).0),
    };
    let mut text = front(kind, &format!("{title} {group}"), body);
    let day = 1 + group % 28;
    let _infallible = writeln!(text, "published = \"2025-02-{day:02}\"");
    if group.is_multiple_of(2) {
        let _infallible = writeln!(text, "origin = [\"release-{group:05}\"]");
    }
    text + "+++\n\nInvented words.\n"
}

fn front(kind: &str, title: &str, body: &str) -> String {
    format!("+++\nformat = 1\ntitle = \"{title}\"\nkind = \"{kind}\"\nbody = \"{body}\"\n")
}
