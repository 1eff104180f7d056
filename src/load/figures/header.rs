//! The first row of a table of figures: which column holds what.

use super::super::codes::{BAD_HEADER, TOO_LONG};
use super::super::faults::Faults;
use super::column::{COLUMNS, Field};
use super::record::{Record, Scan};
use crate::model::{DimensionId, Place};
use std::sync::Arc;

/// The most columns a table may have.
const MOST_COLUMNS: usize = 200;

/// The columns of a table.
#[derive(Debug)]
pub(super) struct Header {
    places: [Option<usize>; COLUMNS.len()],
    pub(super) dimensions: Vec<DimensionColumn>,
    pub(super) width: usize,
}

/// A column that is none of the format's own: a dimension, or a mistake.
#[derive(Debug)]
pub(super) struct DimensionColumn {
    pub(super) index: usize,
    pub(super) name: String,
    /// None where the name cannot be that of a dimension.
    pub(super) id: Option<DimensionId>,
    pub(super) place: Place,
}

impl Header {
    /// Reads the first row. None where the rows cannot be read by it.
    pub(super) fn read(
        record: &Record,
        scan: &Scan<'_>,
        path: &Arc<str>,
        faults: &mut Faults,
    ) -> Option<Self> {
        let mut header =
            Self { places: [None; COLUMNS.len()], dimensions: Vec::new(), width: record.cells.len() };
        if header.width > MOST_COLUMNS {
            let message = format!("the table has {} columns; at most {MOST_COLUMNS} are read", header.width);
            faults.error(
                &TOO_LONG,
                Place::new(path, record.line, 1, 0),
                message,
                "leave out what is not needed",
            );
            return None;
        }
        let mut names: Vec<String> = Vec::new();
        for (index, cell) in record.cells.iter().enumerate() {
            let name = cell.trim();
            let place = scan.cell(index);
            if name.is_empty() {
                let message = format!("column {} has no name", index + 1);
                faults.error(&BAD_HEADER, place, message, "name it, or delete it in every row");
            } else if let Some(first) = names.iter().position(|known| alike(known, name)) {
                note_duplicate(name, first, place, scan, faults);
            } else {
                header.add(index, name, cell, place, faults);
            }
            names.push(name.to_owned());
        }
        Some(header)
    }

    /// The column of a field, if the table has it.
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.places.get(field as usize).copied().flatten()
    }

    fn add(&mut self, index: usize, name: &str, cell: &str, place: Place, faults: &mut Faults) {
        super::column::note_spaces(name, cell, &place, faults);
        match COLUMNS.iter().position(|(_, known)| *known == name) {
            Some(field) => {
                if let Some(slot) = self.places.get_mut(field) {
                    *slot = Some(index);
                }
            }
            None => {
                let id = DimensionId::new(name).ok();
                self.dimensions.push(DimensionColumn { index, name: name.to_owned(), id, place });
            }
        }
    }
}

fn note_duplicate(name: &str, first: usize, place: Place, scan: &Scan<'_>, faults: &mut Faults) {
    let message = format!("column “{name}” is there twice, first as column {}", first + 1);
    let mut finding = crate::finding::Finding::input(&BAD_HEADER, place, message, "take one of the two out");
    finding.locations.push(scan.cell(first));
    faults.add(finding);
}

/// The same name but for capitals, spaces, hyphens and underscores.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let plain = |name: &str| -> String {
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    plain(a) == plain(b)
}
