//! Sources: the columns of their table, and all of them as JSON.

use super::column::Datatype::{PartialDate, Text, Token, Tokens};
use super::column::{Cell, Column, Datatype};
use super::json_file::json_file;
use crate::model::{Dataset, Source, SourceId};
use crate::period;
use crate::reconcile::Record;
use serde::Serialize;

/// A source as far as the reader of a figure needs it. Keys that have nothing to say are left out.
#[derive(Serialize)]
pub(super) struct SourceLine<'a> {
    id: &'a SourceId,
    title: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    body_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    public_date: Option<period::PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

impl<'a> SourceLine<'a> {
    pub(super) fn of(dataset: &'a Dataset, source: &'a Source) -> Self {
        Self {
            id: &source.id,
            title: &source.title,
            kind: source.kind.name(),
            body_name: body_name(dataset, source),
            public_date: source.public_date(),
            reference: source.reference.as_deref(),
            url: source.url.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct SourcesFile<'a> {
    format: u32,
    sources: Vec<SourceEntry<'a>>,
}

#[derive(Serialize)]
struct SourceEntry<'a> {
    #[serde(flatten)]
    source: &'a Source,
    body_name: Option<&'a str>,
    public_date: Option<period::PartialDate>,
}

/// Every source as a JSON file, with its notes.
#[must_use]
pub fn sources_json(record: &Record) -> Vec<u8> {
    let dataset = record.dataset();
    let entry = |source| SourceEntry {
        source,
        body_name: body_name(dataset, source),
        public_date: source.public_date(),
    };
    json_file(&SourcesFile { format: 1, sources: dataset.sources().map(entry).collect() })
}

struct SourceRow<'a> {
    dataset: &'a Dataset,
    source: &'a Source,
}

struct SourceColumn {
    column: Column,
    cell: for<'r> fn(&'r SourceRow<'_>) -> Cell<'r>,
}

const fn column(
    name: &'static str,
    datatype: Datatype,
    meaning: &'static str,
    cell: for<'r> fn(&'r SourceRow<'_>) -> Cell<'r>,
) -> SourceColumn {
    SourceColumn { column: Column { name, datatype, meaning }, cell }
}

const COLUMNS: &[SourceColumn] = &[
    column("source", Token, "The id of the source.", |row| Cell::text(row.source.id.as_str())),
    column("title", Text, "What it is called.", |row| Cell::text(&row.source.title)),
    column("kind", Token, "What kind of source it is.", |row| Cell::text(row.source.kind.name())),
    column("body", Token, "The id of the body that speaks in it.", |row| {
        Cell::optional(row.source.body.as_ref().map(|body| body.as_str()))
    }),
    column("body_name", Text, "The name of that body.", |row| {
        Cell::optional(body_name(row.dataset, row.source))
    }),
    column("person", Text, "The person who speaks in it, in a public role.", |row| {
        Cell::optional(row.source.person.as_deref())
    }),
    column("role", Text, "That role.", |row| Cell::optional(row.source.role.as_deref())),
    column(
        "public_date",
        PartialDate,
        "The date from which it was public: published, else reported, else said.",
        |row| Cell::shown(row.source.public_date()),
    ),
    column("said", PartialDate, "When it was said or written.", |row| Cell::shown(row.source.said)),
    column("published", PartialDate, "When its author published it.", |row| {
        Cell::shown(row.source.published)
    }),
    column("reported", PartialDate, "When others first reported it.", |row| Cell::shown(row.source.reported)),
    column("received", PartialDate, "When the publisher of this site received it.", |row| {
        Cell::shown(row.source.received)
    }),
    column("reference", Text, "Its reference.", |row| Cell::optional(row.source.reference.as_deref())),
    column("url", Text, "Where it can be read.", |row| Cell::optional(row.source.url.as_deref())),
    column("archive_url", Text, "An archived copy.", |row| Cell::optional(row.source.archive_url.as_deref())),
    column("origin", Tokens, "The sources it repeats: it adds no independent evidence to them.", |row| {
        Cell::list(row.source.origin.iter().map(SourceId::as_str))
    }),
    column("reported_by", Tokens, "The sources through which alone it is known.", |row| {
        Cell::list(row.source.reported_by.iter().map(SourceId::as_str))
    }),
    column("grouped_with", Tokens, "The sources that share one text with it.", |row| {
        Cell::list(row.source.grouped_with.iter().map(SourceId::as_str))
    }),
    column("designation", Text, "The standing its publisher gave it.", |row| {
        Cell::optional(row.source.designation.map(|designation| designation.words()))
    }),
];

/// The columns of the file of sources.
pub fn source_columns() -> impl Iterator<Item = &'static Column> {
    COLUMNS.iter().map(|column| &column.column)
}

/// Hands out the cells of a source, one for each column.
pub(super) fn with_cells<E>(
    dataset: &Dataset,
    source: &Source,
    take: &mut impl FnMut(&[Cell<'_>]) -> Result<(), E>,
) -> Result<(), E> {
    let row = SourceRow { dataset, source };
    take(&COLUMNS.iter().map(|column| (column.cell)(&row)).collect::<Vec<_>>())
}

fn body_name<'a>(dataset: &'a Dataset, source: &'a Source) -> Option<&'a str> {
    source.body.as_ref().map(|body| dataset.body_name(body))
}
