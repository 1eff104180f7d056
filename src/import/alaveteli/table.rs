//! A batch or a project as CSV. Columns are known by their names; those that name people are passed over.

use super::request::Request;
use super::state::State;
use crate::finding::Finding;
use crate::import::codes::{NOTHING, OTHER_FORMAT, error, warning};
use crate::import::{Draft, Input, MOST_FINDINGS, clean};
use crate::model::Place;

/// The most requests of one file.
const MOST: usize = 50_000;

/// The columns that are taken, by the names they have in exports.
const URL: &[&str] = &["request_url", "url"];
const TITLE: &[&str] = &["request", "request_title", "title"];
const BODY: &[&str] = &["public_body", "public_body_name", "authority", "authority_name", "body"];
const STATE: &[&str] = &["status", "request_status", "described_state", "state"];

/// Columns that say nothing of the reply, or say who somebody is.
const LEFT_OUT: [&str; 16] = [
    "number_of_replies",
    "requested_by",
    "requested_by_url",
    "request_owner",
    "requester",
    "user",
    "user_name",
    "email",
    "classified_by",
    "classified_by_url",
    "extracted_by",
    "extracted_by_url",
    "public_body_url",
    "latest_status_contributor",
    "dataset_contributor",
    "info_request",
];

struct Columns {
    names: Vec<String>,
    plain: Vec<String>,
}

impl Columns {
    fn find(&self, known: &[&str]) -> Option<usize> {
        self.plain.iter().position(|name| known.contains(&name.as_str()))
    }

    /// The question at the head of a column, if it is one that people answered from the reply.
    fn question(&self, at: usize) -> Option<&str> {
        let plain = self.plain.get(at)?;
        let is_ours = [URL, TITLE, BODY, STATE].iter().any(|known| known.contains(&plain.as_str()));
        let names_people =
            plain.ends_with("_by") || plain.ends_with("_by_url") || plain.contains("contributor");
        (!is_ours && !names_people && !LEFT_OUT.contains(&plain.as_str()) && !plain.is_empty())
            .then(|| self.names.get(at).map(String::as_str))?
    }
}

/// The requests of a table.
pub(super) fn requests(input: &Input, text: &str, draft: &mut Draft) -> Result<Vec<Request>, Box<Finding>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let names: Vec<String> = match reader.headers() {
        Ok(headers) => headers.iter().map(|name| clean::line(name, 300)).collect(),
        Err(fault) => {
            return Err(Box::new(error(
                &OTHER_FORMAT,
                Place::file(&input.path),
                format!("this is no CSV: {fault}"),
                "download the file again",
            )));
        }
    };
    let plain = names.iter().map(|name| clean::slug(name).unwrap_or_default().replace('-', "_")).collect();
    let columns = Columns { names, plain };
    let (Some(body), Some(state)) = (columns.find(BODY), columns.find(STATE)) else {
        return Err(Box::new(no_requests(input, &columns)));
    };
    let mut found = Vec::new();
    for row in reader.records().take(MOST) {
        if draft.findings.len() >= MOST_FINDINGS {
            break;
        }
        match row {
            Ok(row) => found.extend(request(input, &columns, &row, (body, state))),
            Err(fault) => {
                let line =
                    fault.position().map_or(0, |position| u32::try_from(position.line()).unwrap_or(u32::MAX));
                let place = Place::new(&input.path, line, 0, 0);
                draft.findings.push(error(
                    &OTHER_FORMAT,
                    place,
                    format!("this row cannot be read: {fault}"),
                    "the other rows are imported",
                ));
            }
        }
    }
    if found.is_empty() {
        let message = format!("there is no request in “{}”", input.name);
        draft.findings.push(warning(
            &NOTHING,
            Place::file(&input.path),
            message,
            "look at what was downloaded",
        ));
    }
    Ok(found)
}

fn no_requests(input: &Input, columns: &Columns) -> Finding {
    let place = Place::new(&input.path, 1, 0, 0);
    if columns.find(&["url_name"]).is_some() && columns.find(&["home_page"]).is_some() {
        let message =
            format!("“{}” is a list of authorities: it says nothing of what they were asked", input.name);
        return warning(
            &NOTHING,
            place,
            message,
            "download the CSV of a batch or a project; bodies are added from there as they are needed",
        );
    }
    let message = "the table has no column for the authority, or none for the status";
    error(
        &OTHER_FORMAT,
        place,
        message,
        "download the CSV of a batch (authority_name, request_status) or of a project (public_body, status)",
    )
}

fn request(
    input: &Input,
    columns: &Columns,
    row: &csv::StringRecord,
    (body, state): (usize, usize),
) -> Option<Request> {
    let cell =
        |at: Option<usize>| at.and_then(|at| row.get(at)).map(clean::prose).filter(|text| !text.is_empty());
    let line = row.position().map_or(0, |position| u32::try_from(position.line()).unwrap_or(u32::MAX));
    let url = cell(columns.find(URL)).and_then(|url| clean::address(&url));
    let body = cell(Some(body))?;
    let slug = url.as_deref().and_then(|url| url.trim_end_matches('/').rsplit('/').next()).map(str::to_owned);
    let title = cell(columns.find(TITLE));
    let slug = slug
        .or_else(|| title.as_ref().map(|title| format!("{body} {title}")))
        .unwrap_or_else(|| body.clone());
    let said = cell(Some(state)).unwrap_or_default();
    let questions = (0..row.len()).filter_map(|at| Some((columns.question(at)?.to_owned(), cell(Some(at))?)));
    let (reasons, values): (Vec<_>, Vec<_>) = questions.partition(|(question, _)| is_reason(question));
    let state = State::of(&said);
    Some(Request {
        slug,
        title: title.unwrap_or_else(|| body.clone()),
        body: Some(body),
        state,
        said,
        asked: None,
        replied: None,
        number: None,
        url,
        exemption: reasons
            .into_iter()
            .map(|(_, reason)| reason)
            .next()
            .filter(|_| matches!(state, State::Refused | State::Part)),
        values,
        place: Place::new(&input.path, line, 0, 0),
    })
}

/// The column holds the part of the law that a refusal rests on.
fn is_reason(question: &str) -> bool {
    let question = question.to_lowercase();
    question.contains("exempt")
        || question.contains("section of the act")
        || question.contains("refusal reason")
}
