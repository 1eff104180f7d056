//! The pages that the publisher wrote: `site/pages/`.

use super::codes::DUPLICATE_ID;
use super::document::{Document, Noticed};
use super::faults::Faults;
use super::table::{Format, read_toml};
use super::{front, ids, text};
use crate::model::{AuthoredPage, Code, Place};
use std::path::Path;
use std::sync::Arc;

/// Addresses that the site itself takes.
const TAKEN: [&str; 17] = [
    "a-z",
    "api",
    "assets",
    "bodies",
    "changes",
    "cite",
    "data",
    "discrepancies",
    "downloads",
    "editions",
    "lists",
    "measures",
    "questions",
    "reading",
    "rules",
    "search",
    "sources",
];

/// The page that is no page of its own: its text opens the home page.
pub(super) const HOME: &str = "index";

/// The order of a page that does not say it.
const LAST: i64 = 1_000;

/// Reads a page. Its front matter may leave out `format`, since a page is text and not data.
pub(super) fn read(root: &Path, path: &Arc<str>) -> (Option<AuthoredPage>, Noticed) {
    let mut faults = Faults::default();
    let slug = ids::of_file(path, Code::new, &mut faults);
    if let Some(slug) = slug.as_ref().filter(|slug| TAKEN.contains(&slug.as_str())) {
        let message = format!("the site itself has the address /{slug}/");
        faults.error(&DUPLICATE_ID, Place::file(path), message, "rename the file");
    }
    let text = text::text(root, path, text::PROSE, &mut faults);
    let readable = text.is_some();
    let document = Document::new(path, text.unwrap_or_default(), faults);
    let page = slug.filter(|_| readable).and_then(|slug| page(&document, &slug));
    (page, document.into_noticed())
}

fn page(document: &Document, slug: &Code) -> Option<AuthoredPage> {
    let parts = front::split(document)?;
    let mut page = AuthoredPage {
        slug: slug.to_string(),
        title: String::new(),
        summary: None,
        order: LAST,
        body: front::body(document, parts.body.clone()),
        place: None,
    };
    document.own(&parts.body, &page.body);
    read_toml(document, parts.front, Format::Optional, |table| {
        table.require(&[("title", "the heading of the page")]);
        page.place = table.get("title").map(|title| document.place(title.span()));
        page.title = table.line("title").unwrap_or_default();
        page.summary = table.line("summary");
        table.own("title");
        table.own("summary");
        page.order = table.get("order").and_then(|order| order.position()).unwrap_or(LAST);
    });
    Some(page)
}
