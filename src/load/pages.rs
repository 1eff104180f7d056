//! `site/pages/*.md`.

use super::codes::DUPLICATE_ID;
use super::disk::Disk;
use super::front_matter;
use super::table::{Document, Table, bad_id};
use super::text::Text;
use crate::finding::Finding;
use crate::model::{AuthoredPage, MeasureId};

/// Addresses that the site itself takes.
const TAKEN: [&str; 12] = [
    "measures",
    "sources",
    "discrepancies",
    "changes",
    "editions",
    "questions",
    "downloads",
    "search",
    "data",
    "cite",
    "lists",
    "assets",
];

pub(super) fn read(disk: &Disk, findings: &mut Vec<Finding>) -> Vec<AuthoredPage> {
    let mut pages: Vec<AuthoredPage> = disk.pages.iter().filter_map(|text| page(text, findings)).collect();
    pages.sort_by(|a, b| (a.order, &a.slug).cmp(&(b.order, &b.slug)));
    pages
}

fn page(text: &Text, findings: &mut Vec<Finding>) -> Option<AuthoredPage> {
    let slug = text.stem();
    if let Err(error) = MeasureId::new(slug) {
        findings.push(bad_id(text.whole(), slug, &error));
        return None;
    }
    if TAKEN.contains(&slug) {
        let message = format!("the site itself has the address /{slug}/");
        findings.push(Finding::input(&DUPLICATE_ID, text.whole(), message, "rename the file"));
        return None;
    }
    let (range, body) = front_matter::split(text).map_err(|finding| findings.push(finding)).ok()?;
    let document = Document::new(text, &range);
    let page = document.parse(range).map(|parsed| {
        let table = Table::new(&document, parsed.get_ref(), parsed.span());
        let page = AuthoredPage {
            slug: slug.to_owned(),
            title: table.required("title", "the heading of the page").unwrap_or_default(),
            summary: table.string("summary"),
            order: table.whole("order", 0, 1_000_000).unwrap_or(1_000),
            body,
            place: Some(text.place(0..0)),
        };
        table.get("format");
        table.finish();
        page
    });
    findings.extend(document.into_findings());
    page
}
