//! Personal data in a table of figures, looked for before anything else is read of it.

use super::super::declare::Declared;
use super::batch::Rows;
use super::column::COLUMNS;
use crate::finding::Finding;
use crate::model::Place;
use crate::personal::{Audit, Hit, Policy, Reason, of_table};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The columns that hold words; a long number in any other is a quantity, a date or an id.
const WORDS: [&str; 5] = ["described_as", "words", "locator", "note", "counted_as"];

/// What speaks of single persons in a table.
pub(super) fn find(text: &str, path: &Arc<str>, declared: &Declared, settings: &Policy) -> Vec<Finding> {
    let mut rows = Rows::new(text);
    let Some(first) = rows.first() else { return Vec::new() };
    let policy = of_format(declared, settings);
    let mut audit = Audit::new(first.cells.iter(), &policy);
    let mut lines = vec![first.line];
    loop {
        let batch = rows.batch();
        if batch.is_empty() {
            break;
        }
        for record in batch {
            audit.row(record.cells.iter());
            lines.push(record.line);
        }
    }
    let place = |hit: &Hit| {
        let line = hit.row.map_or(Some(&first.line), |row| lines.get(row));
        Place::new(path, line.copied().unwrap_or_default(), 0, 0)
    };
    // That every count is one says nothing of a table whose measures are things; those of people are small counts.
    let hits = audit.finish().into_iter().filter(|hit| hit.reason != Reason::OneEach);
    hits.map(|hit| of_table(&hit, place(&hit))).collect()
}

fn of_format(declared: &Declared, settings: &Policy) -> Policy {
    let dimensions = declared.measures.iter().flat_map(|draft| draft.value.dimensions.keys());
    let format = COLUMNS.iter().map(|(_, name)| (*name).to_owned());
    let known: BTreeSet<String> = format.chain(dimensions.map(ToString::to_string)).collect();
    let quantities = known.iter().filter(|name| !WORDS.contains(&name.as_str())).cloned().collect();
    Policy { declared: known, quantities, ..settings.clone() }
}
