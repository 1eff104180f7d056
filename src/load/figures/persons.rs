//! Personal data in a table of figures, looked for before anything else is read of it.

use super::super::declare::Declared;
use super::batch::Rows;
use super::column::{COLUMNS, Field};
use crate::finding::Finding;
use crate::model::{Counted, Place, QuantityKind};
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
    let column = first.cells.iter().position(|name| name.trim() == Field::Measure.name());
    let mut measures: BTreeSet<String> = BTreeSet::new();
    loop {
        let batch = rows.batch();
        if batch.is_empty() {
            break;
        }
        for record in batch {
            audit.row(record.cells.iter());
            let measure = column.and_then(|column| record.cells.get(column)).unwrap_or_default();
            if !measures.contains(measure) {
                measures.insert(measure.to_owned());
            }
            lines.push(record.line);
        }
    }
    let place = |hit: &Hit| {
        let line = hit.row.map_or(Some(&first.line), |row| lines.get(row.saturating_sub(1)));
        Place::new(path, line.copied().unwrap_or_default(), 0, 0)
    };
    // That there is one of each says nothing of things.
    let people = measures.iter().any(|id| counts_people(id, declared));
    let hits = audit.finish().into_iter().filter(|hit| people || hit.reason != Reason::OneEach);
    hits.map(|hit| of_table(&hit, place(&hit))).collect()
}

fn counts_people(id: &str, declared: &Declared) -> bool {
    declared.measure(id).is_some_and(|draft| {
        draft.value.quantity == QuantityKind::Count && draft.value.counted != Counted::Things
    })
}

fn of_format(declared: &Declared, settings: &Policy) -> Policy {
    let dimensions = declared.measures.iter().flat_map(|draft| draft.value.dimensions.keys());
    let format = COLUMNS.iter().map(|(_, name)| (*name).to_owned());
    let known: BTreeSet<String> = format.chain(dimensions.map(ToString::to_string)).collect();
    let quantities = known.iter().filter(|name| !WORDS.contains(&name.as_str())).cloned().collect();
    Policy { declared: known, quantities, ..settings.clone() }
}
