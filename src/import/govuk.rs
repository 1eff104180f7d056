//! `govuk`: a page of GOV.UK, as its content API gives it in JSON.

use super::codes::{HIDDEN_PART, NOTHING, OTHER_FORMAT, SUPERSEDED, error, note, warning};
use super::json::{Part, lenient};
use super::prose::{Asked, Prose, figures, html, identify};
use super::{Draft, DraftSource, Import, Input, NamedBody, Passage, clean};
use crate::finding::Finding;
use crate::model::{Designation, SourceId, SourceKind};
use crate::period::PartialDate;
use serde::Deserialize;

const FORMAT: &str = "govuk";

/// What readers can download, by the ends of their addresses.
const FILES: [&str; 7] = [".csv", ".xlsx", ".xls", ".ods", ".pdf", ".zip", ".odt"];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Page {
    #[serde(deserialize_with = "lenient")]
    base_path: Option<String>,
    #[serde(deserialize_with = "lenient")]
    title: Option<String>,
    #[serde(deserialize_with = "lenient")]
    description: Option<String>,
    #[serde(deserialize_with = "lenient")]
    document_type: Option<String>,
    #[serde(deserialize_with = "lenient")]
    first_published_at: Option<String>,
    #[serde(deserialize_with = "lenient")]
    public_updated_at: Option<String>,
    #[serde(deserialize_with = "lenient")]
    withdrawn_notice: Option<Withdrawn>,
    #[serde(deserialize_with = "lenient")]
    details: Option<Details>,
    #[serde(deserialize_with = "lenient")]
    links: Option<Links>,
}

#[derive(Debug, Deserialize)]
struct Withdrawn {
    explanation: Option<String>,
    withdrawn_at: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Details {
    #[serde(deserialize_with = "lenient")]
    body: Option<Body>,
    #[serde(deserialize_with = "lenient")]
    first_public_at: Option<String>,
    #[serde(deserialize_with = "lenient")]
    change_history: Option<Vec<Change>>,
    #[serde(deserialize_with = "lenient")]
    attachments: Option<Vec<Attachment>>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Body {
    Html(String),
    Forms(Vec<Form>),
}

#[derive(Debug, Deserialize)]
struct Form {
    content_type: Option<String>,
    content: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Change {
    public_timestamp: Option<String>,
    note: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Attachment {
    url: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Links {
    organisations: Vec<Organisation>,
    primary_publishing_organisation: Vec<Organisation>,
}

#[derive(Debug, Deserialize)]
struct Organisation {
    title: Option<String>,
}

/// Reads a file.
pub(in crate::import) fn read(input: &Input, import: &Import<'_>) -> Draft {
    let mut draft = Draft::default();
    if let Err(finding) = page(input, import, &mut draft) {
        draft.findings.push(*finding);
    }
    draft
}

fn page(input: &Input, import: &Import<'_>, draft: &mut Draft) -> Result<(), Box<Finding>> {
    let whole = Part::whole(&input.path, input.text()?)?;
    let page: Page = whole.read()?;
    let kind = page.document_type.as_deref().unwrap_or_default();
    if matches!(kind, "redirect" | "gone" | "vanish") {
        let message =
            format!("“{}” is not a page any more: GOV.UK has it as {}", input.name, clean::quoted(kind));
        return Err(Box::new(warning(
            &NOTHING,
            whole.place_of("document_type"),
            message,
            "look where the page has gone",
        )));
    }
    let details = page.details.as_ref();
    let first = date(page.first_published_at.as_deref())
        .or(date(details.and_then(|details| details.first_public_at.as_deref())));
    let updated = date(page.public_updated_at.as_deref()).or(first);
    let slug = page
        .base_path
        .as_deref()
        .and_then(|path| clean::slug(path.trim_end_matches('/').rsplit('/').next()?));
    let (Some(title), Some(updated), Some(slug)) = (&page.title, updated, slug) else {
        let message = "this is not a page from the content API of GOV.UK: it has no title, path or date";
        let help = "download it from https://www.gov.uk/api/content/ followed by the path of the page";
        return Err(Box::new(error(&OTHER_FORMAT, whole.place(), message, help)));
    };
    // A page that is withdrawn keeps the day of its last version, and is another source.
    let state = if withdrawn_on(&page).is_some() { "-withdrawn" } else { "" };
    let slug = slug.get(..slug.len().min(50)).unwrap_or(&slug).trim_end_matches('-');
    let Ok(id) = SourceId::new(&format!("govuk-{slug}-{updated}{state}")) else { return Ok(()) };
    let (kind, designation) = standing(kind);
    let title = clean::quoted(&clean::line(title, 200));
    let mut source = DraftSource::new(id, format!("GOV.UK page {title}"), kind, input.capture(FORMAT));
    source.source.designation = designation;
    (source.source.published, source.source.received) = (Some(updated), import.received);
    source.source.url =
        page.base_path.as_deref().and_then(|path| clean::address(&format!("https://www.gov.uk{path}")));
    source.body = body(&page).and_then(|name| NamedBody::of(&name));
    remarks(&page, first, &mut source);
    let is_withdrawn = withdrawn(&page, whole, &mut source, draft);
    let text = text(details);
    downloads(&title, &text, details, whole, draft);
    let heading = Some("The page:".to_owned());
    let described = page.description.as_deref().map(clean::prose).into_iter();
    source.passages.push(Passage { heading, paragraphs: described.chain(text.paragraphs()).collect() });
    let asked = Asked { reader: import.reader, measures: if is_withdrawn { &[] } else { import.measures } };
    let mut found = figures(asked, &source.source.id, Some(updated), &text);
    identify(&mut found);
    draft.figures.extend(found);
    draft.sources.push(source);
    Ok(())
}

fn date(text: Option<&str>) -> Option<PartialDate> {
    text.and_then(|text| clean::date(text).ok())
}

/// The kind of source, and the standing that GOV.UK gives it.
fn standing(document_type: &str) -> (SourceKind, Option<Designation>) {
    match document_type {
        "foi_release" => (SourceKind::FoiResponse, None),
        "national_statistics" => {
            (SourceKind::OfficialStatistics, Some(Designation::AccreditedOfficialStatistics))
        }
        "official_statistics" => (SourceKind::OfficialStatistics, Some(Designation::OfficialStatistics)),
        "correspondence" => (SourceKind::Correspondence, None),
        _ => (SourceKind::OfficialStatement, None),
    }
}

fn body(page: &Page) -> Option<String> {
    let links = page.links.as_ref()?;
    let mut all = links.primary_publishing_organisation.iter().chain(&links.organisations);
    all.find_map(|organisation| organisation.title.clone())
}

fn remarks(page: &Page, first: Option<PartialDate>, source: &mut DraftSource) {
    if let Some(kind) = &page.document_type {
        source.remarks.push(format!("GOV.UK lists it as {}.", clean::quoted(&clean::line(kind, 60))));
    }
    if let Some(first) = first {
        source.remarks.push(format!("First published on {}.", first.words()));
    }
    let changes = page.details.iter().flat_map(|details| details.change_history.iter().flatten());
    let told: Vec<String> = changes
        .take(200)
        .filter_map(|change| {
            let day = date(change.public_timestamp.as_deref())?;
            Some(format!("{}, {}", day.words(), clean::quoted(&clean::line(change.note.as_deref()?, 300))))
        })
        .collect();
    if !told.is_empty() {
        source.remarks.push(format!("The page lists these changes: {}", told.join("; ")));
    }
}

/// When the page was withdrawn. A notice with nothing in it is no notice.
fn withdrawn_on(page: &Page) -> Option<PartialDate> {
    date(page.withdrawn_notice.as_ref()?.withdrawn_at.as_deref())
}

fn withdrawn(page: &Page, whole: Part<'_>, source: &mut DraftSource, draft: &mut Draft) -> bool {
    let Some(day) = withdrawn_on(page) else { return false };
    let notice = page.withdrawn_notice.as_ref();
    let why =
        notice.and_then(|notice| notice.explanation.as_deref()).map(|why| html(why).paragraphs().join(" "));
    let why = why.filter(|why| !why.is_empty());
    let why = why.map_or_else(|| ".".to_owned(), |why| format!(": {}", clean::quoted(&why)));
    source.remarks.push(format!("The page was withdrawn on {}{why}", day.words()));
    let message =
        format!("{} was withdrawn on {}, so its figures are only proposed", source.source.title, day.words());
    let help =
        "if a figure of it is on record, record that the body withdraws it, as a position in data/claims";
    draft.findings.push(warning(&SUPERSEDED, whole.place_of("withdrawn_notice"), message, help));
    true
}

fn text(details: Option<&Details>) -> Prose {
    match details.and_then(|details| details.body.as_ref()) {
        Some(Body::Html(markup)) => html(markup),
        Some(Body::Forms(forms)) => {
            let form = forms.iter().find(|form| form.content_type.as_deref() == Some("text/html"));
            form.and_then(|form| form.content.as_deref()).map(html).unwrap_or_default()
        }
        None => Prose::default(),
    }
}

fn downloads(title: &str, text: &Prose, details: Option<&Details>, whole: Part<'_>, draft: &mut Draft) {
    let attached = details
        .iter()
        .flat_map(|details| details.attachments.iter().flatten())
        .filter_map(|attachment| attachment.url.as_ref());
    let is_file = |url: &&String| FILES.iter().any(|end| url.to_ascii_lowercase().ends_with(end));
    let mut files: Vec<&String> = attached.chain(&text.links).filter(is_file).collect();
    files.sort();
    files.dedup();
    let Some(first) = files.first() else { return };
    let message = format!(
        "{title} offers {} to download, which it does not hold",
        match files.len() {
            1 => "a file".to_owned(),
            many => format!("{many} files"),
        }
    );
    let site = if first.starts_with('/') { "https://www.gov.uk" } else { "" };
    let help =
        format!("get what you need, such as {site}{}, and import it by itself", clean::line(first, 200));
    draft.findings.push(note(&HIDDEN_PART, whole.place_of("details"), message, help));
}
