//! The columns of a table once its rows are read: which are unknown, and which are missing.

use super::super::codes::{MISSING_KEY, UNKNOWN_KEY};
use super::super::declare::{Declared, Standing};
use super::column::{COLUMNS, Field};
use super::header::{DimensionColumn, Header, alike};
use super::record::{Record, Scan};
use super::rows::Part;
use crate::finding::nearest;
use crate::model::DimensionId;

const NEEDED: [Field; 3] = [Field::Measure, Field::Reported, Field::Source];

/// Notes the columns that are unknown, and those that are missing unless an unknown one is most likely meant.
/// A code in an unknown column is no mistake of its own.
pub(super) fn note(
    header: &Header,
    first: &Record,
    scan: &Scan<'_>,
    declared: &Declared,
    whole: &mut Part<'_>,
) {
    let mut meant = Vec::new();
    let mut unknown = Vec::new();
    for (at, column) in header.dimensions.iter().enumerate() {
        let near = suggestion(column, header, whole);
        if is_unknown(column, near.as_deref(), header, declared, whole) {
            unknown.push(at);
            note_unknown(column, near.as_deref(), whole);
            meant.extend(near);
        }
    }
    for (at, finding) in std::mem::take(&mut whole.undeclared) {
        if !unknown.contains(&at) {
            whole.faults.borrow_mut().add(finding);
        }
    }
    let is_missing =
        |field: &Field| header.column(*field).is_none() && !meant.iter().any(|name| name == field.name());
    for field in NEEDED.into_iter().filter(is_missing) {
        let message = format!("the table has no column “{}”", field.name());
        let help = format!("add it; every figure needs {}", NEEDED.map(Field::name).join(", "));
        whole.faults.borrow_mut().error(&MISSING_KEY, scan.place(0..first.span.len()), message, help);
    }
}

/// Whether a column is neither the format's own nor a dimension of any measure. Where the measures are not all known, it may be a dimension, unless it is so like a column that is missing that it is most likely meant.
fn is_unknown(
    column: &DimensionColumn,
    near: Option<&str>,
    header: &Header,
    declared: &Declared,
    whole: &Part<'_>,
) -> bool {
    let Some(id) = &column.id else { return true };
    if declared.measures.iter().any(|draft| draft.value.dimensions.contains_key(id)) {
        return false;
    }
    let missing = || NEEDED.iter().any(|field| header.column(*field).is_none() && near == Some(field.name()));
    whole.measures_standing == Standing::Sound || missing()
}

/// The name that the column was most likely meant to have.
fn suggestion(column: &DimensionColumn, header: &Header, whole: &Part<'_>) -> Option<String> {
    let free = COLUMNS.iter().filter(|(field, _)| header.column(*field).is_none()).map(|(_, name)| *name);
    let dimensions =
        whole.measures.values().flat_map(|measure| measure.dimensions.keys()).map(DimensionId::as_str);
    let known: Vec<&str> = free.chain(dimensions).collect();
    let same = known.iter().find(|name| alike(name, &column.name)).copied();
    same.or_else(|| nearest(&column.name, known.iter().copied())).map(str::to_owned)
}

fn note_unknown(column: &DimensionColumn, near: Option<&str>, whole: &Part<'_>) {
    let help = match near {
        Some(near) => format!("did you mean “{near}”?"),
        None => format!("delete it, or declare [dimensions.{}] in the file of the measure", column.name),
    };
    let message = format!("column “{}” is not known", column.name);
    whole.faults.borrow_mut().error(&UNKNOWN_KEY, column.place.clone(), message, help);
}
