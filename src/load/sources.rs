//! `data/sources/ID.md`.

use super::Outcome;
use super::front_matter;
use super::table::{Document, Table, bad_id};
use super::text::Text;
use crate::model::{BodyId, Designation, Source, SourceId, SourceKind};

const DESIGNATIONS: [(&str, Designation); 5] = [
    ("accredited-official-statistics", Designation::AccreditedOfficialStatistics),
    ("official-statistics", Designation::OfficialStatistics),
    ("official-statistics-in-development", Designation::OfficialStatisticsInDevelopment),
    ("management-information", Designation::ManagementInformation),
    ("none", Designation::None),
];

pub(super) fn read(text: &Text) -> Outcome<Source> {
    let id = match SourceId::new(text.stem()) {
        Ok(id) => id,
        Err(error) => return (None, vec![bad_id(text.whole(), text.stem(), &error)]),
    };
    let (range, notes) = match front_matter::split(text) {
        Ok(found) => found,
        Err(finding) => return (None, vec![finding]),
    };
    let document = Document::new(text, &range);
    let source = document.parse(range).map(|parsed| {
        let table = Table::new(&document, parsed.get_ref(), parsed.span());
        document.check_format(&table);
        source(id, notes, &table, text)
    });
    (source, document.into_findings())
}

fn source(id: SourceId, notes: String, table: &Table<'_, '_>, text: &Text) -> Source {
    let kinds = SourceKind::ALL.map(|kind| (kind.name(), kind));
    let ids = |key| table.ids(key, SourceId::new).into_iter().map(|id| id.value).collect();
    let source = Source {
        title: table
            .required("title", "what the source is called on the site")
            .unwrap_or_else(|| id.to_string()),
        kind: table.required_one_of("kind", &kinds).unwrap_or(SourceKind::Other),
        id,
        body: table.id("body", BodyId::new).map(|id| id.value),
        person: table.string("person"),
        role: table.string("role"),
        said: table.date("said"),
        published: table.date("published"),
        reported: table.date("reported"),
        received: table.date("received"),
        reference: table.string("reference"),
        url: table.address("url"),
        archive_url: table.address("archive_url"),
        origin: ids("origin"),
        reported_by: ids("reported_by"),
        designation: table.one_of("designation", &DESIGNATIONS),
        notes,
        place: Some(text.place(0..0)),
    };
    table.finish();
    source
}
