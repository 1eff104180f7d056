//! `data/bodies.toml`.

use super::codes::DUPLICATE_ID;
use super::disk::Disk;
use super::table::{Document, Table};
use crate::finding::Finding;
use crate::model::{Body, BodyId};

pub(super) fn read(disk: &Disk, findings: &mut Vec<Finding>) -> Vec<Body> {
    let Some(text) = &disk.bodies else { return Vec::new() };
    let range = 0..text.text.len();
    let document = Document::new(text, &range);
    let mut bodies: Vec<Body> = Vec::new();
    if let Some(parsed) = document.parse(range) {
        let table = Table::new(&document, parsed.get_ref(), parsed.span());
        document.check_format(&table);
        for body in table.tables("body").iter().filter_map(body) {
            if bodies.iter().any(|other| other.id == body.id) {
                let place = body.place.clone().unwrap_or_else(|| text.whole());
                let message = format!("the body “{}” stands twice", body.id);
                document.report_at(&DUPLICATE_ID, place, message, DUPLICATE_ID.resolve);
            } else {
                bodies.push(body);
            }
        }
        table.finish();
    }
    findings.extend(document.into_findings());
    bodies
}

fn body(table: &Table<'_, '_>) -> Option<Body> {
    let id = table.required_id("id", BodyId::new, "a short name, such as home-office");
    let name = table.required("name", "the full name of the body");
    let short = table.string("short");
    // A body with a mistake in it is still declared: its name counts for whoever refers to it.
    table.finish();
    let id = id?;
    Some(Body {
        name: name.unwrap_or_else(|| id.value.to_string()),
        id: id.value,
        short,
        place: Some(id.place),
    })
}
