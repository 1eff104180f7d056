//! A written statement, and the statements it is linked to.

use super::question::{Attachment, Member};
use super::{FORMAT, Taken, is_cut, is_markup, prose};
use crate::import::codes::{HIDDEN_PART, OTHER_FORMAT, error, note};
use crate::import::json::{Part, lenient};
use crate::import::prose::{Asked, figures, identify};
use crate::import::{Draft, DraftSource, Import, Input, NamedBody, Passage, Standing, clean};
use crate::model::{SourceId, SourceKind};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Record {
    #[serde(deserialize_with = "lenient")]
    id: Option<i64>,
    #[serde(deserialize_with = "lenient")]
    uin: Option<String>,
    #[serde(deserialize_with = "lenient")]
    house: Option<String>,
    #[serde(deserialize_with = "lenient")]
    date_made: Option<String>,
    #[serde(deserialize_with = "lenient")]
    title: Option<String>,
    #[serde(deserialize_with = "lenient")]
    text: Option<String>,
    #[serde(deserialize_with = "lenient")]
    member: Option<Member>,
    #[serde(deserialize_with = "lenient")]
    member_role: Option<String>,
    #[serde(deserialize_with = "lenient")]
    answering_body_name: Option<String>,
    #[serde(deserialize_with = "lenient")]
    has_linked_statements: Option<bool>,
    #[serde(deserialize_with = "lenient")]
    linked_statements: Option<Vec<Linked>>,
    #[serde(deserialize_with = "lenient")]
    attachments: Option<Vec<Attachment>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Linked {
    linked_statement_id: Option<i64>,
    link_type: Option<String>,
    link_date: Option<String>,
}

/// How the source of a link names it, until every statement of the file is known.
const LINK: &str = "linked-statement-";

/// Reads a statement.
pub(super) fn read(input: &Input, import: &Import<'_>, part: Part<'_>, taken: &mut Taken, draft: &mut Draft) {
    let record: Record = match part.read() {
        Ok(record) => record,
        Err(finding) => return draft.findings.push(*finding),
    };
    let made = record.date_made.as_deref().and_then(|date| clean::date(date).ok());
    let uin = record.uin.as_deref().and_then(clean::slug);
    let (Some(uin), Some(made)) = (uin, made) else {
        let message = "the statement has no number, or no day on which it was made";
        return draft.findings.push(error(
            &OTHER_FORMAT,
            part.place_of("uin"),
            message,
            "download the record again",
        ));
    };
    let Ok(id) = SourceId::new(&format!("ws-{made}-{uin}")) else { return };
    let reference = uin.to_uppercase();
    let title = record
        .title
        .as_deref()
        .map(|title| format!(" on {}", clean::quoted(&clean::line(title, 150))))
        .unwrap_or_default();
    let mut source = DraftSource::new(
        id.clone(),
        format!("Written statement {reference}{title}"),
        SourceKind::OfficialStatement,
        input.capture(FORMAT),
    );
    source.source.person =
        record.member.as_ref().and_then(|member| member.name.as_deref()).map(|name| clean::line(name, 100));
    source.source.role =
        record.member_role.as_deref().map(|role| clean::line(role, 150)).filter(|role| !role.is_empty());
    (source.source.said, source.source.published, source.source.received) =
        (Some(made), Some(made), import.received);
    source.source.reference = Some(format!("{reference}, {}", made.words()));
    source.source.url =
        Some(format!("https://questions-statements.parliament.uk/written-statements/detail/{made}/{uin}"));
    source.body = record.answering_body_name.as_deref().and_then(NamedBody::of);
    if let Some(house) = &record.house {
        source.remarks.push(format!("Made in the {}.", clean::line(house, 20)));
    }
    links(&record, &reference, part, &mut source, draft);
    record.id.map(|number| taken.statements.insert(number, id));
    let text = record.text.as_deref().unwrap_or_default();
    let cut = is_cut(text);
    if cut {
        taken.cut(&reference, || part.place_of("text"));
        source.standing = Standing::Cut;
    }
    let said = prose(text);
    let heading = if cut { "The start of the statement:" } else { "The statement:" };
    source.passages.push(Passage { heading: Some(heading.to_owned()), paragraphs: said.paragraphs() });
    if !cut {
        let asked =
            Asked { reader: import.reader, measures: if is_markup(text) { import.measures } else { &[] } };
        let mut found = figures(asked, &source.source.id, Some(made), &said);
        identify(&mut found);
        draft.figures.extend(found);
    }
    draft.sources.push(source);
}

fn links(record: &Record, reference: &str, part: Part<'_>, source: &mut DraftSource, draft: &mut Draft) {
    let linked = record.linked_statements.as_deref().unwrap_or_default();
    if record.has_linked_statements == Some(true) && linked.is_empty() {
        let message =
            format!("{reference} is linked to another statement, and the file does not say to which");
        draft.findings.push(note(
            &HIDDEN_PART,
            part.place_of("linkedStatements"),
            message,
            "the record of the statement by itself may name it",
        ));
    }
    for link in linked {
        let date = link.link_date.as_deref().and_then(|date| clean::date(date).ok());
        let date = date.map(|date| format!(" of {}", date.words())).unwrap_or_default();
        let number =
            link.linked_statement_id.map(|number| format!(" with the number {number}")).unwrap_or_default();
        let sentence = match link.link_type.as_deref() {
            Some("JointStatement") => format!("The same statement was made elsewhere{number}{date}."),
            Some("CorrectedStatement") => {
                format!("It is linked as a correction to the statement{number}{date}.")
            }
            Some("CorrectedAnswer") => format!("It is linked as a correction to an answer{number}{date}."),
            _ => format!("It is linked to the statement{number}{date}."),
        };
        source.remarks.push(sentence);
        if link.link_type.as_deref() == Some("JointStatement")
            && let Some(Ok(id)) =
                link.linked_statement_id.map(|number| SourceId::new(&format!("{LINK}{number}")))
        {
            source.source.grouped_with.push(id);
        }
    }
    for attachment in record.attachments.iter().flatten() {
        let title = attachment.title.as_deref().unwrap_or("an attachment");
        let message =
            format!("{reference} has an attachment, {}, which the file does not hold", clean::quoted(title));
        draft.findings.push(note(
            &HIDDEN_PART,
            part.place_of("attachments"),
            message,
            "look at the page of the statement",
        ));
    }
}

/// Links by number become links by id, where the file has both statements.
pub(super) fn link(statements: &BTreeMap<i64, SourceId>, draft: &mut Draft) {
    for source in &mut draft.sources {
        let found = |id: &SourceId| match id.as_str().strip_prefix(LINK) {
            Some(number) => number.parse().ok().and_then(|number: i64| statements.get(&number).cloned()),
            None => Some(id.clone()),
        };
        source.source.grouped_with = source.source.grouped_with.iter().filter_map(found).collect();
    }
}
