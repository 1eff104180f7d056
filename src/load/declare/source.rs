//! A file of `data/sources/`.

use crate::load::document::{Document, Named};
use crate::load::front;
use crate::load::table::{Format, Table, read_toml};
use crate::model::{BodyId, Designation, Source, SourceId, SourceKind};

/// A source of which nothing is known but its id.
pub(super) fn stand_in(id: SourceId) -> Source {
    Source {
        id,
        title: String::new(),
        kind: SourceKind::Other,
        body: None,
        person: None,
        role: None,
        said: None,
        published: None,
        reported: None,
        received: None,
        reference: None,
        url: None,
        archive_url: None,
        origin: Vec::new(),
        reported_by: Vec::new(),
        grouped_with: Vec::new(),
        designation: None,
        notes: String::new(),
        notes_place: None,
        place: None,
    }
}

pub(super) fn read(document: &Document, source: &mut Source) {
    let Some(parts) = front::split(document) else { return };
    source.notes_place = front::body_start(document, parts.body.clone()).map(|at| document.place(at..at));
    source.notes = front::body(document, parts.body.clone());
    document.own(&parts.body, &source.notes);
    read_toml(document, parts.front, Format::Stated, |table| fill(source, table));
}

fn fill(source: &mut Source, table: &Table<'_>) {
    table.require(&[
        ("title", "what it is called on the site"),
        ("kind", "what kind of source it is, such as foi-response"),
    ]);
    source.place = table.get("title").map(|title| table.document().place(title.span()));
    source.title = table.line("title").unwrap_or_default();
    table.own("title");
    source.kind = table.choice("kind", &SourceKind::ALL, |kind| kind.name()).unwrap_or(SourceKind::Other);
    source.body = table.mention("body", Named::Body, BodyId::new);
    source.person = table.line("person");
    source.role = table.line("role");
    source.said = table.date("said");
    source.published = table.date("published");
    source.reported = table.date("reported");
    source.received = table.date("received");
    source.reference = table.line("reference");
    source.url = table.address("url");
    source.archive_url = table.address("archive_url");
    source.origin = table.mentions("origin", Named::Source, SourceId::new);
    source.reported_by = table.mentions("reported_by", Named::Source, SourceId::new);
    source.grouped_with = table.mentions("grouped_with", Named::Source, SourceId::new);
    source.designation =
        table.choice("designation", &DESIGNATIONS, |(name, _)| name).map(|(_, designation)| designation);
}

const DESIGNATIONS: [(&str, Designation); 5] = [
    ("accredited-official-statistics", Designation::AccreditedOfficialStatistics),
    ("official-statistics", Designation::OfficialStatistics),
    ("official-statistics-in-development", Designation::OfficialStatisticsInDevelopment),
    ("management-information", Designation::ManagementInformation),
    ("none", Designation::None),
];
