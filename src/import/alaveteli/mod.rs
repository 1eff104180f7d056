//! `alaveteli`: requests for information from WhatDoTheyKnow and other sites that run Alaveteli.
//!
//! A request or a feed of events in JSON, or a batch or project as CSV. The person who asked, those who classified the
//! replies, the text of messages and tags, in which names may stand, are never taken in.

mod coverage;
mod request;
mod state;
mod table;

use super::codes::{HIDDEN_PART, NOTHING, OTHER_FORMAT, UNKNOWN_STATE, error, note, warning};
use super::json::{Part, lenient};
use super::{Draft, Import, Input, MOST_FINDINGS, clean};
use crate::finding::Finding;
use crate::model::Place;
use request::Request;
use serde::Deserialize;
use state::State;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What this format is called.
pub(in crate::import) const FORMAT: &str = "alaveteli";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct InfoRequest {
    #[serde(deserialize_with = "lenient")]
    id: Option<i64>,
    #[serde(deserialize_with = "lenient")]
    url_title: Option<String>,
    #[serde(deserialize_with = "lenient")]
    title: Option<String>,
    #[serde(deserialize_with = "lenient")]
    created_at: Option<String>,
    #[serde(deserialize_with = "lenient")]
    described_state: Option<String>,
    #[serde(deserialize_with = "lenient")]
    display_status: Option<String>,
    #[serde(deserialize_with = "lenient")]
    prominence: Option<String>,
    #[serde(deserialize_with = "lenient")]
    public_body: Option<PublicBody>,
    #[serde(deserialize_with = "lenient")]
    info_request_events: Option<Vec<Happened>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Happened {
    #[serde(deserialize_with = "lenient")]
    event_type: Option<String>,
    #[serde(deserialize_with = "lenient")]
    created_at: Option<String>,
    #[serde(deserialize_with = "lenient")]
    public_body: Option<PublicBody>,
}

#[derive(Debug, Deserialize)]
struct PublicBody {
    name: Option<String>,
}

/// Reads a file.
pub(in crate::import) fn read(input: &Input, import: &Import<'_>) -> Draft {
    let mut draft = Draft::default();
    match requests(input, &mut draft) {
        Ok(requests) => {
            for request in &requests {
                if request.state == State::Unknown {
                    let message = format!(
                        "the state {} is not known here, so the request counts as open",
                        clean::quoted(&clean::line(&request.said, 60))
                    );
                    draft.findings.push(warning(
                        &UNKNOWN_STATE,
                        request.place.clone(),
                        message,
                        "say by hand what became of it",
                    ));
                }
                request.add(input, import, &mut draft);
            }
            if requests.len() > 1 {
                coverage::add(&requests, input, import, &mut draft);
            }
        }
        Err(finding) => draft.findings.push(*finding),
    }
    draft
}

fn requests(input: &Input, draft: &mut Draft) -> Result<Vec<Request>, Box<Finding>> {
    let text = input.text()?;
    if !text.trim_start().starts_with(['{', '[']) {
        return table::requests(input, text, draft);
    }
    let whole = Part::whole(&input.path, text)?;
    let parts = whole.items().unwrap_or_else(|| vec![whole]);
    let mut found: BTreeMap<String, Request> = BTreeMap::new();
    for part in &parts {
        if draft.findings.len() >= MOST_FINDINGS {
            break;
        }
        match one(*part, &input.path) {
            Ok(Some(request)) => merge(&mut found, request),
            Ok(None) => draft.findings.push(note(
                &HIDDEN_PART,
                part.place(),
                "a request that the site does not show to everybody is left out",
                "ask the site",
            )),
            Err(finding) => draft.findings.push(*finding),
        }
    }
    if parts.is_empty() {
        let message = format!("there is no request in “{}”", input.name);
        return Err(Box::new(warning(&NOTHING, whole.place(), message, "look at what was downloaded")));
    }
    Ok(found.into_values().collect())
}

/// Several events of one request: the last reply counts.
fn merge(found: &mut BTreeMap<String, Request>, request: Request) {
    match found.get_mut(&request.slug) {
        Some(known) => known.replied = known.replied.max(request.replied),
        None => {
            found.insert(request.slug.clone(), request);
        }
    }
}

/// A request, or the request of an event. None where it is not public.
fn one(part: Part<'_>, path: &Arc<str>) -> Result<Option<Request>, Box<Finding>> {
    let of_event = part.get("info_request");
    let record: InfoRequest = of_event.unwrap_or(part).read()?;
    let event: Option<Happened> = of_event.map(|_| part.read()).transpose()?;
    let (Some(slug), Some(state)) = (record.url_title, record.described_state) else {
        let message = "this is no request of an Alaveteli site: it has no url_title or no described_state";
        let help = "add .json to the address of a request, or download a feed, a batch or a project";
        return Err(Box::new(error(&OTHER_FORMAT, part.place(), message, help)));
    };
    if record.prominence.as_deref().is_some_and(|prominence| prominence != "normal") {
        return Ok(None);
    }
    let events = record.info_request_events.iter().flatten().chain(&event);
    let replies = events.filter(|event| event.event_type.as_deref() == Some("response"));
    let replied = replies.filter_map(|event| clean::date(event.created_at.as_deref()?).ok()).max();
    let body = record.public_body.or(event.and_then(|event| event.public_body)).and_then(|body| body.name);
    let shown = record.display_status.unwrap_or_default();
    // Only the words say that the time has run out.
    let said = if State::of(&shown) == State::Overdue { shown } else { state };
    // To find a place takes a look at all that stands before it, so it is found only where it is needed.
    let is_known = State::of(&said) != State::Unknown;
    let place = if is_known { Place::file(path) } else { part.place_of("described_state") };
    Ok(Some(Request {
        title: record.title.unwrap_or_else(|| slug.clone()),
        slug,
        body,
        state: State::of(&said),
        said,
        asked: record.created_at.as_deref().and_then(|date| clean::date(date).ok()),
        replied,
        number: record.id,
        url: None,
        exemption: None,
        values: Vec::new(),
        place,
    }))
}
