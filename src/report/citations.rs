//! Citations and whether they still stand, as text: for people and for programs.

use super::visible::{visible, visible_json};
use crate::citation::{Citation, Judgement, Spot, Status, Unreadable};
use serde::Serialize;
use std::fmt::Write as _;

/// The citations as text for people, those that need a look with their reasons.
#[must_use]
pub fn human(citations: &[Citation], documents: usize) -> String {
    let mut text = String::new();
    for citation in citations {
        tell(&mut text, citation);
    }
    if !citations.is_empty() {
        text.push('\n');
    }
    text.push_str(&summary(citations, documents));
    text.push('\n');
    text
}

fn tell(text: &mut String, citation: &Citation) {
    let Citation { document, mention, judgement, .. } = citation;
    let mut line = |words: String| {
        let _ = writeln!(text, "{}", visible(&words));
    };
    line(format!("{document}:{}: {}", mention.spot, headline(judgement)));
    citation.misquoted.iter().for_each(|words| line(format!("  note: {words}.")));
    for remark in &judgement.remarks {
        let stop = if remark.ends_with('?') { "" } else { "." };
        line(format!("  note: {remark}{stop}"));
    }
    citation.why.iter().for_each(|why| line(format!("  why: {}", why.trim().replace('\n', "\n       "))));
    if !citation.is_sound() {
        line(format!("  cited: {}", mention.target));
        citation.now_at.iter().for_each(|address| line(format!("  now: {address}")));
    }
}

/// "revised: “65” is now “72” (edition 3, correction)".
fn headline(judgement: &Judgement) -> String {
    let mut words = judgement.status.words().to_owned();
    match (&judgement.from, &judgement.to) {
        (Some(from), Some(to)) => words.push_str(&format!(": “{from}” is now “{to}”")),
        (Some(from), None) => words.push_str(&format!(": “{from}”")),
        (None, _) => {}
    }
    if matches!(judgement.status, Status::Revised | Status::Withdrawn | Status::Withheld) {
        let since = match judgement.since {
            Some(edition) => format!("edition {edition}"),
            None => "not yet in an edition".to_owned(),
        };
        let kind = judgement.kind.map(|kind| format!(", {kind}")).unwrap_or_default();
        words.push_str(&format!(" ({since}{kind})"));
    }
    words
}

fn summary(citations: &[Citation], documents: usize) -> String {
    let of = if documents == 1 { "1 document".to_owned() } else { format!("{documents} documents") };
    if citations.is_empty() {
        return format!("Nothing of this record is cited in {of}.");
    }
    let count = |status| citations.iter().filter(|citation| citation.judgement.status == status).count();
    let all = [Status::Stands, Status::Revised, Status::Withdrawn, Status::Withheld, Status::Unknown];
    let parts: Vec<String> = all
        .into_iter()
        .filter(|status| count(*status) > 0)
        .map(|status| match (status, count(status)) {
            (Status::Stands, 1) => "1 stands".to_owned(),
            (Status::Stands, many) => format!("{many} stand"),
            (status, number) => format!("{number} {}", status.words()),
        })
        .collect();
    let misquoted = citations.iter().filter(|citation| citation.misquoted.is_some()).count();
    let total =
        if citations.len() == 1 { "1 citation".to_owned() } else { format!("{} citations", citations.len()) };
    let misquoted = match misquoted {
        0 => String::new(),
        1 => " Of these, 1 is quoted in other words than the figure’s.".to_owned(),
        many => format!(" Of these, {many} are quoted in other words than the figure’s."),
    };
    format!("{total} in {of}: {}.{misquoted}", parts.join(", "))
}

#[derive(Serialize)]
struct Line<'a> {
    document: &'a str,
    #[serde(flatten)]
    spot: Spot,
    target: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
    #[serde(flatten)]
    judgement: &'a Judgement,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    misquoted: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    now_at: Option<&'a str>,
}

impl<'a> From<&'a Citation> for Line<'a> {
    fn from(citation: &'a Citation) -> Self {
        Self {
            document: &citation.document,
            spot: citation.mention.spot,
            target: &citation.mention.target,
            words: citation.mention.words.as_deref(),
            judgement: &citation.judgement,
            why: citation.why.as_deref(),
            misquoted: citation.misquoted.as_deref(),
            now_at: citation.now_at.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct Report<'a> {
    citations: Vec<Line<'a>>,
    unreadable: Vec<Unread<'a>>,
}

#[derive(Serialize)]
struct Unread<'a> {
    document: &'a str,
    why: String,
}

/// The citations as one JSON object, `{"citations": […], "unreadable": […]}`.
#[must_use]
#[expect(clippy::expect_used, reason = "names and texts always become JSON; if not, it is a bug of ours")]
pub fn json(citations: &[Citation], unreadable: &[(String, Unreadable)]) -> String {
    let unread = unreadable.iter().map(|(document, why)| Unread { document, why: why.to_string() });
    let report =
        Report { citations: citations.iter().map(Line::from).collect(), unreadable: unread.collect() };
    visible_json(&serde_json::to_string_pretty(&report).expect("plain values become JSON")) + "\n"
}
