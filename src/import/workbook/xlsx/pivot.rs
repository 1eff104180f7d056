//! Pivot caches: the rows that a pivot table was made of, which stay in the file although no sheet shows them.
//!
//! Nothing of them is ever imported. They are looked through for what speaks of single persons.

use super::super::archive::Archive;
use super::super::report::{Cache, Report};
use super::super::xml::{Piece, Tag, Xml};
use super::relations;
use crate::import::sheet::Unreadable;
use crate::personal::{Audit, Hit, Policy, Reason, Weight};

/// A column of the source.
#[derive(Debug, Default)]
struct Field {
    name: String,
    /// Each of its values once.
    values: Vec<String>,
}

/// How much of a cache is kept to be looked through.
const MOST_FIELDS: usize = 1_000;
const MOST_VALUES: usize = 200_000;
const MOST_ROWS: u64 = 1_000_000;

pub(super) fn read(
    archive: &mut Archive<'_>,
    report: &mut Report,
    policy: &Policy,
) -> Result<(), Unreadable> {
    let is_definition = |name: &&str| name.ends_with(".xml");
    let definitions: Vec<String> = archive
        .below("xl/pivotcache/pivotcachedefinition")
        .filter(is_definition)
        .map(str::to_owned)
        .collect();
    for part in definitions {
        let fields = fields(archive, &part, report)?;
        let mut hits = by_value(&fields, policy);
        let related = relations::of(archive, &part)?;
        let records = related.iter().find(|relation| relation.kind == "pivotCacheRecords");
        let mut rows = 0;
        if let Some(records) = records {
            let (count, found) = by_row(archive, &records.target, &fields, policy)?;
            rows = count;
            hits.extend(found.into_iter().filter(|hit| !hits.contains(hit)).collect::<Vec<Hit>>());
        }
        hits.retain(|hit| hit.reason.weight() == Weight::Refuse);
        report.caches.push(Cache { part, fields: fields.len(), rows, hits });
    }
    Ok(())
}

fn fields(archive: &mut Archive<'_>, part: &str, report: &mut Report) -> Result<Vec<Field>, Unreadable> {
    let mut xml = Xml::new(archive.needed(part)?, part);
    let (mut fields, mut values): (Vec<Field>, usize) = (Vec::new(), 0);
    let mut within = false;
    loop {
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "pivotCacheDefinition"
                    if tag.get("refreshedBy").is_some_and(|name| !name.trim().is_empty()) =>
                {
                    report.people.push((part.to_owned(), "refreshedBy".to_owned()));
                }
                "cacheField" if fields.len() < MOST_FIELDS => {
                    let name = tag.get("name").unwrap_or_default();
                    fields.push(Field { name, values: Vec::new() });
                }
                "sharedItems" => within = true,
                _ if within && values < MOST_VALUES => {
                    if let Some(field) = fields.last_mut() {
                        field.values.push(value(&tag));
                        values += 1;
                    }
                }
                _ => {}
            },
            Piece::Close(tag) if tag.name() == "sharedItems" => within = false,
            Piece::Close(_) | Piece::Text(_) => {}
            Piece::End => return Ok(fields),
        }
    }
}

fn value(tag: &Tag<'_>) -> String {
    tag.get("v").unwrap_or_default()
}

/// Each column by itself. That a value stands there once says nothing, since each does.
fn by_value(fields: &[Field], policy: &Policy) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        let mut audit = Audit::new([field.name.as_str()].into_iter(), policy);
        field.values.iter().for_each(|value| audit.row([value.as_str()].into_iter()));
        let says =
            |hit: &Hit| matches!(hit.reason, Reason::Named(_) | Reason::Holds(_) | Reason::DatesOfBirth);
        hits.extend(audit.finish().into_iter().filter(says).map(|mut hit| {
            hit.row = None;
            hit.column.iter_mut().for_each(|column| column.number = index + 1);
            hit
        }));
    }
    hits
}

/// How many rows there are, and what they say together.
fn by_row(
    archive: &mut Archive<'_>,
    part: &str,
    fields: &[Field],
    policy: &Policy,
) -> Result<(u64, Vec<Hit>), Unreadable> {
    let Some(reader) = archive.part(part)? else { return Ok((0, Vec::new())) };
    let mut xml = Xml::new(reader, part);
    let mut audit = Audit::new(fields.iter().map(|field| field.name.as_str()), policy);
    let (mut rows, mut row): (u64, Vec<String>) = (0, Vec::new());
    loop {
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "r" => row.clear(),
                "x" if row.len() < MOST_FIELDS => row.push(shared(fields, row.len(), &value(&tag))),
                "s" | "n" | "d" | "b" | "e" | "m" if row.len() < MOST_FIELDS => row.push(value(&tag)),
                _ => {}
            },
            Piece::Close(tag) if tag.name() == "r" => {
                rows += 1;
                if rows <= MOST_ROWS {
                    audit.row(row.iter().map(String::as_str));
                }
            }
            Piece::Close(_) | Piece::Text(_) => {}
            Piece::End => {
                let found = if rows > 0 { audit.finish() } else { Vec::new() };
                return Ok((rows, found.into_iter().map(|hit| Hit { row: None, ..hit }).collect()));
            }
        }
    }
}

fn shared(fields: &[Field], column: usize, at: &str) -> String {
    let value = at.parse().ok().and_then(|at: usize| fields.get(column)?.values.get(at));
    value.cloned().unwrap_or_default()
}
