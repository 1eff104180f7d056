//! Any sheet as figures, read as a mapping file says; without one, a mapping is proposed.
//!
//! Nothing is guessed on the way: a word in a column of values, a label, a period or a multiple of which the mapping says
//! nothing is a finding, and then nothing is written. Rows are read as they go by.

mod cell;
mod earlier;
mod faults;
mod head;
mod held;
mod mapping;
mod period;
mod plan;
mod propose;
mod reading;
mod release;
#[cfg(test)]
mod tests;

pub use earlier::{Record, supersede};
pub use mapping::Mapping;
pub use propose::propose;

use super::codes::{MAPPING, UNREAD_TABLE, error};
use super::sheet::{Sheet, Unreadable};
use super::{Draft, Input};
use crate::finding::{Finding, Severity};
use crate::model::{Measure, Place};
use crate::period::PartialDate;
use crate::personal::Policy;
use crate::quantity::Reader;

/// More figures than this are not made of one file.
const MOST_FIGURES: usize = 500_000;

/// What is known beside the sheet.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// How the table is read.
    pub mapping: &'a Mapping,
    /// The measures that are declared.
    pub measures: &'a [Measure],
    /// Reads phrases as the repository sets it.
    pub reader: &'a Reader,
    /// What may stand of contacts, and from where on a class is small.
    pub policy: &'a Policy,
    /// When the file was published.
    pub published: Option<PartialDate>,
    /// When the publisher received it.
    pub received: Option<PartialDate>,
}

/// Reads a sheet of a file into a draft. Where anything has to be decided first, there is nothing in it but findings.
#[must_use]
pub fn read(sheet: Sheet<'_>, input: &Input, format: &'static str, ask: &Ask<'_>) -> Draft {
    let mut draft = release::of(sheet, input, format, ask)
        .unwrap_or_else(|findings| Draft { findings, ..Draft::default() });
    if draft.findings.iter().any(|finding| finding.severity == Severity::Error) {
        draft.sources.clear();
        draft.figures.clear();
    }
    draft
}

/// Says why there is no mapping of a name.
#[must_use]
pub fn no_mapping(message: String) -> Finding {
    error(&MAPPING, Place::file(&"imports".into()), message, "name the file in imports/ without its ending")
}

fn unread(input: &Input, fault: &Unreadable) -> Finding {
    let place = Place::new(&input.path, fault.row.unwrap_or_default(), u32::from(fault.row.is_some()), 0);
    error(&UNREAD_TABLE, place, fault.message.clone(), fault.help.clone())
}
